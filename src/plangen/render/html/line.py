"""Inline parts of a line as HTML. Every text is escaped here."""

import re
from dataclasses import replace
from html import escape

from plangen.render.html.context import HtmlContext
from plangen.render.html.number import render_number
from plangen.render.html.progress import render_progress
from plangen.render.words import spoken, word
from plangen.views import Chip, Dot, Inline, Link, Meter, Num, Progress, Tally, Wording, Words

_SCHEMES = ("http:", "https:", "mailto:")
_MEMBERS = 6
_DATE = re.compile(r"(?<![\d-])(?:\d{4}-)?\d{1,2}-\d\d(?![\d-])|\d{1,2} 月 \d{1,2} 日")


def render_line(line: Wording, ctx: HtmlContext) -> str:
    """A line as an HTML fragment: its parts one behind the other. A text that is the word for unset looks like it."""
    return plain(line) if isinstance(line, str) else "".join(render_inline(part, ctx) for part in line)


def render_inline(part: Inline, ctx: HtmlContext) -> str:
    """One inline part as an HTML fragment."""
    match part:
        case str():
            return _words(Words(part, "unset"), ctx.language) if part == word(ctx.language, "unset") else plain(part)
        case Num():
            return render_number(part, ctx.language)
        case Tally():
            return _tally(part, ctx)
        case Link():
            return _link(part, ctx)
        case Chip():
            return f'<span class="pg-chip{_tone(part.tone)}">{escape(part.text)}</span>'
        case Dot():
            return f'<i class="pg-dot pg-m{member_slot(part.slot)}"></i>'
        case Meter():
            return _meter(part)
        case Progress():
            return render_progress(part)
        case Words():
            return _words(part, ctx.language)


def plain(text: str) -> str:
    """A text escaped; a date in it is kept on one line, which browsers break behind hyphens and at spaces."""
    return _DATE.sub(r'<span class="pg-date">\g<0></span>', escape(text))


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


def _tally(tally: Tally, ctx: HtmlContext) -> str:
    """A count with what it counts in `data-tally`, as a link to the list where there is one."""
    link = tally.link
    text = _link(replace(link, text=str(tally.number)), ctx) if link else str(tally.number)
    return f'<span class="pg-tally{_tone(tally.tone)}" data-tally="{escape(tally.of)}">{text}</span>'


def _meter(meter: Meter) -> str:
    """A bar whose parts grow with their counts; parts of nothing are left out."""
    parts = (f'<i class="{_tone(tone).strip()}" style="--pg-part:{count}"></i>' for count, tone in meter.parts if count)
    return f'<span class="pg-meter" aria-hidden="true">{"".join(parts)}</span>'


def _words(words: Words, language: str) -> str:
    text = _signed(words.text, language)
    if words.struck:
        text = f"<del>{text}</del>"
    if words.added:
        text = f"<ins>{text}</ins>"
    if words.bold:
        text = f"<b>{text}</b>"
    if words.tone == "unset" and words.text == word(language, "unset"):
        text += f'<span class="pg-sr">{word(language, "in-brackets", word(language, "unset-state"))}</span>'
    flag = " pg-flag" if words.text.startswith("!") else ""
    return f'<span class="{_tone(words.tone).strip()}{flag}">{text}</span>' if words.tone else text


def _signed(text: str, language: str) -> str:
    """A text whose leading symbol is set small; a screen reader hears a word for it where the rest does not say it."""
    symbol, space, rest = text[:1], text[1:2], text[2:]
    if space.strip() or not spoken(language, symbol):
        return plain(text)
    said = f'<span class="pg-sr">{escape(spoken(language, symbol))} </span>' if symbol in "≠▲▼" or not rest else ""
    return f'<span class="pg-sym" aria-hidden="true">{escape(symbol)}</span>{said}{plain(rest)}'


def _tone(tone: str) -> str:
    return f" pg-{tone}" if tone else ""
