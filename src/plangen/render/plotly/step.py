"""Steps: a level a row, against a line that all of them should reach."""

from plangen.render.plotly.point import Point
from plangen.render.plotly.sketch import (
    BAD,
    INK,
    INK_3,
    LINE_2,
    ON_GRID,
    Json,
    Sketch,
    category_axis,
    keys,
    member,
    said,
    value_axis,
)
from plangen.render.tree_layout import text_width


def step(sketch: Sketch) -> None:
    """Draw the levels of a chart of kind `step`; a row without a number leaves a gap."""
    rows = [
        (label, value, sketch.point(row, sketch.chart.encode["line"])) for row, label, value in sketch.points("value")
    ]
    values, line = [value for _, value, _ in rows], [each for _, _, each in rows]
    if not any(value and not value.unset for value in values):
        return
    heights, due = [_height(value) for value in values], [_height(each) for each in line]
    _levels(sketch, due, {"color": INK_3, "width": 1.5, "dash": "dot"})
    _levels(sketch, heights, {"color": member(1), "width": 3})
    _hover(sketch, values, heights)
    for place, value in enumerate(values):
        _say(sketch, place, value, line[place])
    _say_line(sketch, line)
    high = max([height for height in (*heights, *due) if height is not None], default=1.0) or 1.0
    ticks = category_axis([label for label, _, _ in rows], range=[-0.6, len(rows) - 0.5], tickfont={"color": INK_3})
    sketch.layout |= {"xaxis": ticks | {"showline": True, "linecolor": LINE_2}, "yaxis": value_axis(0.0, high * 1.2)}


def _height(value: Point | None) -> float | None:
    if value is None or value.unset:
        return None
    return value.low if value.low is not None else value.high


def _levels(sketch: Sketch, heights: list[float | None], stroke: Json) -> None:
    """A level over the whole width of each row, and the risers between neighbours."""
    before: float | None = None
    for place, height in enumerate(heights):
        if height is not None:
            level: Json = {"type": "line", "x0": place - 0.5, "x1": place + 0.5, "y0": height, "y1": height}
            sketch.shapes.append({**level, "line": stroke})
            if before is not None and before != height:
                riser: Json = {"type": "line", "x0": place - 0.5, "x1": place - 0.5, "y0": before, "y1": height}
                sketch.shapes.append({**riser, "line": stroke})
        before = height


def _hover(sketch: Sketch, values: list[Point | None], heights: list[float | None]) -> None:
    """Dots that name each level to whoever points at it."""
    sketch.data.append({
        "type": "scatter",
        "mode": "markers",
        "marker": {"color": member(1), "size": 6},
        "x": keys(len(values)),
        "y": heights,
        **said(values, [value.text if value else "" for value in values]),
    })  # fmt: skip


def _say(sketch: Sketch, place: int, value: Point | None, due: Point | None) -> None:
    """A level's number, on the side away from the line; in red with ▼ or ▲ where it is certainly on the wrong side."""
    height, line = _height(value), _height(due)
    if value is None or height is None:
        return
    wrong = _is_wrong(value, due, better=sketch.chart.encode.get("better", "higher"))
    below = line is not None and height < line
    text = f"<b>{'▼' if below else '▲'} {value.text}</b>" if wrong else f"<b>{value.text}</b>"
    shift = -15 if below else 15
    sketch.note(place, height, text, value.figure, yshift=shift, font={"color": BAD if wrong else INK}, **ON_GRID)


def _is_wrong(value: Point, due: Point | None, *, better: str) -> bool:
    """Whether a level is certainly below a line that it should reach, or above one that it should stay under."""
    if due is None or due.unset:
        return False
    if better == "lower":
        return value.low is not None and due.high is not None and value.low > due.high
    return value.high is not None and due.low is not None and value.high < due.low


def _say_line(sketch: Sketch, line: list[Point | None]) -> None:
    """The line's own number, once, right of its end."""
    place = max((place for place, each in enumerate(line) if each and not each.unset), default=None)
    point = line[place] if place is not None else None
    if place is None or point is None:
        return
    words = [sketch.title(sketch.chart.encode["line"]), point.text]
    text = ("<br>" if sketch.narrow else " ").join(words)
    sketch.keep_right((max if sketch.narrow else sum)(text_width(word, sketch.size) + 4 for word in words))
    look: Json = {"xanchor": "left", "xshift": 6, "align": "left", "font": {"color": INK_3}}
    sketch.note(place + 0.5, _height(point), text, point.figure, **look)
