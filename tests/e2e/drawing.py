"""Charts as a browser has drawn them, and the tables behind them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from math import ceil
from typing import Any

from playwright.sync_api import Page

_READ = """() => [...document.querySelectorAll('.pg-chart[data-figure]')].map(chart => ({
  id: chart.id,
  kind: chart.className.match(/pg-chart--(\\w+)/)[1],
  traces: chart.querySelector('.pg-plot').data || [],
  svgs: chart.querySelectorAll('svg.main-svg').length,
  marks: [...chart.querySelectorAll('.point, .slice')].filter(mark => mark.getBoundingClientRect().width > 0).length,
  width: chart.querySelector('.pg-plot').getBoundingClientRect().width,
  texts: [...chart.querySelectorAll('svg text')].map(text => text.textContent),
  rows: [...chart.querySelectorAll('details.pg-data tbody tr')].map(row => [...row.cells].map(cell => {
    const copy = cell.cloneNode(true);
    copy.querySelectorAll('.pg-sr').forEach(node => node.remove());
    return copy.textContent.trim();
  })),
}))"""
_NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?")


@dataclass(frozen=True)
class Drawn:
    """One chart: the traces that were drawn, how many marks can be seen, its words, the rows of its table."""

    id: str
    kind: str
    traces: list[dict[str, Any]]
    svgs: int
    marks: int
    width: float
    texts: list[str]
    rows: list[list[str]]

    def wanted_marks(self) -> int:
        """How many marks the data asks for: no bar of no length, no line; rectangles stand in one more."""
        around = len(self.traces) if self.kind == "treemap" else 0
        marked = [trace for trace in self.traces if trace.get("mode") != "lines"]
        return around + sum(1 for trace in marked for value in _lengths(trace) if value)

    @property
    def series(self) -> list[dict[str, Any]]:
        """The traces that show the table: all but the dashed way to the end of the plan, and bands around ranges."""
        shown = [trace for trace in self.traces if trace.get("line", {}).get("dash") != "dash"]
        return [trace for trace in shown if "fill" not in trace]

    def column(self, place: int) -> list[str]:
        """The texts of one column of the table."""
        return [row[place] for row in self.rows]


def drawn(page: Page) -> list[Drawn]:
    """The charts of a page, those that were not drawn with no trace and no mark."""
    return [Drawn(**found) for found in page.evaluate(_READ)]


def numbers(text: str) -> list[Decimal]:
    """The numbers in a cell: none where it is not set, two for a range."""
    return [Decimal(found.replace(",", "")) for found in _NUMBER.findall(text)]


def _lengths(trace: dict[str, Any]) -> list[float | None]:
    if trace["type"] == "treemap":
        return list(trace["values"])
    return list(trace["x" if _lies(trace) else "y"])


def _lies(trace: dict[str, Any]) -> bool:
    """Whether the values of a trace run from left to right: lying bars and dots."""
    return trace.get("orientation") == "h" or all(isinstance(key, str) for key in trace["y"])


def _exact(value: float) -> Decimal:
    """A plotted float as the decimal it was made from."""
    return Decimal(str(round(value, 6)))


def mismatches(chart: Drawn) -> Iterator[str]:
    """Where the drawing and the table behind it say different things; bars are drawn from one column of the table."""
    plotted = _plotted(chart)
    columns = range(max(map(len, chart.rows), default=1) - 1, 0, -1) if chart.kind == "bar" else (1,)
    found = [list(_apart(chart, plotted, column)) for column in columns]
    yield from min(found, key=len, default=[])
    yield from (f"{chart.id} draws a row {place} that no table has" for place in plotted if place >= len(chart.rows))


def _apart(chart: Drawn, plotted: dict[int, list[object]], column: int) -> Iterator[str]:
    for place, row in enumerate(chart.rows):
        wanted, drawn = _wanted(chart, row, column), plotted.get(place, [])
        bands = len(drawn) - len(wanted) if chart.kind == "bullet" and drawn else 0
        if drawn[max(bands, 0) :] != wanted:
            yield f"{chart.id} row {place}: drawn {drawn}, the table says {wanted}"


def _plotted(chart: Drawn) -> dict[int, list[object]]:
    """Row → what is drawn for it: the lengths of its parts in the order of the traces, at a Gantt day and days."""
    found: dict[int, list[object]] = {}
    for trace in chart.series:
        if chart.kind == "treemap":
            found |= {place: [_exact(value)] for place, value in enumerate(trace["values"])}
            continue
        if chart.kind == "scatter":
            pairs = enumerate(zip(trace["x"], trace["y"], strict=True))
            found |= {place: [_exact(x), _exact(y)] for place, (x, y) in pairs if x is not None}
            continue
        keys, lengths = trace["y" if _lies(trace) else "x"], _lengths(trace)
        for place, (key, length) in enumerate(zip(keys, lengths, strict=True)):
            if length is None:
                continue
            row = found.setdefault(int(key.removeprefix("r")), [])
            row += [trace["base"][place], length / 86_400_000] if chart.kind == "gantt" else [_exact(length)]
    return found


def _wanted(chart: Drawn, row: list[str], column: int) -> list[object]:
    """What a row of the table asks to be drawn: solid up to the low end, hatched to the high end.

    `column` is where the numbers of bars stand.
    """
    if chart.kind == "gantt":
        return [row[1], float(ceil(float(row[3])))] if numbers(row[1]) else []  # half a day takes its day
    if chart.kind == "scatter":
        ends: list[object] = [end for text in row[1:3] for end in numbers(text)[:1]]
        return ends if len(ends) == 2 else []
    if chart.kind == "diverging":
        return [end for text in row[1:-1] for end in numbers(text)[:1] if end]
    if chart.kind == "dots":
        return [end for text in row[1:] for end in numbers(text)[:1]]
    if chart.kind == "bullet":
        return [*numbers(row[1])[:1], *numbers(row[2])[:1]]
    if chart.kind == "step":
        return list(numbers(row[1]))
    if chart.kind == "line":
        return [value for text in row[-len(chart.series) :] for value in numbers(text)[:1]]
    cells = [numbers(text) for text in (row[1:-1] if chart.kind == "stack" else row[column : column + 1])]
    if chart.kind == "stack":
        cells = [ends for ends in cells if ends != [0]]  # nothing to draw
    return [part for ends in cells for part in [*ends[:1], *(high - ends[0] for high in ends[1:])]]
