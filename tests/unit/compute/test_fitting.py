"""Tables with written cells: they stay, the others make up for them. Expected values are computed by hand."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from plangen.compute.fitting import fit_table
from plangen.values import YUAN, Quantity

ONE = Decimal(1)


def yuan(*amounts: int) -> tuple[Quantity, ...]:
    """Exact amounts of money."""
    return tuple(Quantity.exact(amount, YUAN) for amount in amounts)


def fitted(
    rows: tuple[int, ...], columns: tuple[int, ...], fixed: dict[tuple[int, int], int]
) -> list[list[int | None]]:
    """A table in steps of one; None for cells that are not set."""
    cells = {place: Quantity.exact(amount, YUAN) for place, amount in fixed.items()}
    table = fit_table(yuan(*rows), yuan(*columns), yuan(sum(rows))[0], cells, ONE)
    return [[None if cell.unset else int(cell.value) for cell in line] for line in table]


def test_a_written_cell_stays_and_the_others_add_up_both_ways() -> None:
    """25 of row 60 and column 30 leaves 35 for two columns of 30 and 40 that also have row 40: 15 + 20."""
    assert fitted((60, 40), (30, 30, 40), {(0, 0): 25}) == [[25, 15, 20], [5, 15, 20]]


def test_where_nothing_is_written_parts_are_in_proportion() -> None:
    """60 × 30 ÷ 100 = 18, 60 × 40 ÷ 100 = 24."""
    assert fitted((60, 40), (30, 30, 40), {}) == [[18, 18, 24], [12, 12, 16]]


def test_proportions_far_from_the_written_cells_are_still_fitted() -> None:
    """Row 40 is full with its written 40: its other cells are 0 and the column of 30 lacks 5, which nobody can give."""
    assert fitted((60, 40), (30, 30, 40), {(0, 0): 25, (1, 2): 40}) == [[25, 35, 0], [0, 0, 40]]
    assert fitted((5, 5), (5, 5), {(0, 0): 5}) == [[5, 0], [0, 5]]


def test_a_row_that_is_overfull_leaves_its_other_cells_unset() -> None:
    """70 are written of a row of 60; the other row goes by what the columns lack: nothing, 30 and 40."""
    assert fitted((60, 40), (30, 30, 40), {(0, 0): 70}) == [[70, None, None], [0, 17, 23]]


def test_a_cell_that_is_not_set_may_hold_anything() -> None:
    """Nobody can say what its row and its column have left, so every cell beside it is unset, not zero."""
    open_ = Quantity.unset_(YUAN)
    table = fit_table(yuan(60, 40), yuan(30, 30, 40), yuan(100)[0], {(0, 0): open_}, ONE)
    assert [cell.unset for line in table for cell in line] == [True] * 6


def test_a_column_without_room_is_told_by_its_sum() -> None:
    """Both cells of a column of 30 are written as 10: rows add up, the column makes 20 and no more."""
    table = fitted((60, 40), (30, 70), {(0, 0): 10, (1, 0): 10})
    assert table == [[10, 50], [10, 30]]


@given(st.data())
def test_written_cells_of_a_table_that_exists_are_always_met(data: st.DataObject) -> None:
    """Any table, some of its cells written: the totals are met to the last digit and no cell is below zero."""
    height, width = data.draw(st.integers(1, 4)), data.draw(st.integers(1, 5))
    line = st.lists(st.integers(0, 50), min_size=width, max_size=width)
    cells = data.draw(st.lists(line, min_size=height, max_size=height))
    places = data.draw(st.sets(st.tuples(st.integers(0, height - 1), st.integers(0, width - 1))))
    rows, columns = tuple(map(sum, cells)), tuple(map(sum, zip(*cells, strict=True)))
    found = fitted(rows, columns, {(row, column): cells[row][column] for row, column in places})
    known = [[cell for cell in line if cell is not None] for line in found]
    assert [sum(line) for line in known] == list(rows)
    assert [sum(column) for column in zip(*known, strict=True)] == list(columns)
    assert min(cell for line in known for cell in line) >= 0
    assert all(found[row][column] == cells[row][column] for row, column in places)
