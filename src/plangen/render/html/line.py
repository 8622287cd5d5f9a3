"""Inline parts of a line as HTML. Every text is escaped here."""

from html import escape

from plangen.render.html.context import HtmlContext
from plangen.render.html.number import render_number
from plangen.render.words import spoken, word
from plangen.views import Chip, Dot, Inline, Line, Link, Num, Words

_SCHEMES = ("http:", "https:", "mailto:")
_MEMBERS = 6


def render_line(line: Line, ctx: HtmlContext) -> str:
    """A line as an HTML fragment: its parts one behind the other."""
    return "".join(render_inline(part, ctx) for part in line)


def render_inline(part: Inline, ctx: HtmlContext) -> str:
    """One inline part as an HTML fragment."""
    match part:
        case str():
            return escape(part)
        case Num():
            return render_number(part, ctx.language)
        case Link():
            return _link(part, ctx)
        case Chip():
            return f'<span class="pg-chip{_tone(part.tone)}">{escape(part.text)}</span>'
        case Dot():
            return f'<span class="pg-dot pg-m{member_slot(part.slot)}" aria-hidden="true"></span>'
        case Words():
            return _words(part, ctx.language)


def member_slot(slot: int) -> int:
    """The colour slot of a member: 1 to 6, everything else shares slot 0."""
    return slot if 1 <= slot <= _MEMBERS else 0


def safe_href(href: str) -> str | None:
    """A URL that only leads somewhere: relative, or of a scheme that runs nothing; None for any other."""
    head = href.strip().partition("/")[0].partition("?")[0].partition("#")[0]
    return href if ":" not in head or href.strip().lower().startswith(_SCHEMES) else None


def _link(link: Link, ctx: HtmlContext) -> str:
    href = ctx.links.href(link)
    safe = safe_href(href) if href else None
    return f'<a href="{escape(safe)}">{escape(link.text)}</a>' if safe else escape(link.text)


def _words(words: Words, language: str) -> str:
    text = escape(words.text)
    if words.struck:
        text = f"<del>{text}</del>"
    if words.bold:
        text = f"<b>{text}</b>"
    if words.tone == "unset" and words.text == word(language, "unset"):
        text += f'<span class="pg-sr">（{word(language, "unset-state")}）</span>'
    symbol = words.text[:1]
    if words.text.strip() == symbol and spoken(language, symbol):
        text = f'<span aria-hidden="true">{text}</span><span class="pg-sr">{spoken(language, symbol)} </span>'
    return f'<span class="{_tone(words.tone).strip()}">{text}</span>' if words.tone else text


def _tone(tone: str) -> str:
    return f" pg-{tone}" if tone else ""
