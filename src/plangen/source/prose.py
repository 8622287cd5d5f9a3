"""Prose: what readers take for words on a page. Code, addresses, tags and comments are blanked out of it."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from plangen.source.narrative import Narrative
from plangen.source.page import FILLED, Page, blank
from plangen.source.targets import without_comments

_DIGIT = re.compile("[0-9０-９]")
_SENTENCE = re.compile(r"[^。！？；;!?|]+")
_CLAUSE = re.compile(r"(?:[^，、,]|,(?=[0-9]{3}))+")
_NO_PROSE = (
    ("]:", r"(?m)^ {0,3}\[[^\]\n]{1,200}\]:[^\n]*"),
    ("](", r"(?<=\])\([^()\n]{0,400}\)"),
    ("<", r"<[A-Za-z/!][^<>\n]{0,400}>"),
    ("tp", r"(?:https?|ftp):[^\s)>，。；、]{1,400}"),
    ("{:", r"\{:[^{}\n]{0,200}\}"),
)
"""What is no prose, with what each needs: definitions, targets of links, tags, addresses, attributes."""

_NO_RUNNING = (
    r"(?m)^(?: {4}|\t)[^\n]*",
    r"(?m)^(?: {0,3}|[> \t]*)#{1,6}[^\n]*",
    r"(?m)^[^\n]*\n {0,3}(?:=+|-+) *$",
    r"(?m)^[ \t]*(?:!!!|\?\?\?)[^\n]*",
    r"!?\[[^\[\]\n]*\]",
    r"(?m)^[^\n]*\|[^\n]*\n[ \t]*\|?[ \t]*:?-[-| :\t]*$",
)
"""What is prose and no running text: what is set in (it may be code), headings, titles of notes, links, table heads."""

_MARKED = r"(?is)<(a|code|kbd|samp|pre|summary|h[1-6])\b[^<>]*>.*?</\1\s*>"
"""What tags make a link, code or a heading, with all inside it."""


class Line(NamedTuple):
    """One line of prose: its text, and where it starts in the body."""

    text: str
    start: int

    def sentences(self) -> Iterator[tuple[int, str]]:
        """The sentences, and cells of a table: where each starts in the line, and its text."""
        return ((found.start(), found.group()) for found in _SENTENCE.finditer(self.text))


def has_digit(text: str) -> bool:
    """Whether a text holds a digit, full-width ones included."""
    return _DIGIT.search(text) is not None


def clauses(sentence: str) -> Iterator[tuple[int, str]]:
    """The stretches of a sentence between commas that hold a digit: where each starts in it, and its text."""
    return ((found.start(), found.group()) for found in _CLAUSE.finditer(sentence) if has_digit(found.group()))


def prose_lines(narrative: Narrative) -> Iterator[Line]:
    """The headings, and the lines that hold a digit, with what is no prose blanked out; references become `FILLED`.

    Columns stay.
    """
    place = 0
    for text in _prose(narrative).split("\n"):
        if text.startswith("#") or has_digit(text):
            yield Line(text, place)
        place += len(text) + 1


def running_text(narrative: Narrative) -> str:
    """The body with all that is no running text blanked out: headings, links and images whole, titles of notes, code.

    What a term stands in can be linked only here. Places stay; references become `FILLED`.
    """
    text = _prose(narrative)
    found = [each.span() for pattern in _NO_RUNNING for each in _compiled(pattern).finditer(text)]
    found = sorted([*found, *(each.span() for each in _compiled(_MARKED).finditer(narrative.visible))])
    apart: list[tuple[int, int]] = []
    for start, end in found:
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return blank(text, apart)


def page_of(narrative: Narrative) -> Page:
    """The body of a narrative, for places."""
    return Page(narrative.file, narrative.body, narrative.front_end_line + 1)


def _prose(narrative: Narrative) -> str:
    text = narrative.visible
    return without_markup(blank(text, [(reference.start, reference.end) for reference in narrative.references], FILLED))


def without_markup(text: str) -> str:
    """Markdown with what is no prose blanked out: comments, tags, addresses, attributes. Lines and columns stay."""
    if "<!--" in text:
        text = without_comments(text)
    for sign, pattern in _NO_PROSE:
        if sign in text:
            text = blank(text, [found.span() for found in _compiled(pattern).finditer(text)])
    return text


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
