"""Passages: the clauses of a narrative that hold a digit, with what stands around them."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from plangen.compute import PlanScope, YearScope
from plangen.source import FILLED, Line, Narrative, Page, clauses, page_of, prose_lines, years_said
from plangen.values import Address, Refused, Span

NEAR = 120
"""How far around a number a name counts as named with it, in code points."""


class Text:
    """A narrative with its scope: that of its plan, or of the year for the year's own page."""

    def __init__(self, scope: YearScope, narrative: Narrative) -> None:
        self.scope = scope
        self.narrative = narrative

    @property
    def home(self) -> str:
        """The plan that the narrative belongs to; empty for the year's own page."""
        return self.scope.plan.path if isinstance(self.scope, PlanScope) else ""

    @cached_property
    def page(self) -> Page:
        """The body, for places."""
        return page_of(self.narrative)

    @cached_property
    def items(self) -> dict[int, tuple[int, Address]]:
        """The items that references name, with where it starts, by where it ends. Those that show a figure are none."""
        found: dict[int, tuple[int, Address]] = {}
        for reference in self.narrative.references:
            try:
                address = Address.parse(reference.text, plan=self.home)
            except Refused:
                continue
            if not address.measure and self.scope.entry(address) is not None:
                found[reference.end] = (reference.start, address)
        return found

    @cached_property
    def _ends(self) -> list[int]:
        return sorted(self.items)

    def items_between(self, start: int, end: int) -> list[Address]:
        """The items that references name inside a stretch of the body."""
        ends = self._ends
        return [self.items[each][1] for each in ends[bisect_left(ends, start) : bisect_left(ends, end + 1)]]


class Passage(NamedTuple):
    """One clause: `start` is where it begins in the body, `offset` where in its sentence.

    `years` are those that its line, or the heading above it, names; None where one of them is not known.
    """

    text: Text
    line: Line
    sentence: str
    offset: int
    clause: str
    start: int
    years: frozenset[int] | None

    def span(self, start: int, end: int) -> Span:
        """The place of a stretch of the clause."""
        return self.text.page.span(self.start + start, self.start + end)

    def around(self, start: int, end: int) -> tuple[str, list[Address]]:
        """The sentence near a stretch of the clause, and the items that references in it name."""
        first = max(0, self.offset + start - NEAR)
        near = self.sentence[first : self.offset + end + NEAR]
        begin = self.start - self.offset + first
        return near, self.text.items_between(begin, begin + len(near)) if FILLED in near else []

    @property
    def said_before(self) -> str:
        """The sentence in front of the clause."""
        return self.sentence[max(0, self.offset - NEAR) : self.offset]


def passages(text: Text) -> Iterator[Passage]:
    """The clauses of a narrative that hold a digit, in order."""
    heading: frozenset[int] | None = frozenset()
    year = text.scope.year
    for line in prose_lines(text.narrative):
        if line.text.startswith("#"):
            heading = years_said(line.text, year)
        own = years_said(line.text, year) if "年" in line.text or "同期" in line.text else frozenset()
        years = None if own is None or heading is None else own | heading
        for place, sentence in line.sentences():
            for offset, clause in clauses(sentence):
                yield Passage(text, line, sentence, offset, clause, line.start + place + offset, years)
