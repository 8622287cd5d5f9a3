"""Charts as HTML: a sentence, a place to draw, the table behind it; what is drawn there goes beside the page."""

import json
from typing import TYPE_CHECKING

from plangen.render.html.partial import fill
from plangen.render.html.place import Place
from plangen.render.html.table import render_folded
from plangen.render.plotly import figure, height
from plangen.views import Chart

if TYPE_CHECKING:
    from markupsafe import Markup


def render_chart(chart: Chart, place: Place) -> "Markup":
    """A chart's figure element. The page's script draws it from what is kept in the context's figures."""
    wide = figure(chart, language=place.ctx.language)
    narrow = figure(chart, narrow=True, language=place.ctx.language)
    anchor = place.anchor(chart.id)
    return fill(
        "chart",
        chart=chart,
        anchor=anchor,
        figure=_keep(place.ctx.figures, wide, narrow) if wide["data"] else None,
        heights=(height(wide), height(narrow)),
        table=render_folded(chart.table, place, above=anchor),
        place=place,
    )


def _keep(figures: list[str], *drawn: object) -> int:
    """Add the figure and its narrow set to those of the page; gives their place among them."""
    figures.append(json.dumps(drawn, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False))
    return len(figures) - 1
