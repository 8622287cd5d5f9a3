"""Two sides: what counts for something to the right of a line, what counts against it to the left, the rest behind."""

from plangen.render.plotly.point import Point
from plangen.render.plotly.sketch import (
    INK,
    INK_3,
    LINE_2,
    PAGE,
    STRONG,
    Json,
    Sketch,
    category_axis,
    hidden_axis,
    keys,
    member,
    said,
)
from plangen.values import record

_ROW, _NARROW_ROW, _GAP, _HEAD = 42, 40, 0.4, 0.62
SIDES = ("right", "left", "middle")


@record
class Area:
    """One row: its label, and what stands on its sides; no length where a side has nothing."""

    label: str
    sides: dict[str, Point | None]

    def length(self, side: str) -> float:
        """How long the bar of a side is."""
        found = self.sides.get(side)
        return found.solid if found and not found.unset else 0.0

    def start(self, side: str) -> float:
        """Where the bar of a side begins: left of the line, at the line, or behind the right one."""
        return {"left": -self.length("left"), "right": 0.0, "middle": self.length("right")}[side]


def diverging(sketch: Sketch) -> None:
    """Draw the rows of a chart of kind `diverging`."""
    encode = sketch.chart.encode
    used = [side for side in SIDES if encode.get(side)]
    rows = [
        Area(sketch.side_label(row), {side: sketch.point(row, encode[side]) for side in used})
        for row in sketch.chart.table.rows
        if row.role == "body"
    ]
    if not any(row.length(side) for row in rows for side in used):
        return
    for side in used:
        _bars(sketch, rows, side)
    left = max(row.length("left") for row in rows)
    right = max(row.length("right") + row.length("middle") for row in rows)
    _name_sides(sketch)
    line: Json = {"type": "line", "x0": 0, "x1": 0, "y0": -0.5, "y1": len(rows) - 0.5}
    sketch.shapes.append({**line, "line": {"color": LINE_2, "width": 1}})
    room = max(left + right, 1.0) * 0.06
    sketch.layout |= {
        "xaxis": hidden_axis(-max(left, room * 3), max(right, room * 3)),
        "yaxis": category_axis(
            [row.label for row in rows], range=[len(rows) - 0.5, -0.5 - _HEAD], tickfont={"color": INK}
        ),
        "bargap": _GAP,
        "barmode": "overlay",
        "height": round((len(rows) + _HEAD) * (_NARROW_ROW if sketch.narrow else _ROW)) + 24,
    }


def _bars(sketch: Sketch, rows: list[Area], side: str) -> None:
    """One side of all rows: each bar, and its number inside it in the ink that its fill can bear."""
    colours = {"right": (STRONG, PAGE), "left": (member(0), "var(--pg-m0-ink)"), "middle": (PAGE, INK)}
    fill, ink = colours[side]
    drawn = [(place, row, row.sides[side]) for place, row in enumerate(rows) if row.length(side)]
    names, title = keys(len(rows)), sketch.title(sketch.chart.encode[side])
    edge: Json = {"color": INK_3 if side == "middle" else PAGE, "width": 1 if side == "middle" else 1.5}
    points = [point for _, _, point in drawn]
    sketch.data.append({
        "type": "bar",
        "orientation": "h",
        "y": [names[place] for place, _, _ in drawn],
        "base": [row.start(side) for _, row, _ in drawn],
        "x": [row.length(side) for _, row, _ in drawn],
        "marker": {"color": fill, "line": edge},
        **said(points, [f"{title} {point.text}" if point else "" for point in points]),
    })  # fmt: skip
    for place, row, point in drawn:
        if point:
            middle = row.start(side) + row.length(side) / 2
            sketch.note(middle, place, f"<b>{point.text}</b>", point.figure, font={"color": ink})


def _name_sides(sketch: Sketch) -> None:
    """What each side is, in the order of its place, above the first row."""
    encode, y = sketch.chart.encode, -0.5 - _HEAD / 2
    look: Json = {"font": {"color": INK_3}}
    signs = {"right": "{} →", "middle": "□ {}"}
    right = [sign.format(sketch.title(encode[side])) for side, sign in signs.items() if encode.get(side)]
    sketch.note(0, y, "　".join(right), "", xanchor="left", xshift=6, **look)
    if encode.get("left"):
        sketch.note(0, y, f"← {sketch.title(encode['left'])}", "", xanchor="right", xshift=-6, **look)
