"""Charts as plotly figures: plain dicts, without importing plotly."""

from collections.abc import Callable

from plangen.render.plotly.bar import bar
from plangen.render.plotly.bullet import bullet
from plangen.render.plotly.diverging import diverging
from plangen.render.plotly.dots import dots
from plangen.render.plotly.gantt import gantt
from plangen.render.plotly.line import line
from plangen.render.plotly.scatter import scatter
from plangen.render.plotly.sketch import Sketch
from plangen.render.plotly.stack import stack
from plangen.render.plotly.step import step
from plangen.render.plotly.treemap import treemap
from plangen.render.plotly.waterfall import waterfall
from plangen.views import Chart

__all__ = ["figure", "height"]

_KINDS: dict[str, Callable[[Sketch], None]] = {
    "bar": bar,
    "bullet": bullet,
    "diverging": diverging,
    "dots": dots,
    "gantt": gantt,
    "line": line,
    "scatter": scatter,
    "stack": stack,
    "step": step,
    "treemap": treemap,
    "waterfall": waterfall,
}


def figure(chart: Chart, *, narrow: bool = False, language: str = "zh") -> dict[str, object]:
    """A chart as a figure: `{"data": […], "layout": {…}}`, ready for JSON; `narrow` is the set for phones.

    Units: values in the chart's display unit, as floats (exact decimals end here). Colours: names of the page's own
    CSS variables, `var(--pg-m1)`, which the page's script resolves when it draws. Texts are escaped against plotly's
    label markup. `data` is empty where the chart has nothing to show.
    """
    sketch = Sketch(chart, narrow, language)
    _KINDS[chart.kind](sketch)
    return sketch.figure()


def height(drawn: dict[str, object]) -> int:
    """The height of a figure in pixels, so that a page can keep its place free before it is drawn."""
    layout = drawn["layout"]
    found = layout.get("height") if isinstance(layout, dict) else None
    return found if isinstance(found, int) else 320
