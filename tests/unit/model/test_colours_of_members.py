"""A member has one colour in all years, and that of one that is gone is given to nobody else."""

from pathlib import Path

from handbooks import open_files

PLAN = {"2025/demo/plan.yml": "name: 试验\n", "2026/demo/plan.yml": "name: 试验\n"}


def slots(root: Path, before: str, now: str) -> dict[str, int]:
    """The colours of the members of one axis in 2026, after those of 2025."""
    axis = "channel: {{name: 渠道, members: {{{}}}}}\n"
    files = {"2025/shared/dimensions.yml": axis.format(before), "2026/shared/dimensions.yml": axis.format(now)}
    handbook = open_files(root, {**PLAN, **files}).handbook
    assert handbook is not None
    dimensions = handbook.dimensions[2026]
    return {member: dimensions.slot(member) for member in dimensions.axes["channel"].members}


def test_a_colour_stays_where_a_member_is_gone(tmp_path: Path) -> None:
    """Of three the first is gone: the others keep theirs, a new one gets the next, wherever it stands."""
    before = "a: {name: 甲}, b: {name: 乙}, c: {name: 丙}"
    assert slots(tmp_path, before, "d: {name: 丁}, c: {name: 丙}, b: {name: 乙}") == {"d": 4, "c": 3, "b": 2}


def test_a_renamed_member_keeps_its_colour(tmp_path: Path) -> None:
    """It is the same one under another id."""
    before = "a: {name: 甲}, b: {name: 乙}"
    assert slots(tmp_path, before, "new: {name: 新}, first: {name: 甲, was: a}, b: {name: 乙}") == {
        "new": 3, "first": 1, "b": 2,
    }  # fmt: skip


def test_in_the_first_year_the_order_of_the_registry_counts(tmp_path: Path) -> None:
    """Among those below the same member."""
    axis = "a: {name: 甲}, x: {name: 子, parent: a}, b: {name: 乙}, y: {name: 丑, parent: a}"
    assert slots(tmp_path, axis, axis) == {"a": 1, "x": 1, "b": 2, "y": 2}
