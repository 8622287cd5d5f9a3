"""Transport: whole steps from rows to columns through the open cells of a table, as near to proportions as they fit."""

from collections import deque
from collections.abc import Iterator
from decimal import Decimal

from plangen.compute.allocation import in_steps
from plangen.values import EXACT, record

FINE = 10**6
"""Proportions are fitted in this many parts of a step."""
ROUNDS = 40
"""How often rows and columns are fitted in turn."""
Table = list[list[int]]


@record
class Grid:
    """Totals of rows and columns, none below zero, and the places that take nothing."""

    rows: list[Decimal]
    columns: list[Decimal]
    closed: frozenset[tuple[int, int]]

    def is_open(self, row: int, column: int) -> bool:
        """Whether a cell takes anything."""
        return (row, column) not in self.closed


def transported(grid: Grid, step: Decimal) -> dict[tuple[int, int], Decimal] | None:
    """Amounts of the open cells that make the rows and the columns, in steps; None where there are none."""
    rows, columns = ([in_steps(each, step)[0] for each in line] for line in (grid.rows, grid.columns))
    if sum(rows) != sum(columns):
        return None
    wanted = _fitted(grid, [each * FINE for each in rows], [each * FINE for each in columns])
    cells = [[each // FINE for each in line] for line in wanted]
    left = [total - sum(line) for total, line in zip(rows, cells, strict=True)]
    lacks = [total - sum(line) for total, line in zip(columns, zip(*cells, strict=True), strict=True)]
    _round_up(grid, wanted, cells, left, lacks)
    for row in range(len(left)):
        while left[row]:
            if not _push(grid, cells, row, left, lacks):
                return None
    return {
        (row, column): EXACT.multiply(Decimal(cell), step)
        for row, line in enumerate(cells)
        for column, cell in enumerate(line)
        if grid.is_open(row, column)
    }


def _fitted(grid: Grid, rows: list[int], columns: list[int]) -> Table:
    """Proportional fitting by turns; rounded down all the time, so that no row and no column ever is exceeded."""
    cells = [[column if grid.is_open(i, j) else 0 for j, column in enumerate(columns)] for i, _ in enumerate(rows)]
    for _ in range(ROUNDS):
        cells = _scaled(cells, rows)
        turned = [list(line) for line in zip(*cells, strict=True)]
        cells = [list(line) for line in zip(*_scaled(turned, columns), strict=True)]
    sums = [sum(line) for line in cells]
    return [
        [cell * min(total, has) // has if has else 0 for cell in line]
        for line, total, has in zip(cells, rows, sums, strict=True)
    ]


def _scaled(lines: Table, totals: list[int]) -> Table:
    found = []
    for line, total in zip(lines, totals, strict=True):
        whole = sum(line)
        found.append([cell * total // whole if whole else 0 for cell in line])
    return found


def _round_up(grid: Grid, wanted: Table, cells: Table, left: list[int], lacks: list[int]) -> None:
    """One unit more to the cells with the largest fractions, where row and column have one left."""
    order = sorted(
        (-(each % FINE), row, column)
        for row, line in enumerate(wanted)
        for column, each in enumerate(line)
        if grid.is_open(row, column) and each % FINE
    )
    for _, row, column in order:
        if left[row] > 0 and lacks[column] > 0:
            cells[row][column] += 1
            left[row] -= 1
            lacks[column] -= 1


def _push(grid: Grid, cells: Table, start: int, left: list[int], lacks: list[int]) -> bool:
    """Move as much as fits from a row to a column that lacks it, over other rows where that is needed."""
    came: dict[tuple[str, int], tuple[str, int] | None] = {("row", start): None}
    waiting = deque([("row", start)])
    while waiting:
        node = waiting.popleft()
        if node[0] == "column" and lacks[node[1]] > 0:
            _carry(cells, _path(came, node), left, lacks)
            return True
        for following in _next(grid, cells, node):
            if following not in came:
                came[following] = node
                waiting.append(following)
    return False


def _next(grid: Grid, cells: Table, node: tuple[str, int]) -> Iterator[tuple[str, int]]:
    kind, index = node
    if kind == "row":
        return (("column", column) for column in range(len(grid.columns)) if grid.is_open(index, column))
    return (("row", row) for row in range(len(grid.rows)) if cells[row][index] > 0 and grid.is_open(row, index))


def _path(came: dict[tuple[str, int], tuple[str, int] | None], end: tuple[str, int]) -> list[int]:
    """Rows and columns in turn, from the first row to the last column."""
    path: list[int] = []
    node: tuple[str, int] | None = end
    while node is not None:
        path.append(node[1])
        node = came[node]
    return path[::-1]


def _carry(cells: Table, path: list[int], left: list[int], lacks: list[int]) -> None:
    amount = min(left[path[0]], lacks[path[-1]])
    for place in range(1, len(path) - 1, 2):
        amount = min(amount, cells[path[place + 1]][path[place]])
    for place in range(0, len(path) - 1, 2):
        cells[path[place]][path[place + 1]] += amount
    for place in range(1, len(path) - 1, 2):
        cells[path[place + 1]][path[place]] -= amount
    left[path[0]] -= amount
    lacks[path[-1]] -= amount
