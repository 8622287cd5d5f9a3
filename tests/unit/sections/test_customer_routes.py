"""Routes: stops by weekday, customers that no route reaches, cadences that the week does not keep."""

import pytest

from plangen.views import Table
from unit.sections.reading import Read, read, text

LIST = """
outlets:
  name: 终端
  tiers: {a: {name: A类, visit: 2次/周}, b: {name: B类, visit: 1次/2周}}
  customers: {shop-1: {name: 甲店, tier: a}, shop-2: {tier: b}, shop-3: {name: 丙店, tier: b}}
  routes:
"""
EAST = "    east: {name: 城东线, mon: [shop-1], thu: [shop-1, shop-3]}\n"
WEST = "    west: {name: 城西线, cycle: 2周, tue: [shop-2]}\n"


def routes(lines: str) -> Read:
    """A scheme with three customers and routes."""
    return read({"segments.yml": LIST + lines})


def test_stops_are_counted() -> None:
    """Three on the one route, one on the other; once in two weeks is what tier B asks for."""
    found = routes(EAST + WEST)
    assert found.codes == []
    figures = ("outlets/east.stops", "outlets/west.stops", "outlets.stops", "outlets.stops-thu")
    assert [found.says(f"segments/{each}") for each in figures] == ["3 次", "1 次", "4 次", "2 次"]
    assert found.says("segments/outlets.unrouted") == "0 家"


def test_the_week_is_shown() -> None:
    """Customers of the higher tier first; only days with stops."""
    (table,) = (
        block
        for block in routes(EAST + WEST).blocks("segments")
        if isinstance(block, Table) and block.id == "outlets-week"
    )
    assert [column.title for column in table.columns] == ["客户", "等级", "周一", "周二", "周四"]
    assert [[text(cell) for cell in row.cells] for row in table.rows] == [
        ["甲店", "A类", "城东线", "", "城东线"],
        ["shop-2", "B类", "", "城西线", ""],
        ["丙店", "B类", "", "", "城东线"],
        ["站数", "", "1 次", "1 次", "2 次"],
    ]


@pytest.mark.parametrize(
    ("lines", "code", "said"),
    [
        (EAST + WEST.replace("shop-2", "shop-4"), "SEG120", "shop-4"),
        (EAST.replace("mon: [shop-1], ", "") + WEST, "SEG121", "甲店 1 次/周，应 2 次/周"),
        (EAST, "SEG121", "shop-2 0 次/周"),
        (EAST + WEST.replace("2周", "3周"), "SEG121", "shop-2"),
        (EAST + WEST.replace("2周", "1月"), "SEG121", "shop-2 0.23 次/周"),
        (EAST + WEST.replace("2周", "15天"), "SEG121", "shop-2 0.46 次/周"),
        (EAST + WEST.replace("2周", "2次"), "SEG122", "城西线"),
        (EAST + WEST.replace("2周", "1–2周"), "SEG122", "1–2 周"),
    ],
)
def test_what_is_wrong_is_told(lines: str, code: str, said: str) -> None:
    """Stops that nobody knows; visits that the week does not have."""
    found = routes(lines)
    assert code in found.codes
    assert said in found.message(code)


@pytest.mark.parametrize("cycle", ["14天", "2周", "待定", "1–3周", "5次"])
def test_what_is_often_enough_or_not_known_is_not_told(cycle: str) -> None:
    """365 ÷ 14 is 26.07, no less than 26 a year; a cycle that is not known does not count as a week, nor as none."""
    assert "SEG121" not in routes(EAST + WEST.replace("2周", cycle)).codes


@pytest.mark.parametrize(
    ("visit", "cycle", "short"),
    [
        ("1次/月", "1月", ""),
        ("1次/月", "2月", "0.5 次/月，应 1 次/月"),
        ("5次/月", "1周", "4.33 次/月"),
        ("4次/月", "1周", ""),
    ],
)
def test_months_and_weeks_are_compared_over_a_year(visit: str, cycle: str, short: str) -> None:
    """12 rounds of a month for 12 visits; 52 rounds of a week for 60 visits are 4.33 a month, for 48 enough."""
    tiers = f"{{a: {{name: A类, visit: {visit}}}}}"
    line = f"{{r: {{name: 线, cycle: {cycle}, mon: [s]}}}}"
    found = read(
        {"segments.yml": f"o: {{name: 终端, tiers: {tiers}, customers: {{s: {{tier: a}}}}, routes: {line}}}\n"}
    )
    assert ("SEG121" in found.codes) == bool(short)
    assert not short or short in found.message("SEG121")
