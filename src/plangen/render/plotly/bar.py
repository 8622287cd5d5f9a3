"""Horizontal bars, one a row: solid to the low end, hatched to the high end, a dashed frame where unset."""

from plangen.render.plotly.point import Point, slot_of
from plangen.render.plotly.sketch import (
    INK,
    INK_3,
    UNSET,
    Sketch,
    category_axis,
    hatch,
    hidden_axis,
    keys,
    member,
    said,
)
from plangen.render.tree_layout import text_width

_ROW, _NARROW_ROW, _GAP, _APART = 38, 36, 0.4, 18.0


def bar(sketch: Sketch) -> None:
    """Draw the bars of a chart of kind `bar`."""
    rows = [(slot_of(row), sketch.side_label(row), value) for row, _, value in sketch.points("value")]
    values = [value for _, _, value in rows]
    if not rows:
        return
    low = min([0.0, *(value.solid for value in values if value)])
    high = max([0.0, *(value.far for value in values if value)]) or 1.0
    wide = max((text_width(value.text, sketch.size) for value in values if value), default=0.0) + 6
    reach = (high - low) * (wide + 8) / sketch.room
    sketch.keep_right(wide + _running(sketch, wide))
    _solid(sketch, [(slot, value) for slot, _, value in rows])
    _open_end(sketch, [(slot, value) for slot, _, value in rows])
    for place, value in enumerate(values):
        _value_note(sketch, place, value, high)
    sketch.layout |= {
        "xaxis": hidden_axis(low - (reach if low < 0 else 0.0), high),
        "yaxis": category_axis([label for _, label, _ in rows], range=[len(rows) - 0.5, -0.5], tickfont={"color": INK}),
        "bargap": _GAP,
        "barmode": "overlay",
        "height": len(rows) * (_NARROW_ROW if sketch.narrow else _ROW) + 24,
    }


def _running(sketch: Sketch, wide: float) -> float:
    """The running shares in a column of their own at the right edge; gives how wide it is."""
    key = sketch.chart.encode.get("running")
    if not key:
        return 0.0
    rows = [row for row in sketch.chart.table.rows if row.role == "body"]
    shares = [sketch.written(row, key) for row in rows]
    column = max([text_width(text, sketch.size) for text, _ in shares], default=0.0) + _APART
    look = {"xref": "paper", "xanchor": "right", "xshift": round(wide + column), "font": {"color": INK_3}}
    for place, (text, figure) in enumerate(shares):
        sketch.note(1, place, text, figure, **look)
    return column


def _solid(sketch: Sketch, rows: list[tuple[int, Point | None]]) -> None:
    named = zip(keys(len(rows)), rows, strict=True)
    drawn = [(key, slot, value) for key, (slot, value) in named if value and not value.unset]
    sketch.data.append({
        "type": "bar",
        "orientation": "h",
        "y": [key for key, _, _ in drawn],
        "x": [value.solid for _, _, value in drawn],
        "marker": {"color": [member(slot) for _, slot, _ in drawn]},
        **said([value for _, _, value in drawn]),
    })  # fmt: skip


def _open_end(sketch: Sketch, rows: list[tuple[int, Point | None]]) -> None:
    """The hatched part of ranges and upper bounds, one trace a row because each has its own colour."""
    for key, (slot, value) in zip(keys(len(rows)), rows, strict=True):
        if value and value.far > value.solid:
            sketch.data.append({
                "type": "bar",
                "orientation": "h",
                "y": [key],
                "base": [value.solid],
                "x": [value.far - value.solid],
                "marker": hatch(member(slot)),
                **said([value]),
            })  # fmt: skip


def _value_note(sketch: Sketch, place: int, value: Point | None, high: float) -> None:
    if value is None:
        sketch.note(0, place, "—", xanchor="left", xshift=6)
    elif value.unset:
        half = (1 - _GAP) / 2
        frame = {"type": "rect", "x0": 0, "x1": high * 0.18, "y0": place - half, "y1": place + half}
        sketch.shapes.append({**frame, "line": {"color": UNSET, "width": 1, "dash": "dash"}, "layer": "below"})
        sketch.note(high * 0.18, place, value.text, value.figure, xanchor="left", xshift=6, font={"color": UNSET})
    elif value.solid < 0:
        sketch.note(value.solid, place, value.text, value.figure, xanchor="right", xshift=-6)
    else:
        sketch.note(value.far, place, value.text, value.figure, xanchor="left", xshift=6)
