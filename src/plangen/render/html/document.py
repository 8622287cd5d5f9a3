"""A whole page's content as HTML: its head, then its blocks."""

from plangen.render.html.block import render_blocks, slot_marker
from plangen.render.html.context import HtmlContext
from plangen.render.html.partial import fill
from plangen.render.html.place import Place
from plangen.views import Document

__all__ = ["render_document", "slot_marker"]


def render_document(document: Document, ctx: HtmlContext) -> str:
    """A document as an HTML fragment that begins with the page's only `h1`.

    A `Slot` leaves `slot_marker(name)` behind, always at the top level between blocks unless it stands in columns;
    who puts the page together replaces it with the converted narrative, or with nothing.
    """
    head = fill("document", document=document, place=Place(ctx))
    return f"{head}\n{render_blocks(document.blocks, ctx)}"
