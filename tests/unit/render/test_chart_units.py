"""Numbers of another unit than their chart: unset there, in their own unit in the table."""

import re
from typing import Any

import pytest

from plangen.render.html import render_block
from plangen.render.plotly import figure
from plangen.values import Quantity, Unit
from plangen.views import Chart, Column, Line, Num, Row, Table
from unit.render.samples import CONTEXT, money, number

KINDS = ["bar", "bullet", "step", "line", "treemap", "waterfall", "dots", "stack", "scatter"]
ENCODE = {"label": "a", "value": "b", "values": "b,q", "strong": "q", "x": "b", "y": "b"} | dict.fromkeys(
    ("line", "plan", "target", "bands", "note", "xline", "yline"), "q"
)


def shops(count: int) -> Line:
    """A number of shops, in a column of money."""
    return (Num(Quantity.exact(count, Unit(("家",))), "万元", 0),)


def sheet(*rows: tuple[str, Line, Line]) -> Table:
    """A table of a label and two numbers."""
    columns = tuple(Column(key, key, numeric=key != "a") for key in "abq")
    return Table("t", "", columns, tuple(Row(((label,), *cells)) for label, *cells in rows))


def draw(kind: str, table: Table) -> dict[str, Any]:
    """A figure over a table, in 万元."""
    return figure(Chart("c", kind, "题", "", table, ENCODE, "万元"))  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", KINDS)
def test_a_number_of_another_unit_has_no_place_in_a_chart(kind: str) -> None:
    """Neither as a value nor as a line, a note or a part of a sum; the others are drawn as before."""
    table = sheet(
        ("甲", number(money(25)), number(money(40))),
        ("乙", shops(5), number(money(40))),
        ("丙", number(money(30)), shops(5)),
    )
    traces = draw(kind, table)["data"]
    drawn = {each for trace in traces for key in ("x", "y", "base", "values") for each in trace.get(key, ())}
    numbers = {each for each in drawn if isinstance(each, float)}
    assert {25.0, 30.0} & numbers
    assert numbers.isdisjoint({5.0, 0.0005})
    assert "5 家" in re.sub("<[^>]+>", "", render_block(table, CONTEXT))


def test_a_bar_of_another_unit_is_a_frame_with_its_own_number() -> None:
    """The number is known, it only has no length here."""
    drawn = draw("bar", sheet(("甲", number(money(25)), ()), ("乙", shops(5), ())))
    assert [note["text"] for note in drawn["layout"]["annotations"]] == ["25", "5 家"]
    assert [shape["line"]["dash"] for shape in drawn["layout"]["shapes"]] == ["dash"]
