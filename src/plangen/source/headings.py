"""Headings: where the passages of a narrative begin."""

import re
from typing import NamedTuple

from plangen.source.narrative import Narrative
from plangen.source.targets import without_comments

_HEADING = re.compile(r"^(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$", re.MULTILINE)


class Heading(NamedTuple):
    """One heading: its level, its text, where it starts in the body; `turn` counts those before it with its text."""

    level: int
    text: str
    start: int
    turn: int


def find_headings(narrative: Narrative) -> list[Heading]:
    """The headings of a narrative outside code and comments, in order; a comment behind one is no part of it."""
    found: list[Heading] = []
    turns: dict[str, int] = {}
    for each in _HEADING.finditer(without_comments(narrative.visible)):
        turn = turns.get(each[2], 0)
        turns[each[2]] = turn + 1
        found.append(Heading(len(each[1]), each[2], each.start(), turn))
    return found
