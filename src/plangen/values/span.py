"""Where a thing was written: a file and a stretch of it."""

from plangen.values.record import record


@record
class Span:
    """A stretch of a source file. Lines and columns count from 1, in code points; the end is exclusive.

    `file` is the path relative to the handbook folder, with `/` on every system.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int

    @classmethod
    def at(cls, file: str, line: int, column: int, length: int = 1) -> "Span":
        """A span of `length` code points on one line."""
        return cls(file, line, column, line, column + length)

    @classmethod
    def whole(cls, file: str) -> "Span":
        """The first place of a file, for problems that concern the file itself."""
        return cls(file, 1, 1, 1, 1)

    def __lt__(self, other: "Span") -> bool:
        return self._order() < other._order()

    def _order(self) -> tuple[str, int, int, int, int]:
        return self.file, self.line, self.column, self.end_line, self.end_column

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"
