"""Allocation: a total split so that the parts always add up (Hamilton's largest remainder)."""

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from plangen.values import EXACT, Quantity
from plangen.values.decimals import ONE, ZERO

Weights = tuple[Decimal, ...]


@lru_cache(maxsize=4096)
def allocate(whole: Quantity, weights: Weights, step: Decimal) -> tuple[Quantity, ...]:
    """Split a total by weights into multiples of `step`; what the step leaves over goes with the last part.

    A bound is split at its known end. A range is split at its low end, and what lies between its ends is split again:
    both ends of the parts add up to both ends of the total, and no part is upside down. An unset total gives unset
    parts. 约 stays with each part.
    Source: Hamilton's method of largest remainders; equal remainders are served at even distances.
    """
    if start(whole) is None:
        return tuple(whole for _ in weights)
    starts = largest_remainder(start(whole) or ZERO, weights, step)
    widths = largest_remainder(width(whole), weights, step)
    return tuple(part_of(whole, first, more) for first, more in zip(starts, widths, strict=True))


def weights_of(shares: Sequence[Quantity]) -> Weights:
    """The weights of parts whose shares are given; those that are not one number have what the others leave, evenly."""
    known = [share.value if share.is_exact else None for share in shares]
    open_ = known.count(None)
    if not open_:
        return tuple(share for share in known if share is not None)
    rest = ONE
    for share in known:
        rest = rest if share is None else EXACT.subtract(rest, share)
    times = Decimal(open_)
    return tuple(max(rest, ZERO) if share is None else EXACT.multiply(share, times) for share in known)


def start(quantity: Quantity) -> Decimal | None:
    """The end that is split first: the low one, or the high one of `≤`; None where neither is known."""
    return quantity.low if quantity.low is not None else quantity.high


def width(quantity: Quantity) -> Decimal:
    """How far the two ends are apart; zero where one of them is open."""
    return ZERO if quantity.low is None or quantity.high is None else EXACT.subtract(quantity.high, quantity.low)


def part_of(whole: Quantity, first: Decimal, more: Decimal) -> Quantity:
    """A part that is as exact as its whole: from `first` to `first + more`, with the whole's open side and marks."""
    low = None if whole.low is None else first
    high = None if whole.high is None else EXACT.add(first, max(more, ZERO))
    return Quantity(low, high, whole.unit, whole.about, whole.unset, whole.strict, whole.missing)


def largest_remainder(amount: Decimal, weights: Sequence[Decimal], step: Decimal) -> list[Decimal]:
    """Parts of `amount` in the ratio of `weights`, each a multiple of `step`, adding up to `amount` exactly.

    What is left over below a step goes with the last part that has a weight.
    Weights that add up to nothing count as even ones: who made them reports it.
    """
    units, crumb = in_steps(amount, step)
    scaled = [int(EXACT.divide_int(EXACT.multiply(w, SCALE), Decimal(1))) for w in weights]
    if sum(scaled) <= 0:
        scaled = [1] * len(scaled)
    whole = sum(scaled)
    sign = -1 if units < 0 else 1
    floors = [abs(units) * weight // whole for weight in scaled]
    remainders = [abs(units) * weight % whole for weight in scaled]
    for index in _largest(remainders, abs(units) - sum(floors)):
        floors[index] += 1
    parts = [EXACT.multiply(Decimal(sign * floor), step) for floor in floors]
    last = max(index for index, weight in enumerate(scaled) if weight)
    parts[last] = EXACT.add(parts[last], crumb)
    return parts


def _largest(remainders: list[int], count: int) -> list[int]:
    """Where the `count` largest remainders stand; among equal ones at even distances, beginning with the first.

    Even distances keep sums over neighbours (quarters of equal months) as close to the exact value as they can be.
    """
    if count == 0:
        return []
    cut = sorted(remainders, reverse=True)[count - 1]
    above = [index for index, remainder in enumerate(remainders) if remainder > cut]
    tied = [index for index, remainder in enumerate(remainders) if remainder == cut]
    return above + evenly(tied, count - len(above))


def evenly(places: list[int], count: int) -> list[int]:
    """`count` of the places, at even distances, beginning with the first."""
    return [places[index * len(places) // count] for index in range(count)]


SCALE = Decimal(10) ** 12
"""Weights are taken as whole numbers of this fineness."""


def in_steps(amount: Decimal, step: Decimal) -> tuple[int, Decimal]:
    """How many whole steps an amount has, and what is left over (with the amount's sign)."""
    units = int(EXACT.divide_int(amount, step))
    return units, EXACT.subtract(amount, EXACT.multiply(Decimal(units), step))
