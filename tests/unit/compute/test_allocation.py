"""Allocation: parts always add up, stay near the exact share, and a table adds up in both directions."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from plangen.compute.allocation import allocate, largest_remainder
from plangen.values import YUAN, Quantity

AMOUNTS = st.integers(0, 10**10)
WEIGHTS = st.lists(st.integers(0, 50), min_size=1, max_size=12).filter(any)


def test_largest_remainder_by_hand() -> None:
    """100 over 3 equal parts in steps of 1: 34 + 33 + 33; of equal remainders the first is served."""
    parts = largest_remainder(Decimal(100), [Decimal(1)] * 3, Decimal(1))
    assert parts == [Decimal(34), Decimal(33), Decimal(33)]


def test_ratio_by_hand() -> None:
    """2:3:1 of 1000 in steps of 1: 333.3 + 500 + 166.7 give 333 + 500 + 167."""
    parts = largest_remainder(Decimal(1000), [Decimal(2), Decimal(3), Decimal(1)], Decimal(1))
    assert parts == [Decimal(333), Decimal(500), Decimal(167)]


@given(AMOUNTS, WEIGHTS, st.sampled_from(["1", "0.1", "1000"]))
def test_parts_add_up_and_stay_near(amount: int, weights: list[int], step: str) -> None:
    """Sum exact to the last digit; each part less than one step from the exact share (an independent Fraction)."""
    unit = Decimal(step)
    parts = largest_remainder(Decimal(amount), [Decimal(weight) for weight in weights], unit)
    assert sum(Fraction(part) for part in parts) == amount
    crumb = Fraction(amount) % Fraction(unit)
    for part, weight in zip(parts[:-1], weights[:-1], strict=True):
        exact = (Fraction(amount) - crumb) * weight / sum(weights)
        assert abs(Fraction(part) - exact) < Fraction(unit)


@given(AMOUNTS, AMOUNTS, WEIGHTS)
def test_ranges_are_split_at_both_ends(one: int, other: int, weights: list[int]) -> None:
    """The low ends add up to the low end and the high ends to the high end; no part is upside down."""
    low, high = sorted((one, other))
    whole = Quantity.range_(low, high, YUAN) if low != high else Quantity.exact(low, YUAN)
    parts = allocate(whole, tuple(Decimal(weight) for weight in weights), Decimal(1))
    ends = [(part.low, part.high) for part in parts]
    assert all(a is not None and b is not None and a <= b for a, b in ends)
    assert sum(a for a, _ in ends if a is not None) <= low
    assert sum(b for _, b in ends if b is not None) >= high


def test_unset_stays_unset() -> None:
    """待定 split in two is twice 待定, never zero."""
    parts = allocate(Quantity.unset_(YUAN), (Decimal(1), Decimal(1)), Decimal(1))
    assert [part.unset for part in parts] == [True, True]
