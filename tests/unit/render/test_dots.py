"""Dots: where each value is marked, what is written beside it, what joins them."""

from decimal import Decimal
from typing import Any

from plangen.render.plotly import figure
from plangen.render.plotly.dots import OTHERS, STRONG, marks
from plangen.values import YUAN, Quantity
from plangen.views import Chart, Column, Line, Row, Table
from unit.render.samples import money, number


def draw(*rows: tuple[str, Line, Line, Line], narrow: bool = False) -> dict[str, Any]:
    """A chart of three values a row, of which the second is the one to compare with."""
    columns = (Column("a", "项"), *(Column(key, key, numeric=True) for key in ("x", "y", "z")))
    sheet = Table("t", "", columns, tuple(Row(((row[0],), *row[1:])) for row in rows))
    encode = {"label": "a", "values": "x,y,z", "strong": "y"}
    return figure(Chart("c", "dots", "题", "万元", sheet, encode, "万元"), narrow=narrow)


def test_each_value_has_its_mark_at_its_number() -> None:
    """One series a column, the strong one filled; a line from the least to the most."""
    drawn = draw(("甲", number(money(80)), number(money(100)), number(money(150))))
    assert [(trace["x"], trace["y"], trace["marker"]["symbol"]) for trace in drawn["data"]] == [
        ([80.0], ["r0"], "circle-open"), ([100.0], ["r0"], "circle"), ([150.0], ["r0"], "diamond-open"),
    ]  # fmt: skip
    (line,) = drawn["layout"]["shapes"]
    assert (line["x0"], line["x1"], line["y0"]) == (80.0, 150.0, 0)
    texts = {note["text"]: note["xanchor"] for note in drawn["layout"]["annotations"]}
    assert texts == {"80": "right", "<b>100</b>": "center", "150": "left"}


def test_equal_values_are_written_once() -> None:
    """Three times the same: one text, bold because the strong one is among them; nothing to join."""
    drawn = draw(("甲", number(money(100)), number(money(100)), number(money(100))))
    assert [note["text"] for note in drawn["layout"]["annotations"]] == ["<b>100</b>"]
    assert drawn["layout"]["shapes"] == []


def test_ranges_and_bounds() -> None:
    """A range is a thick line from its low end; an upper bound is marked where it lies, not at zero."""
    ranged = Quantity.range_(Decimal(1_000_000), Decimal(1_500_000), YUAN)
    most = Quantity.at_most(Decimal(800_000), YUAN)
    drawn = draw(("甲", number(most), number(ranged), number(money(120))))
    assert [trace["x"] for trace in drawn["data"]] == [[80.0], [100.0], [120.0]]
    thick = [shape for shape in drawn["layout"]["shapes"] if shape["line"]["width"] == 6]
    assert [(shape["x0"], shape["x1"]) for shape in thick] == [(100.0, 150.0)]


def test_what_is_not_set_has_no_mark_and_a_row_without_any_is_left_out() -> None:
    """待定 is never drawn as zero."""
    unset = number(Quantity.unset_(YUAN))
    drawn = draw(("甲", unset, unset, unset), ("乙", unset, number(money(100)), ()))
    assert [trace["x"] for trace in drawn["data"]] == [[], [100.0], []]
    assert drawn["layout"]["yaxis"]["ticktext"] == ["乙"]


def test_the_marks_begin_again_after_four() -> None:
    """The strong one has its own; a text can show each."""
    assert marks(["a", "b", "c", "d", "e", "f"], "c") == [*OTHERS[:2], STRONG, *OTHERS[2:], OTHERS[0]]
