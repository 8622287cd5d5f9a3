"""Hostile and mistyped names of files: shown escaped, refused where they collide or cannot be carried."""

import os
from pathlib import Path

import pytest

from handbooks import PLAN, write_handbook
from robustness.promises import told

OBJECTIVES = "revenue: {name: x, target: 1万元}\n"

NAMES = {
    "a\nb.md": ["PG605 2026/demo/a\\x0ab.md"],
    "a\tb.md": ["PG605 2026/demo/a\\x09b.md"],
    " a.md": ["PG605 2026/demo/ a.md"],
    "a\u200bb.md": ["PG605 2026/demo/a\\u200bb.md"],
    "\u202egpj.md": ["PG605 2026/demo/\\u202egpj.md"],
    "<img src=x onerror=alert(1)>.md": ["PG605 2026/demo/<img src=x onerror=alert(1)>.md"],
    "{{ x }}%.md": ["PG605 2026/demo/{{ x }}%.md"],
    "-rf.md": ["PG605 2026/demo/-rf.md"],
    "con.md": ["PG605 2026/demo/con.md"],
    "x" * 200 + ".md": ["PG605 2026/demo/" + "x" * 200 + ".md"],
    "a.MD": ["PG604 2026/demo/a.MD"],
    "a.html": ["PG604 2026/demo/a.html"],
    "a.py": ["PG604 2026/demo/a.py"],
    "Objectives.yml": ["PG225 2026/demo/Objectives.yml"],
    "objective.yml": ["PG225 2026/demo/objective.yml"],
    "objectives.yaml": [],
    "a b.md": [],
    "笔记😀.md": [],
    "Upper.md": [],
    ".notes": [],
}


@pytest.mark.parametrize("name", sorted(NAMES))
def test_names(name: str, tmp_path: Path) -> None:
    """A name that a link, an address or another system cannot carry is shown escaped; the others are read."""
    text = OBJECTIVES if name.endswith((".yml", ".yaml")) else "# x\n"
    assert told(write_handbook(tmp_path, {f"2026/demo/{name}": text})) == NAMES[name]


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    """Bytes that are no UTF-8 can be printed and put into JSON."""
    write_handbook(tmp_path, {})
    (tmp_path / "content/2026/demo" / os.fsdecode(b"a\xff.md")).write_bytes(b"# x\n")
    assert told(tmp_path) == ["PG605 2026/demo/a\\xff.md"]


COLLISIONS = [
    ("Market.md", "market.md", "PG606 2026/demo/market.md"),
    ("caf\u00e9.md", "cafe\u0301.md", "PG606 2026/demo/caf\u00e9.md"),
    ("market.md", "market/index.md", "PG606 2026/demo/market.md"),
    ("north.md", "north/plan.yml", "PG606 2026/demo/north.md"),
    ("org.yml", "org.yaml", "PG606 2026/demo/org.yml"),
    ("README.md", "index.md", "PG606 2026/demo/README.md"),
]


@pytest.mark.parametrize(("one", "other", "expected"), COLLISIONS)
def test_two_names_for_one_page(one: str, other: str, expected: str, tmp_path: Path) -> None:
    """Differing in capitals, in the normal form of a letter, or leading to one address."""
    texts = {".md": "# x\n", ".yml": PLAN if other.endswith("plan.yml") else "units: {}\n"}
    files = {f"2026/demo/{name}": texts.get(Path(name).suffix, "units: {}\n") for name in (one, other)}
    found = told(write_handbook(tmp_path, files))
    assert expected in found
    assert {place.split()[0] for place in found} <= {"PG606", "PG226", "PG210", "PG112"}
