"""Decimals of a column: numbers under one unit are written with the same number of them, so that digits align.

What is about, a range or a bound keeps its own.
"""

from dataclasses import replace

from plangen.render.plain import write_pieces
from plangen.views import Column, Line, Num, Row, Table

_MOST = 2
"""Longer ones are exact results; to pad a whole column to them would be noise."""


def level(table: Table) -> Table:
    """The table with every number column that names its unit levelled: 64 beside 40.5 is written 64.0."""
    wanted = {place: digits for place, column in enumerate(table.columns) if (digits := _digits(table, place, column))}
    if not wanted:
        return table
    rows = tuple(_row(row, wanted) for row in table.rows)
    return replace(table, rows=rows)


def _digits(table: Table, place: int, column: Column) -> int:
    """How many decimals the numbers of a column are to have; 0 where nothing is to be done."""
    if not (column.numeric and column.unit):
        return 0
    cells = (row.cells[place] for row in table.rows if place < len(row.cells))
    written = [_decimals(part) for line in cells for part in line if _is_set(part)]
    most = max(written, default=0)
    return most if most <= _MOST and most != min(written, default=0) else 0


def _is_set(part: object) -> bool:
    return isinstance(part, Num) and part.quantity is not None and not part.quantity.unset


def _is_exact(num: Num) -> bool:
    """Whether a further decimal is true of a number: 约 160.0 would promise what nobody said."""
    return num.quantity is not None and num.quantity.is_exact and not num.quantity.about


def _decimals(num: object) -> int:
    if not isinstance(num, Num) or num.quantity is None:
        return 0
    ends = write_pieces(num, num.quantity, "en").digits.replace(" to ", "–").split("–")
    return max(len(end.partition(".")[2]) for end in ends)


def _row(row: Row, wanted: dict[int, int]) -> Row:
    cells = tuple(_line(line, wanted.get(place, 0)) for place, line in enumerate(row.cells))
    return replace(row, cells=cells)


def _line(line: Line, digits: int) -> Line:
    if not digits:
        return line
    return tuple(replace(part, digits=digits) if isinstance(part, Num) and _is_exact(part) else part for part in line)
