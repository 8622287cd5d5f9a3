"""Verbs: how figures follow from figures. Each takes its inputs' quantities and the rule's settings."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import reduce
from operator import mul

from plangen.compute import averages
from plangen.compute.evaluation import Found, evaluate
from plangen.compute.joint import JOINT
from plangen.formula import Formula, Reference
from plangen.values import EXACT, NONE, SHARE, Quantity, Refused, Unit, total
from plangen.values.decimals import ONE, ZERO, half_up_ratio
from plangen.values.kinds import KINDS

Settings = Mapping[str, object]
Verb = Callable[[Sequence[Quantity], Settings], Quantity]


def add(inputs: Sequence[Quantity], settings: Settings) -> Quantity:
    """The sum of all inputs; unset ones are counted, not zero. The sum of nothing is unset.

    Setting `missing`: how many more parts there are that have no figure at all; they are counted too.
    """
    if not inputs:
        return Quantity.unset_()
    unit = next((part.unit for part in inputs if not part.unset), inputs[0].unit)
    result = total(inputs, unit)
    more = int(str(settings.get("missing", 0)))
    return replace(result, missing=result.missing + more) if more else result


def complete(inputs: Sequence[Quantity], settings: Settings) -> Quantity:
    """The first input that is known in full; else the one that is known with parts missing; else unset.

    A sum of lines and the total that the paper states: the sum counts, but where lines are missing the total stands.
    """
    known = [each for each in inputs if not each.unset]
    full = [each for each in known if not each.missing]
    return next(iter((*full, *known, *inputs)))


def multiply(inputs: Sequence[Quantity], settings: Settings) -> Quantity:
    """The product of all inputs; units multiply and cancel (元/人/月 × 人 × 月 = 元).

    Setting `units`: the units that the product may have; another one is refused with PG215.
    """
    result = reduce(mul, inputs)
    fitting: tuple[Unit, ...] = settings.get("units", ())  # type: ignore[assignment]
    if not fitting or result.unit in fitting:
        return result
    if result.unset:
        return Quantity.unset_()
    raise Refused("PG215", left=result.unit, right=fitting[0])


def divide(inputs: Sequence[Quantity], settings: Settings) -> Quantity:
    """The first input over the second, rounded half up to setting `step`; units divide (元 over 张 = 元/张).

    Setting `asked` False: nobody asked for it, so it is unset where the second is or may be zero.
    """
    step: Decimal = settings["step"]  # type: ignore[assignment]
    if not settings.get("asked", True) and not inputs[1].unset and _may_be_zero(inputs[1]):
        return Quantity.unset_(inputs[0].unit / inputs[1].unit)
    return inputs[0].divide(inputs[1], step)


def portion(inputs: Sequence[Quantity], settings: Settings) -> Quantity:
    """The first input as a share of the sum that it is a part of (the second), to 0.01%.

    The bounds are tight: part / (part + rest), because a part that is large makes its sum large. Where parts of the
    sum are missing, the part is compared with the total that is stated for it (the third input), if there is one.
    Unset where there is no such whole, where it may be zero, and where the units do not fit (the total has said so).
    """
    part, *wholes = inputs
    full = [whole for whole in wholes if not whole.unset and not whole.missing]
    if part.unset or not full or part.unit != full[0].unit or full[0].low is None or full[0].low <= 0:
        return Quantity.unset_(SHARE)
    return _share_inside(part, full[0]) if full[0] is wholes[0] else share_of(part, full[0])


def _share_inside(part: Quantity, whole: Quantity) -> Quantity:
    """The tight bounds of part / (part + rest) for an exact sum: they lie at the ends of part and rest."""
    ends = [part.low, part.high]
    rests = [_less(whole.low, part.low), _less(whole.high, part.high)]
    if rests == [0, 0]:
        return Quantity.exact(ONE, SHARE)
    found = [_share_at(end, rest) for end in ends for rest in rests]
    known = [share for share in found if share is not None]
    return Quantity(min(known), max(known), SHARE, part.about or whole.about, missing=part.missing)


def _less(whole: Decimal | None, part: Decimal | None) -> Decimal | None:
    return None if whole is None or part is None else EXACT.subtract(whole, part)


def _share_at(part: Decimal | None, rest: Decimal | None) -> Decimal | None:
    """The share where part and rest are these ends; None for an end is without limit, and both say nothing."""
    if part is None:
        return None if rest is None else ONE
    return ZERO if rest is None else half_up_ratio(part, EXACT.add(part, rest), SHARE_STEP)


def subtract(inputs: Sequence[Quantity], settings: Settings) -> Quantity:
    """The first input less the second.

    Setting `both` True: nobody asked for it, so it is unset where one of them is, or where their units do not fit.
    """
    first, second = inputs
    if settings.get("both") and (first.unset or second.unset or first.unit != second.unit):
        return Quantity.unset_(first.unit)
    return first - second


def exceed(inputs: Sequence[Quantity], settings: Settings) -> Quantity:
    """By how much the first input that is certainly above a cap (the first of all) is above its upper end.

    Inputs in other units than the cap's are not compared with it. Unset where none is certainly above.
    """
    cap, *amounts = inputs
    if cap.high is None:
        return Quantity.unset_(cap.unit)
    top = replace(cap, low=cap.high)
    above = (each for each in amounts if each.unit == cap.unit and each.certainly_above(top))
    return next((each - top for each in above), Quantity.unset_(cap.unit))


def number_of(inputs: Sequence[Quantity], settings: Settings) -> Quantity:
    """How many inputs there are, in setting `unit`; setting `of`: `all` of them, those that are `set` or `unset`."""
    unit: Unit = settings["unit"]  # type: ignore[assignment]
    counted = {"all": len(inputs), "unset": sum(each.unset for each in inputs)}
    return Quantity.exact(counted.get(str(settings["of"]), len(inputs) - counted["unset"]), unit)


def grow(inputs: Sequence[Quantity], settings: Settings) -> Quantity:
    """The base grown by a share: base × (1 + growth)."""
    base, growth = inputs
    factor = growth + Quantity.exact(Decimal(1), growth.unit)
    return base * replace(factor, unit=NONE)


def ratio(inputs: Sequence[Quantity], settings: Settings) -> Quantity:
    """The first input as a share of the second, rounded half up to 0.01%.

    Setting `asked` False: nobody asked for the share, so it is unset where the second is or may be zero.
    """
    part, whole = inputs
    if not settings.get("asked", True) and _may_be_zero(whole):
        return Quantity.unset_(SHARE)
    return share_of(part, whole)


def _may_be_zero(quantity: Quantity) -> bool:
    return (quantity.low is None or quantity.low <= 0) and (quantity.high is None or quantity.high >= 0)


def change(inputs: Sequence[Quantity], settings: Settings) -> Quantity:
    """The relative change from the second input (the base) to the first, rounded half up to 0.01%.

    Unset where there is none: the base may be zero, lacks parts, or is counted in another unit.
    """
    now, base = inputs
    if now.unset or base.unset or base.missing or _may_be_zero(base) or now.unit != base.unit:
        return Quantity.unset_(SHARE)
    return share_of(now, base) - Quantity.exact(ONE, SHARE)


def share_of(part: Quantity, whole: Quantity) -> Quantity:
    """A part as a share of its whole, to 0.01%; of a whole that lacks parts nobody knows the share."""
    if part.unset or whole.unset or whole.missing:
        return Quantity.unset_(SHARE)
    if part.unit != whole.unit:
        raise Refused("PG215", left=part.unit, right=whole.unit)
    return replace(part.divide(whole, SHARE_STEP), unit=SHARE)


def constant(inputs: Sequence[Quantity], settings: Settings) -> Quantity:
    """A quantity that follows from the calendar or the plan's head: setting `quantity`."""
    quantity = settings["quantity"]
    assert isinstance(quantity, Quantity)
    return quantity


def formula(inputs: Sequence[Quantity], settings: Settings) -> Quantity:
    """What a written formula gives: settings `formula`, `places` (each reference's inputs), `kind` (of the field).

    Setting `tolerance`: how far 约 may be off in a condition.
    """
    written: Formula = settings["formula"]  # type: ignore[assignment]
    places: Mapping[Reference, tuple[int, ...]] = settings["places"]  # type: ignore[assignment]
    found = {reference: [inputs[place] for place in each] for reference, each in places.items()}
    tolerance = settings.get("tolerance")
    assert tolerance is None or isinstance(tolerance, Quantity)
    result = evaluate(written.root, Found(found, tolerance))
    kind = KINDS[str(settings["kind"])]
    if result.unset and result.unit == NONE:
        return replace(result, unit=kind.default)
    if not kind.fits(result.unit) or (result.unit == NONE and not kind.bare) or len(result.unit.over) > 1:
        raise Refused("PG309", written.root.start, unit=result.unit, expected=kind.expected)
    return result


SHARE_STEP = Decimal("0.0001")

VERBS: dict[str, Verb] = {
    "constant": constant,
    "sum": add,
    "complete": complete,
    "product": multiply,
    "quotient": divide,
    "portion": portion,
    "difference": subtract,
    "excess": exceed,
    "count": number_of,
    "growth": grow,
    "share": ratio,
    "change": change,
    **JOINT,
    "formula": formula,
    "mean": averages.mean,
    "weighted": averages.weighted,
    "ratio": averages.rate,
    "last": averages.last,
    "max": averages.largest,
    "min": averages.smallest,
}
"""Every verb by the name that rules and provenance use."""
