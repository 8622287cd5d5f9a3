"""Sums over child plans: totals, months, and what is missing in them."""

from pathlib import Path

import pytest

from unit.sections.objectives.plans import children, last_year, months, plans

PARENT = "revenue: {name: 销售额, rollup: children}\n"


def sales(target: str, more: str = "") -> str:
    """The objective of a child plan."""
    return f"revenue: {{name: 销售额, target: {target}{more}}}\n"


def test_a_typed_total_is_compared_with_the_children(tmp_path: Path) -> None:
    """500 above, 100 below: 400 are nobody's, with or without an axis."""
    parent = "revenue: {name: 销售额, target: 500万元, rollup: children}\n"
    found = plans(tmp_path / "a", parent, children(sales("100万元")))
    assert found.codes == ["OBJ101"]
    assert found.message("OBJ101") == "销售额按下级计划相加 100 万元，合计写着 500 万元，差 400 万元"
    assert found.says("objectives/revenue.target.rollup", "objectives/revenue.gap") == ["100 万元", "400 万元"]
    covered = children(sales("30万元"), sales("70万元"), covers=("zhejiang", "jiangsu"))
    assert plans(tmp_path / "b", parent, covered).codes == ["OBJ101"]


def test_a_typed_total_may_agree(tmp_path: Path) -> None:
    """At least 90 above, 100 below."""
    parent = "revenue: {name: 销售额, target: ≥90万元, rollup: children}\n"
    assert plans(tmp_path, parent, children(sales("100万元"))).codes == []


def test_a_grown_total_is_compared_with_the_children(tmp_path: Path) -> None:
    """1200 × 1.1 = 1320, and 100 below."""
    parent = "revenue: {name: 销售额, growth: 10%, rollup: children}\n"
    files = {**last_year(sales("1200万元")), **children(sales("100万元"))}
    found = plans(tmp_path, parent, files)
    assert found.codes == ["OBJ101"]
    assert found.says("objectives/revenue.gap") == ["1,220 万元"]


def test_children_outside_the_period_are_told(tmp_path: Path) -> None:
    """A child of twelve months under a parent of six: the total has months that the calendar has not."""
    parent = "revenue: {name: 销售额, rollup: children, period: M01..M06}\n"
    found = plans(tmp_path, parent, children(sales("30万元", ", period: M01..M06"), sales("70万元")))
    assert found.codes == ["OBJ116"]
    assert "two" in found.message("OBJ116")


def test_phasing_beside_a_roll_up_is_told(tmp_path: Path) -> None:
    """The months are those of the children: even, whatever the parent says."""
    parent = "revenue: {name: 销售额, rollup: children, phasing: {H1: 70%, H2: 30%}}\n"
    found = plans(tmp_path, parent, children(sales("120万元")))
    assert found.codes == ["OBJ117"]
    assert found.says("objectives/revenue.target@M01") == ["10 万元"]


def test_a_child_of_one_month_counts_in_its_month(tmp_path: Path) -> None:
    """12 over the year is 1 a month; 30 in June: 31 there, 6 + 30 up to then, 42 in the end."""
    found = plans(tmp_path, PARENT, children(sales("30万元", ", period: M06"), sales("12万元")))
    addresses = ["target@M06", "target@Q2", "cumulative@M06", "cumulative@M12"]
    assert found.says(*(f"objectives/revenue.{address}" for address in addresses)) == [
        "31 万元",
        "33 万元",
        "36 万元",
        "42 万元",
    ]


def test_months_without_any_child_add_nothing(tmp_path: Path) -> None:
    """30 in the first quarter and 30 in the last: 30 stays 30 from April to September, and ends at 60."""
    first, last = sales("30万元", ", period: M01..M03"), sales("30万元", ", period: M10..M12")
    found = plans(tmp_path, PARENT, children(first, last))
    expected = ["10 万元", "20 万元", *["30 万元"] * 7, "40 万元", "50 万元", "60 万元"]
    assert found.says(*months("cumulative")) == expected
    found.page()


def test_an_axis_of_some_children_is_a_gap_and_no_error(tmp_path: Path) -> None:
    """100 by channel and 50 without: the channels hold 100 of 150, and the plan without them is named."""
    split = sales("100万元", ", channel: {own-store: 40万元, dealer: 60万元}")
    found = plans(tmp_path, PARENT, children(split, sales("50万元"), covers=("zhejiang", "jiangsu")))
    assert found.codes == ["OBJ121"]
    assert "two" in found.message("OBJ121")
    assert "one" not in found.message("OBJ121")
    assert found.says("objectives/revenue.gap/channel") == ["50 万元"]


@pytest.mark.parametrize("other", ["revenu: {name: 销售额, target: 50万元}\n", "visits: {name: 走访, target: 5家}\n"])
def test_a_child_without_the_objective_is_named(tmp_path: Path, other: str) -> None:
    """The sum is over the others, and says whom it lacks."""
    found = plans(tmp_path, PARENT, children(sales("100万元"), other))
    assert found.codes == ["OBJ122"]
    assert "two" in found.message("OBJ122")


def test_a_child_that_was_refused_is_not_called_missing(tmp_path: Path) -> None:
    """Its file has its own error; the sum is not known."""
    found = plans(tmp_path, PARENT, children(sales("100万元"), sales("200")))
    assert found.codes == ["PG205"]
    assert found.says("objectives/revenue.target") == ["待定"]


def _child(name: str, covers: str) -> dict[str, str]:
    """A child plan with a target of 100, a part of the whole by what it covers."""
    folder = f"2026/demo/{name}"
    return {f"{folder}/plan.yml": f"name: {name}\n{covers}", f"{folder}/objectives.yml": sales("100万元")}


@pytest.mark.parametrize(
    ("covers", "codes"),
    [
        (("covers: {region: zhejiang}\n", "covers: {channel: dealer}\n"), ["OBJ124"]),
        (("covers: {region: zhejiang}\n", "covers: {region: jiangsu}\n"), []),
        (("covers: {region: zhejiang}\n", "covers: {region: jiangsu, channel: dealer}\n"), []),
        (("covers: {region: zhejiang}\n", ""), []),
    ],
)
def test_parts_by_two_axes_are_not_added_up(tmp_path: Path, covers: tuple[str, str], codes: list[str]) -> None:
    """Zhejiang's dealers are in both; plans that share an axis, or cover none, are left alone."""
    files = {**_child("first", covers[0]), **_child("second", covers[1])}
    found = plans(tmp_path, PARENT, files)
    assert [code for code in found.codes if code == "OBJ124"] == codes


def test_two_axes_are_told_once_with_their_plans(tmp_path: Path) -> None:
    """Two regions and one channel: one finding, of the first two that overlap; means are not added up at all."""
    north, south = _child("one", "covers: {region: zhejiang}\n"), _child("two", "covers: {region: jiangsu}\n")
    files = {**north, **south, **_child("zed", "covers: {channel: dealer}\n")}
    message = plans(tmp_path / "a", PARENT, files).message("OBJ124")
    assert message == "销售额把按区域分的“one”和按渠道分的“zed”加在一起：两边都有的会算两次"
    mean = "revenue: {name: 销售额, rollup: children, aggregate: {members: mean}}\n"
    assert "OBJ124" not in plans(tmp_path / "b", mean, files).codes
