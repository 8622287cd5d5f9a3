"""Decimals of a column: numbers under one unit are written with the same number of them, so that digits align.

What is about, a range or a bound keeps its own.
"""

from dataclasses import replace

from plangen.render.plain import write_pieces
from plangen.values.writing import asked_digits
from plangen.views import Line, Num, Row, Table

_MOST = 2
"""Longer ones are exact results; to pad a whole column to them would be noise."""


def level(table: Table, language: str) -> Table:
    """The table with every number column that names its unit levelled: 64 beside 40.5 is written 64.0."""
    wanted = {place: digits for place in range(len(table.columns)) if (digits := _digits(table, place, language))}
    if not wanted:
        return table
    rows = tuple(_row(row, wanted, language) for row in table.rows)
    return replace(table, rows=rows)


def _digits(table: Table, place: int, language: str) -> int:
    """How many decimals the numbers of a column are to have; 0 where nothing is to be done."""
    column = table.columns[place]
    if not (column.numeric and column.unit):
        return 0
    cells = (row.cells[place] for row in table.rows if place < len(row.cells))
    written = [_decimals(part, language) for line in cells for part in line if _is_set(part)]
    most = max(written, default=0)
    return most if most <= _MOST and most != min(written, default=0) else 0


def _is_set(part: object) -> bool:
    return isinstance(part, Num) and part.quantity is not None and not part.quantity.unset


def _is_exact(num: Num) -> bool:
    """Whether a further decimal is true of a number: 约 160.0 would promise what nobody said."""
    return num.quantity is not None and num.quantity.is_exact and not num.quantity.about


def _decimals(num: object, language: str) -> int:
    if not isinstance(num, Num) or num.quantity is None:
        return 0
    ends = write_pieces(num, num.quantity, language).digits.replace(" to ", "–").replace(" 至 ", "–").split("–")
    return max(len(end.partition(".")[2]) for end in ends)


def _row(row: Row, wanted: dict[int, int], language: str) -> Row:
    cells = tuple(_line(line, wanted.get(place, 0), language) for place, line in enumerate(row.cells))
    return replace(row, cells=cells)


def _line(line: Line, digits: int, language: str) -> Line:
    if not digits:
        return line
    return tuple(
        replace(part, digits=_asked(part, digits, language)) if isinstance(part, Num) and _is_exact(part) else part
        for part in line
    )


def _asked(num: Num, digits: int, language: str) -> int:
    return asked_digits(digits, num.unit, language) if num.unit else digits
