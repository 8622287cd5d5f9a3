"""Lists of customers: rows of a CSV file, their tiers, what they bring, who moved, who waits too long."""

from pathlib import Path

import pytest

from handbooks import codes, open_files
from plangen.compute import PlanScope
from plangen.findings import message
from plangen.sections.segments import views
from plangen.sections.segments.model import Segments
from plangen.values import Address, write_quantity
from plangen.views import Chart, Table
from plangen.workspace import Workspace
from unit.sections.reading import text

TIERS = "{a: {name: A类, contact: 1次/周}, b: {name: B类, contact: 2次/月}}"
SCHEME = f"outlets: {{name: 终端, customer_list: outlets.csv, tiers: {TIERS}}}\n"
AXES = """
outlets:
  name: 客户
  customer_list: outlets.csv
  axes: {volume: {name: 需求量, split: 5万元/月}, closing: {name: 成交时间, split: 15天, better: lower}}
  quadrants:
    key: {name: 甲, at: {volume: high, closing: low}, contact: 1次/2天}
    quick: {name: 乙, at: {volume: low, closing: low}, contact: 1次/2天}
    slow: {name: 丙, at: {volume: high, closing: high}, contact: 1次/周}
    later: {name: 丁, at: {volume: low, closing: high}, note: 不主动联系}
"""


def listed(root: Path, csv: str, yaml: str = SCHEME) -> Workspace:
    """A handbook of one scheme with a list, seen on 5 January 2026."""
    return open_files(root, {"segments.yml": yaml, "2026/demo/outlets.csv": csv})


def says(workspace: Workspace, address: str) -> str:
    """A figure as readers see it."""
    quantity = workspace.figures.quantity(2026, Address.parse(f"segments/{address}", "demo"))
    return write_quantity(quantity) if quantity is not None else ""


def shown(workspace: Workspace) -> list[object]:
    """The blocks of the page."""
    handbook = workspace.handbook
    assert handbook is not None
    scope = PlanScope(handbook, 2026, workspace.figures, plan=handbook.years[2026].plans["demo"])
    section = scope.section("segments")
    assert isinstance(section, Segments)
    return list(views.blocks(section, scope))


def test_customers_are_counted_by_tier(tmp_path: Path) -> None:
    """Tiers by id or name, columns by English or Chinese name."""
    found = listed(tmp_path, "编号,名称,等级\nshop-1,甲店,A类\nshop-2,乙店,b\nshop-3,丙店,B类\n")
    assert codes(found) == []
    assert [says(found, name) for name in ("outlets.listed", "outlets/a.listed", "outlets/b.listed")] == [
        "3 家",
        "1 家",
        "2 家",
    ]


def test_two_numbers_tell_the_quadrant(tmp_path: Path) -> None:
    """5万元/月 counts as high, 15 days as short; the column is called as the axis."""
    rows = "id,volume,成交时间\nc1,5万元/月,15天\nc2,4.9万元/月,3天\nc3,9万元/月,16天\nc4,1万元/月,40天\n"
    found = listed(tmp_path, rows, AXES)
    assert codes(found) == []
    assert [says(found, f"outlets/{each}.listed") for each in ("key", "quick", "slow", "later")] == ["1 家"] * 4
    assert says(found, "outlets/c3.first") == "9 万元/月"


def test_the_first_fifth(tmp_path: Path) -> None:
    """Of six the first two: 50 + 20 of 100 = 70%. Class A has 50 + 10 = 60%."""
    values = {"c1": ("b", 20), "c2": ("a", 50), "c3": ("b", 10), "c4": ("b", 6), "c5": ("b", 4), "c6": ("a", 10)}
    rows = "".join(f"{name},{tier},{value}万元\n" for name, (tier, value) in values.items())
    found = listed(tmp_path, f"id,tier,value\n{rows}")
    assert codes(found) == []
    assert [says(found, f"outlets.{each}") for each in ("value", "top-value", "top-share")] == [
        "100 万元",
        "70 万元",
        "70%",
    ]
    assert says(found, "outlets/a.value-share") == "60%"
    (chart,) = (block for block in shown(found) if isinstance(block, Chart) and block.id == "outlets-value")
    assert [text(row.cells[0]) for row in chart.table.rows] == ["c2", "c1", "c3", "c6", "c4", "c5"]


def test_a_value_that_is_not_known_is_missing(tmp_path: Path) -> None:
    """Neither zero nor left out silently."""
    found = listed(tmp_path, "id,tier,value\nc1,a,5万元\nc2,a,\n")
    quantity = found.figures.quantity(2026, Address.parse("segments/outlets.value", "demo"))
    assert quantity is not None
    assert (write_quantity(quantity), quantity.missing) == ("5 万元，另有 1 项未定", 1)


def test_who_waits_too_long(tmp_path: Path) -> None:
    """Once a week is 7 days: 29 December is due on 5 January, which is today; twice a month is 15 days."""
    rows = "c1,a,2025-12-29\nc2,a,2025-12-28\nc3,b,2025-12-21\nc4,b,2025-12-20\n"
    found = listed(tmp_path, f"id,tier,last_contact\n{rows}")
    assert codes(found) == ["SEG118"]
    assert says(found, "outlets.overdue") == "2 家"
    assert "c2、c4" in message(found.findings[0])
    (table,) = (block for block in shown(found) if isinstance(block, Table) and block.id == "outlets-customers")
    assert [text(row.cells[-1]) for row in table.rows] == [
        "2025-12-29",
        "2025-12-28 应在 1-04 前",
        "2025-12-21",
        "2025-12-20 应在 1-04 前",
    ]


def test_who_moved(tmp_path: Path) -> None:
    """Two up, one down, one stays, one is new."""
    found = listed(tmp_path, "id,tier,before\nc1,a,b\nc2,a,B类\nc3,b,a\nc4,b,b\nc5,a,\n")
    assert [says(found, f"outlets.{each}") for each in ("up", "down")] == ["2 家", "1 家"]


@pytest.mark.parametrize(
    ("csv", "yaml", "expected"),
    [
        ("id,teir\nc1,a\n", SCHEME, ["SEG114"]),
        ("id,tier,等级\nc1,a,a\n", SCHEME, ["SEG114"]),
        ("tier\na\n", SCHEME, ["SEG114"]),
        ("id,tier\nc1,a\nc1,b\n", SCHEME, ["SEG115"]),
        ("id,tier\n,a\n", SCHEME, ["SEG115"]),
        ("id,tier\nc1,c\n", SCHEME, ["SEG116"]),
        ("id,tier,before\nc1,a,x\n", SCHEME, ["SEG123"]),
        ("id,tier,last_contact\nc1,a,2026-01-06\n", SCHEME, ["SEG124"]),
        ("id,tier,last_contact\nc1,a,2026-01-05\n", SCHEME, []),
        ("id,volume,closing\nc1,5万元/月,\n", AXES, ["SEG116"]),
        ("id,volume,closing\nc1,5人,3天\n", AXES, ["SEG116"]),
        ("id,tier\nc1,a\n", SCHEME.replace("name: A类", "name: A类, count: 2家"), ["SEG117"]),
        ("id,tier\nc1,a\n", SCHEME.replace("name: A类", "name: A类, count: 1家"), []),
        ("id,tier,value\nc1,a,6元\nc2,a,4元\n", SCHEME.replace("tiers", "stated: {top_share: 80%}, tiers"), ["SEG119"]),
        ("id,tier,value\nc1,a,8元\nc2,a,2元\n", SCHEME.replace("tiers", "stated: {top_share: 80%}, tiers"), []),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, csv: str, yaml: str, expected: list[str]) -> None:
    """Columns, rows, tiers that are not there, counts and claims that differ."""
    assert codes(listed(tmp_path, csv, yaml)) == expected


def test_a_finding_stands_in_its_row(tmp_path: Path) -> None:
    """The tier that nobody knows, in the third line of the CSV file, with what may have been meant."""
    scheme = "outlets: {name: 终端, customer_list: outlets.csv, tiers: {large: {name: 大}, small: {name: 小}}}\n"
    (finding,) = listed(tmp_path, "id,tier\nc1,large\nc2,smal\n", scheme).findings
    assert (finding.span.file, finding.span.line, finding.span.column) == ("content/2026/demo/outlets.csv", 3, 4)
    assert "small" in message(finding)


def field_title(root: Path, csv: str, yaml: str = AXES) -> str:
    """What stands above the field of two axes; nothing where it is not drawn."""
    found = [block for block in shown(listed(root, csv, yaml)) if isinstance(block, Chart) and "field" in block.id]
    return text(found[0].title) if found else ""


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        ("c1,5万元/月,15天\nc2,6万元/月,9天\nc3,9万元/月,16天\n", "甲最多，2 家"),
        ("c1,5万元/月,15天\nc2,9万元/月,16天\nc3,1万元/月,40天\n", "甲 1 家，丙 1 家，丁 1 家"),
        ("c1,5人,15天\nc2,9人,16天\nc3,1人,40天\n", "客户：名单上 3 家"),
    ],
)
def test_only_the_quadrant_that_alone_has_most_is_named(tmp_path: Path, rows: str, title: str) -> None:
    """Not one of three that have one each, and none where nobody is placed."""
    assert field_title(tmp_path, f"id,volume,closing\n{rows}") == title


def test_without_quadrants_there_is_no_field(tmp_path: Path) -> None:
    """Two axes alone part nothing."""
    rows = "id,volume,closing\nc1,5万元/月,15天\nc2,9万元/月,16天\nc3,1万元/月,40天\n"
    assert field_title(tmp_path, rows, AXES.partition("  quadrants")[0]) == ""


@pytest.mark.parametrize(
    ("values", "share", "title"),
    [
        (("6万元", "3万元", "1万元"), "60%", "前两成（c1）贡献 6 万元，占 60.0%"),
        (("4万元", "4万元", "2万元"), "40%", "前两成贡献 4 万元，占 40.0%"),
        (("6万元", "2–3万元", "1万元"), "60–66.67%", "前两成（c1）贡献 6 万元，占 60.0–66.7%"),
        (("6万元", "2–7万元", "1万元"), "", "终端：共贡献 9–14 万元"),
        (("6万元", "3万元", "≤50万元"), "", "终端：共贡献 ≤59 万元"),
        (("6万元", "3万元", "1万元", "待定"), "", "终端：共贡献 10 万元，另有 1 项未定"),
        (("6万元", "3万元", "1万元", ""), "", "终端：共贡献 10 万元，另有 1 项未定"),
    ],
)
def test_the_first_fifth_is_told_only_where_it_is_certain(
    tmp_path: Path, values: tuple[str, ...], share: str, title: str
) -> None:
    """Not of those with a known value alone, and not by the low ends of ranges; of two alike none is named."""
    rows = "".join(f"c{place},a,{value}\n" for place, value in enumerate(values, 1))
    found = listed(tmp_path, f"id,tier,value\n{rows}")
    (chart,) = (block for block in shown(found) if isinstance(block, Chart) and block.id == "outlets-value")
    assert (says(found, "outlets.top-share"), text(chart.title)) == (share, title)
    assert bool(says(found, "outlets.top-value")) == bool(share)


def test_values_in_several_units_have_no_order(tmp_path: Path) -> None:
    """6万元 are not more than four shops; the bars do not claim so."""
    found = listed(tmp_path, "id,tier,value\nc1,a,6万元\nc2,a,4家\nc3,a,7万元\n")
    (chart,) = (block for block in shown(found) if isinstance(block, Chart) and block.id == "outlets-value")
    assert [text(row.cells[0]) for row in chart.table.rows] == ["c3", "c1", "c2"]
    assert chart.subtitle == "万元；次序不全确定"
    assert says(found, "outlets.top-value") == ""


def test_without_a_day_nobody_is_said_to_be_in_time(tmp_path: Path) -> None:
    """Whether a contact is overdue cannot be told without `as_of`; it is not zero."""
    files = {"segments.yml": SCHEME, "2026/demo/outlets.csv": "id,tier,last_contact\nc1,a,2025-12-01\n"}
    undated = "format: 1\ntitle: 试验手册\nlanguage: zh-Hans\ncurrent: 2026\n"
    assert says(open_files(tmp_path, files | {"handbook.yml": undated}), "outlets.overdue") == ""
