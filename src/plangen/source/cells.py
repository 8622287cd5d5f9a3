"""Located tables: every cell of a CSV file is text with its place; nothing is typed here."""

from plangen.values.record import record
from plangen.values.span import Span


@record
class Cell:
    """One cell: its text (quotes resolved, spaces around it dropped) and where it stands, quotes included.

    An empty cell has the text `''` and a span of one column.
    """

    text: str
    span: Span


@record
class CsvTable:
    """A table: its header and its rows, each with as many cells as the header. Blank lines are left out."""

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def column(self, name: str) -> int | None:
        """Where the column of a name stands, or None."""
        return next((index for index, cell in enumerate(self.header) if cell.text == name), None)
