"""Where a piece of YAML stands in a real file: the file itself, front matter, or a block inside a narrative."""

from functools import cached_property
from typing import Any

from plangen.values.span import Span


class Origin:
    """A YAML text and how its lines and columns map to a file.

    `first_line` is the file's line of the text's first line; `columns[i]` the code points cut off before its i-th
    line (the indent of a block in a list or quote). Marks of the parser count from 0, spans from 1.
    """

    def __init__(self, file: str, text: str, first_line: int = 1, columns: tuple[int, ...] = ()) -> None:
        self.file = file
        self.text = text
        self._first = first_line
        self._columns = columns if any(columns) else ()

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text, without their ends."""
        return self.text.split("\n")

    def source_line(self, line: int) -> str:
        """One line of the text (counted from 0), `''` after its end."""
        return self.lines[line] if line < len(self.lines) else ""

    def span(self, start: Any, end: Any) -> Span:
        """The span between two parser marks, at least one column wide."""
        line, column = self._moved(start.line, start.column)
        end_line, end_column = self._moved(end.line, end.column)
        if (line, column) == (end_line, end_column):
            end_column += 1
        return Span(self.file, line, column, end_line, end_column)

    def at(self, line: int, column: int, length: int = 1) -> Span:
        """The span of `length` code points at a line and column of the text, both counted from 0."""
        return Span.at(self.file, *self._moved(line, column), length)

    def nth(self, start: Any, character: str, count: int) -> Span:
        """The span of the `count`-th occurrence (from 0) of a character at or after a mark."""
        line, column = start.line, start.column - 1
        while line < len(self.lines):
            column = self.lines[line].find(character, column + 1)
            if column < 0:
                line += 1
            elif count == 0:
                return self.at(line, column)
            else:
                count -= 1
        return self.at(start.line, start.column)

    def _moved(self, line: int, column: int) -> tuple[int, int]:
        cut = self._columns[line] if line < len(self._columns) else 0
        return line + self._first, column + cut + 1
