"""Bullets: what was reached as a bar, what should be as a tick, bands behind both (after Stephen Few)."""

from plangen.render.plotly.point import Point, slot_of
from plangen.render.plotly.sketch import (
    BAD,
    CLEAR,
    INK,
    INK_3,
    LINE,
    LINE_2,
    SURFACE,
    UNSET,
    Json,
    Said,
    Sketch,
    category_axis,
    hatch,
    hidden_axis,
    keys,
    member,
    said,
)  # fmt: skip
from plangen.render.tree_layout import text_width
from plangen.values.record import record

_ROW, _NARROW_ROW, _GAP = 46, 42, 0.3
_TICK, _BAR, _APART, _EDGE = 0.3, 0.34, 3.0, 1.006
_BANDS = (LINE_2, LINE, SURFACE)
"""Fills of the bands, the lowest first: the farther from the target, the darker."""


@record
class Bullet:
    """One row: its colour, label, what was reached, what should be, the ends of its bands, what stands behind it."""

    slot: int
    label: str
    value: Point | None
    target: Point | None
    bands: tuple[Point | None, ...]
    note: Said

    @property
    def far(self) -> float:
        """The farthest end of what is drawn."""
        marks = (self.value, self.target, *self.bands)
        return max((mark.far for mark in marks if mark), default=0.0)

    def words(self, *, narrow: bool = False) -> list[Said]:
        """`87.5`, `/ 164.5`, `53.2%`: each names its own figure; where there is little room only the last one."""
        note, name = self.note
        if narrow and note:
            return [self.note]
        found = [(self.value.text, self.value.figure) if self.value else ("—", "")]
        found += [(f"/ {self.target.text}", self.target.figure)] if self.target else []
        return [*found, *([(note, name)] if note else [])]

    def width(self, sketch: Sketch) -> float:
        """About how many pixels the words need."""
        words = self.words(narrow=sketch.narrow)
        return sum(text_width(text, sketch.size) + _APART for text, _ in words)


def bullet(sketch: Sketch) -> None:
    """Draw the rows of a chart of kind `bullet`."""
    rows = list(_rows(sketch))
    if not rows:
        return
    high = max(row.far for row in rows) or 1.0
    low = min([0.0, *(row.value.solid for row in rows if row.value)])
    sketch.keep_right(max(row.width(sketch) for row in rows) + 8)
    _bands(sketch, rows)
    _values(sketch, rows)
    _targets(sketch, rows)
    for place, row in enumerate(rows):
        _marks(sketch, place, row, high)
    sketch.layout |= {
        "xaxis": hidden_axis(low, high * _EDGE),
        "yaxis": category_axis([row.label for row in rows], range=[len(rows) - 0.5, -0.5], tickfont={"color": INK}),
        "bargap": _GAP,
        "barmode": "overlay",
        "height": len(rows) * (_NARROW_ROW if sketch.narrow else _ROW) + 24,
    }


def _rows(sketch: Sketch) -> list[Bullet]:
    encode = sketch.chart.encode
    columns = [key for key in encode.get("bands", "").split(",") if key]
    found = []
    for row, _, value in sketch.points("value"):
        note = sketch.written(row, encode["note"]) if "note" in encode else ("", "")
        bands = tuple(sketch.point(row, key) for key in columns)
        target = sketch.point(row, encode["target"])
        found.append(Bullet(slot_of(row), sketch.side_label(row), value, target, bands, note))
    return found


def _bands(sketch: Sketch, rows: list[Bullet]) -> None:
    """The bands, from the highest down, so that the lower ones lie upon them."""
    count = max(len(row.bands) for row in rows)
    for index in reversed(range(count)):
        ends = [(key, row.bands[index]) for key, row in zip(keys(len(rows)), rows, strict=True)]
        drawn = [(key, end) for key, end in ends if end and not end.unset]
        sketch.data.append({
            "type": "bar",
            "orientation": "h",
            "y": [key for key, _ in drawn],
            "x": [end.far for _, end in drawn],
            "marker": {"color": _BANDS[min(index, len(_BANDS) - 1)]},
            "meta": [end.figure for _, end in drawn],
            "hoverinfo": "skip",
        })  # fmt: skip


def _values(sketch: Sketch, rows: list[Bullet]) -> None:
    """The bars: solid to the low end, hatched to the high one."""
    for key, row in zip(keys(len(rows)), rows, strict=True):
        if row.value is None or row.value.unset:
            continue
        words = f"{sketch.title(sketch.chart.encode['value'])} {row.value.text}"
        bar: Json = {"type": "bar", "orientation": "h", "y": [key], "width": _BAR, **said([row.value], [words])}
        sketch.data.append({**bar, "x": [row.value.solid], "marker": {"color": member(row.slot)}})
        if row.value.far > row.value.solid:
            rest = row.value.far - row.value.solid
            sketch.data.append({**bar, "base": [row.value.solid], "x": [rest], "marker": hatch(member(row.slot))})


def _targets(sketch: Sketch, rows: list[Bullet]) -> None:
    """Points over the ticks, not seen, which name each target to whoever points at it or clicks."""
    targets = [(key, row.target) for key, row in zip(keys(len(rows)), rows, strict=True)]
    known = [(key, target) for key, target in targets if target and not target.unset]
    title = sketch.title(sketch.chart.encode["target"])
    sketch.data.append({
        "type": "scatter",
        "mode": "markers",
        "y": [key for key, _ in known],
        "x": [target.far if target.low is None else target.low for _, target in known],
        "marker": {"color": CLEAR, "size": 14, "symbol": "square"},
        **said([target for _, target in known], [f"{title} {target.text}" for _, target in known]),
    })  # fmt: skip


def _marks(sketch: Sketch, place: int, row: Bullet, high: float) -> None:
    """The tick of the target, dashed where it is a bound or a range, and the words at the end."""
    target = row.target
    if target is not None and not target.unset:
        ends = {end for end in (target.low, target.high) if end is not None}
        dash = "solid" if len(ends) == 1 and target.low is not None and target.high is not None else "dot"
        for end in sorted(ends):
            tick = {"type": "line", "x0": end, "x1": end, "y0": place - _TICK, "y1": place + _TICK}
            sketch.shapes.append({**tick, "line": {"color": INK, "width": 2.5, "dash": dash}})
    unset = row.value is None or row.value.unset
    tones = {"bad": BAD, "good": INK}
    colour = UNSET if unset else tones.get(row.value.tone if row.value else "", INK_3)
    shift = 8.0
    for text, figure in row.words(narrow=sketch.narrow):
        more = {"xanchor": "left", "xshift": round(shift), "font": {"color": colour}}
        sketch.note(max(row.far, high * 0.02), place, text, figure, **more)
        shift += text_width(text, sketch.size) + _APART
