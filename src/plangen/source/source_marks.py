"""Where a narrative comes from: ids in its front matter, and comments `<!-- source: ID ID -->` for one passage."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plangen.source.narrative import Narrative
from plangen.source.prose import page_of
from plangen.values.span import Span

_COMMENT = re.compile(r"<!--[ \t]*source[ \t]*[:：]([^\n]{0,4000}?)-->")
_HEADING = re.compile(r"^#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_ID = re.compile(r"[^\s,，、;；]+")


class SourceMark(NamedTuple):
    """One id that a narrative names, and the last heading before it; empty where it speaks of the whole page."""

    name: str
    span: Span
    heading: str


def find_source_marks(narrative: Narrative) -> Iterator[SourceMark]:
    """The ids of a narrative's front matter, then those of its comments outside code, in order."""
    for each in narrative.sources:
        yield SourceMark(each.text.strip(), each.span, "")
    for comment in _comments(narrative):
        page = page_of(narrative)
        heading = next(iter(reversed(_HEADING.findall(narrative.visible, 0, comment.start()))), "")
        for found in _ID.finditer(comment[1]):
            start, end = (comment.start(1) + place for place in found.span())
            yield SourceMark(found.group(), page.span(start, end), heading)


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
