"""Allocation: a total split so that the parts always add up (Hamilton's largest remainder; controlled rounding)."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from plangen.values import EXACT, Quantity

Weights = tuple[Decimal, ...]


@lru_cache(maxsize=4096)
def allocate(whole: Quantity, weights: Weights, step: Decimal) -> tuple[Quantity, ...]:
    """Split a total by weights into multiples of `step`; what the step leaves over goes with the last part.

    Ranges are split at both ends, bounds at their known end; an unset total gives unset parts. 约 stays with each part.
    Source: Hamilton's method of largest remainders; equal remainders are served at even distances.
    """
    if whole.unset:
        return tuple(whole for _ in weights)
    lows = _split(whole.low, weights, step)
    highs = _split(whole.high, weights, step)
    return tuple(_with_ends(whole, low, high) for low, high in zip(lows, highs, strict=True))


def _with_ends(like: Quantity, low: Decimal | None, high: Decimal | None) -> Quantity:
    """A quantity like another with other ends, in order: rounding may have crossed them by a step."""
    if low is not None and high is not None and low > high:
        low, high = high, low
    return replace(like, low=low, high=high)


def _split(amount: Decimal | None, weights: Weights, step: Decimal) -> list[Decimal | None]:
    if amount is None:
        return [None] * len(weights)
    return list(largest_remainder(amount, weights, step))


def largest_remainder(amount: Decimal, weights: Sequence[Decimal], step: Decimal) -> list[Decimal]:
    """Parts of `amount` in the ratio of `weights`, each a multiple of `step`, adding up to `amount` exactly.

    Weights that add up to nothing count as even ones: who made them reports it.
    """
    units, crumb = _units(amount, step)
    scaled = [int(EXACT.divide_int(EXACT.multiply(w, SCALE), Decimal(1))) for w in weights]
    if not sum(scaled):
        scaled = [1] * len(scaled)
    whole = sum(scaled)
    sign = -1 if units < 0 else 1
    floors = [abs(units) * weight // whole for weight in scaled]
    remainders = [abs(units) * weight % whole for weight in scaled]
    for index in _largest(remainders, abs(units) - sum(floors)):
        floors[index] += 1
    parts = [EXACT.multiply(Decimal(sign * floor), step) for floor in floors]
    parts[-1] = EXACT.add(parts[-1], crumb)
    return parts


def _largest(remainders: list[int], count: int) -> list[int]:
    """Where the `count` largest remainders stand; among equal ones at even distances, beginning with the first.

    Even distances keep sums over neighbours (quarters of equal months) as close to the exact value as they can be.
    """
    if count == 0:
        return []
    cut = sorted(remainders, reverse=True)[count - 1]
    above = [index for index, remainder in enumerate(remainders) if remainder > cut]
    tied = [index for index, remainder in enumerate(remainders) if remainder == cut]
    return above + evenly(tied, count - len(above))


def evenly(places: list[int], count: int) -> list[int]:
    """`count` of the places, at even distances, beginning with the first."""
    return [places[index * len(places) // count] for index in range(count)]


SCALE = Decimal(10) ** 12
"""Weights are taken as whole numbers of this fineness."""


def _units(amount: Decimal, step: Decimal) -> tuple[int, Decimal]:
    units = int(EXACT.divide_int(amount, step))
    return units, EXACT.subtract(amount, EXACT.multiply(Decimal(units), step))


@lru_cache(maxsize=512)
def allocate_table(
    rows: tuple[Quantity, ...], columns: tuple[Quantity, ...], weights: Weights, step: Decimal
) -> tuple[tuple[Quantity, ...], ...]:
    """Fill a table whose row totals and column totals are given, in multiples of `step`.

    Where the two do not add up to the same exact amount, each row is split on its own.
    Source: controlled rounding of two-way tables (Bacharach 1966), as a matching of leftover units.
    """
    exact = all(q.is_exact for q in (*rows, *columns))
    if not exact or _sum(rows) != _sum(columns):
        return tuple(allocate(row, weights, step) for row in rows)
    amounts = _rounded([row.value for row in rows], [column.value for column in columns], step)
    if amounts is None:
        return tuple(allocate(row, weights, step) for row in rows)
    return tuple(tuple(_with_ends(row, cell, cell) for cell in line) for row, line in zip(rows, amounts, strict=True))


def _sum(quantities: tuple[Quantity, ...]) -> Decimal:
    amount = Decimal(0)
    for quantity in quantities:
        amount = EXACT.add(amount, quantity.value)
    return amount


def _rounded(rows: list[Decimal], columns: list[Decimal], step: Decimal) -> list[list[Decimal]] | None:
    row_units = [_units(row, step) for row in rows]
    column_units = [_units(column, step) for column in columns]
    whole = sum(units for units, _ in column_units)
    if any(crumb for _, crumb in (*row_units, *column_units)) or whole <= 0:
        return None
    if any(units < 0 for units, _ in (*row_units, *column_units)):
        return None
    cells = [[r * c // whole for c, _ in column_units] for r, _ in row_units]
    open_ = [[r * c % whole > 0 for c, _ in column_units] for r, _ in row_units]
    need_rows = [units - sum(line) for (units, _), line in zip(row_units, cells, strict=True)]
    need_columns = [units - sum(line[i] for line in cells) for i, (units, _) in enumerate(column_units)]
    if not _match(cells, open_, need_rows, need_columns):
        return None
    return [[EXACT.multiply(Decimal(cell), step) for cell in line] for line in cells]


def _match(cells: list[list[int]], open_: list[list[bool]], rows: list[int], columns: list[int]) -> bool:
    """Give each row its leftover units, at most one a cell, so that the columns get theirs (augmenting paths).

    A row asks first for columns spread evenly over its length, so that sums over neighbouring columns (quarters)
    stay as close to the exact value as the table allows.
    """
    given = [[False] * len(columns) for _ in rows]
    wishes = [_wishes(line, need) for line, need in zip(open_, rows, strict=True)]
    for row, need in enumerate(rows):
        for _ in range(need):
            if not _augment(row, wishes, given, columns, set()):
                return False
    for row, line in enumerate(given):
        for column, one in enumerate(line):
            cells[row][column] += one
    return True


def _wishes(line: list[bool], need: int) -> list[int]:
    """The open columns of a row: first `need` of them at even distances, then the others."""
    free = [column for column, open_ in enumerate(line) if open_]
    first = evenly(free, min(need, len(free))) if need else []
    return [*first, *(column for column in free if column not in first)]


def _augment(row: int, wishes: list[list[int]], given: list[list[bool]], columns: list[int], seen: set[int]) -> bool:
    """Find a column for one more unit of a row, moving units of other rows where that helps."""
    free = [column for column in wishes[row] if column not in seen and not given[row][column]]
    for column in sorted(free, key=lambda column: columns[column] <= 0):
        if column in seen:
            continue
        seen.add(column)
        if columns[column] > 0:
            columns[column] -= 1
            given[row][column] = True
            return True
        for other in range(len(given)):
            if given[other][column] and _augment(other, wishes, given, columns, seen):
                given[other][column], given[row][column] = False, True
                return True
    return False
