"""Two-way allocation: a table adds up in both directions, whatever its totals are."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from plangen.compute.allocation import allocate, largest_remainder
from plangen.compute.two_way import allocate_table
from plangen.values import PEOPLE, YUAN, Quantity

AMOUNTS = st.integers(-(10**9), 10**9)
EVEN = (Decimal(1),) * 12
STEP = Decimal(1000)


def yuan(amount: int) -> Quantity:
    """An exact amount of money."""
    return Quantity.exact(amount, YUAN)


def months(rows: tuple[Quantity, ...], whole: Quantity, step: Decimal = STEP) -> tuple[tuple[Quantity, ...], ...]:
    """A table of twelve even months."""
    return allocate_table(rows, allocate(whole, EVEN, step), whole, EVEN, step)


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=6), st.integers(1, 12))
def test_tables_add_up_in_both_directions(rows: list[int], count: int) -> None:
    """Rows and columns both reach their totals to the last digit, each cell within one step of the exact share."""
    even, one = (Decimal(1),) * count, Decimal(1)
    columns = largest_remainder(Decimal(sum(rows)), even, one)
    table = allocate_table(
        tuple(map(yuan, rows)), tuple(Quantity.exact(c, YUAN) for c in columns), yuan(sum(rows)), even, one
    )
    cells = [[cell.value for cell in line] for line in table]
    assert [sum(line) for line in cells] == rows
    assert [sum(line[i] for line in cells) for i in range(count)] == columns
    for row, line in zip(rows, cells, strict=True):
        for column, cell in zip(columns, line, strict=True):
            assert abs(Fraction(cell) - Fraction(row) * Fraction(column) / max(sum(rows), 1)) <= 1


@given(
    st.lists(AMOUNTS, min_size=1, max_size=5),
    st.lists(st.integers(0, 9), min_size=1, max_size=12),
    st.sampled_from(["1", "0.1", "1000", "30000"]),
)
def test_any_signs_and_crumbs_add_up(rows: list[int], weights: list[int], step: str) -> None:
    """Losses beside profits, amounts that are no whole steps, months without any weight: both directions are exact."""
    shares, fine = tuple(map(Decimal, weights)), Decimal(step)
    whole = yuan(sum(rows))
    columns = allocate(whole, shares, fine)
    table = allocate_table(tuple(map(yuan, rows)), columns, whole, shares, fine)
    assert [sum(cell.value for cell in line) for line in table] == rows
    for index, column in enumerate(columns):
        assert sum(line[index].value for line in table) == column.value


def test_crumbs_by_hand() -> None:
    """12345 by month in steps of 1000 is eleven times 1000 and 1345; the dealers' 345 stand in the last month too."""
    own, dealer = months((yuan(6000), yuan(6345)), yuan(12345))
    assert sum(cell.value for cell in own) == 6000
    assert [own[i].value + dealer[i].value for i in range(12)] == [1000] * 11 + [1345]
    assert dealer[11].value % 1000 == 345


def test_cells_finer_than_the_step_where_nothing_else_fits() -> None:
    """500 + 845 in one step of 1000: no table in whole thousands keeps both, so the cells are in single 元."""
    columns = (yuan(1000), yuan(345))
    first, second = allocate_table((yuan(500), yuan(845)), columns, yuan(1345), (Decimal(1), Decimal(0)), STEP)
    assert [first[0].value + second[0].value, first[1].value + second[1].value] == [1000, 345]
    assert [first[0].value + first[1].value, second[0].value + second[1].value] == [500, 845]


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)), min_size=1, max_size=4))
def test_ranges_add_up_at_both_ends(pairs: list[tuple[int, int]]) -> None:
    """The low ends of the parts make the low end of the month, the high ends the high end; none is upside down."""
    rows = tuple(Quantity.range_(low, low + more, YUAN) for low, more in pairs)
    whole = sum(rows[1:], rows[0])
    table = months(rows, whole)
    for index, column in enumerate(allocate(whole, EVEN, STEP)):
        lows, highs = [line[index].low for line in table], [line[index].high for line in table]
        assert (sum(x for x in lows if x is not None), sum(x for x in highs if x is not None)) == (
            column.low,
            column.high,
        )
        assert all(a <= b for a, b in zip(lows, highs, strict=True) if a is not None and b is not None)


def test_an_unset_row_leaves_its_part_of_each_month() -> None:
    """48 of 120 known over twelve months: 4 of 10 a month, the unset part stays unset."""
    known, open_ = months((yuan(48000), Quantity.unset_(YUAN)), yuan(120000))
    assert [cell.value for cell in known] == [4000] * 12
    assert all(cell.unset for cell in open_)


def test_an_unset_month_is_unset_for_every_part() -> None:
    """A quarter of the year known: each part has a quarter of itself there, the rest is not known."""
    columns = (yuan(25), Quantity.unset_(YUAN))
    (first, rest), (second, _) = allocate_table(
        (yuan(40), yuan(60)), columns, yuan(100), (Decimal(1), Decimal(3)), Decimal(1)
    )
    assert [first.value, second.value] == [10, 15]
    assert rest.unset


def test_quarters_of_the_example() -> None:
    """720万 + 180万 + 192万 over seven months: each quarter's part is within 0.2万 of three sevenths."""
    rows = tuple(yuan(wan * 10000) for wan in (720, 180, 192))
    columns = tuple(yuan(1560000) for _ in range(7))
    table = allocate_table(rows, columns, yuan(10920000), (Decimal(1),) * 7, STEP)
    for row, line in zip(rows, table, strict=True):
        for quarter in (line[1:4], line[4:7]):
            total = sum(Fraction(cell.value) for cell in quarter)
            assert abs(total - Fraction(row.value) * 3 / 7) < 2000


def test_rows_that_do_not_reach_the_whole_leave_room() -> None:
    """10 + 5 of 14: each row adds up to itself; the contradiction has its own finding."""
    rows, columns = (yuan(10), yuan(5)), (yuan(7), yuan(7))
    table = allocate_table(rows, columns, yuan(14), (Decimal(1),) * 2, Decimal(1))
    assert [sum(cell.value for cell in line) for line in table] == [10, 5]


def test_without_a_whole_rows_are_split_by_the_weights() -> None:
    """待定 in all: the part that is known still has its months."""
    nothing = Quantity.unset_(YUAN)
    (line,) = allocate_table((yuan(90),), (nothing, nothing), nothing, (Decimal(1), Decimal(2)), Decimal(1))
    assert [cell.value for cell in line] == [30, 60]


def test_a_row_in_another_unit_is_unset() -> None:
    """4 people are no part of an amount of money; the rest keeps its months."""
    people, known = months((Quantity.exact(4, PEOPLE), yuan(48000)), yuan(120000))
    assert all(cell.unset for cell in people)
    assert [cell.value for cell in known] == [4000] * 12
