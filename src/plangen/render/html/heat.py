"""Depth of colour in tables: five steps from the smallest number to the largest of the columns that ask for it."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from plangen.views import Line, Num, Table, Tally

STEPS = 5
LEAST = 6
"""So many numbers are worth a comparison by colour; fewer are read."""
HATCH = "pg-hatch"

Spot = tuple[int, int]
"""A cell: its row and its column."""


def heat(table: Table) -> Mapping[Spot, str]:
    """The class of each cell that has a depth, or is hatched because its number is not set.

    Numbers of two units are never compared: such a table, and one whose numbers are all the same, has no depths.
    """
    spots = dict(_spots(table))
    known = {spot: found for spot, line in spots.items() if (found := _value(line))}
    values = [value for value, _ in known.values()]
    if len(known) < LEAST or len({unit for _, unit in known.values()}) > 1 or min(values) == max(values):
        return {}
    depths = {spot: f"pg-heat{_step(value, min(values), max(values))}" for spot, (value, _) in known.items()}
    return {**{spot: HATCH for spot, line in spots.items() if _is_unset(line)}, **depths}


def _spots(table: Table) -> Iterator[tuple[Spot, Line]]:
    """The cells that are compared: those of the body, as totals are larger than what they are made of."""
    hot = [place for place, column in enumerate(table.columns) if column.heat]
    for number, row in enumerate(table.rows):
        if row.role == "body":
            yield from (((number, place), row.cells[place]) for place in hot if place < len(row.cells))


def _value(line: Line) -> tuple[Decimal, str] | None:
    """The number of a cell, of a range its low end, with its unit; None where it has not exactly one."""
    found = [part for part in line if isinstance(part, Num | Tally)]
    if len(found) != 1:
        return None
    part = found[0]
    if isinstance(part, Tally):
        return Decimal(part.number), ""
    if part.quantity is None:
        return None
    end = part.quantity.low if part.quantity.low is not None else part.quantity.high
    return None if end is None else (end, str(part.quantity.unit))


def _is_unset(line: Line) -> bool:
    return any(isinstance(part, Num) and part.quantity is not None and part.quantity.unset for part in line)


def _step(value: Decimal, least: Decimal, most: Decimal) -> int:
    """Which fifth of the way from the smallest number to the largest."""
    return min(int((value - least) * STEPS / (most - least)), STEPS - 1) + 1
