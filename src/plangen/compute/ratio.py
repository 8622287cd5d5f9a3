"""Ratios: quantities over an exact divisor, so that a formula divides without ever rounding on the way."""

from dataclasses import replace
from decimal import Decimal, Inexact, InvalidOperation, Overflow

from plangen.values import EXACT, NONE, SHARE, Quantity, Refused, record, widened

STEP = Decimal("1E-12")
"""What the ends are rounded to, half up, where the divisor is a bound: ≥13家 is open on one side."""


@record
class Ratio:
    """`over` ÷ `by`; `by` is positive."""

    over: Quantity
    by: Decimal = Decimal(1)

    def __add__(self, other: "Ratio") -> "Ratio":
        left, right = alike(self, other)
        if left.by == right.by:
            return Ratio(left.over + right.over, left.by)
        return Ratio(left.over * right.by + right.over * left.by, times(left.by, right.by))

    def __neg__(self) -> "Ratio":
        return Ratio(-self.over, self.by)

    def __sub__(self, other: "Ratio") -> "Ratio":
        return self + -other

    def __mul__(self, other: "Ratio") -> "Ratio":
        return Ratio(self.over * other.over, times(self.by, other.by))

    def __truediv__(self, other: "Ratio") -> "Ratio":
        """The quotient; exact where the divisor is one number. Raises Refused PG302 where it may be zero."""
        divisor = other.over
        if divisor.is_range and _same_sign(divisor) and not self.over.unset:
            return self._by_range(other)
        if divisor.unset or not divisor.is_exact or not divisor.value:  # `divide` refuses zero in its own words
            return Ratio((self.over * other.by).divide(divisor, STEP), self.by)
        sign = Decimal(-1 if divisor.value < 0 else 1)
        unit = Quantity.exact(times(other.by, sign), NONE / divisor.unit)
        about = self.over.about or divisor.about
        over = self.over * unit
        missing = max(over.missing, divisor.missing)
        return Ratio(
            replace(over, about=about and not over.unset, missing=missing), times(self.by, times(divisor.value, sign))
        )

    def _by_range(self, other: "Ratio") -> "Ratio":
        """The quotient by a range from a to b, exactly: 1/x lies between a/(a·b) and b/(a·b)."""
        divisor, low, high = other.over, other.over.low, other.over.high
        assert low is not None
        assert high is not None
        turned = replace(divisor, low=times(low, other.by), high=times(high, other.by), unit=NONE / divisor.unit)
        return Ratio(self.over * turned, times(self.by, times(low, high)))

    def quantity(self) -> Quantity:
        """The number itself. Raises Refused PG308 where it does not end: nothing is rounded that nobody asked for."""
        if self.by == 1 or self.over.unset:
            return self.over
        try:
            ends = [None if end is None else EXACT.divide(end, self.by) for end in (self.over.low, self.over.high)]
        except Inexact:
            raise Refused("PG308", left=str(self.over.low or self.over.high), right=str(self.by)) from None
        return replace(self.over, low=ends[0], high=ends[1])


def _same_sign(quantity: Quantity) -> bool:
    """Whether a range lies wholly above zero or wholly below it."""
    low, high = quantity.low, quantity.high
    return low is not None and high is not None and (low > 0 or high < 0)


def alike(left: Ratio, right: Ratio) -> tuple[Ratio, Ratio]:
    """Both in one unit: beside a bare number a share counts as one, so that 1 + 20% is 1.2."""
    units = {left.over.unit, right.over.unit}
    if units == {NONE, SHARE}:
        return _bare(left), _bare(right)
    return left, right


def is_above(left: Ratio, right: Ratio, tolerance: Quantity | None = None) -> bool | None:
    """Whether the left number is greater; None where that depends on what is not known exactly.

    约 is known as exactly as the tolerance says; without one, not at all.
    """
    if left.over.unset or right.over.unset or (tolerance is None and (left.over.about or right.over.about)):
        return None
    one, other = alike(left, right)
    first, second = widened(one.over * other.by, tolerance), widened(other.over * one.by, tolerance)
    if first.certainly_above(second):
        return True
    surely_not = first.high is not None and second.low is not None and first.high <= second.low
    return False if surely_not else None


def times(one: Decimal, other: Decimal) -> Decimal:
    """The exact product. Raises Refused PG301 beyond 60 digits."""
    try:
        return EXACT.multiply(one, other)
    except (Inexact, Overflow, InvalidOperation):
        raise Refused("PG301", left=one, right=other) from None


def _bare(ratio: Ratio) -> Ratio:
    return ratio if ratio.over.unit == NONE else replace(ratio, over=replace(ratio.over, unit=NONE))
