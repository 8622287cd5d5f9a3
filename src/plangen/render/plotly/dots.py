"""Dots: one row a figure, one mark a value, a line from the least to the most (a Cleveland dot plot)."""

from plangen.render.plotly.point import Point
from plangen.render.plotly.sketch import (
    INK,
    INK_2,
    LINE_2,
    Json,
    Sketch,
    category_axis,
    hidden_axis,
    keys,
    member,
    said,
)
from plangen.render.tree_layout import text_width

STRONG = ("circle", "●")
"""The mark of the value that the others are compared with: as plotly calls it, and as text shows it."""
OTHERS = (("circle-open", "○"), ("diamond-open", "◇"), ("square-open", "□"), ("triangle-up-open", "△"))
"""The marks of the others, in order; beyond four they begin again."""
_ROW, _NARROW_ROW = 54, 50
Mark = tuple[str, str]


def marks(values: list[str], strong: str) -> list[Mark]:
    """The mark of each value column."""
    others = [name for name in values if name != strong]
    return [STRONG if name == strong else OTHERS[others.index(name) % len(OTHERS)] for name in values]


def dots(sketch: Sketch) -> None:
    """Draw the dots of a chart of kind `dots`.

    A value that is not set has no mark; a range is a thick line from its mark; a bound is marked where it lies.
    """
    names = [name for name in sketch.chart.encode["values"].split(",") if name]
    strong = sketch.chart.encode.get("strong", "")
    rows = [
        (sketch.side_label(row), [sketch.point(row, name) for name in names])
        for row in sketch.chart.table.rows
        if row.role == "body"
    ]
    drawn = [(label, points) for label, points in rows if any(_is_drawn(point) for point in points)]
    if not drawn:
        return
    for place, (_, points) in enumerate(drawn):
        _connect(sketch, place, points)
        _say(sketch, place, points, names.index(strong) if strong in names else -1)
    for index, (name, mark) in enumerate(zip(names, marks(names, strong), strict=True)):
        _mark(sketch, [points[index] for _, points in drawn], mark, strong=name == strong)
    _lay_out(sketch, drawn)


def _is_drawn(value: Point | None) -> bool:
    return value is not None and not value.unset


def _known(points: list[Point | None]) -> list[Point]:
    return [value for value in points if value is not None and not value.unset]


def _at(value: Point) -> float:
    """Where a value is marked: at its number, the low end of a range, or the end that a bound has."""
    return value.low if value.low is not None else value.far


def _far(value: Point) -> float:
    return value.high if value.high is not None else _at(value)


def _lay_out(sketch: Sketch, drawn: list[tuple[str, list[Point | None]]]) -> None:
    known = [value for _, points in drawn for value in _known(points)]
    low, high = min([0.0, *map(_at, known)]), max([0.0, *map(_far, known)]) or 1.0
    wide = max(text_width(value.text, sketch.size) for value in known)
    sketch.keep_right(wide + 10)
    sketch.layout |= {
        "xaxis": hidden_axis(low - (high - low) * (wide + 20) / sketch.room * 0.75, high),
        "yaxis": category_axis([label for label, _ in drawn], range=[len(drawn) - 0.5, -0.6], tickfont={"color": INK}),
        "height": len(drawn) * (_NARROW_ROW if sketch.narrow else _ROW) + 28,
    }


def _connect(sketch: Sketch, place: int, points: list[Point | None]) -> None:
    """A thin line from the least to the most, and a thick one over each range."""
    known = _known(points)
    ends = (min(map(_at, known)), max(map(_far, known)))
    _line(sketch, place, ends, {"color": LINE_2, "width": 2})
    for value in known:
        _line(sketch, place, (_at(value), _far(value)), {"color": member(0), "width": 6})


def _line(sketch: Sketch, place: int, ends: tuple[float, float], stroke: Json) -> None:
    if ends[0] < ends[1]:
        frame = {"type": "line", "x0": ends[0], "x1": ends[1], "y0": place, "y1": place, "layer": "below"}
        sketch.shapes.append({**frame, "line": stroke})


def _mark(sketch: Sketch, points: list[Point | None], mark: Mark, *, strong: bool) -> None:
    named = [(key, value) for key, value in zip(keys(len(points)), points, strict=True) if value and not value.unset]
    edge, size = {"width": 2, "color": member(1)}, 9 if sketch.narrow else 12 if strong else 11
    sketch.data.append({
        "type": "scatter",
        "mode": "markers",
        "y": [key for key, _ in named],
        "x": [_at(value) for _, value in named],
        "marker": {"symbol": mark[0], "size": size, "color": member(1), "line": edge},
        "cliponaxis": False,
        **said([value for _, value in named], [f"{mark[1]} {value.text}" for _, value in named]),
    })  # fmt: skip


def _say(sketch: Sketch, place: int, points: list[Point | None], strong: int) -> None:
    """The least stands before its mark, the most behind it; the strong one between them above."""
    known = sorted(_known(points), key=lambda value: (_at(value), _far(value)))
    main = points[strong] if strong >= 0 else None
    least, most = known[0], known[-1]
    if least.text != most.text:
        look: Json = {"xanchor": "right", "xshift": -9, "font": _ink(least, main)}
        sketch.note(_at(least), place, _bold(least, main), least.figure, **look)
    look = {"xanchor": "left", "xshift": 9, "font": _ink(most, main)}
    sketch.note(_far(most), place, _bold(most, main), most.figure, **look)
    if main is not None and not main.unset and main.text not in (least.text, most.text):
        look = {"xanchor": "center", "yshift": 16, "font": _ink(main, main)}
        sketch.note(_at(main), place, _bold(main, main), main.figure, **look)


def _bold(value: Point, main: Point | None) -> str:
    return f"<b>{value.text}</b>" if main is not None and value.text == main.text else value.text


def _ink(value: Point, main: Point | None) -> Json:
    return {"color": INK if main is not None and value.text == main.text else INK_2}
