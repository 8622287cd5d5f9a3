"""Verbs of measures that do not add up: mean, weighted mean, ratio, last value, largest and smallest."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from plangen.values import EXACT, NONE, SHARE, Quantity, Refused, total
from plangen.values.decimals import ZERO, half_up_ratio

Settings = Mapping[str, object]
Ends = Sequence[Decimal]


def mean(inputs: Sequence[Quantity], settings: Settings) -> Quantity:
    """The sum of all inputs over their number, each end rounded half up to setting `step`.

    Unset where an input is, or lacks parts: what is not known may be anything. Setting `missing`: how many more there
    are that have no figure at all; they are counted as missing, and the mean is of the others.
    """
    whole = _counted(_whole(inputs), settings)
    if _lacks(inputs):
        return _unset(whole)
    count = Decimal(len(inputs))
    low, high = (None if end is None else half_up_ratio(end, count, _step(settings)) for end in (whole.low, whole.high))
    return replace(whole, low=low, high=high, strict=False)


def weighted(inputs: Sequence[Quantity], settings: Settings) -> Quantity:
    """Σ value × weight ÷ Σ weight: the inputs are the values, then as many weights; half up to setting `step`.

    The bounds are tight for ranges of values and of weights: the mean is smallest where the small values have their
    largest weights and the others their smallest. A weight of at most something is at least zero. Unset where an input
    is, or lacks parts. Raises Refused PG320 (`weight`) for a weight below zero, PG302 where all weights are zero
    (with setting `asked` False there is no mean then).
    """
    values, weights = inputs[: len(inputs) // 2], inputs[len(inputs) // 2 :]
    whole, weighing = _whole(values), _whole(weights)
    if _lacks(inputs):
        return replace(_unset(whole), missing=sum(_missing(value) for value in inputs))
    for weight in weights:
        if weight.low is not None and weight.low < 0:
            raise Refused("PG320", weight=weight)
    pairs = [(value, weight) for value, weight in zip(values, weights, strict=True) if weight.high != 0]
    if not pairs and not settings.get("asked", True):
        return _unset(whole)
    if not pairs:
        raise Refused("PG302", left=whole, right=weighing, is_zh="是零", is_en="is zero")
    step = _step(settings)
    lows = [(value.low, weight) for value, weight in pairs]
    highs = [(None if value.high is None else EXACT.minus(value.high), weight) for value, weight in pairs]
    low, turned = _smallest(lows, step), _smallest(highs, step)
    high = None if turned is None else EXACT.minus(turned)
    about = any(each.about for each in inputs)
    return Quantity(low, high, whole.unit, about)


def _smallest(pairs: Sequence[tuple[Decimal | None, Quantity]], step: Decimal) -> Decimal | None:
    """The smallest weighted mean, rounded; None where a value has no end."""
    known = [(value, weight) for value, weight in pairs if value is not None]
    if len(known) < len(pairs):
        return None
    ranked = sorted(known, key=lambda pair: pair[0])
    most = [weight.low if weight.high is None else weight.high for _, weight in ranked]
    found = [half_up_ratio(value, Decimal(1), step) for value, weight in ranked if weight.high is None]
    for heavy in range(len(ranked) + 1):
        chosen = [most[place] if place < heavy else weight.low for place, (_, weight) in enumerate(ranked)]
        mass = [weight or ZERO for weight in chosen]
        if sum(mass) > 0:
            moment = [EXACT.multiply(value, weight) for (value, _), weight in zip(ranked, mass, strict=True)]
            found.append(half_up_ratio(_sum(moment), _sum(mass), step))
    return min(found)


def _sum(numbers: Ends) -> Decimal:
    result = ZERO
    for number in numbers:
        result = EXACT.add(result, number)
    return result


def rate(inputs: Sequence[Quantity], settings: Settings) -> Quantity:
    """The first input over the second, half up to setting `step`: a share where the units are the same, else a rate.

    Unset where one lacks parts, or, with setting `asked` False, where the second may be zero.
    """
    part, whole = inputs
    unit = SHARE if part.unit == whole.unit else part.unit / whole.unit
    may_be_zero = (whole.low is None or whole.low <= 0) and (whole.high is None or whole.high >= 0)
    if _lacks(inputs) or (may_be_zero and not settings.get("asked", True)):
        return Quantity.unset_(unit)
    return replace(part.divide(whole, _step(settings)), unit=unit)


def last(inputs: Sequence[Quantity], settings: Settings) -> Quantity:
    """The last input: what a stock is at the end of a period."""
    _whole(inputs)  # refuses units that do not fit
    return inputs[-1]


def largest(inputs: Sequence[Quantity], settings: Settings) -> Quantity:
    """The largest of all inputs; unset where one is, or lacks parts. Setting `missing` as of `mean`."""
    return _extreme(inputs, settings, max)


def smallest(inputs: Sequence[Quantity], settings: Settings) -> Quantity:
    """The smallest of all inputs; unset where one is, or lacks parts. Setting `missing` as of `mean`."""
    return _extreme(inputs, settings, min)


def _extreme(inputs: Sequence[Quantity], settings: Settings, pick: Callable[[Ends], Decimal]) -> Quantity:
    """Bounds of an extreme: the extreme of the lows to the extreme of the highs; an open end wins on its own side."""
    whole = _counted(_whole(inputs), settings)
    if _lacks(inputs):
        return _unset(whole)
    ends = []
    for side, wins in (([each.low for each in inputs], pick is min), ([each.high for each in inputs], pick is max)):
        known = [end for end in side if end is not None]
        ends.append(None if not known or (wins and len(known) < len(side)) else pick(known))
    return replace(whole, low=ends[0], high=ends[1], strict=False)


def _whole(inputs: Sequence[Quantity]) -> Quantity:
    """The sum of all, which has their unit and counts what is missing. Raises Refused PG215 for units that differ."""
    return total(inputs, next((part.unit for part in inputs if not part.unset), inputs[0].unit if inputs else NONE))


def _counted(whole: Quantity, settings: Settings) -> Quantity:
    """A sum with those parts counted that have no figure at all."""
    more = int(str(settings.get("missing", 0)))
    return replace(whole, missing=whole.missing + more) if more else whole


def _step(settings: Settings) -> Decimal:
    return Decimal(str(settings["step"]))


def _lacks(inputs: Sequence[Quantity]) -> bool:
    return any(each.unset or each.missing for each in inputs)


def _missing(part: Quantity) -> int:
    return part.missing or (1 if part.unset else 0)


def _unset(whole: Quantity) -> Quantity:
    return Quantity(None, None, whole.unit, unset=True, missing=whole.missing)
