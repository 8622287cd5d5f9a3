"""HTML fragments of documents and blocks, for any host that puts finished HTML into its pages."""

from plangen.render.html.block import render_block
from plangen.render.html.context import Excerpt, HtmlContext, Links, no_terms
from plangen.render.html.document import render_document, slot_marker
from plangen.render.html.frame import (
    NavItem,
    margin_text,
    render_banner,
    render_breadcrumb,
    render_nav,
    render_paper,
    render_papers,
    render_tabs,
)
from plangen.render.html.line import render_line
from plangen.render.html.preview import PreviewBar, render_preview_bar
from plangen.render.html.whole import render_contents, render_cover

__all__ = [
    "Excerpt", "HtmlContext", "Links", "NavItem", "PreviewBar", "margin_text", "no_terms", "render_banner",
    "render_block", "render_breadcrumb", "render_contents", "render_cover", "render_document", "render_line",
    "render_nav", "render_paper", "render_papers", "render_preview_bar", "render_tabs", "slot_marker",
]  # fmt: skip
