"""Steps: levels over whole rows, the line they are held against, which side of it is the wrong one."""

from typing import Any

from plangen.render.plotly import figure
from plangen.render.tree_layout import text_width
from plangen.values import YUAN, Quantity
from plangen.views import Chart, Column, Row, Table
from unit.render.samples import money, number


def draw(given: Chart) -> dict[str, Any]:
    """A figure, with its parts open to indexing."""
    return figure(given)


def test_steps_are_levels_over_whole_rows_against_a_line() -> None:
    """Two levels with a riser between them, a gap, and the line over all rows; what is below says so."""
    columns = tuple(Column(key, key, numeric=key != "a") for key in "abq")
    values = (money(25), money(60), None)
    rows = tuple(Row(((f"{place}",), number(value), number(money(40)))) for place, value in enumerate(values))
    encode = {"label": "a", "value": "b", "line": "q"}
    drawn = draw(Chart("c", "step", "题", "万元", Table("t", "", columns, rows), encode, "万元"))
    shapes = [(each["x0"], each["x1"], each["y0"], each["y1"]) for each in drawn["layout"]["shapes"]]
    assert shapes == [
        (-0.5, 0.5, 40.0, 40.0), (0.5, 1.5, 40.0, 40.0), (1.5, 2.5, 40.0, 40.0),
        (-0.5, 0.5, 25.0, 25.0), (0.5, 1.5, 60.0, 60.0), (0.5, 0.5, 25.0, 60.0),
    ]  # fmt: skip
    texts = [note["text"] for note in drawn["layout"]["annotations"]]
    assert texts == ["<b>▼ 25</b>", "<b>60</b>", "q 40"]
    *levels, line = drawn["layout"]["annotations"]
    assert all(note["bgcolor"] == "var(--pg-bg)" for note in levels)
    assert line["x"] == 2.5, "right of the last row, where no level is"
    assert line["xshift"] + text_width(line["text"], 13) <= drawn["layout"]["margin"]["r"]


def test_a_line_to_stay_under_is_crossed_from_below() -> None:
    """25 under 40 is good where lower is better, 60 is told by ▲."""
    columns = tuple(Column(key, key, numeric=key != "a") for key in "abq")
    rows = tuple(Row(((f"{value}",), number(money(value)), number(money(40)))) for value in (25, 60))
    encode = {"label": "a", "value": "b", "line": "q", "better": "lower"}
    drawn = draw(Chart("c", "step", "题", "万元", Table("t", "", columns, rows), encode, "万元"))
    low, high, _ = drawn["layout"]["annotations"]
    assert (low["text"], high["text"]) == ("<b>25</b>", "<b>▲ 60</b>")
    assert (low["font"]["color"], high["font"]["color"]) == ("var(--pg-ink)", "var(--pg-bad)")


def test_a_step_that_may_reach_its_line_is_not_said_to_be_below() -> None:
    """25 to 60 against 40, and 40 against 40."""
    columns = tuple(Column(key, key, numeric=key != "a") for key in "abq")
    values = (Quantity.range_(250_000, 600_000, YUAN), money(40))
    rows = tuple(Row(((f"{place}",), number(value), number(money(40)))) for place, value in enumerate(values))
    drawn = draw(
        Chart(
            "c", "step", "题", "万元", Table("t", "", columns, rows), {"label": "a", "value": "b", "line": "q"}, "万元"
        )
    )
    texts = [note["text"] for note in drawn["layout"]["annotations"]]
    assert texts == ["<b>25–60</b>", "<b>40</b>", "q 40"]
