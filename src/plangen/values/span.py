"""Where a thing was written: a file and a stretch of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
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

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"
