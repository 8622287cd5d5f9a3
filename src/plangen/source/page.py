"""A narrative's body with its line starts: from offsets to places in the real file, and stretches blanked out."""

import re
from bisect import bisect_right
from itertools import accumulate

from plangen.values.span import Span

_NOT_NEWLINE = re.compile(r"[^\n]")


class Page:
    """The text of a narrative after its front matter. `first_line` is the file's line of its first line."""

    def __init__(self, file: str, body: str, first_line: int = 1) -> None:
        self.file = file
        self.body = body
        self.first_line = first_line
        self.lines = body.split("\n")
        self.starts = [0, *accumulate(len(line) + 1 for line in self.lines)][:-1]

    def span(self, start: int, end: int) -> Span:
        """The span of a stretch of the body."""
        line, end_line = bisect_right(self.starts, start) - 1, bisect_right(self.starts, max(start, end)) - 1
        column, end_column = start - self.starts[line] + 1, max(start, end) - self.starts[end_line] + 1
        return Span(self.file, line + self.first_line, column, end_line + self.first_line, end_column)

    def line_at(self, offset: int) -> int:
        """The number of the line (from 0) that an offset stands in."""
        return bisect_right(self.starts, offset) - 1


FILLED = "\ue000"
"""Stands for each character of what will be filled in, where markup is looked at."""


def blank(text: str, stretches: list[tuple[int, int]], fill: str = " ") -> str:
    """The text with stretches (sorted, apart) replaced by a character; line breaks and length stay."""
    parts: list[str] = []
    done = 0
    for start, end in stretches:
        parts += (text[done:start], _NOT_NEWLINE.sub(fill, text[start:end]))
        done = end
    return "".join((*parts, text[done:]))


def code_spans(line: str) -> list[tuple[int, int]] | None:
    """The code spans of one line: between two runs of backticks of equal length. Linear in the line's length.

    None where a run finds no partner: then it may pair with one on another line, and nothing on either is surely code.
    """
    runs = [match.span() for match in re.finditer(r"`+", line)]
    later: dict[int, list[int]] = {}
    for number in range(len(runs) - 1, -1, -1):
        later.setdefault(runs[number][1] - runs[number][0], []).append(number)
    found, done = [], 0
    for number, (begin, end) in enumerate(runs):
        if number < done:
            continue
        start = begin + escaped(line, begin)
        if start == end:
            continue
        same = later.get(end - start, [])
        while same and same[-1] <= number:
            same.pop()
        if not same:
            return None
        found.append((start, runs[same[-1]][1]))
        done = same[-1] + 1
    return found


def escaped(text: str, offset: int) -> bool:
    """Whether an odd number of backslashes stands before an offset."""
    count = 0
    while offset - count > 0 and text[offset - count - 1] == "\\":
        count += 1
    return count % 2 == 1
