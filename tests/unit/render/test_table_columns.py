"""Columns of tables in HTML: those that say nothing, decimals under one unit, the word for what is not set."""

from decimal import Decimal

from plangen.render.html import render_block
from plangen.values import SHARE, YUAN, Quantity
from plangen.views import Column, Line, Num, Row, Table, Words, telling
from unit.render.page_reader import PageReader
from unit.render.samples import CONTEXT

DASH: Line = (Num(None),)
NAME = Column("a", "名称")


def cells(*columns: Column, rows: list[tuple[Line, ...]]) -> list[str]:
    """The heads and cells of a table, as they are read."""
    table = Table("t", "", columns, tuple(Row(cells) for cells in rows))
    return PageReader(render_block(table, CONTEXT)).text.split()


def test_a_column_of_dashes_is_left_out() -> None:
    """Whoever wrote the dash; one that says something once stays, with its dashes."""
    rows: list[tuple[Line, ...]] = [(("甲",), DASH, ("—",), DASH), (("乙",), (Words("—", "muted"),), ("—",), ("有",))]
    told = telling(
        Table("t", "", (NAME, Column("b", "空"), Column("c", "也空"), Column("d", "满")), tuple(map(Row, rows)))
    )
    assert [column.title for column in told.columns] == ["名称", "满"]
    assert [row.cells for row in told.rows] == [(("甲",), DASH), (("乙",), ("有",))]


def test_a_column_stays_where_blanks_and_dashes_are_meant() -> None:
    """The first one, scales, and one whose only number is the total or is not set."""
    unset: Line = (Num(Quantity.unset_(YUAN)),)
    columns = (
        NAME,
        Column("b", "低", axis=True),
        Column("c", "一月", axis=True),
        Column("d", "费用"),
        Column("e", "上限"),
    )
    table = Table("t", "", columns, (Row((DASH, DASH, (), DASH, unset)), Row(((), (), (), ("5",), ()), "total")))
    assert telling(table) is table


def test_decimals_under_one_unit_are_the_same() -> None:
    """64 beside 40.5 is 64.0; what is about, a range, not set, or in a column without a unit stays as it is."""
    money = [Quantity.exact(Decimal(640_000), YUAN), Quantity.exact(Decimal(405_000), YUAN)]
    money += [Quantity.range_(Decimal(100_000), Decimal(150_000), YUAN), Quantity.unset_(YUAN)]
    money.append(Quantity.exact(Decimal(70_000), YUAN, about=True))
    rows: list[tuple[Line, ...]] = [(("甲",), (Num(each, "万元"),), (Num(each, "万元"),)) for each in money]
    found = cells(NAME, Column("b", "目标", "万元", numeric=True), Column("c", "别的", numeric=True), rows=rows)
    assert [text for text in found if text[0].isdigit()] == ["64.0", "64", "40.5", "40.5", "10–15", "10–15", "7", "7"]


def test_long_decimals_do_not_spread() -> None:
    """0.001 is an exact result; 5 beside it stays 5."""
    shares = [Quantity.exact(Decimal("0.00001"), SHARE), Quantity.exact(Decimal("0.05"), SHARE)]
    rows: list[tuple[Line, ...]] = [(("甲",), (Num(each, "%"),)) for each in shares]
    found = cells(NAME, Column("b", "占比", "%", numeric=True), rows=rows)
    assert "0.001" in found
    assert "5" in found


def test_a_text_that_says_unset_looks_like_it() -> None:
    """A due date of 待定 is expected as much as a number; a sentence with the word in it is a sentence."""
    html = render_block(
        Table("t", "", (NAME, Column("b", "期限")), (Row((("甲",), ("待定",))), Row((("乙",), ("先待定",))))), CONTEXT
    )
    assert html.count("pg-unset") == 1
    assert "应填未填" in html
