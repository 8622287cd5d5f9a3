"""Depth of colour in tables, the legend below them, and amounts that are shown rounded."""

import re
from decimal import Decimal

import pytest

from plangen.render.html import HtmlContext, render_block
from plangen.render.html.number import render_number
from plangen.values import MONTH, PEOPLE, YUAN, Quantity
from plangen.values.unit import Unit
from plangen.views import Column, Line, Num, Row, Table, Tally
from unit.render.page_reader import PageReader
from unit.render.samples import CONTEXT, Everywhere, money

NAME = Column("a", "地区")
ENGLISH = HtmlContext("en", Everywhere())


def months(*rows: list[Line], role: str = "body") -> Table:
    """A table whose columns ask for depth; a total below."""
    columns = (NAME, *(Column(f"m{place}", f"{place} 月", "万元", numeric=True, heat=True) for place in range(3)))
    body = [Row((("甲",), *row), role) for row in rows]  # type: ignore[arg-type]
    return Table("t", "按月", columns, (*body, Row((("合计",), *[(Num(money(900), "万元"),)] * 3), "total")))


def amount(value: int) -> Line:
    """A cell in 万元."""
    return (Num(money(value), "万元"),)


def depths(table: Table) -> list[str]:
    """The depth of every cell that has one, in order."""
    cells = PageReader(render_block(table, CONTEXT)).all("td")
    found = (name for cell in cells for name in (cell.get("class") or "").split())
    return [name.removeprefix("pg-") for name in found if name.startswith(("pg-heat", "pg-hatch"))]


def test_the_larger_the_deeper() -> None:
    """Five steps of equal width from the smallest to the largest; a sum, which is larger, is no part of it."""
    table = months([amount(0), amount(19), amount(20)], [amount(59), amount(60), amount(100)])
    assert depths(table) == ["heat1", "heat1", "heat2", "heat3", "heat4", "heat5"]
    html = render_block(table, CONTEXT)
    assert [html.count(f'<i class="pg-heat{step}"></i>') for step in range(1, 6)] == [1] * 5, "the key shows each"


def test_what_is_not_set_is_hatched_and_has_no_depth() -> None:
    """Not set is not small; a range counts by its low end; a dash is not compared."""
    unset: Line = (Num(Quantity.unset_(YUAN), "万元"),)
    ranged: Line = (Num(Quantity.range_(Decimal(1_000_000), Decimal(9_000_000), YUAN), "万元"),)
    rows = [[unset, amount(0), (Num(None),)], [ranged, amount(50), amount(20)], [amount(10), amount(30), amount(100)]]
    assert depths(months(*rows)) == ["hatch", "heat1", "heat5", "heat3", "heat2", "heat1", "heat2", "heat5"]


def test_counts_have_depths_too() -> None:
    """A tally is a number without a unit."""
    rows: list[list[Line]] = [[(Tally(each, "dues"),) for each in three] for three in ((1, 2, 3), (4, 5, 6))]
    assert depths(months(*rows)) == ["heat1", "heat2", "heat3", "heat4", "heat5", "heat5"]


@pytest.mark.parametrize(
    "rows",
    [
        [[amount(1), amount(2), amount(3)]],
        [[amount(5)] * 3, [amount(5)] * 3],
        [[amount(1), amount(2), amount(3)], [amount(1), amount(2), (Num(Quantity.exact(9, PEOPLE), "人"),)]],
    ],
    ids=["few", "all the same", "two units"],
)
def test_no_depth_where_it_would_tell_nothing_or_something_wrong(rows: list[list[Line]]) -> None:
    """Three numbers are read; equal ones need no colour; people are not less than money."""
    assert depths(months(*rows)) == []
    assert "pg-heat" not in render_block(months(*rows), CONTEXT)


def legend(*cells: Line, context: HtmlContext = CONTEXT) -> str:
    """The words of the legend below a table with these cells."""
    columns = (NAME, Column("b", "目标", "万元", numeric=True))
    html = render_block(Table("t", "", columns, tuple(Row((("甲",), cell)) for cell in cells)), context)
    found = re.search(r'<ul class="pg-notes pg-legend".*?</ul>', html, re.DOTALL)
    return PageReader(found[0]).text if found else ""


RANGE: Line = (Num(Quantity.range_(1, 2, YUAN), "万元"),)
BOUND: Line = (Num(Quantity.at_least(10_000, YUAN), "万元"),)


def test_the_legend_names_what_occurs_and_nothing_else() -> None:
    """A table of four rows with a range and a bound says what – and ≥ are; exact numbers need no word."""
    said = legend(RANGE, BOUND, amount(1), amount(2))
    assert "– 区间" in said
    assert "≥ 下限" in said
    assert not any(word in said for word in ("约", "待定", "上限", "≠"))
    assert legend(*[amount(1)] * 4) == ""


def test_every_state_has_its_word() -> None:
    """About, at most, stated and computed apart, not set as a number and as a text."""
    most: Line = (Num(Quantity.at_most(10_000, YUAN), "万元"),)
    said = legend(most, (Num(money(8, about=True), "万元"),), (Num(money(5), "万元", symbol="≠"),), ("待定",))
    assert [
        word for word in ("≤ 上限", "约 约数", "待定 应填未填，不按零计", "≠ 写的与算的不一致") if word not in said
    ] == []
    unset: Line = (Num(Quantity.unset_(YUAN), "万元"),)
    assert "not set expected, not filled in" in legend(unset, RANGE, BOUND, BOUND, context=ENGLISH)


def test_short_tables_have_no_legend() -> None:
    """Three rows are read one by one."""
    assert legend(RANGE, RANGE, RANGE) == ""


PER_HEAD = Unit.parse("元/人/月")[0]


@pytest.mark.parametrize(
    ("num", "exact"),
    [
        (Num(Quantity.exact("10920512", YUAN), "万元", 1), "10920512"),
        (Num(Quantity.exact("10920000", YUAN), "万元", 1), ""),
        (Num(Quantity.exact("10920512", YUAN), "万元"), ""),
        (Num(Quantity.exact("123456789", YUAN), digits=1, with_unit=True), "123456789"),
        (Num(Quantity.range_("1000000", "1504000", YUAN), "万元", 0), "1000000..1504000"),
        (Num(Quantity.exact("-26693.3333", YUAN), "万元", 1), "-26693.33"),
        (Num(Quantity.exact("404999", PER_HEAD), "万元", 1), "404999"),
        (Num(Quantity.exact("1.26", MONTH), "月", 1), ""),
        (Num(Quantity.at_least("130400", YUAN), "万元", 0), "130400"),
    ],
)
def test_a_rounded_amount_carries_the_exact_one(num: Num, exact: str) -> None:
    """In 元 to the cent, and only where the digits do not tell it: pages stay small."""
    html = render_number(num, "zh")
    assert (html.partition('data-amount="')[2].partition('"')[0]) == exact


def test_a_column_says_its_money_where_its_heading_does_not() -> None:
    """Quarters have their months under the heading; what is not set does not hide the unit."""
    unset: Line = (Num(Quantity.unset_(YUAN), "万元"),)
    columns = (NAME, Column("q", "一季", "1–3 月", numeric=True), Column("b", "目标", "万元", numeric=True))
    people: Line = (Num(Quantity.exact(3, PEOPLE), "人"),)
    known, other = (Row((("甲",), amount(1), amount(1))), Row((("乙",), unset, amount(2)))), Row((("甲",), people, ()))
    assert heads(Table("t", "", columns, known)) == [None, "万元", None]
    assert heads(Table("t", "", columns, (other,))) == [None, None], "a column without anything is left out"


def heads(table: Table) -> list[str | None]:
    """What the headings of columns say about money."""
    found = PageReader(render_block(table, CONTEXT)).all("th")
    return [head.get("data-money") for head in found if head["scope"] == "col"]


def test_a_cell_says_its_money_where_its_row_names_it() -> None:
    """One row in 万元, one a head and month, one of people: each amount has its unit, shares and people have none."""
    columns = (NAME, Column("low", "保底", "为准", numeric=True), Column("far", "差", "%", numeric=True))
    rate: Line = (Num(Quantity.exact("335000", PER_HEAD), "万元/人/月"),)
    people: Line = (Num(Quantity.exact(3, PEOPLE), "人"),)
    share: Line = (Num(Quantity.exact(5), ""),)
    rows = (Row((("甲",), amount(1), share)), Row((("乙",), rate, share)), Row((("丙",), people, share)))
    cells = PageReader(render_block(Table("t", "", columns, rows), CONTEXT)).all("td")
    assert [cell.get("data-money") for cell in cells] == ["万元", None, "万元/人/月", None, None, None]
