"""Splicing: a text of which some stretches are replaced, and every other character stays as it was."""

from collections.abc import Iterable
from itertools import accumulate

from plangen.values import record
from plangen.values.span import Span

MARK = "\ufeff"
"""A byte order mark: where a file begins with one, it takes no column."""


@record
class Splice:
    """A stretch of a text and what is to stand there. A stretch without length is a place to put something in."""

    span: Span
    text: str


class Draft:
    """A text whose stretches are named by spans; line ends and a byte order mark may be as they are in the file."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [len(MARK) if text.startswith(MARK) else 0]
        self._starts += [*accumulate(len(line) + 1 for line in text.split("\n"))][:-1]

    def stretch(self, span: Span) -> tuple[int, int]:
        """Where a span begins and ends, as offsets; never beyond the text."""
        return self._offset(span.line, span.column), self._offset(span.end_line, span.end_column)

    def at(self, span: Span) -> str:
        """What stands at a span."""
        start, end = self.stretch(span)
        return self.text[start:end]

    def spliced(self, splices: Iterable[Splice]) -> tuple[str, tuple[Splice, ...]]:
        """The text with the stretches replaced, and the splices that were done, in order.

        Of two that overlap the first is done; the other is left for another time.
        """
        parts: list[str] = []
        done: list[Splice] = []
        reached = 0
        for splice in sorted(splices, key=lambda each: each.span):
            start, end = self.stretch(splice.span)
            if start < reached or (done and splice.span == done[-1].span):
                continue
            parts += (self.text[reached:start], splice.text)
            done.append(splice)
            reached = end
        return "".join((*parts, self.text[reached:])), tuple(done)

    def _offset(self, line: int, column: int) -> int:
        if line > len(self._starts):
            return len(self.text)
        return min(self._starts[line - 1] + column - 1, len(self.text))


def edited(data: bytes, splices: Iterable[Splice]) -> bytes:
    """The bytes of a file with stretches replaced; one inside a stretch that another one replaces is left out."""
    return Draft(data.decode("utf-8")).spliced(splices)[0].encode("utf-8")
