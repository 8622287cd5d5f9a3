"""Figures: plotly takes them as they are, and they show what the table says."""

from decimal import Decimal
from typing import Any

import plotly.graph_objects as go
import pytest

from plangen.render.plotly import figure
from plangen.values import YUAN, Address, Quantity
from plangen.views import Chart, Column, Dot, Line, Row, Table
from unit.render.samples import chart, days, money, number

KINDS = ["bar", "bullet", "stack", "step", "line", "treemap", "gantt", "waterfall", "dots", "diverging"]


def draw(given: Chart, *, narrow: bool = False) -> dict[str, Any]:
    """A figure, with its parts open to indexing."""
    return figure(given, narrow=narrow)


def simple(kind: str, *rows: tuple[str, Line] | tuple[str, Line, str], **encode: str) -> Chart:
    """A chart of labels and values; a third part is a row's role."""
    cells = tuple(Row(((row[0],), row[1]), row[2] if len(row) > 2 else "body") for row in rows)  # type: ignore[arg-type]
    sheet = Table("t", "", (Column("a", "项"), Column("b", "值", numeric=True)), cells)
    return Chart("c", kind, "题", "万元", sheet, {"label": "a", "value": "b", **encode}, "万元")  # type: ignore[arg-type]


def resolved(value: Any) -> Any:
    """A figure with its CSS variables replaced by colours and sizes plotly knows, as the page's script does."""
    if isinstance(value, str) and value.startswith("var(--pg-"):
        return "sans-serif" if "font" in value else "#123456"
    if isinstance(value, dict):
        return {key: resolved(inner) for key, inner in value.items()}
    return [resolved(inner) for inner in value] if isinstance(value, list) else value


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("kind", KINDS)
def test_plotly_accepts_every_property(kind: str, narrow: bool) -> None:
    """Plotly accepts every property."""
    drawn = go.Figure(resolved(draw(chart(kind), narrow=narrow)))
    assert drawn.data


@pytest.mark.parametrize("kind", KINDS)
def test_without_rows_nothing_is_drawn(kind: str) -> None:
    """Without rows nothing is drawn."""
    given = chart(kind)
    empty = Chart(given.id, given.kind, "", "", Table("t", "", given.table.columns, ()), given.encode)
    assert draw(empty)["data"] == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("narrow", [False, True])
def test_no_legend_no_axis_line_by_accident_and_typed_axes(kind: str, narrow: bool) -> None:
    """No legend no axis line by accident and typed axes."""
    layout = draw(chart(kind), narrow=narrow)["layout"]
    assert layout["showlegend"] is False
    for axis in (layout[name] for name in ("xaxis", "yaxis") if name in layout):
        assert axis["type"] in {"category", "linear", "date"}
        assert "linecolor" not in axis or axis["showline"] is True
        assert axis["fixedrange"] is True


def test_rows_with_labels_that_look_like_numbers_stay_apart() -> None:
    """Rows with labels that look like numbers stay apart."""
    drawn = draw(simple("bar", ("2025", number(money(1))), ("2025", number(money(2)))))
    assert drawn["data"][0]["y"] == ["r0", "r1"]
    assert drawn["layout"]["yaxis"]["ticktext"] == ["2025", "2025"]


def test_a_range_is_solid_to_its_low_end_and_hatched_to_its_high() -> None:
    """A range is solid to its low end and hatched to its high."""
    drawn = draw(simple("bar", ("山东", number(Quantity.range_(Decimal(1_000_000), Decimal(1_500_000), YUAN)))))
    solid, open_end = drawn["data"]
    assert solid["x"] == [100.0]
    assert (open_end["base"], open_end["x"]) == ([100.0], [50.0])
    assert open_end["marker"]["pattern"]["bgcolor"] == "var(--pg-bg)"


def test_an_unset_bar_is_a_dashed_frame_with_its_word() -> None:
    """An unset bar is a dashed frame with its word."""
    drawn = draw(simple("bar", ("湖北", number(Quantity.unset_(YUAN))), ("浙江", number(money(300)))))
    assert drawn["layout"]["shapes"][0]["line"]["dash"] == "dash"
    assert drawn["layout"]["annotations"][0]["text"] == "待定"
    assert [trace["y"] for trace in drawn["data"]] == [["r1"]], "what is not set has no bar, not even one of no length"


def test_a_member_keeps_its_colour_and_the_seventh_is_the_rest() -> None:
    """A member keeps its colour and the seventh is the rest."""
    rows = tuple(Row(((Dot(slot), "x"), number(money(slot)))) for slot in (6, 7))
    sheet = Table("t", "", (Column("a", ""), Column("b", "", numeric=True)), rows)
    drawn = draw(Chart("c", "bar", "", "", sheet, {"label": "a", "value": "b"}, "万元"))
    assert drawn["data"][0]["marker"]["color"] == ["var(--pg-m6)", "var(--pg-m0)"]


def test_a_waterfall_runs_from_step_to_step_and_totals_stand_on_the_ground() -> None:
    """A waterfall runs from step to step and totals stand on the ground."""
    drawn = draw(
        simple(
            "waterfall",
            ("甲", number(money(10))),
            ("乙", number(money(-4))),
            ("无明细", number(money(14)), "residual"),
            ("合计", number(money(20)), "total"),
        )
    )
    bars, rest = drawn["data"]
    assert (bars["base"], bars["x"]) == ([0.0, 10.0, 0.0], [10.0, -4.0, 20.0])
    assert (rest["base"], rest["x"]) == ([6.0], [14.0])
    assert rest["marker"]["color"] == "var(--pg-bg)"
    assert [shape["x0"] for shape in drawn["layout"]["shapes"]] == [10.0, 6.0, 20.0]


def test_the_value_of_a_long_step_stands_inside_where_nothing_is_left_of_it() -> None:
    """Right of it the picture ends, and left of it it does not begin: what stands there would be cut."""
    drawn = draw(
        simple(
            "waterfall", ("差旅", number(money(95))), ("广告", number(money(5))), ("合计", number(money(100)), "total")
        )
    )
    long = next(note for note in drawn["layout"]["annotations"] if note["text"] == "95")
    assert (long["x"], long["xanchor"]) == (95.0, "right")


def test_a_stack_draws_no_nothing_and_names_each_series_once() -> None:
    """A series that the last bar does not have is named at its own last bar; zero has neither bar nor text."""
    columns = (Column("q", ""), Column("a", "甲", numeric=True), Column("b", "乙", numeric=True))
    rows = (Row((("一季",), number(money(0)), number(money(3)))), Row((("二季",), number(money(4)), number(money(0)))))
    drawn = draw(Chart("c", "stack", "", "", Table("t", "", columns, rows), {"label": "q", "values": "a,b"}, "万元"))
    assert [(trace["x"], trace["y"]) for trace in drawn["data"]] == [(["r1"], [4.0]), (["r0"], [3.0])]
    texts = sorted(note["text"] for note in drawn["layout"]["annotations"])
    assert texts == ["3", "4", "<b>3</b>", "<b>4</b>", "乙", "甲"]


def test_a_stack_of_more_than_six_series_shows_five_and_the_rest() -> None:
    """A stack of more than six series shows five and the rest."""
    columns = (Column("q", ""), *(Column(f"v{place}", f"名{place}", numeric=True) for place in range(8)))
    row = Row((("一季",), *(number(money(place + 1)) for place in range(8))))
    encode = {"label": "q", "values": ",".join(f"v{place}" for place in range(8))}
    drawn = draw(Chart("c", "stack", "", "", Table("t", "", columns, (row,)), encode, "万元"))
    assert [trace["y"] for trace in drawn["data"]] == [[1.0], [2.0], [3.0], [4.0], [5.0], [21.0]]
    assert any("其余" in note["text"] for note in drawn["layout"]["annotations"])
    assert any("<b>36</b>" in note["text"] for note in drawn["layout"]["annotations"])


def test_a_stack_writes_about_and_missing_parts_into_its_total() -> None:
    """A stack writes about and missing parts into its total."""
    columns = (Column("q", ""), Column("a", "甲", numeric=True), Column("b", "乙", numeric=True))
    row = Row((("一季",), number(money(5, about=True)), number(Quantity.unset_(YUAN))))
    drawn = draw(Chart("c", "stack", "", "", Table("t", "", columns, (row,)), {"label": "q", "values": "a,b"}, "万元"))
    assert any(note["text"] == "<b>约 5</b> +待定" for note in drawn["layout"]["annotations"])


def test_a_line_says_what_would_be_needed() -> None:
    """A line says what would be needed."""
    columns = (Column("m", ""), Column("v", "实际", numeric=True), Column("p", "计划", numeric=True))
    rows = (
        Row((("6月",), number(money(120)), number(money(156)))),
        Row((("7月",), (), number(money(312)))),
        Row((("8月",), (), number(money(468)))),
    )
    encode = {"label": "m", "value": "v", "plan": "p"}
    drawn = draw(Chart("c", "line", "", "", Table("t", "", columns, rows), encode, "万元"))
    plan, needed, actual = drawn["data"]
    assert plan["y"] == [156.0, 312.0, 468.0]
    assert (needed["x"], needed["y"]) == (["r0", "r2"], [120.0, 468.0])
    assert actual["y"] == [120.0, None, None]


def test_a_treemap_never_gives_children_more_than_their_parent() -> None:
    """A treemap never gives children more than their parent."""
    rows = (
        Row(((Dot(1), "全部"), number(money(10)))),
        Row((("甲",), number(money(6))), level=1),
        Row((("乙",), number(money(5))), level=1),
    )
    sheet = Table("t", "", (Column("a", ""), Column("b", "", numeric=True)), rows)
    (tiles,) = draw(Chart("c", "treemap", "", "", sheet, {"label": "a", "value": "b"}, "万元"))["data"]
    assert tiles["values"] == [11.0, 6.0, 5.0]
    assert tiles["parents"] == ["", "r0", "r0"]


def test_a_gantt_bar_covers_its_last_day() -> None:
    """A gantt bar covers its last day."""
    drawn = draw(chart("gantt"))
    assert drawn["data"][0]["base"] == ["2025-05-08", "2025-05-12"]
    assert drawn["data"][0]["x"] == [86_400_000, 34 * 86_400_000]
    assert drawn["layout"]["xaxis"]["side"] == "top"
    assert any(note["text"] == "待定" for note in drawn["layout"]["annotations"])


@pytest.mark.parametrize("narrow", [False, True])
def test_only_the_days_in_dispute_are_framed(*, narrow: bool) -> None:
    """One day before the bar, five at its end: the bar itself has no frame."""
    drawn = draw(chart("gantt"), narrow=narrow)
    frames = [shape for shape in drawn["layout"]["shapes"] if shape.get("yref") != "paper"]
    assert [(each["x0"], each["x1"]) for each in frames] == [("2025-05-11", "2025-05-12"), ("2025-06-10", "2025-06-15")]
    assert {(each["y0"], each["y1"], each["line"]["color"]) for each in frames} == {(0.75, 1.25, "var(--pg-bad)")}
    assert "line" not in drawn["data"][0]["marker"]


def test_days_in_dispute_are_in_sight() -> None:
    """The axis begins with a disputed day before the first bar and ends with one behind the last."""
    columns = tuple(Column(key, key) for key in ("label", "start", "end", "days", "note", "disputed"))
    told = "2025-05-06 to 2025-05-07, 2025-05-10"
    row = Row((("a",), ("2025-05-08",), ("2025-05-09",), days(2), ("n",), (told,)))
    encode = {column.key: column.key for column in columns}
    drawn = draw(Chart("c", "gantt", "", "", Table("t", "", columns, (row,)), encode))
    assert drawn["layout"]["xaxis"]["range"] == ["2025-05-06", "2025-05-11"]
    assert {note["x"] for note in drawn["layout"]["annotations"]} == {"2025-05-11"}


def test_the_days_of_an_axis_are_as_far_apart() -> None:
    """A plan from April to August on a phone: every second month from its first day on, not April, May and July."""
    columns = tuple(Column(key, key) for key in ("label", "start", "end", "days", "note", "disputed"))
    row = Row((("a",), ("2026-04-01",), ("2026-08-31",), days(153), (), ()))
    encode = {column.key: column.key for column in columns}
    drawn = draw(Chart("c", "gantt", "", "", Table("t", "", columns, (row,)), encode), narrow=True)
    assert drawn["layout"]["xaxis"]["ticktext"] == ["4-01", "6-01", "8-01"]


def test_free_days_are_bands() -> None:
    """Free days are bands."""
    bands = [shape for shape in draw(chart("gantt"))["layout"]["shapes"] if shape.get("yref") == "paper"]
    assert [(band["x0"], band["x1"]) for band in bands] == [("2025-05-09", "2025-05-12")]


def test_a_column_that_the_table_does_not_have_is_refused() -> None:
    """A column that the table does not have is refused."""
    given = chart("bar")
    wrong = Chart("c", "bar", "", "", given.table, {"label": "label", "value": "nothing"})
    with pytest.raises(KeyError, match="nothing"):
        figure(wrong)


def named(amount: int, item: str) -> Line:
    """A number in 万元 that names its figure."""
    return number(money(amount), address=Address("demo", "objectives", (item,), "target"))


def test_points_and_notes_name_their_figures() -> None:
    """The bar's own name, and that of the text beside it."""
    drawn = draw(simple("bar", ("甲", named(3, "a")), ("乙", named(4, "b"))))
    assert drawn["data"][0]["meta"] == ["demo:objectives/a.target", "demo:objectives/b.target"]
    notes = {note["text"]: note["name"] for note in drawn["layout"]["annotations"]}
    assert notes == {"3": "demo:objectives/a.target", "4": "demo:objectives/b.target"}


@pytest.mark.parametrize(("total", "name"), [(7, "all"), (9, "")])
def test_what_stands_above_a_stack_is_its_total_or_its_sum(total: int, name: str) -> None:
    """The total's figure where the segments add up to it; else the figures that are added, and never a wrong number."""
    columns = (Column("a", ""), Column("one", "甲"), Column("two", "乙"), Column("all", "合计"))
    row = Row((("Q1",), named(3, "a"), named(4, "b"), named(total, "all")))
    encode = {"label": "a", "values": "one,two", "total": "all"}
    drawn = draw(Chart("c", "stack", "", "", Table("t", "", columns, (row,)), encode, "万元"))
    above = next(note for note in drawn["layout"]["annotations"] if note["text"] == "<b>7</b>")
    sum_ = "demo:objectives/a.target + demo:objectives/b.target"
    assert above["name"] == (f"demo:objectives/{name}.target" if name else sum_)


@pytest.mark.parametrize("kind", ["step", "dots", "line"])
def test_levels_marks_and_lines_name_their_figures(kind: str) -> None:
    """Every point, and every text beside one."""
    columns = tuple(Column(key, key, numeric=key != "a") for key in "abq")
    rows = tuple(Row(((f"{place}",), named(25 + place, f"b{place}"), named(40, "q"))) for place in range(2))
    encode = {"label": "a", "value": "b", "line": "q", "plan": "q", "values": "b,q", "strong": "q"}
    drawn = draw(Chart("c", kind, "题", "", Table("t", "", columns, rows), encode, "万元"))  # type: ignore[arg-type]
    named_ = {name for trace in drawn["data"] for name in trace.get("meta", ())}
    assert {f"demo:objectives/b{place}.target" for place in range(2)} <= named_
    wrong = {note["text"] for note in drawn["layout"]["annotations"] if not note.get("name")}
    assert wrong == set()
