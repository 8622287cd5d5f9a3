"""Interval arithmetic on endpoints: the bounds of products and quotients of numbers that are not exactly known."""

from collections.abc import Iterable
from decimal import Decimal

from plangen.values.decimals import EXACT, ZERO, half_up_ratio

End = tuple[Decimal, bool]
"""An endpoint, possibly infinite, and whether it is open (not attained)."""

Bounds = tuple[Decimal | None, Decimal | None, bool]
"""Low, high (None: open on that side) and whether the finite ends are not attained."""

_UP = Decimal("Infinity")
_DOWN = Decimal("-Infinity")


def product(left: Bounds, right: Bounds) -> Bounds:
    """The tightest bounds of all products of a number of `left` and a number of `right`."""
    if _is_point(left) and _is_point(right):
        point = EXACT.multiply(left[0] or ZERO, right[0] or ZERO)
        return point, point, False
    return _hull(_times(one, other) for one in _ends(left) for other in _ends(right))


def quotient(left: Bounds, right: Bounds, step: Decimal) -> Bounds:
    """The bounds of all quotients, each rounded half up to `step`; `right` must not reach zero.

    Rounding is monotone, so the rounded bounds hold for all rounded quotients; they are attained (never open).
    """
    if _is_point(left) and _is_point(right):
        point = half_up_ratio(left[0] or ZERO, right[0] or ZERO, step)
        return point, point, False
    corners = (_over(one, other, step) for one in _ends(left) for other in _ends(right))
    low, high, _ = _hull(corner for corner in corners if corner is not None)
    return low, high, False


def _is_point(bounds: Bounds) -> bool:
    return bounds[0] is not None and bounds[0] == bounds[1]


def _ends(bounds: Bounds) -> tuple[End, End]:
    low, high, strict = bounds
    return (_DOWN, True) if low is None else (low, strict), (_UP, True) if high is None else (high, strict)


def _times(one: End, other: End) -> End:
    (left, left_open), (right, right_open) = one, other
    if not left or not right:
        attained = (not left and not left_open) or (not right and not right_open)
        return ZERO, not attained
    return EXACT.multiply(left, right), left_open or right_open


def _over(one: End, other: End, step: Decimal) -> End | None:
    left, right = one[0], other[0]
    if right.is_infinite():
        # Infinite by infinite adds nothing: the corners with one finite end already give 0 and infinity.
        return None if left.is_infinite() else (ZERO, False)
    if left.is_infinite():
        return (left if right > 0 else EXACT.minus(left)), True
    return half_up_ratio(left, right, step), False


def _hull(ends: Iterable[End]) -> Bounds:
    known = list(ends)
    low, low_open = min(known)
    high, high_closed = max((value, not is_open) for value, is_open in known)
    finite = [is_open for value, is_open in ((low, low_open), (high, not high_closed)) if value.is_finite()]
    strict = bool(finite) and all(finite) and low != high
    return (low if low.is_finite() else None), (high if high.is_finite() else None), strict
