"""Vertical bars, one a row, one segment a series; totals above, names at the last bar, no legend."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plangen.render.plain import figure_name
from plangen.render.plotly.point import Point, cell, measure, safe
from plangen.render.plotly.sketch import (
    INK,
    LINE_2,
    PAGE,
    Sketch,
    category_axis,
    hatch,
    hidden_axis,
    keys,
    member,
    member_ink,
    said,
    shorten,
    value_axis,
)  # fmt: skip
from plangen.render.tree_layout import text_width
from plangen.render.words import word
from plangen.values import record
from plangen.values.quantity import Quantity, total
from plangen.values.refused import Refused
from plangen.views import Line, Num, Row

_GAP, _AXIS, _INSIDE, _LINE, _MOST = 0.34, 52.0, 16.0, 15.0, 6
_ZEROS = re.compile(r"\.0+$")
_BESIDE = 60.0
"""Pixels that the names of the series take from the width of the bars."""


@record
class Series:
    """One series: its name, its member slot, and in each row the numbers that it shows the sum of: mostly one."""

    name: str
    slot: int
    nums: list[tuple[Num, ...]]


@record
class Segment:
    """One part of one bar: which bar, from where, and what it holds."""

    bar: int
    start: float
    value: Point
    series: Series

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return self.start + self.value.far / 2


def stack(sketch: Sketch) -> None:
    """Draw the stacked bars of a chart of kind `stack`."""
    rows = [row for row in sketch.chart.table.rows if row.role == "body"]
    series = _few(list(_series(sketch, rows)), sketch.language)
    segments = list(_segments(sketch, series, len(rows)))
    if not rows or not series:
        return
    top = max((segment.start + segment.value.far for segment in segments), default=0.0) or 1.0
    labelled = len(rows) <= (6 if sketch.narrow else 9)
    for one in series:
        _trace(sketch, [segment for segment in segments if segment.series is one], len(rows))
    height = 260.0 if sketch.narrow else float(sketch.chart.height)
    scale = (height - _AXIS) / (top * 1.1)
    if labelled:
        _totals(sketch, rows, series, segments)
        _inside(sketch, segments, scale, len(rows))
    _names(sketch, segments, scale, len(rows))
    labels = [sketch.label(row) for row in rows]
    ticks = category_axis(labels, range=[-0.5, len(rows) - 0.5], tickfont={"color": INK}, ticklabelstandoff=2)
    sketch.layout |= {
        "xaxis": ticks | {"showline": True, "linecolor": LINE_2},
        "yaxis": hidden_axis(0, top * 1.1) if labelled else value_axis(0, top * 1.1),
        "barmode": "overlay",
        "bargap": _GAP,
        "height": int(height),
    }


def _series(sketch: Sketch, rows: Sequence[Row]) -> Iterator[Series]:
    chart = sketch.chart
    names = [key.strip() for key in chart.encode["values"].split(",")]
    slots = [int(slot) for slot in chart.encode.get("slots", "").split(",") if slot.strip()]
    titles = {column.key: column.title for column in chart.table.columns}
    for place, key in enumerate(names):
        slot = slots[place] if place < len(slots) else place + 1
        nums = [_numbers(cell(chart, row, key)) for row in rows]
        yield Series(safe(shorten(titles.get(key, key), 8)), slot if 1 <= slot <= _MOST else 0, nums)


def _numbers(line: Line) -> tuple[Num, ...]:
    """The first number of a cell, as one or none."""
    return tuple(part for part in line if isinstance(part, Num) and part.quantity is not None)[:1]


def _few(series: list[Series], language: str) -> list[Series]:
    """At most six series: five and the rest."""
    if len(series) <= _MOST:
        return series
    kept, rest = series[: _MOST - 1], series[_MOST - 1 :]
    nums = [tuple(num for one in rest for num in one.nums[place]) for place in range(len(rest[0].nums))]
    return [*kept, Series(word(language, "rest"), 0, nums)]


def _sum(nums: Sequence[Num]) -> Quantity | None:
    """The sum of numbers; None without any, or where their units do not fit."""
    known = [num.quantity for num in nums if num.quantity is not None]
    try:
        return total(known, known[0].unit) if known else None
    except Refused:
        return None


def _point(sketch: Sketch, nums: Sequence[Num]) -> Point | None:
    """Numbers as one point, in the form of the first; it names all of their figures."""
    whole = _sum(nums)
    if whole is None or whole.unset:
        return None
    point = measure(sketch.chart, whole, nums[0], sketch.language)
    return replace(point, figure=" + ".join(figure_name(num) for num in nums))


def _segments(sketch: Sketch, series: Sequence[Series], count: int) -> Iterator[Segment]:
    tops = [0.0] * count
    for one in series:
        for place, nums in enumerate(one.nums):
            value = _point(sketch, nums)
            if value is not None and value.far:
                yield Segment(place, tops[place], value, one)
                tops[place] += value.far


def _trace(sketch: Sketch, segments: Sequence[Segment], count: int) -> None:
    """The segments of one series, with a gap of page colour; hatched from the low to the high end."""
    names, colour = keys(count), member(segments[0].series.slot) if segments else member(0)
    solid = [segment for segment in segments if segment.value.solid]
    open_ = [segment for segment in segments if segment.value.far > segment.value.solid]
    for part, drawn in (("solid", solid), ("open", open_)):
        if not drawn:
            continue
        offset = [0.0 if part == "solid" else segment.value.solid for segment in drawn]
        size = [s.value.solid if part == "solid" else s.value.far - s.value.solid for s in drawn]
        filled = {"color": colour, "line": {"color": PAGE, "width": 1.5}}
        sketch.data.append({
            "type": "bar",
            "x": [names[segment.bar] for segment in drawn],
            "base": [segment.start + more for segment, more in zip(drawn, offset, strict=True)],
            "y": size,
            "marker": filled if part == "solid" else hatch(colour),
            **said([s.value for s in drawn], [f"{s.series.name} {s.value.text}" for s in drawn]),
        })  # fmt: skip


def _totals(sketch: Sketch, rows: Sequence[Row], series: Sequence[Series], segments: Sequence[Segment]) -> None:
    """What stands above each bar: its total's figure where the segments add up to it, else the sum of them."""
    key = sketch.chart.encode.get("total", "")
    for place, row in enumerate(rows):
        nums = tuple(num for one in series for num in one.nums[place])
        whole, given = _sum(nums), _numbers(cell(sketch.chart, row, key))
        if whole is None:
            continue
        fits = [num for num in given if num.quantity is not None and num.quantity.same_as(whole)]
        point = measure(sketch.chart, whole, nums[0], sketch.language)
        text = f"<b>{_fitting(point.text, sketch, segments, 0.9 / len(rows))}</b>"
        if whole.missing and not whole.unset:
            text += f" +{word(sketch.language, 'unset')}"
        top = max((segment.start + segment.value.far for segment in segments if segment.bar == place), default=0.0)
        figure = " + ".join(figure_name(num) for num in (fits or nums))
        sketch.note(place, top, text, figure, yanchor="bottom", yshift=2, font={"color": INK})


def _inside(sketch: Sketch, segments: Sequence[Segment], scale: float, count: int) -> None:
    """Values inside their segments; beside the bar where a segment is too low or hatched.

    The name of a series stands at its last bar; at the last of all bars `_names` writes it.
    """
    last = {one.series.name: one for one in segments}
    for place in range(count - 1):
        ends = [one for one in segments if one.bar == place and last[one.series.name] is one]
        beside = [(one, one.value.text) for one in segments if one.bar == place and not _roomy(one, scale)]
        named = [
            (one, one.series.name if _roomy(one, scale) else f"{one.series.name} {one.value.text}") for one in ends
        ]
        _beside(sketch, place, [*(pair for pair in beside if pair[0] not in ends), *named], scale)
    for one in segments:
        if _roomy(one, scale):
            text = _fitting(one.value.text, sketch, segments, (1 - _GAP) / count)
            sketch.note(one.bar, one.middle, text, one.value.figure, font={"color": member_ink(one.series.slot)})


def _fitting(text: str, sketch: Sketch, segments: Sequence[Segment], part: float) -> str:
    """A number as it fits into a part of the width: without its zeros behind the point, where all numbers have them."""
    if text_width(text, sketch.size) <= (sketch.room - _BESIDE) * part:
        return text
    return _ZEROS.sub("", text) if all(_ZEROS.search(one.value.text) for one in segments) else text


def _names(sketch: Sketch, segments: Sequence[Segment], scale: float, count: int) -> None:
    """Series names right of the last bar."""
    last = [segment for segment in segments if segment.bar == count - 1]
    texts = [(one, one.series.name if _roomy(one, scale) else f"{one.series.name} {one.value.text}") for one in last]
    _beside(sketch, count - 1, texts, scale)
    sketch.keep_right(max((text_width(text, sketch.size) for _, text in texts), default=0.0))


def _beside(sketch: Sketch, place: int, texts: Sequence[tuple[Segment, str]], scale: float) -> None:
    """Texts right of a bar, at the height of their segments, moved up where they would touch."""
    free = 0.0
    for one, text in sorted(texts, key=lambda item: item[0].middle):
        y = max(one.middle, free)
        free = y + _LINE / scale
        sketch.note(place + (1 - _GAP) / 2, y, text, one.value.figure, xanchor="left", xshift=4)


def _roomy(segment: Segment, scale: float) -> bool:
    """Whether a text fits into a segment; never on hatching."""
    return segment.value.far * scale >= _INSIDE and segment.value.far <= segment.value.solid
