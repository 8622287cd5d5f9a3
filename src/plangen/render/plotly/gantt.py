"""Gantt charts: bars from start to end day (both included), words beside them, the axis on top."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from plangen.render.plotly.point import Point, cell, safe, words_of
from plangen.render.plotly.sketch import (
    BAD,
    INK,
    INK_3,
    LINE,
    LINE_2,
    PAGE,
    SURFACE,
    UNSET,
    Sketch,
    category_axis,
    keys,
    said,
)  # fmt: skip
from plangen.render.tree_layout import text_width
from plangen.render.words import word
from plangen.values import record

_ROW, _NARROW_ROW, _AXIS, _DAY_MS = 39, 36, 56, 86_400_000
_BAR = "var(--pg-gantt)"
_SHORT_PLAN, _MANY_FREE = 100, 12
_HALF_BAR = 0.25
_PARTS = ("start", "end", "note", "disputed")
_STRETCH = re.compile(r"(\d{4}-\d\d-\d\d)(?: \S+ (\d{4}-\d\d-\d\d))?")


@record
class Task:
    """One row. `end` is the day after the last day; `start` None where no date is known. So for the days in dispute."""

    label: str
    start: date | None
    end: date | None
    note: str
    disputed: tuple[tuple[date, date], ...]
    days: Point | None

    def around(self, start: date, end: date) -> tuple[date, date]:
        """From where to where a bar reaches together with the frames of the days in dispute."""
        stretches = [(start, end), *self.disputed]
        return min(first for first, _ in stretches), max(after for _, after in stretches)


def gantt(sketch: Sketch) -> None:
    """Draw the bars of a chart of kind `gantt`."""
    tasks = list(_tasks(sketch))
    known = [(task, task.start, task.end) for task in tasks if task.start is not None and task.end is not None]
    if not known:
        return
    dated = [(start, end) for _, start, end in known]
    around = [task.around(start, end) for task, start, end in known]
    first, last = min(start for start, _ in around), max(end for _, end in around)
    span = (last - first).days
    sketch.shapes += [] if sketch.narrow else list(_free_days(dated))
    sketch.shapes += _disputes(tasks)
    _bars(sketch, tasks)
    for place, task in enumerate(tasks):
        if not sketch.narrow or task.start is None:
            _words(sketch, place, task, first, span)
    sketch.layout |= {
        "xaxis": _time_axis(first, last, narrow=sketch.narrow),
        "yaxis": category_axis([task.label for task in tasks], range=[len(tasks) - 0.5, -0.5], tickfont={"color": INK}),
        "bargap": 0.5,
        "barmode": "overlay",
        "height": len(tasks) * (_NARROW_ROW if sketch.narrow else _ROW) + _AXIS,
    }


def _tasks(sketch: Sketch) -> Iterator[Task]:
    chart = sketch.chart
    for row in chart.table.rows:
        if row.role != "body":
            continue
        texts = {key: words_of(cell(chart, row, chart.encode.get(key, "")), sketch.language) for key in _PARTS}
        start, end = _day(texts["start"]), _day(texts["end"])
        days = sorted(day for day in (start, end) if day is not None)
        after = days[-1] + timedelta(days=1) if days else None
        disputed = tuple(_stretches(texts["disputed"])) if days else ()
        length = sketch.point(row, chart.encode["days"])
        yield Task(sketch.side_label(row), days[0] if days else None, after, safe(texts["note"]), disputed, length)


def _stretches(text: str) -> Iterator[tuple[date, date]]:
    """First day and day after the last of each stretch in a text: `2025-05-11、2025-05-24 至 2025-05-26`."""
    for first, last in _STRETCH.findall(text):
        start, end = _day(first), _day(last or first)
        if start and end:
            yield start, end + timedelta(days=1)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _bars(sketch: Sketch, tasks: Sequence[Task]) -> None:
    names = keys(len(tasks))
    drawn = [(name, task, task.start, task.end) for name, task in zip(names, tasks, strict=True)]
    known = [(name, task, start, end) for name, task, start, end in drawn if start is not None and end is not None]
    sketch.data.append({
        "type": "bar",
        "orientation": "h",
        "y": [name for name, _, _, _ in known],
        "base": [start.isoformat() for _, _, start, _ in known],
        "x": [(end - start).days * _DAY_MS for _, _, start, end in known],
        "marker": {"color": _BAR},
        **said([task.days for _, task, _, _ in known], [_said(sketch, task) for _, task, _, _ in known]),
    })  # fmt: skip


def _said(sketch: Sketch, task: Task) -> str:
    """A task's dates and days: `5-12 至 5-14　3 天`."""
    if task.start is None or task.end is None:
        return word(sketch.language, "unset")
    last = task.end - timedelta(days=1)
    dates = _short(task.start)
    if last != task.start:
        dates += f" {word(sketch.language, 'to')} {_short(last)}"
    return f"{dates}　{word(sketch.language, 'day', task.days.text)}" if task.days else dates


def _short(day: date) -> str:
    return f"{day.month}-{day.day:02}"


def _words(sketch: Sketch, place: int, task: Task, first: date, span: int) -> None:
    """Dates and note right of the bar, left of it where the right has no room; inside where both have none."""
    text, figure = _said(sketch, task), task.days.figure if task.days else ""
    if task.start is None or task.end is None:
        sketch.note(first.isoformat(), place, text, figure, xanchor="left", xshift=6, font={"color": UNSET})
        return
    needs = (text_width(text, 12) + text_width(task.note, 12) + 24) / (sketch.room * 1.5) * span
    start, end = task.around(task.start, task.end)
    before, after = (start - first).days >= needs, (end - first).days + needs <= span
    inside = not before and not after and not task.disputed and (task.end - task.start).days >= needs
    if task.note:
        colour = PAGE if inside else BAD if task.disputed else INK_3
        text += f'　<span style="color:{colour}">{task.note}</span>'
    day, anchor, shift = (
        (start, "left", 6) if inside else (start, "right", -6) if before and not after else (end, "left", 6)
    )
    font = {"size": 12, **({"color": PAGE} if inside else {})}
    sketch.note(day.isoformat(), place, text, figure, xanchor=anchor, xshift=shift, font=font)


def _disputes(tasks: Sequence[Task]) -> Iterator[dict[str, object]]:
    """A frame around the days in dispute, as high as the bar."""
    for place, task in enumerate(tasks):
        for start, end in task.disputed:
            days = {"x0": start.isoformat(), "x1": end.isoformat()}
            height = {"y0": place - _HALF_BAR, "y1": place + _HALF_BAR}
            yield {"type": "rect", **days, **height, "line": {"color": BAD, "width": 2}, "layer": "above"}


def _free_days(dated: Sequence[tuple[date, date]]) -> Iterator[dict[str, object]]:
    """Bands for days without any task; nothing where the plan is long or the gaps are many."""
    bands: list[tuple[date, date]] = []
    first, last = min(start for start, _ in dated), max(end for _, end in dated)
    reach = first
    for start, end in sorted(dated):
        if start > reach:
            bands.append((reach, start))
        reach = max(reach, end)
    if (last - first).days > _SHORT_PLAN or len(bands) > _MANY_FREE:
        return
    for start, end in bands:
        band = {"type": "rect", "xref": "x", "yref": "paper", "x0": start.isoformat(), "x1": end.isoformat()}
        yield {**band, "y0": 0, "y1": 1, "fillcolor": SURFACE, "line": {"width": 0}, "layer": "below"}


def _time_axis(first: date, last: date, *, narrow: bool) -> dict[str, object]:
    ticks = list(_ticks(first, last, 4 if narrow else 9))
    return {
        "type": "date",
        "side": "top",
        "range": [first.isoformat(), last.isoformat()],
        "tickmode": "array",
        "tickvals": [day.isoformat() for day in ticks],
        "ticktext": [_short(day) for day in ticks],
        "tickfont": {"color": INK_3},
        "gridcolor": LINE,
        "showline": True,
        "linecolor": LINE_2,
        "zeroline": False,
        "ticks": "",
        "automargin": True,
        "fixedrange": True,
    }


def _ticks(first: date, last: date, most: int) -> Iterator[date]:
    """Whole weeks from the first day, or the first day and first days of months, about `most` of them."""
    weeks = -(-(last - first).days // 7)
    if weeks <= most * 4:
        step = -(-weeks // most)
        for place in range(0, weeks, max(step, 1)):
            yield first + timedelta(weeks=place)
        return
    months = (last.year - first.year) * 12 + last.month - first.month
    step = -(-months // most)
    yield first
    for place in range(step if first.day == 1 else 1, months + 1, step):  # as far apart as all others
        year, month = divmod(first.year * 12 + first.month - 1 + place, 12)
        tick = date(year, month + 1, 1)
        if (tick - first).days * most > (last - first).days // 2 and tick < last:
            yield tick
