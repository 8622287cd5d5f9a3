"""The numbers of a document's headings: 1, 1.1, 1.1.1; one that is typed with a number of its own keeps that."""

import re
from dataclasses import dataclass, field

from plangen.values import record

DEEPEST = 3
_OWN = re.compile(
    r"\s*(?:第[零一二三四五六七八九十百\d]+[章节条款编部]|[零一二三四五六七八九十百\d]+[、.．]"
    r"|[（(][零一二三四五六七八九十百\d]+[)）]|\d+(?:\.\d+)+\s|[①-⑳])"
)


@record
class Heading:
    """A heading of a document: its level (1: a chapter), its number (empty: typed with one), its words and anchor."""

    level: int
    number: str
    text: str
    anchor: str


@dataclass(slots=True)
class Counter:
    """Counts the headings below one chapter."""

    chapter: int
    counts: list[int] = field(default_factory=list)

    def number(self, level: int, text: str) -> str:
        """The number of the next heading of a level (2, 3); empty for one that has its own in its text."""
        depth = level - 1
        self.counts = [*self.counts[:depth], *[0] * (depth - len(self.counts))]
        self.counts[-1] += 1
        if _OWN.match(text):
            return ""
        return ".".join(str(count) for count in (self.chapter, *self.counts) if count)
