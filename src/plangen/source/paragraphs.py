"""Paragraphs: the pieces of prose that empty lines part. Headings alone, code, blocks and comments are none."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plangen.source.narrative import Narrative
from plangen.source.prose import page_of
from plangen.source.targets import without_comments
from plangen.values.span import Span

_PIECE = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")


class Paragraph(NamedTuple):
    """One paragraph: its text as typed, without comments, and where it stands."""

    text: str
    span: Span


def paragraphs(narrative: Narrative) -> Iterator[Paragraph]:
    """The paragraphs of a narrative, in order. A list without empty lines is one."""
    page, body = page_of(narrative), without_comments(narrative.body)
    for found in _PIECE.finditer(without_comments(narrative.visible)):
        if any(line.strip() and not line.lstrip().startswith("#") for line in found.group().split("\n")):
            yield Paragraph(body[found.start() : found.end()].strip(), page.span(*found.span()))
