"""Strips and share bars as HTML: widths in proportion, nothing narrower than its words."""

from typing import TYPE_CHECKING

from plangen.render.html.line import member_slot
from plangen.render.html.partial import fill
from plangen.render.html.place import Place
from plangen.render.html.table import render_folded
from plangen.render.plain import plain_text
from plangen.render.tree_layout import text_width
from plangen.values import record
from plangen.views import Share, ShareBar, Stage, Strip

if TYPE_CHECKING:
    from markupsafe import Markup

_COLUMN = 900.0


@record
class Step:
    """A stage with the share of it that is over (0..1) and whether the as-of mark stands in it."""

    stage: Stage
    done: float
    marked: bool


@record
class Piece:
    """A share with its colour slot and whether its words fit into the bar."""

    share: Share
    slot: int
    part: str
    fits: bool


def render_strip(strip: Strip, place: Place) -> "Markup":
    """Phases side by side; the as-of mark stands in the stage it falls into."""
    return fill(
        "strip",
        strip=strip,
        steps=_steps(strip),
        table=render_folded(strip.table, place, quiet=True),
        place=place,
    )


def render_share_bar(bar: ShareBar, place: Place) -> "Markup":
    """One bar of parts; words that do not fit into their part stand in a list below."""
    pieces = [_piece(share, place.ctx.language) for share in bar.shares if share.part > 0]
    return fill("share_bar", pieces=pieces, table=render_folded(bar.table, place, quiet=True), place=place)


def _steps(strip: Strip) -> list[Step]:
    steps: list[Step] = []
    start, last = 0, len(strip.stages) - 1
    for number, stage in enumerate(strip.stages):
        passed = 0 if strip.mark is None else min(max(strip.mark - start, 0), stage.days)
        inside = strip.mark is not None and start <= strip.mark
        marked = inside and (strip.mark or 0) <= start + stage.days and not any(step.marked for step in steps)
        late = inside and number == last and not any(step.marked for step in steps)
        steps.append(Step(stage, round(passed / stage.days, 4) if stage.days > 0 else 0.0, marked or late))
        start += stage.days
    return steps


def _piece(share: Share, language: str) -> Piece:
    words = max(text_width(share.label, 14), text_width(plain_text(share.value, language), 14)) + 18
    return Piece(share, member_slot(share.slot), f"{share.part:.5f}", fits=share.part * _COLUMN >= words)
