"""Table: the one shape that every block is, or carries."""

from dataclasses import replace
from typing import Literal

from plangen.values import record
from plangen.views.inline import Line, Num, Wording

DASH = "—"
"""What stands in a cell where nothing applies."""


@record
class Column:
    """One column. Numbers are right-aligned; the unit stands under the heading, not in the cells.

    `phone` keeps the column on narrow screens; `group` is the upper heading it shares with its neighbours; `axis` says
    that the columns together are a scale, so that each stands even where it has nothing but dashes. `heat` says that
    its numbers are to be compared at a glance with those of the other columns that have it: the larger the deeper.
    """

    key: str
    title: str
    unit: str = ""
    numeric: bool = False
    group: str = ""
    phone: bool = True
    axis: bool = False
    heat: bool = False


@record
class Under:
    """What is folded away under a row: a line that says what it is, and a table. `id` becomes the HTML anchor."""

    line: Line
    table: "Table"
    id: str = ""


@record
class Row:
    """One row: a line for each column. `id` becomes the HTML anchor; `level` indents the first cell."""

    cells: tuple[Line, ...]
    role: Literal["body", "group", "residual", "total"] = "body"
    id: str = ""
    level: int = 0
    under: Under | None = None


@record
class Table:
    """A table with a heading. `id` is unique on its page. `notes` stand below it in small type."""

    id: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    subtitle: Wording = ""
    notes: tuple[Line, ...] = ()


def telling(table: Table) -> Table:
    """The table without the columns that say nothing: dashes and blanks from top to bottom.

    The first column stays. `Column.axis` keeps a column whatever stands in it.
    """
    kept = [place for place in range(len(table.columns)) if _tells(table, place)]
    if len(kept) == len(table.columns):
        return table
    rows = tuple(replace(row, cells=tuple(_at(row, place) for place in kept)) for row in table.rows)
    return replace(table, columns=tuple(table.columns[place] for place in kept), rows=rows)


def _tells(table: Table, place: int) -> bool:
    said = any(_says(_at(row, place)) for row in table.rows)
    return said or not place or table.columns[place].axis or not table.rows


def _at(row: Row, place: int) -> Line:
    return row.cells[place] if place < len(row.cells) else ()


def _says(line: Line) -> bool:
    """Whether a line is more than a dash."""
    if len(line) != 1:
        return bool(line)
    part = line[0]
    return part.quantity is not None if isinstance(part, Num) else getattr(part, "text", part) not in ("", DASH)
