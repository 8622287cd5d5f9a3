"""Verbs: how figures follow from figures. Each takes its inputs' quantities and the rule's settings."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import reduce
from operator import mul

from plangen.compute.allocation import allocate, allocate_table
from plangen.compute.evaluation import evaluate
from plangen.formula import Formula, Reference
from plangen.values import NONE, SHARE, Quantity, Refused, Unit, total
from plangen.values.kinds import KINDS

Settings = Mapping[str, object]
Verb = Callable[[Sequence[Quantity], Settings], Quantity]


def add(inputs: Sequence[Quantity], settings: Settings) -> Quantity:
    """The sum of all inputs; unset ones are counted, not zero. The sum of nothing is unset."""
    if not inputs:
        return Quantity.unset_()
    unit = next((part.unit for part in inputs if not part.unset), inputs[0].unit)
    return total(inputs, unit)


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
    raise Refused("PG215", left=str(result.unit), right=str(fitting[0]))


def divide(inputs: Sequence[Quantity], settings: Settings) -> Quantity:
    """The first input over the second, rounded half up to setting `step`; units divide (元 over 张 = 元/张)."""
    step: Decimal = settings["step"]  # type: ignore[assignment]
    return inputs[0].divide(inputs[1], step)


def portion(inputs: Sequence[Quantity], settings: Settings) -> Quantity:
    """The first input as a share of the total it is a part of, to 0.01%; unset where the total may be zero.

    A part whose unit does not fit is unset too: the total has reported it.
    """
    part, whole = inputs
    may_be_zero = whole.low is None or whole.low <= 0
    if part.unset or may_be_zero or part.unit != whole.unit:
        return Quantity.unset_(SHARE)
    return share_of(part, whole)


def subtract(inputs: Sequence[Quantity], settings: Settings) -> Quantity:
    """The first input less the second."""
    return inputs[0] - inputs[1]


def grow(inputs: Sequence[Quantity], settings: Settings) -> Quantity:
    """The base grown by a share: base × (1 + growth)."""
    base, growth = inputs
    factor = growth + Quantity.exact(Decimal(1), growth.unit)
    return base * replace(factor, unit=NONE)


def ratio(inputs: Sequence[Quantity], settings: Settings) -> Quantity:
    """The first input as a share of the second, rounded half up to 0.01%."""
    return share_of(inputs[0], inputs[1])


def change(inputs: Sequence[Quantity], settings: Settings) -> Quantity:
    """The relative change from the second input (the base) to the first, rounded half up to 0.01%."""
    one = share_of(inputs[1], inputs[1])
    return share_of(inputs[0], inputs[1]) - one


def share_of(part: Quantity, whole: Quantity) -> Quantity:
    """A part as a share of its whole, to 0.01%."""
    if part.unset or whole.unset:
        return Quantity.unset_(SHARE)
    if part.unit != whole.unit:
        raise Refused("PG215", left=str(part.unit), right=str(whole.unit))
    return replace(part.divide(whole, SHARE_STEP), unit=SHARE)


def spread(inputs: Sequence[Quantity], settings: Settings) -> Quantity:
    """One part of a total: settings `index`, `weights` (as many as parts), `step` (largest remainder)."""
    weights: tuple[Decimal, ...] = settings["weights"]  # type: ignore[assignment]
    step: Decimal = settings["step"]  # type: ignore[assignment]
    return allocate(inputs[0], weights, step)[int(str(settings["index"]))]


def spread_table(inputs: Sequence[Quantity], settings: Settings) -> Quantity:
    """One cell of a two-way table with given totals: settings `rows` (their number), `row`, `column`, `step`."""
    count = int(str(settings["rows"]))
    step: Decimal = settings["step"]  # type: ignore[assignment]
    weights: tuple[Decimal, ...] = settings["weights"]  # type: ignore[assignment]
    table = allocate_table(tuple(inputs[:count]), tuple(inputs[count:]), weights, step)
    return table[int(str(settings["row"]))][int(str(settings["column"]))]


def constant(inputs: Sequence[Quantity], settings: Settings) -> Quantity:
    """A quantity that follows from the calendar or the plan's head: setting `quantity`."""
    quantity = settings["quantity"]
    assert isinstance(quantity, Quantity)
    return quantity


def formula(inputs: Sequence[Quantity], settings: Settings) -> Quantity:
    """What a written formula gives: settings `formula`, `places` (each reference's inputs), `kind` (of the field)."""
    written: Formula = settings["formula"]  # type: ignore[assignment]
    places: Mapping[Reference, tuple[int, ...]] = settings["places"]  # type: ignore[assignment]
    found = {reference: [inputs[place] for place in each] for reference, each in places.items()}
    result = evaluate(written.root, found)
    kind = KINDS[str(settings["kind"])]
    if result.unset and result.unit == NONE:
        return replace(result, unit=kind.default)
    if not kind.fits(result.unit):
        raise Refused("PG309", written.root.start, unit=str(result.unit) or "—", expected=kind.expected)
    return result


SHARE_STEP = Decimal("0.0001")

VERBS: dict[str, Verb] = {
    "constant": constant,
    "sum": add,
    "product": multiply,
    "quotient": divide,
    "portion": portion,
    "difference": subtract,
    "growth": grow,
    "share": ratio,
    "change": change,
    "allocation": spread,
    "allocation-table": spread_table,
    "formula": formula,
}
"""Every verb by the name that rules and provenance use."""
