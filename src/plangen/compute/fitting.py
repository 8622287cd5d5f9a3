"""Fitting: a two-way table some of whose cells are written; the others are put in so that it adds up both ways."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from plangen.compute.allocation import allocate, in_steps
from plangen.compute.transport import Grid, transported
from plangen.compute.two_way import finest
from plangen.values import EXACT, Quantity
from plangen.values.decimals import ONE, ZERO

Place = tuple[int, int]
Line = tuple[Quantity, ...]
Fixed = Mapping[Place, Quantity]


def fit_table(rows: Line, columns: Line, whole: Quantity, fixed: Fixed, step: Decimal) -> list[Line]:
    """The cells of a table with given totals; written cells stay, the rest is put into the others.

    What rows or columns leave of the whole has a row or column of its own, which is not returned. Where no table
    adds up both ways, each row is split by what the columns lack: rows add up, columns do not. A row's cells are
    unset where its rest is not one number of zero or more (it, or a written cell of it, is unset or a range; written
    cells are more than the row), or where nobody can say what one of its columns lacks.
    Source: iterative proportional fitting (Deming and Stephan 1940), rounded as a transport of leftover units.
    """
    return _Fitting(rows, columns, whole, fixed, step).cells()


@dataclass
class _Fitting:
    rows: Line
    columns: Line
    whole: Quantity
    fixed: Fixed
    step: Decimal

    def cells(self) -> list[Line]:
        """All cells, row by row."""
        amounts = self._both_ways() or self._by_rows()
        about = any(each.about for each in (*self.rows, *self.columns, *self.fixed.values()))
        return [
            tuple(self._cell((row, column), amounts, about=about) for column in range(len(self.columns)))
            for row in range(len(self.rows))
        ]

    def _cell(self, place: Place, amounts: Mapping[Place, Decimal], *, about: bool) -> Quantity:
        if place in self.fixed:
            return self.fixed[place]
        if place not in amounts:
            return Quantity.unset_(self.whole.unit)
        return replace(Quantity.exact(amounts[place], self.whole.unit), about=about)

    @cached_property
    def _rests(self) -> tuple[list[Decimal | None], list[Decimal | None]]:
        """What each row and each column has left for other cells than the written ones; None where nobody can say."""
        by_row: list[list[Quantity]] = [[] for _ in self.rows]
        by_column: list[list[Quantity]] = [[] for _ in self.columns]
        for (row, column), cell in self.fixed.items():
            by_row[row].append(cell)
            by_column[column].append(cell)
        return self._less(self.rows, by_row), self._less(self.columns, by_column)

    def _less(self, totals: Line, written: list[list[Quantity]]) -> list[Decimal | None]:
        return [self._rest(total, cells) for total, cells in zip(totals, written, strict=True)]

    def _rest(self, total: Quantity, written: list[Quantity]) -> Decimal | None:
        if not all(each.is_exact and each.unit == self.whole.unit for each in (total, *written)):
            return None
        rest = total.value
        for cell in written:
            rest = EXACT.subtract(rest, cell.value)
        return rest

    def _both_ways(self) -> dict[Place, Decimal] | None:
        """The cells where all totals are known and a table with these totals exists."""
        rows, columns = self._rests
        known_rows, known_columns = ([each for each in line if each is not None] for line in (rows, columns))
        if len(known_rows) < len(rows) or len(known_columns) < len(columns) or not self.whole.is_exact:
            return None
        spare = [self._spare(self.rows), self._spare(self.columns)]
        if min(*spare, *known_rows, *known_columns) < 0:
            return None
        grid = Grid([*known_rows, spare[0]], [*known_columns, spare[1]], frozenset(self.fixed))
        for fine in (self.step, finest([*grid.rows, *grid.columns], self.step)):
            if all(not in_steps(each, fine)[1] for each in (*grid.rows, *grid.columns)):
                return transported(grid, fine)
        return None

    def _spare(self, totals: Line) -> Decimal:
        spare = self.whole.value
        for total in totals:
            spare = EXACT.subtract(spare, total.value)
        return spare

    def _by_rows(self) -> dict[Place, Decimal]:
        """Each row by itself, in proportion to what its open columns lack."""
        rows, columns = self._rests
        found: dict[Place, Decimal] = {}
        for row, rest in enumerate(rows):
            open_ = [column for column in range(len(columns)) if (row, column) not in self.fixed]
            lacks = [columns[column] for column in open_]
            if rest is None or rest < 0 or not open_ or None in lacks:
                continue
            weights = tuple(max(each or ZERO, ZERO) for each in lacks)
            weights = weights if any(weights) else (ONE,) * len(open_)
            parts = allocate(Quantity.exact(rest, self.whole.unit), weights, self.step)
            found |= {(row, column): part.value for column, part in zip(open_, parts, strict=True)}
        return found
