"""What stands around the content: tabs, side navigation, breadcrumb, version banner."""

from collections.abc import Mapping, Sequence
from typing import Literal

from plangen.render.html.context import HtmlContext
from plangen.render.html.partial import fill
from plangen.render.html.place import Place
from plangen.render.words import word
from plangen.values import record
from plangen.views import Line

_BANNER_TONES = {"draft": "changed", "sealed": "sealed", "amended": "changed", "current": "good"}
_PLAIN = " -·›\u3000"
"""Signs that a running head often has, and that mean nothing in a CSS string."""


@record
class NavItem:
    """An entry of a navigation. `href` is relative to the page; empty for a heading that leads nowhere.

    `here` marks the page itself, `trail` an entry above it; `children` are shown only where they are given.
    """

    title: str
    href: str = ""
    children: "tuple[NavItem, ...]" = ()
    here: bool = False
    trail: bool = False


def render_tabs(items: Sequence[NavItem], language: str) -> str:
    """The tabs under the header, for wide screens."""
    return fill("tabs", items=items, label=word(language, "sections"))


def render_nav(items: Sequence[NavItem], tabs: Sequence[NavItem], language: str, title: str = "") -> str:
    """The side navigation of one plan; on narrow screens the drawer, which then shows `title` and `tabs` above it."""
    return fill("nav", items=items, tabs=tabs, title=title, label=word(language, "navigation"))


def render_breadcrumb(items: Sequence[NavItem], language: str) -> str:
    """The way from the home page to the page above this one."""
    return fill("breadcrumb", items=items, label=word(language, "breadcrumb")) if items else ""


def render_paper(head: str, foot: str) -> str:
    """The running head (right) and foot (left) of printed pages, as a style element for `page.meta.plangen.paper`.

    Page margins take no HTML, so the texts become CSS strings; signs that mean something are escaped.
    """
    return render_papers(head, foot, {})


def render_papers(head: str, foot: str, heads: Mapping[str, str]) -> str:
    """The same for a document: `heads` are the running heads of its chapters, by the names of their sheets."""
    rules = f'@page{{@top-right{{content:"{margin_text(head)}"}}@bottom-left{{content:"{margin_text(foot)}"}}}}'
    rules += "".join(f'@page {name}{{@top-right{{content:"{margin_text(text)}"}}}}' for name, text in heads.items())
    return f'<style media="print">{rules}</style>'


def margin_text(text: str) -> str:
    """A text inside a CSS string in double quotes."""
    return "".join(sign if sign.isalnum() or sign in _PLAIN else f"\\{ord(sign):06x}" for sign in text)


def render_banner(
    state: Literal["draft", "sealed", "amended", "current"], title: str, line: Line, ctx: HtmlContext
) -> str:
    """The banner of a version that is not the current one: `title` in bold, then one sentence."""
    return fill("banner", tone=_BANNER_TONES[state], title=title, text=line, place=Place(ctx))
