"""Scatter: where each row is marked, the lines that part the field, what has no mark."""

from decimal import Decimal
from typing import Any

from plangen.render.plotly import figure
from plangen.values import Quantity, Unit
from plangen.views import Chart, Column, Line, Num, Row, Table
from unit.render.samples import money, number

DAY = Unit(("天",))


def days(count: str) -> Line:
    """A number of days."""
    return (Num(Quantity.exact(Decimal(count), DAY), "天"),)


def draw(*rows: tuple[str, Line, Line], lines: tuple[Line, Line] = ((), ()), narrow: bool = False) -> dict[str, Any]:
    """A chart of days across and money upwards."""
    columns = [Column("a", "项"), Column("x", "成交时间"), Column("y", "需求量"), Column("u", "u"), Column("v", "v")]
    sheet = Table("t", "", tuple(columns), tuple(Row(((row[0],), row[1], row[2], *lines)) for row in rows))
    encode = {"label": "a", "x": "x", "y": "y", "xline": "u", "yline": "v"}
    return figure(Chart("c", "scatter", "题", "万元", sheet, encode), narrow=narrow)


def test_each_row_stands_at_its_two_numbers() -> None:
    """Each in its own unit; the names stand beside the marks, the axes are called by their columns."""
    drawn = draw(("甲", days("3"), number(money(8))), ("乙", days("20"), number(money(2))))
    (trace,) = drawn["data"]
    assert (trace["x"], trace["y"]) == ([3.0, 20.0], [8.0, 2.0])
    assert (trace["hovertext"], trace["customdata"]) == (["甲", "乙"], ["8", "2"])
    assert [note["text"] for note in drawn["layout"]["annotations"]] == ["甲", "乙", "需求量"]
    assert drawn["layout"]["xaxis"]["title"]["text"] == "成交时间"


def test_the_lines_part_the_field() -> None:
    """Where each axis is split, with its number."""
    drawn = draw(("甲", days("3"), number(money(8))), lines=(days("15"), number(money(5))))
    across, up = drawn["layout"]["shapes"]
    assert (across["x0"], across["x1"], across["y0"]) == (15.0, 15.0, 0.0)
    assert (up["y0"], up["y1"], up["x0"]) == (5.0, 5.0, 0.0)
    assert [note["text"] for note in drawn["layout"]["annotations"]] == ["15", "5", "甲", "需求量"]
    assert drawn["layout"]["xaxis"]["range"][1] > 15


def test_what_is_not_known_has_no_mark() -> None:
    """Neither at zero nor at the edge."""
    unset: Line = (Num(Quantity.unset_(DAY), "天"),)
    drawn = draw(("甲", unset, number(money(8))), ("乙", days("2"), number(money(2))))
    assert (drawn["data"][0]["x"], drawn["data"][0]["y"]) == ([None, 2.0], [None, 2.0])
    assert draw(("甲", unset, number(money(8))))["data"] == []


def test_many_marks_have_no_names() -> None:
    """They would cover one another; the table names them."""
    rows = [(f"客户{place}", days(str(place + 1)), number(money(place))) for place in range(30)]
    drawn = draw(*rows)
    assert len(drawn["data"][0]["x"]) == 30
    assert [note["text"] for note in drawn["layout"]["annotations"]] == ["需求量"]


def test_names_cover_no_mark_and_no_other_name() -> None:
    """Of two marks side by side the left one has its name at its left, as the right one stands where it would be."""
    drawn = draw(("客户一", days("20"), number(money(5))), ("客户二", days("21"), number(money(5))))
    first, second, _ = drawn["layout"]["annotations"]
    assert (first["xanchor"], second["xanchor"]) == ("right", "left")
