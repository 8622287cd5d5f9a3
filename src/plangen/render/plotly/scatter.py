"""Scatter: one mark a row at its two numbers, with the lines that part the field into four."""

from plangen.render.plotly.point import Point
from plangen.render.plotly.sketch import (
    INK_2,
    INK_3,
    LINE_2,
    ON_GRID,
    Json,
    Sketch,
    member,
    said,
    value_axis,
)
from plangen.render.tree_layout import text_width

NAMED = 24
"""Beyond so many marks their names would cover one another: then only the table names them."""
_DOT, _LINE, _AROUND = 7.0, 16.0, 70.0
"""Pixels: around the middle of a mark, the height of a name, what of the height is no drawing area."""
_SIDES: dict[str, Json] = {
    "right": {"xanchor": "left", "xshift": 7},
    "left": {"xanchor": "right", "xshift": -7},
    "above": {"yanchor": "bottom", "yshift": 5},
    "below": {"yanchor": "top", "yshift": -5},
}
Spot = tuple[str, Point | None, Point | None]
Box = tuple[float, float, float, float]


def scatter(sketch: Sketch) -> None:
    """Draw a chart of kind `scatter`: no mark for a row without both numbers, a range at its middle."""
    encode, spots = sketch.chart.encode, list[Spot]()
    for row, label, x in sketch.points("x"):
        y = sketch.point(row, encode["y"])
        known = x is not None and y is not None and not x.unset and not y.unset
        spots.append((label, x, y) if known else (label, None, None))
    if not any(x for _, x, _ in spots):
        return
    _marks(sketch, spots)
    across, up = (_line(sketch, encode.get(key, "")) for key in ("xline", "yline"))
    wide, high = _reach([x for _, x, _ in spots if x], across), _reach([y for _, _, y in spots if y], up)
    if across is not None:
        _divide(sketch, across, {"x0": _middle(across), "x1": _middle(across), "y0": 0.0, "y1": high})
        sketch.note(_middle(across), high, across.text, across.figure, yanchor="bottom", **_quiet())
    if up is not None:
        _divide(sketch, up, {"x0": 0.0, "x1": wide, "y0": _middle(up), "y1": _middle(up)})
        sketch.note(wide, _middle(up), up.text, up.figure, xanchor="right", yshift=9, **_quiet())
    top = high * 1.06
    _place_names(sketch, spots, wide, top)
    across_title = {"title": {"text": sketch.titled(encode["x"]), "font": {"color": INK_3, "size": sketch.size}}}
    up_title: Json = {
        "xref": "paper",
        "yref": "paper",
        "xanchor": "left",
        "yanchor": "bottom",
        "font": {"color": INK_3},
    }
    sketch.note(0, 1, sketch.titled(encode["y"]), "", **up_title, yshift=4)
    sketch.layout["margin"] = {"l": 8, "r": 8, "t": 30, "b": 8, "pad": 4}
    sketch.layout |= {"xaxis": value_axis(0.0, wide) | across_title, "yaxis": value_axis(0.0, top)}


def _middle(value: Point) -> float:
    return (value.solid + value.far) / 2


def _reach(values: list[Point], line: Point | None) -> float:
    """The end of an axis: a little beyond the farthest mark, and beyond the line."""
    ends = [*map(_middle, values), *([_middle(line)] if line else [])]
    return max(ends) * 1.12 or 1.0


def _line(sketch: Sketch, key: str) -> Point | None:
    """Where the field is parted: the first number under a column."""
    rows = sketch.chart.table.rows if key else ()
    found = (sketch.point(row, key) for row in rows)
    return next((each for each in found if each is not None and not each.unset), None)


def _quiet() -> Json:
    return {"font": {"color": INK_3}, **ON_GRID}


def _divide(sketch: Sketch, line: Point, ends: Json) -> None:
    if not line.unset:
        sketch.shapes.append({"type": "line", "line": {"color": LINE_2, "width": 1.5, "dash": "dot"}, **ends})


def _marks(sketch: Sketch, spots: list[Spot]) -> None:
    sketch.data.append({
        "type": "scatter",
        "mode": "markers",
        "x": [x and _middle(x) for _, x, _ in spots],
        "y": [y and _middle(y) for _, _, y in spots],
        "marker": {"color": member(1), "size": 8 if sketch.narrow else 10, "opacity": 0.85},
        "cliponaxis": False,
        "ids": [x.figure if x else "" for _, x, _ in spots],  # `meta` names the figures of y
        **said([y for _, _, y in spots]),
        "hovertext": [label for label, _, _ in spots],
        "hovertemplate": "%{hovertext} %{customdata}<extra></extra>",
    })  # fmt: skip


def _place_names(sketch: Sketch, spots: list[Spot], wide: float, high: float) -> None:
    """The names beside their marks: on the first side where they cover no mark and no other name, else nowhere."""
    if len(spots) > NAMED:
        return
    across, up = (sketch.room * 1.3) / wide, (sketch.height - _AROUND) / high
    points = [(label, _middle(x) * across, _middle(y) * up, x, y) for label, x, y in spots if x and y]
    taken = [(left - _DOT, bottom - _DOT, left + _DOT, bottom + _DOT) for _, left, bottom, _, _ in points]
    for place, (label, left, bottom, x, y) in enumerate(points):
        length, others = text_width(label, sketch.size), taken[:place] + taken[place + 1 :]
        for side, look in _SIDES.items():
            box = _box(side, left, bottom, length)
            if not any(_meet(box, other) for other in others):
                taken.append(box)
                sketch.note(_middle(x), _middle(y), label, "", font={"color": INK_2}, **look)
                break


def _box(side: str, x: float, y: float, length: float) -> Box:
    """Where a name would stand, in pixels from the lower left."""
    if side in ("right", "left"):
        start = x + _DOT if side == "right" else x - _DOT - length
        return start, y - _LINE / 2, start + length, y + _LINE / 2
    low = y + _DOT if side == "above" else y - _DOT - _LINE
    return x - length / 2, low, x + length / 2, low + _LINE


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
