"""What is wrong in a file of all years is told once; what is wrong in a year's own file, with its year."""

from pathlib import Path

from handbooks import open_files

CIRCLE = "x: {name: 轴, members: {a: {name: 甲, parent: b}, b: {name: 乙, parent: a}}}\n"
LAST = {"2025/demo/plan.yml": "name: 计划\n"}


def test_two_years_tell_a_shared_mistake_once(tmp_path: Path) -> None:
    """A circle of two members is two findings, not four, and belongs to no single year."""
    found = open_files(tmp_path, {**LAST, "shared/dimensions.yml": CIRCLE}).findings
    assert [(each.code, each.span.column, each.year) for each in found] == [("PG233", 45, None), ("PG233", 70, None)]


def test_a_mistake_of_one_year_keeps_it(tmp_path: Path) -> None:
    """Only 2026 has these dimensions."""
    found = open_files(tmp_path, {**LAST, "2026/shared/dimensions.yml": CIRCLE}).findings
    assert {(each.code, each.year) for each in found} == {("PG233", 2026)}
