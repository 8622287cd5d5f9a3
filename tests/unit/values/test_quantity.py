"""Arithmetic on quantities: exact on points, sound on ranges and bounds, honest about what is missing."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plangen.values import EXACT, MONTH, NONE, PEOPLE, SHARE, YUAN, Quantity, Refused, Unit, total
from unit.values.amounts import decimals, holds, inside, quantities, result_or_code, steps

exact, between, at_least, at_most = Quantity.exact, Quantity.range_, Quantity.at_least, Quantity.at_most
unset = Quantity.unset_(YUAN)


@settings(deadline=None)
@given(decimals, decimals)
def test_points_are_exact(left: Decimal, right: Decimal) -> None:
    """Points are exact."""
    one, other = exact(left), exact(right)
    assert Fraction((one + other).value) == Fraction(left) + Fraction(right)
    assert Fraction((one - other).value) == Fraction(left) - Fraction(right)
    assert Fraction((one * other).value) == Fraction(left) * Fraction(right)


@settings(deadline=None)
@given(st.data(), quantities(), quantities(), steps)
def test_results_hold_every_point(data: st.DataObject, left: Quantity, right: Quantity, step: Decimal) -> None:
    """Results hold every point."""
    one, other = data.draw(inside(left)), data.draw(inside(right))
    assert holds(left + right, one + other)
    assert holds(left - right, one - other)
    assert holds(left * right, one * other)
    assert holds(-left, -one)
    divided = result_or_code(lambda: left.divide(right, step))
    if isinstance(divided, Quantity):
        assert holds(divided, exact(one).divide(exact(other), step).value)
    else:
        assert divided == "PG302"
        assert holds(right, Decimal(0)) or Decimal(0) in (right.low, right.high)


@settings(deadline=None)
@given(st.lists(quantities(), min_size=1, max_size=6))
def test_sums_are_tight(parts: list[Quantity]) -> None:
    """Sums are tight."""
    summed = total(parts)
    lows, highs = [part.low for part in parts], [part.high for part in parts]
    assert summed.low == (None if None in lows else sum(Fraction(low) for low in lows if low is not None))
    assert summed.high == (None if None in highs else sum(Fraction(high) for high in highs if high is not None))


@settings(deadline=None)
@given(quantities(), quantities())
def test_closed_products_are_tight(left: Quantity, right: Quantity) -> None:
    """Closed products are tight."""
    ends = [(q.low, q.high) for q in (left, right)]
    if any(end is None for pair in ends for end in pair):
        return
    corners = [EXACT.multiply(a, b) for a in ends[0] for b in ends[1] if a is not None and b is not None]
    product = left * right
    assert (product.low, product.high) == (min(corners), max(corners))


@pytest.mark.parametrize(
    ("left", "right", "product"),
    [
        (at_least(10, strict=True), between(2, 3), at_least(20, strict=True)),
        (at_least(10, strict=True), exact(0), exact(0)),
        (at_least(10), exact(-1), at_most(-10)),
        (at_least(0), at_least(2), at_least(0)),
        (at_least(0, strict=True), at_least(2), at_least(0, strict=True)),
        (at_least(1), at_most(1), Quantity(None, None)),
        (at_least(10), between(-1, 2), Quantity(None, None)),
        (between(-2, 3), between(-5, 7), between(-15, 21)),
        (at_most(5, strict=True), 2, at_most(10, strict=True)),
        (exact("1.2", about=True), 10, exact(12, about=True)),
    ],
)
def test_products(left: Quantity, right: Quantity | int, product: Quantity) -> None:
    """Products."""
    assert left * right == product
    assert right * left == product


@pytest.mark.parametrize(
    ("left", "right", "step", "quotient"),
    [
        (exact(1), exact(3), "0.01", exact("0.33")),
        (exact(2), exact(3), "0.01", exact("0.67")),
        (between(100, 150), between(7, 8), "0.1", between("12.5", "21.4")),
        (at_least(10), exact(4), "1", at_least(3)),
        (exact(10), at_least(4), "0.1", between(0, "2.5")),
        (at_least(10), at_least(4), "1", at_least(0)),
        (at_least(10), at_most(-4), "1", at_most(0)),
        (exact(7), exact(-2), "1", exact(-4)),
    ],
)
def test_quotients(left: Quantity, right: Quantity, step: str, quotient: Quantity) -> None:
    """Quotients."""
    assert left.divide(right, Decimal(step)) == quotient


def test_units_follow() -> None:
    """Units follow."""
    rate = exact(75000, Unit(("元",), ("人", "月")))
    assert rate * exact(4, PEOPLE) * exact(6, MONTH) == exact(1800000, YUAN)
    assert exact(1800000, YUAN).divide(exact(4, PEOPLE), Decimal(1)).unit == Unit(("元",), ("人",))
    assert exact(100, YUAN) * exact("0.2", SHARE) == exact(20, YUAN)
    assert exact(20, YUAN).divide(exact(100, YUAN), Decimal("0.01")) == exact("0.2")


@pytest.mark.parametrize("operation", ["__add__", "__sub__", "certainly_above"])
def test_different_units_are_refused(operation: str) -> None:
    """Different units are refused."""
    with pytest.raises(Refused) as refused:
        getattr(exact(1, YUAN), operation)(exact(1, PEOPLE))
    assert (refused.value.code, refused.value.args_) == ("PG215", {"left": YUAN, "right": PEOPLE})


@pytest.mark.parametrize(
    ("parts", "summed"),
    [
        ([], exact(0, YUAN)),
        ([unset], unset),
        ([unset, unset], Quantity(None, None, YUAN, unset=True, missing=2)),
        ([exact(5, YUAN), unset], Quantity(Decimal(5), Decimal(5), YUAN, missing=1)),
        ([unset, exact(5, YUAN), unset], Quantity(Decimal(5), Decimal(5), YUAN, missing=2)),
        ([exact(5, YUAN), Quantity.unset_()], Quantity(Decimal(5), Decimal(5), YUAN, missing=1)),
        ([Quantity.unset_(), exact(5, YUAN)], Quantity(Decimal(5), Decimal(5), YUAN, missing=1)),
        ([exact(5, YUAN, about=True), between(1, 2, YUAN)], between(6, 7, YUAN, about=True)),
        ([at_least(5, YUAN), at_most(1, YUAN)], Quantity(None, None, YUAN)),
        ([at_least(5, YUAN, strict=True), exact(1, YUAN)], at_least(6, YUAN, strict=True)),
    ],
)
def test_totals_count_what_is_missing(parts: list[Quantity], summed: Quantity) -> None:
    """Totals count what is missing."""
    assert total(parts, YUAN) == summed


def test_unset_is_never_zero() -> None:
    """Unset is never zero."""
    assert (unset * exact(0)).unset
    assert unset.divide(exact(2), Decimal(1)) == unset
    assert -unset == unset
    assert (exact(5, YUAN) - unset).missing == 1
    assert (Quantity.unset_() * exact(4, PEOPLE)).unit == NONE
    assert ((exact(5, YUAN) + unset) * 2) == Quantity(Decimal(10), Decimal(10), YUAN, missing=1)
    assert total([Quantity.unset_()], YUAN) == Quantity.unset_(YUAN)


@pytest.mark.parametrize("divisor", [exact(0), between(-1, 1), at_least(0), at_most(5), Quantity(None, None)])
def test_division_by_what_may_be_zero(divisor: Quantity) -> None:
    """Division by what may be zero."""
    with pytest.raises(Refused) as refused:
        exact(1).divide(divisor, Decimal(1))
    assert refused.value.code == "PG302"


def test_results_of_more_than_60_digits_are_refused() -> None:
    """Results of more than 60 digits are refused."""
    huge = exact(10**40 + 1)
    assert result_or_code(lambda: huge * huge) == "PG301"
    assert result_or_code(lambda: huge + exact("1e-40")) == "PG301"
    assert result_or_code(lambda: huge * between(1, 10**40 + 1)) == "PG301"
    assert result_or_code(lambda: huge.divide(exact(1), Decimal("1e-30"))) == "PG301"


def test_forms() -> None:
    """Forms."""
    assert exact(5).is_exact
    assert not exact(5).is_range
    assert between(1, 2).is_range
    assert at_least(1).is_bound
    assert at_most(1).is_bound
    assert not unset.is_bound
    assert not Quantity(None, None).is_bound
    assert exact("5.00").value == 5
    with pytest.raises(ValueError, match="not exact"):
        _ = between(1, 2).value
    with pytest.raises(ValueError, match="down to"):
        between(2, 1)


@pytest.mark.parametrize(
    ("left", "right", "certainly"),
    [
        (exact(5), exact(5), False),
        (exact(6), exact(5), True),
        (between(4, 6), exact(5), False),
        (at_least(5, strict=True), exact(5), True),
        (at_least(5), exact(5), False),
        (at_most(5), at_least(5), False),
        (at_most(9), exact(5), False),
        (Quantity.unset_(), exact(5), False),
    ],
)
def test_comparisons(left: Quantity, right: Quantity, *, certainly: bool) -> None:
    """Comparisons."""
    assert left.certainly_above(right) == certainly


def test_same_as_looks_at_the_ends() -> None:
    """Same as looks at the ends."""
    assert exact(5, about=True).same_as(exact("5.0"))
    assert not exact(5).same_as(exact(5, YUAN))
    assert not at_least(5).same_as(at_least(5, strict=True))
    assert not at_least(5).same_as(exact(5))
    assert not Quantity(None, None).same_as(Quantity.unset_())


def test_hashable_and_no_floats() -> None:
    """Equal quantities have one hash; what is no quantity is no operand."""
    assert hash(exact("5.0", YUAN)) == hash(exact(5, YUAN))
    with pytest.raises(TypeError):
        exact(5) * 0.5  # type: ignore[operator]
    with pytest.raises(TypeError):
        exact(5) + 1  # type: ignore[operator]
