"""Table: the one shape that every block is, or carries."""

from typing import Literal

from plangen.values import record
from plangen.views.inline import Line, Wording


@record
class Column:
    """One column. Numbers are right-aligned; the unit stands under the heading, not in the cells.

    `phone` keeps the column on narrow screens; `group` is the upper heading it shares with its neighbours.
    """

    key: str
    title: str
    unit: str = ""
    numeric: bool = False
    group: str = ""
    phone: bool = True


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
