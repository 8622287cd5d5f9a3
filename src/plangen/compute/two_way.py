"""Two-way allocation: a table of parts that adds up to its rows and to its columns (controlled rounding)."""

from collections.abc import Sequence
from decimal import Decimal

from plangen.compute.allocation import SCALE, Weights, allocate, evenly, in_steps, part_of, start, width
from plangen.values import EXACT, Quantity
from plangen.values.decimals import ZERO

Row = tuple[Quantity, ...]
Amounts = list[Decimal]


def allocate_table(rows: Row, columns: Row, whole: Quantity, weights: Weights, step: Decimal) -> tuple[Row, ...]:
    """Split each row over the columns so that the table adds up both ways, to the last digit.

    What the rows or the columns leave of the whole has a row or a column of its own, which is not returned: the parts
    of a month never are more than the month. Bounds and ranges are split as `allocate` splits them. Cells are
    multiples of `step`; what a row has below it stands in the last column; where no such table is possible, cells
    are as fine as the totals are. A row or column that is unset, or in another unit, has unset cells. Where the whole
    is unset the columns are too, and each row is split by the weights alone.
    Source: controlled rounding of two-way tables (Bacharach 1966), as a matching of leftover units.
    """
    if start(whole) is None:
        return tuple(allocate(row, weights, step) for row in rows)
    rows, columns = _alike(rows, whole), _alike(columns, whole)
    firsts = _filled([start(row) for row in rows], [start(column) for column in columns], start(whole), weights, step)
    more = _filled(_widths(rows), _widths(columns), width(whole), weights, step)
    return tuple(
        tuple(
            part_of(row, firsts[i][j], more[i][j])
            if start(row) is not None and start(column) is not None
            else _unset(row)
            for j, column in enumerate(columns)
        )
        for i, row in enumerate(rows)
    )


def _alike(quantities: Row, whole: Quantity) -> Row:
    return tuple(each if each.unit == whole.unit else Quantity.unset_(each.unit) for each in quantities)


def _unset(row: Quantity) -> Quantity:
    return row if row.unset else Quantity.unset_(row.unit)


def _widths(quantities: Row) -> list[Decimal | None]:
    return [None if start(quantity) is None else width(quantity) for quantity in quantities]


def _filled(
    rows: Sequence[Decimal | None],
    columns: Sequence[Decimal | None],
    whole: Decimal | None,
    weights: Weights,
    step: Decimal,
) -> list[Amounts]:
    """The cells of a table with given totals; what is not known, and what is left of the whole, is put together."""
    total = whole or ZERO
    if not (total or any(rows) or any(columns)):
        return [[ZERO] * len(columns)] * len(rows)
    left, over = _with_rest(rows, total), _with_rest(columns, total)
    for fine in (step, finest([*left, *over], step)):
        cells = _rounded(left, over, [*weights, ZERO], fine)
        if cells is not None:
            return cells
    raise AssertionError("in steps as fine as the totals there always is a table")


def _with_rest(amounts: Sequence[Decimal | None], whole: Decimal) -> Amounts:
    """The amounts, unknown ones as zero, and what they leave of the whole."""
    known = [amount or ZERO for amount in amounts]
    rest = whole
    for amount in known:
        rest = EXACT.subtract(rest, amount)
    return [*known, rest]


def finest(amounts: Amounts, step: Decimal) -> Decimal:
    """A power of ten that every amount is a multiple of."""
    exponents = [int(amount.normalize(EXACT).as_tuple().exponent) for amount in (*amounts, step) if amount]
    return EXACT.scaleb(Decimal(1), Decimal(min(exponents)))


def _rounded(rows: Amounts, columns: Amounts, weights: Sequence[Decimal], step: Decimal) -> list[Amounts] | None:
    """The table in multiples of a step, or None where there is none.

    Rounding down leaves units over in each row and column; a matching gives them out, at most one a cell.
    """
    crumbs = [in_steps(row, step)[1] for row in rows]
    last = max((index for index, column in enumerate(columns) if column), default=len(columns) - 2)
    whole = _in_whole_steps(columns, last, sum(crumbs, ZERO), step)
    if whole is None:
        return None
    units = [in_steps(row, step)[0] for row in rows]
    cells, open_ = _shares(units, whole, weights)
    need_rows = [unit - sum(line) for unit, line in zip(units, cells, strict=True)]
    need_columns = [column - sum(line[i] for line in cells) for i, column in enumerate(whole)]
    if not _match(cells, open_, need_rows, need_columns):
        return None
    amounts = [[EXACT.multiply(Decimal(cell), step) for cell in line] for line in cells]
    for line, crumb in zip(amounts, crumbs, strict=True):
        line[last] = EXACT.add(line[last], crumb)
    return amounts


def _in_whole_steps(columns: Amounts, last: int, crumb: Decimal, step: Decimal) -> list[int] | None:
    """The columns in steps, the last one without the rows' crumbs; None where that gives no whole steps of its sign."""
    less = [EXACT.subtract(column, crumb) if index == last else column for index, column in enumerate(columns)]
    found = [in_steps(column, step) for column in less]
    turned = bool(less[last]) and (less[last] < 0) != (columns[last] < 0)
    if turned or any(rest for _, rest in found):
        return None
    return [units for units, _ in found]


def _shares(
    rows: list[int], columns: list[int], weights: Sequence[Decimal]
) -> tuple[list[list[int]], list[list[bool]]]:
    """Each cell's share rounded down, and whether it had a fraction: row × column ÷ whole.

    Where the whole is zero, rows that cancel out are split by the weights, and the largest row takes the columns.
    """
    whole, by, extra = sum(columns), columns, [0] * len(columns)
    if not whole:
        numbers = [int(EXACT.multiply(weight, SCALE)) for weight in weights]
        by = numbers if sum(numbers) > 0 else [1] * (len(columns) - 1) + [0]
        whole, extra = sum(by), columns
    cells = [[row * column // whole for column in by] for row in rows]
    largest = max(range(len(rows)), key=lambda index: abs(rows[index]))
    cells[largest] = [cell + more for cell, more in zip(cells[largest], extra, strict=True)]
    return cells, [[row * column % whole != 0 for column in by] for row in rows]


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
    return not any(columns)


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
