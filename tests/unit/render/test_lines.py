"""Cumulative lines of ranges: the band between their ends."""

from decimal import Decimal
from typing import Any

from plangen.render.plotly import figure
from plangen.values import YUAN, Quantity
from plangen.views import Chart, Column, Line, Row, Table
from unit.render.samples import money, number


def ranged_line(*values: Line) -> dict[str, Any]:
    """A cumulative line through some values."""
    columns = (Column("m", ""), Column("v", "累计", numeric=True))
    rows = tuple(Row(((f"{place + 1} 月",), value)) for place, value in enumerate(values))
    return figure(Chart("c", "line", "", "", Table("t", "", columns, rows), {"label": "m", "value": "v"}, "万元"))


def span_of(low: int, high: int) -> Line:
    """A range in 万元."""
    return number(Quantity.range_(Decimal(low * 10_000), Decimal(high * 10_000), YUAN))


def test_a_line_of_ranges_has_a_hatched_band() -> None:
    """There along the low ends and back along the high ones; the line itself is the lower edge, all of it in sight."""
    band, low = ranged_line(number(money(10)), span_of(20, 25), span_of(30, 40))["data"]
    assert band["x"] == ["r0", "r1", "r2", "r2", "r1", "r0"]
    assert band["y"] == [10.0, 20.0, 30.0, 40.0, 25.0, 10.0]
    assert (band["fill"], band["fillpattern"]["shape"], band["hoverinfo"]) == ("toself", "/", "skip")
    assert low["y"] == [10.0, 20.0, 30.0]
    assert low["customdata"][2] == "累计 30–40"
    assert ranged_line(span_of(30, 400))["layout"]["yaxis"]["range"][1] > 400


def test_a_gap_parts_the_band_and_exact_lines_have_none() -> None:
    """A month that is not set is crossed by nothing; a bound has no other end to draw to."""
    unset, least = number(Quantity.unset_(YUAN)), number(Quantity.at_least(Decimal(50_000), YUAN))
    bands = [t["x"] for t in ranged_line(span_of(1, 2), unset, span_of(3, 4))["data"] if t.get("fill")]
    assert bands == [["r0", "r0"], ["r2", "r2"]]
    assert not [trace for trace in ranged_line(number(money(1)), least)["data"] if trace.get("fill")]
