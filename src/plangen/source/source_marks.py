"""Where a narrative comes from: ids in its front matter, and comments `<!-- source: ID ID -->` for one passage."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plangen.source.headings import find_headings
from plangen.source.narrative import Narrative
from plangen.source.prose import page_of
from plangen.values.span import Span

_COMMENT = re.compile(r"<!--[ \t]*source[ \t]*[:：]([^\n]{0,4000}?)-->")
_ID = re.compile(r"[^\s,，、;；]+")


class SourceMark(NamedTuple):
    """One id that a narrative names, and the last heading before it; empty where it speaks of the whole page.

    `turn` tells headings of one text apart: how many of that text are before it.
    """

    name: str
    span: Span
    heading: str
    turn: int = 0


def find_source_marks(narrative: Narrative) -> Iterator[SourceMark]:
    """The ids of a narrative's front matter, then those of its comments outside code, in order."""
    for each in narrative.sources:
        yield SourceMark(each.text.strip(), each.span, "")
    comments = list(_comments(narrative))
    page, headings, passed = page_of(narrative), find_headings(narrative) if comments else [], 0
    for comment in comments:
        while passed < len(headings) and headings[passed].start < comment.start():
            passed += 1
        text, turn = (headings[passed - 1].text, headings[passed - 1].turn) if passed else ("", 0)
        for found in _ID.finditer(comment[1]):
            start, end = (comment.start(1) + place for place in found.span())
            yield SourceMark(found.group(), page.span(start, end), text, turn)


def empty_source_marks(narrative: Narrative) -> Iterator[Span]:
    """Where a comment of that form names no id."""
    for found in _comments(narrative):
        if not _ID.search(found[1]):
            yield page_of(narrative).span(*found.span())


def without_source_marks(text: str) -> str:
    """A text of a narrative without the comments that name sources, which nobody sees on the page."""
    return _COMMENT.sub("", text)


def _comments(narrative: Narrative) -> Iterator[re.Match[str]]:
    return _COMMENT.finditer(narrative.visible) if "<!--" in narrative.visible else iter(())
