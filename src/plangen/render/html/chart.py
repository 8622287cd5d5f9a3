"""Charts as HTML: a sentence, a place to draw, the figure as escaped JSON, the table behind it."""

import json
from typing import TYPE_CHECKING

from plangen.render.html.partial import fill, finished
from plangen.render.html.place import Place
from plangen.render.html.table import render_folded
from plangen.render.plain import plain_text
from plangen.render.plotly import figure, height
from plangen.values import say
from plangen.views import Chart

if TYPE_CHECKING:
    from markupsafe import Markup


def render_chart(chart: Chart, place: Place) -> "Markup":
    """A chart's figure element; the drawing is made by the page's script from the JSON in its data attributes."""
    wide = figure(chart, language=place.ctx.language)
    narrow = figure(chart, narrow=True, language=place.ctx.language)
    stop = say(("。", ". "), place.ctx.language)
    return fill(
        "chart",
        chart=chart,
        anchor=place.anchor(chart.id),
        empty=not wide["data"],
        wide=_json(wide),
        narrow=_json(narrow),
        heights=(height(wide), height(narrow)),
        said=stop.join(plain_text(text, place.ctx.language) for text in (chart.title, chart.subtitle) if text),
        table=render_folded(chart.table, place),
        place=place,
    )


def _json(value: object) -> "Markup":
    """JSON for an attribute in single quotes, which keeps it half as long: its many double quotes can stay."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    for sign, safe in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("'", "&#39;")):
        text = text.replace(sign, safe)
    return finished(text)
