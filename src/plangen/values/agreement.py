"""Agreement: whether two statements of one number can both be true."""

from dataclasses import replace
from decimal import Decimal

from plangen.values.decimals import EXACT
from plangen.values.quantity import Quantity


def agrees(one: Quantity, other: Quantity, tolerance: Quantity | None = None) -> bool:
    """Whether some number is possible for both.

    A range, a bound and 约 (`tolerance` to either side) leave room, and so do parts of a sum that are not set: they
    may add anything. What is unset agrees with everything; different units agree with nothing.
    """
    if one.unset or other.unset:
        return True
    if one.unit != other.unit:
        return False
    left, right = widened(one, tolerance), widened(other, tolerance)
    return _reaches(left, right) and _reaches(right, left)


def widened(quantity: Quantity, tolerance: Quantity | None) -> Quantity:
    """What 约 and missing parts leave open, as plain ends: 约 100 at 5% is 95–105; with a part missing, 95 or more.

    A sum has the room of those of its parts that are 约 alone: widen the parts, then add them up.
    """
    low, high = quantity.low, quantity.high
    if quantity.about and tolerance is not None and tolerance.is_exact:
        share = EXACT.abs(tolerance.value)
        low = None if low is None else EXACT.subtract(low, _room(low, share))
        high = None if high is None else EXACT.add(high, _room(high, share))
    return replace(quantity, low=low, high=None if quantity.missing else high, about=False)


def _room(end: Decimal, share: Decimal) -> Decimal:
    return EXACT.multiply(EXACT.abs(end), share)


def _reaches(low: Quantity, high: Quantity) -> bool:
    """Whether the lowest number of the one is not above the highest of the other."""
    if low.low is None or high.high is None:
        return True
    return low.low < high.high or (low.low == high.high and not (low.strict or high.strict))
