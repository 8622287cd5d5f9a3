"""Every kind of block as HTML."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from plangen.render.html.chart import render_chart
from plangen.render.html.context import HtmlContext
from plangen.render.html.finding import render_findings
from plangen.render.html.partial import fill, finished
from plangen.render.html.place import Place, open_anchors
from plangen.render.html.strip import render_share_bar, render_strip
from plangen.render.html.table import render_folded, render_table
from plangen.render.html.tree import render_tree
from plangen.render.html.year_calendar import render_year_calendar
from plangen.views import (
    Block,
    Board,
    Cards,
    Chart,
    Entries,
    Findings,
    Fold,
    Group,
    Heading,
    Link,
    Picture,
    ShareBar,
    Slip,
    Slot,
    Strip,
    Table,
    Text,
    Tree,
    YearCalendar,
)  # fmt: skip

if TYPE_CHECKING:
    from markupsafe import Markup

Renderer = Callable[[Any, Place], "Markup"]


def render_block(block: Block, ctx: HtmlContext) -> str:
    """One block as an HTML fragment."""
    return render_blocks([block], ctx)


def render_blocks(blocks: Sequence[Block], ctx: HtmlContext) -> str:
    """Blocks one under the other. Anchors are unique within one call: the first open table that has it carries it."""
    return str(_paint(blocks, Place(ctx, shown=frozenset(open_anchors(blocks)))))


def slot_marker(name: str) -> str:
    """What stands in the HTML for a `Slot`: no text of a plan can look like it, because texts are escaped."""
    return f"<!--plangen-slot:{''.join(sign for sign in name if sign.isalnum() or sign in '_-')}-->"


def _paint(blocks: Sequence[Block], place: Place) -> "Markup":
    parts = []
    for block in blocks:
        parts.append(_RENDERERS[type(block)](block, place))
        place = place.after(block)
    return finished("\n").join(parts)


def _heading(heading: Heading, place: Place) -> "Markup":
    return fill("heading", heading=heading, anchor=place.anchor(heading.id), place=place)


def _text(text: Text, place: Place) -> "Markup":
    return fill("text", text=text, place=place)


def _cards(cards: Cards, place: Place) -> "Markup":
    count = len(cards.cards)
    wide = count if count < 3 else min((3, 4), key=lambda width: -count % width)  # as few empty places as can be
    return fill("cards", cards=cards, wide=wide, table=render_folded(cards.table, place, quiet=True), place=place)


def _board(board: Board, place: Place) -> "Markup":
    titles = [(place.anchor(panel.id), panel) for panel in board.panels]
    return fill(
        "board",
        board=board,
        panels=titles,
        level=place.level,
        table=render_folded(board.table, place, quiet=True),
        place=place,
    )


def _entries(entries: Entries, place: Place) -> "Markup":
    return fill("entries", entries=entries, place=place)


def _slot(slot: Slot, place: Place) -> "Markup":
    return finished(slot_marker(slot.name))


def _picture(picture: Picture, place: Place) -> "Markup":
    return fill("picture", picture=picture, href=place.href(Link("", page=picture.file)), place=place)


def _fold(fold: Fold, place: Place) -> "Markup":
    return fill("fold", fold=fold, anchor=place.anchor(fold.id), inner=_paint(fold.blocks, place), place=place)


def _slip(slip: Slip, place: Place) -> "Markup":
    anchor, level = place.anchor(slip.id), place.level
    inside = replace(place, level=min(level + 1, 4), above=slip.title)
    return fill("slip", slip=slip, anchor=anchor, level=level, inner=_paint(slip.blocks, inside), place=place)


def _group(group: Group, place: Place) -> "Markup":
    if group.layout == "stack":
        return _paint(group.blocks, place)
    return fill("group", cells=[_paint([block], place) for block in group.blocks])


_RENDERERS: dict[type, Renderer] = {
    Heading: _heading,
    Text: _text,
    Cards: _cards,
    Table: render_table,
    Chart: render_chart,
    Board: _board,
    Tree: render_tree,
    Strip: render_strip,
    ShareBar: render_share_bar,
    Entries: _entries,
    Findings: render_findings,
    Slot: _slot,
    Picture: _picture,
    Fold: _fold,
    Slip: _slip,
    Group: _group,
    YearCalendar: render_year_calendar,
}
