"""The rules of the export, computed a second time with fractions."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import product as pairs
from math import floor
from typing import Any

from independent.amounts import Ends

INFINITE = Fraction(10) ** 60
"""Stands for an open end while a rule is computed: larger than anything in a plan."""
OPEN = Fraction(10) ** 30
"""Everything beyond is an open end that was computed with."""
STEP = Fraction(1, 10_000)
Settings = dict[str, Any]


class Number:
    """A figure as the export has it: its ends in base units (both None where it is unset), and its missing parts."""

    def __init__(self, ends: Ends | None, missing: int = 0) -> None:
        self.unset = ends is None
        self.low, self.high = ends or (None, None)
        self.missing = missing

    @property
    def bounds(self) -> tuple[Fraction, Fraction]:
        """Both ends, open ones as very large numbers."""
        return -INFINITE if self.low is None else self.low, INFINITE if self.high is None else self.high

    def same(self, other: "Number") -> bool:
        """Whether both say the same."""
        return (self.unset, self.low, self.high) == (other.unset, other.low, other.high)

    def __repr__(self) -> str:
        return "unset" if self.unset else f"[{self.low}, {self.high}]"


UNSET = Number(None)


def made(low: Fraction, high: Fraction) -> Number:
    """A number of two ends, very large ones open."""
    return Number((None if low <= -OPEN else low, None if high >= OPEN else high))


def half_up(value: Fraction, step: Fraction) -> Fraction:
    """The nearest multiple of a step; a tie goes away from zero."""
    if abs(value) >= OPEN:
        return value
    count = floor(abs(value) / step + Fraction(1, 2))
    return count * step if value >= 0 else -count * step


def total(inputs: Sequence[Number], _: Settings) -> Number:
    """The sum of what is set."""
    known = [each for each in inputs if not each.unset]
    if not known:
        return UNSET
    return made(
        sum((each.bounds[0] for each in known), Fraction(0)), sum((each.bounds[1] for each in known), Fraction(0))
    )


def complete(inputs: Sequence[Number], _: Settings) -> Number:
    """The first that lacks nothing, else the first that is set at all."""
    full = [each for each in inputs if not each.unset and not each.missing]
    known = [each for each in inputs if not each.unset]
    return next(iter([*full, *known, UNSET]))


def times(one: Number, other: Number) -> Number:
    """All products of a number of the one and a number of the other."""
    if one.unset or other.unset:
        return UNSET
    corners = [left * right for left, right in pairs(one.bounds, other.bounds)]
    return made(min(corners), max(corners))


def multiplied(inputs: Sequence[Number], _: Settings) -> Number:
    """The product of all."""
    result = inputs[0]
    for each in inputs[1:]:
        result = times(result, each)
    return result


def over(one: Number, other: Number, step: Fraction) -> Number:
    """All quotients, rounded half up."""
    if one.unset or other.unset:
        return UNSET
    corners = [half_up(left / right, step) for left, right in pairs(one.bounds, other.bounds)]
    return made(min(corners), max(corners))


def less(inputs: Sequence[Number], settings: Settings) -> Number:
    """The first less the second; what is not set counts as nothing, and is told apart by the count of missing parts."""
    first, second = inputs
    if settings.get("both") and (first.unset or second.unset):
        return UNSET
    if first.unset or second.unset:
        return first if second.unset else made(-second.bounds[1], -second.bounds[0])
    return made(first.bounds[0] - second.bounds[1], first.bounds[1] - second.bounds[0])


def excess(inputs: Sequence[Number], _: Settings) -> Number:
    """What lies above the upper end of the first: of the first other one that is certainly above it."""
    cap, *amounts = inputs
    above = [each for each in amounts if not each.unset and cap.high is not None and each.bounds[0] > cap.high]
    return made(above[0].bounds[0] - cap.bounds[1], above[0].bounds[1] - cap.bounds[1]) if above else UNSET


def counted(inputs: Sequence[Number], settings: Settings) -> Number:
    """How many there are: all, those that are set, or the others."""
    unset = sum(each.unset for each in inputs)
    found = Fraction({"all": len(inputs), "unset": unset}.get(settings["of"], len(inputs) - unset))
    return made(found, found)


def grown(inputs: Sequence[Number], _: Settings) -> Number:
    """The first × (1 + the second)."""
    base, growth = inputs
    return UNSET if growth.unset else times(base, made(growth.bounds[0] + 1, growth.bounds[1] + 1))


def may_be_zero(number: Number) -> bool:
    """Whether zero is one of the numbers meant."""
    return number.bounds[0] <= 0 <= number.bounds[1]


def share(inputs: Sequence[Number], settings: Settings) -> Number:
    """The first over the second, to 0.01%; over a whole that lacks parts there is none."""
    if inputs[1].missing:
        return UNSET
    if not settings.get("asked", True) and may_be_zero(inputs[1]):
        return UNSET
    return over(inputs[0], inputs[1], STEP)


def change(inputs: Sequence[Number], _: Settings) -> Number:
    """The share less one."""
    now, base = inputs
    if now.unset or base.unset or base.missing or may_be_zero(base):
        return UNSET
    result = over(now, base, STEP)
    return made(result.bounds[0] - 1, result.bounds[1] - 1)


def portion(inputs: Sequence[Number], _: Settings) -> Number:
    """A part over part and rest, where the part is inside the whole; else a plain share of the stated whole."""
    part, *wholes = inputs
    full = next((each for each in wholes if not each.unset and not each.missing), None)
    if part.unset or full is None or full.low is None or full.low <= 0:
        return UNSET
    if full is not wholes[0]:
        return over(part, full, STEP)
    rest = (full.bounds[0] - part.bounds[0], full.bounds[1] - part.bounds[1])
    low = half_up(part.bounds[0] / (part.bounds[0] + rest[1]), STEP) if part.bounds[0] + rest[1] else Fraction(1)
    high = half_up(part.bounds[1] / (part.bounds[1] + rest[0]), STEP) if part.bounds[1] + rest[0] else Fraction(1)
    return made(min(low, high), max(low, high))


def allocated(inputs: Sequence[Number], settings: Settings) -> Number:
    """One part by the largest remainder: of the low end, and of the distance to the high one."""
    whole = inputs[0]
    if whole.unset:
        return UNSET
    index, step = settings["index"], Fraction(settings["step"])
    if len(inputs) > 1 and inputs[1 + index].low != inputs[1 + index].high:
        return UNSET
    weights = [each.bounds[0] for each in inputs[1:]] or [Fraction(each) for each in settings["weights"]]
    first = whole.high if whole.low is None else whole.low
    assert first is not None
    width = Fraction(0) if whole.low is None or whole.high is None else whole.high - whole.low
    start, more = remainders(first, weights, step)[index], remainders(width, weights, step)[index]
    return Number((None if whole.low is None else start, None if whole.high is None else start + more))


def apportioned(inputs: Sequence[Number], settings: Settings) -> Number:
    """One part in proportion to figures; shares of the whole leave what they leave, or go beyond it."""
    whole, *weights = inputs
    known = [each.low for each in weights if not each.unset and each.low is not None and each.low == each.high]
    if whole.unset or len(known) < len(weights) or min(known) < 0 or not any(known):
        return UNSET
    shares = [*known, max(1 - sum(known), Fraction(0))] if settings.get("rest") else known
    beyond = max(sum(shares), Fraction(1)) if settings.get("rest") else Fraction(1)
    ends = [None if end is None else end * beyond for end in (whole.low, whole.high)]
    plain = {"weights": shares, "step": settings["step"], "index": settings["index"]}
    return allocated([Number((ends[0], ends[1]))], plain)


def remainders(amount: Fraction, weights: list[Fraction], step: Fraction) -> list[Fraction]:
    """Hamilton's method in whole steps; equal remainders are served at even distances, crumbs go to the last part."""
    sign = -1 if amount < 0 else 1
    units = floor(abs(amount) / step)
    exact = [units * weight / sum(weights) for weight in weights]
    parts = [Fraction(floor(each)) for each in exact]
    left = int(units - sum(parts))
    order = sorted({each - floor(each) for each in exact}, reverse=True)
    for remainder in order:
        tied = [index for index, each in enumerate(exact) if each - floor(each) == remainder]
        served = tied if left >= len(tied) else [tied[place * len(tied) // left] for place in range(left)]
        for index in served:
            parts[index] += 1
        left -= len(served)
    found = [sign * part * step for part in parts]
    last = max(index for index, weight in enumerate(weights) if weight)
    found[last] += amount - sign * units * step
    return found


def lacking(inputs: Sequence[Number]) -> bool:
    """Whether an input is not set, or a sum with parts that are not."""
    return any(each.unset or each.missing for each in inputs)


def averaged(inputs: Sequence[Number], settings: Settings) -> Number:
    """The mean, rounded half up."""
    if lacking(inputs):
        return UNSET
    whole, step = total(inputs, settings), Fraction(settings["step"])
    return made(*(half_up(end / len(inputs) if abs(end) < OPEN else end, step) for end in whole.bounds))


def weighed(inputs: Sequence[Number], settings: Settings) -> Number:
    """Every corner of the weights with all low and with all high values: the smallest and the largest mean."""
    if lacking(inputs):
        return UNSET
    half, step = len(inputs) // 2, Fraction(settings["step"])
    weights = [(max(each.bounds[0], Fraction(0)), each.bounds[1]) for each in inputs[half:]]
    heavy = [place for place, weight in enumerate(weights) if weight[1]]
    found = []
    for side in (0, 1):
        means = []
        for corner in pairs(*(weights[place] for place in heavy)):
            if sum(corner):
                values = [inputs[place].bounds[side] for place in heavy]
                moment = sum(value * weight for value, weight in zip(values, corner, strict=True))
                means.append(half_up(Fraction(moment) / sum(corner), step))
        found.append(means)
    return made(min(found[0]), max(found[1])) if found[0] else UNSET


def ratio(inputs: Sequence[Number], settings: Settings) -> Number:
    """The first over the second; none where it lacks parts or may be zero."""
    unasked = not settings.get("asked", True) and may_be_zero(inputs[1]) if not inputs[1].unset else False
    return UNSET if lacking(inputs) or unasked else over(inputs[0], inputs[1], Fraction(settings["step"]))


def extreme(pick: Callable[..., Fraction]) -> Callable[[Sequence[Number], Settings], Number]:
    """The smallest or the largest of all, end by end."""

    def found(inputs: Sequence[Number], _: Settings) -> Number:
        if lacking(inputs):
            return UNSET
        return made(pick(each.bounds[0] for each in inputs), pick(each.bounds[1] for each in inputs))

    return found


RULES: dict[str, Callable[[Sequence[Number], Settings], Number]] = {
    "sum": total,
    "complete": complete,
    "product": multiplied,
    "quotient": lambda inputs, settings: over(inputs[0], inputs[1], Fraction(settings["step"])),
    "difference": less,
    "excess": excess,
    "count": counted,
    "growth": grown,
    "share": share,
    "change": change,
    "portion": portion,
    "allocation": allocated,
    "apportionment": apportioned,
    "mean": averaged,
    "weighted": weighed,
    "ratio": ratio,
    "last": lambda inputs, _: inputs[-1],
    "max": extreme(max),
    "min": extreme(min),
}
"""Every rule that is computed anew; cells of two-way tables are held against their definition instead."""
