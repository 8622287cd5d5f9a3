"""Hostile and mistyped folders: links, things that are no files, files at the wrong place, nothing at all."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from handbooks import HANDBOOK, PLAN, write_handbook
from robustness.promises import run, told

OBJECTIVES = "revenue: {name: x, target: 1万元}\n"


def link(name: str, target: str) -> Callable[[Path], None]:
    """Make a link in the plan's folder."""
    return lambda root: (root / "content/2026/demo" / name).symlink_to(target)


SHAPES: dict[str, tuple[Callable[[Path], object], list[str]]] = {
    "a link to itself": (link("loop.yml", "loop.yml"), ["PG601 2026/demo/loop.yml"]),
    "a loop of folders": (link("loop", "."), ["PG601 2026/demo/loop"]),
    "a link out of the content": (link("a.md", "../../../mkdocs.yml"), ["PG601 2026/demo/a.md"]),
    "a link to nothing": (link("objectives.yml", "nowhere"), ["PG601 2026/demo/objectives.yml"]),
    "a hidden link": (link(".secret", "nowhere"), ["PG601 2026/demo/.secret"]),
    "a folder named like a section": (
        lambda root: (root / "content/2026/demo/objectives.yml").mkdir(),
        ["PG602 2026/demo/objectives.yml"],
    ),
    "a folder named like a page": (
        lambda root: (root / "content/2026/demo/a.md").mkdir(),
        ["PG602 2026/demo/a.md"],
    ),
    "a pipe": (lambda root: os.mkfifo(root / "content/2026/demo/a.md"), ["PG602 2026/demo/a.md"]),
}


@pytest.mark.parametrize("name", sorted(SHAPES))
def test_what_is_no_file(name: str, tmp_path: Path) -> None:
    """Links are not opened, pipes not waited for; each is named."""
    make, expected = SHAPES[name]
    make(write_handbook(tmp_path, {}))
    assert told(tmp_path) == expected


MISPLACED: dict[str, tuple[dict[str, str | bytes], list[str]]] = {
    "a plan without plan.yml": (
        {"2026/north/objectives.yml": OBJECTIVES, "2026/north/index.md": "# x\n"},
        ["PG226 2026/north/index.md"],
    ),
    "a plan.yml in the year itself": ({"2026/plan.yml": PLAN}, ["PG217 2026/plan.yml", "PG226 2026/plan.yml"]),
    "a section in the year itself": ({"2026/objectives.yml": OBJECTIVES}, ["PG226 2026/objectives.yml"]),
    "a year of three digits and a letter": ({"20x6/demo/plan.yml": PLAN}, ["PG227 20x6/demo/plan.yml"]),
    "a full-width year": ({"２０２６/demo/plan.yml": PLAN}, ["PG227 ２０２６/demo/plan.yml"]),
    "a year of long ago": ({"0026/demo/plan.yml": PLAN}, ["PG227 0026/demo/plan.yml"]),
    "a page beside the years": ({"notes/a.md": "# x\n"}, ["PG227 notes/a.md"]),
    "a plan named like the page of findings": ({"2026/checks/plan.yml": PLAN}, ["PG217 2026/checks/plan.yml"]),
    "a plan named like the gap ledger": ({"2026/gaps/plan.yml": PLAN}, ["PG217 2026/gaps/plan.yml"]),
    "a plan named by a period": ({"2026/Q1/plan.yml": PLAN}, ["PG217 2026/Q1/plan.yml"]),
    "a plan named with a space": ({"2026/a b/plan.yml": PLAN}, ["PG217 2026/a b/plan.yml"]),
    "an empty plan.yml": ({"plan.yml": ""}, ["PG110 2026/demo/plan.yml"]),
    "an unknown format": (
        {"handbook.yml": "format: 2\ntitle: x\nnew-key: {}\n"},
        ["PG221 handbook.yml:1:9"],
    ),
    "a format in disguise": ({"handbook.yml": "format: 1.0\ntitle: x\n"}, ["PG221 handbook.yml:1:9"]),
    "no format": ({"handbook.yml": "title: x\n"}, ["PG210 handbook.yml"]),
    "a current year that is not there": (
        {"handbook.yml": "format: 1\ntitle: x\ncurrent: 2030\n"},
        ["PG230 handbook.yml:3:10"],
    ),
    "a current year of zeros": (
        {"handbook.yml": "format: 1\ntitle: x\ncurrent: 0000\n"},
        ["PG230 handbook.yml:3:10"],
    ),
    "years that are no mapping": (
        {"handbook.yml": "format: 1\ntitle: x\nyears: {2026: 5}\nwaivers: [1]\n"},
        ["PG219 handbook.yml:3:15", "PG219 handbook.yml:4:11"],
    ),
    "dimensions that are a list": ({"shared/dimensions.yml": "- x\n"}, ["PG110 shared/dimensions.yml"]),
}


@pytest.mark.parametrize("name", sorted(MISPLACED))
def test_where_nothing_is_read(name: str, tmp_path: Path) -> None:
    """What would silently not be published is said, once a folder."""
    files, expected = MISPLACED[name]
    assert told(write_handbook(tmp_path, files)) == expected


def test_no_handbook(tmp_path: Path) -> None:
    """Without handbook.yml, with an empty content folder, and without one."""
    write_handbook(tmp_path, {"2026/demo/plan.yml": PLAN}, plain=True)
    assert told(tmp_path) == ["PG224 handbook.yml"]
    empty = tmp_path / "empty"
    (empty / "content").mkdir(parents=True)
    assert told(empty) == ["PG224 handbook.yml"]
    (empty / "content").rmdir()
    assert told(empty) == ["PG224 handbook.yml"]
    (empty / "content").symlink_to(tmp_path / "content")
    assert told(empty) == ["PG601 content", "PG224 handbook.yml"]


def test_no_plan(tmp_path: Path) -> None:
    """A handbook that has only its settings is empty, not wrong; it has no page to build."""
    write_handbook(tmp_path, {"handbook.yml": HANDBOOK.replace("current: 2026\n", "")}, plain=True)
    assert told(tmp_path) == []
    assert run(tmp_path, "build").exit_code == 1
    assert not (tmp_path / "site").exists()


def test_no_folder(tmp_path: Path) -> None:
    """Wrong usage, in one sentence."""
    result = run(tmp_path / "nowhere", "check")
    assert result.exit_code == 2
    assert "nowhere" in result.stderr
