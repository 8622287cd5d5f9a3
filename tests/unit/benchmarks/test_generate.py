"""Generated handbooks: the same for the same seed, without errors, as big as asked for."""

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from benchmarks.emit import Data, yaml_text
from benchmarks.generate import Size, files, main, write_handbook
from benchmarks.prose import han, own_pages
from benchmarks.subject import subjects

from plangen import open_handbook
from plangen.findings import Level, level_of

SMALL = Size(plans=4, years=3, pages=9)


@pytest.fixture(scope="module")
def written() -> dict[str, str]:
    """The files of a small handbook."""
    return dict(files(SMALL))


def test_the_seed_decides_everything(written: dict[str, str]) -> None:
    """The same seed writes the same bytes, another one other plans of the same number."""
    assert dict(files(SMALL)) == written
    other = dict(files(Size(plans=4, years=3, pages=9, seed=2)))
    assert other.keys() == written.keys()
    assert sum(other[name] != text for name, text in written.items()) > 0.9 * len(written)


def test_it_checks_without_errors(tmp_path: Path) -> None:
    """Three years with parents, children, growth and renamed roles: no error and no warning."""
    workspace = open_handbook(write_handbook(SMALL, tmp_path / "handbook"))
    found = [(str(finding.span), finding.code) for finding in workspace.findings if level_of(finding) is not Level.INFO]
    assert found == []
    assert workspace.years == (2025, 2026, 2027)
    pages = SMALL.pages + len(["calendar", "changes", "cards"])
    own = ["home", "calendar", "roles", "responsibility", "unset", "gaps", "checks", "changes"]
    written = [page for page in workspace.book(2027).pages if not page.path.startswith(("roles/", "responsibility/"))]
    assert len(written) == SMALL.plans * pages + len(own)


def test_the_growth_and_the_roll_up_reach_the_parent(tmp_path: Path) -> None:
    """A parent's sales are those of its children, also where these grew on last year."""
    workspace = open_handbook(write_handbook(Size(plans=3, years=2), tmp_path / "handbook"))
    for year in workspace.years:
        whole, *parts = (
            figure.quantity.value
            for plan in ("valves", "valves/east-china", "valves/south-china")
            for key, figure in workspace.figures.items()
            if (key.year, str(key.address)) == (year, f"{plan}:objectives/revenue.target")
        )
        assert whole == sum(parts) > 0


def test_pages_are_as_long_as_real_ones(written: dict[str, str]) -> None:
    """Between 500 and about 1,400 Chinese characters; references and blocks stand in many of them."""
    pages = {name: text for name, text in written.items() if name.endswith(".md") and name.count("/") > 2}
    assert len(pages) == SMALL.plans * SMALL.years * SMALL.pages
    sizes = [han(text) for text in pages.values()]
    assert min(sizes) >= 500
    assert max(sizes) <= 1450
    assert sum(text.count("{{") for text in pages.values()) > 2 * len(pages)
    assert sum("```plan-" in text for text in pages.values()) > len(pages) / 10


def test_plans_stand_in_families() -> None:
    """A parent for about every ten plans; the last family may be smaller."""
    paths = [subject.path for subject in subjects(143, 2026, 2025, 1)]
    assert len(paths) == len(set(paths)) == 143
    assert Counter(path.count("/") for path in paths) == {0: 15, 1: 128}
    assert [path for path in paths if re.fullmatch(r"valves(-\d+)?", path)] == ["valves", "valves-2"]


def test_a_plan_may_have_many_pages() -> None:
    """Seven come by themselves; beyond the known names pages are numbered."""
    assert own_pages(5) == []
    assert own_pages(8) == ["market"]
    assert own_pages(17)[-2:] == ["market-2", "rules-2"]


def test_yaml_is_written_plainly() -> None:
    """Short items in one line, quotes only where YAML needs them."""
    data: Mapping[str, Data] = {
        "a": {"one": {"name": "房租", "limit": "≤1万元"}, "ratio": "2:3", "long": {"text": "长" * 99}},
        "b": ["x", "y"],
    }
    assert yaml_text(data) == (
        f'a:\n  one: {{name: 房租, limit: ≤1万元}}\n  ratio: "2:3"\n  long:\n    text: {"长" * 99}\nb: [x, y]\n'
    )


def test_a_folder_with_files_is_left_alone(tmp_path: Path) -> None:
    """It says so instead of mixing two handbooks."""
    (tmp_path / "mine.txt").touch()
    with pytest.raises(SystemExit, match="is not empty"):
        main([str(tmp_path), "--plans", "1"])
