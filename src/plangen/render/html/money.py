"""Amounts of money on pages: which unit a column is in, and the exact amount where the shown one is rounded."""

import re
from collections.abc import Iterator
from decimal import Decimal

from plangen.render.plain import Written
from plangen.values.decimals import EXACT, half_up
from plangen.values.number_words import display_scale
from plangen.values.quantity import Quantity
from plangen.values.refused import Refused
from plangen.values.writing import plain
from plangen.views import Column, Line, Num, Table

_CENT = Decimal("0.01")
_NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?")


def money_of(table: Table, place: int) -> str:
    """The unit of a column's amounts where its heading does not tell it: quarters have their months there.

    Empty where the heading tells it, where there are no amounts, or where they differ.
    """
    cells = [row.cells[place] for row in table.rows if place < len(row.cells)]
    units = {unit for line in cells for unit in _units(line)}
    unit = units.pop() if len(units) == 1 else ""
    return "" if _tells(table.columns[place], unit) else unit


def money_in(line: Line, column: Column) -> str:
    """The unit of a cell's amount where its column has several: the heading of its row tells it to who reads."""
    units = {unit for unit in _units(line) if unit and not _tells(column, unit)}
    return units.pop() if column.numeric and len(units) == 1 else ""


def _tells(column: Column, unit: str) -> bool:
    """Whether a heading names the money that an amount is in; `万元/月` does for `万元/人/月`, `1–3 月` does not."""
    return unit.partition("/")[0] == column.unit.partition("/")[0]


def _units(line: Line) -> Iterator[str]:
    return (_unit(part) for part in line if isinstance(part, Num) and _is_set(part))


def _is_set(num: Num) -> bool:
    return num.quantity is not None and not num.quantity.unset


def _unit(num: Num) -> str:
    if num.quantity is None or num.with_unit:
        return ""
    unit = num.quantity.unit
    return num.unit if unit.is_money or unit.is_money_rate else ""


def exact_amount(num: Num, quantity: Quantity, written: Written, language: str) -> str:
    """An amount of money in its base unit, `low..high` for a range, to the cent; empty where the digits are exact."""
    if num.digits is None or not (quantity.unit.is_money or quantity.unit.is_money_rate):
        return ""
    ends = [end for end in (quantity.low, quantity.high) if end is not None]
    scale = _scale(num.unit or written.unit, language)
    if scale is None or {plain(EXACT.divide(end, scale)) for end in ends} <= _digits(written):
        return ""
    return "..".join(dict.fromkeys(plain(half_up(end, _CENT)) for end in ends))


def _scale(unit: str, language: str) -> Decimal | None:
    """What one of a unit is in base units, as a language shows it; None for words that are no unit (` million`)."""
    try:
        return display_scale(unit.strip(), language)
    except Refused:
        return None


def _digits(written: Written) -> set[str]:
    """The numbers that are written, in their plain form."""
    return {plain(Decimal(text.replace(",", ""))) for text in _NUMBER.findall(written.digits)}
