"""Apportionment: a total split in proportion to other figures: last year's, rate × heads, shares."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from plangen.compute.allocation import allocate, largest_remainder, part_of, start, width
from plangen.values import EXACT, Quantity, Refused
from plangen.values.decimals import ONE, ZERO


def apportion(whole: Quantity, weights: Sequence[Quantity], step: Decimal, *, rest: bool = False) -> list[Quantity]:
    """Split a total in proportion to figures, by the largest remainder, into multiples of `step`.

    With `rest` the weights are shares of the total, and what they leave of 100% is no part of it; shares beyond 100%
    give parts beyond the total (who made them reports it). Parts are unset where a weight is not one number or is
    below zero, or where all of them are zero. 约 of a weight stays with all parts. Raises Refused PG215 where the
    weights have several units.
    """
    odd = next((each.unit for each in weights if each.unit != weights[0].unit), None)
    if odd is not None:
        raise Refused("PG215", left=weights[0].unit, right=odd)
    if not all(each.is_exact and each.value >= 0 for each in weights) or not any(each.value for each in weights):
        return [Quantity.unset_(whole.unit) for _ in weights]
    numbers = tuple(each.value for each in weights)
    left = EXACT.subtract(ONE, sum(numbers, ZERO)) if rest else ZERO
    found = _beyond(whole, numbers, step) if left < 0 else allocate(whole, (*numbers, left), step)[: len(numbers)]
    about = any(each.about for each in weights)
    return [replace(part, about=not part.unset and (part.about or about)) for part in found]


def _beyond(whole: Quantity, shares: Sequence[Decimal], step: Decimal) -> list[Quantity]:
    """Parts of shares that make more than the whole."""
    first = start(whole)
    if first is None:
        return [whole for _ in shares]
    times = sum(shares, ZERO)
    ends = (EXACT.multiply(first, times), EXACT.multiply(width(whole), times))
    starts, widths = (largest_remainder(end, shares, step) for end in ends)
    return [part_of(whole, low, more) for low, more in zip(starts, widths, strict=True)]
