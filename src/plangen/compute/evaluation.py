"""Evaluating formulas: a tree and the quantities of its references become one quantity."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from plangen.compute.ratio import Ratio, alike, is_above
from plangen.formula import Call, Comparison, Negation, Node, Number, Operation, Reference
from plangen.values import NONE, SHARE, Quantity, Refused, Unit, half_up_ratio, told
from plangen.values.record import record

SHARE_STEP = Decimal("0.0001")
"""What shares and growth are rounded to, half up: 0.01%."""


@record
class Found:
    """What each reference stands for: one quantity, or several after `children`; and how far 约 may be off."""

    figures: Mapping[Reference, Sequence[Quantity]]
    tolerance: Quantity | None = None


def evaluate(node: Node, found: Found) -> Quantity:
    """The value of a tree.

    Raises Refused with the column of the part that is at fault: PG215 for units that do not fit, PG301 for more than
    60 digits, PG302 for a division by what may be zero, PG306 where one figure is needed and several stand, PG308
    for a result that does not end and is rounded nowhere.
    """
    try:
        return _value(node, found).quantity()
    except Refused as refused:
        raise Refused(refused.code, refused.offset or node.start, **refused.args_) from None


def _value(node: Node, found: Found) -> Ratio:
    try:
        match node:
            case Number():
                return Ratio(node.quantity)
            case Reference():
                return _one(node, found)
            case Negation():
                return -_value(node.operand, found)
            case Operation():
                return _operation(node, found)
            case Call(function="if"):
                return _branch(node, found)
            case Call():
                return _call(node, found)
            case Comparison():
                raise AssertionError("the parser lets a comparison stand in a condition only")
    except Refused as refused:
        raise Refused(refused.code, refused.offset or node.start, **refused.args_) from None


def _one(node: Reference, found: Found) -> Ratio:
    quantities = found.figures[node]
    if len(quantities) != 1:
        name = node.moves[0] if node.moves else node.text
        zh, en = told(
            "{name} 是好几个数，要写成 sum({name})", "{name} is several figures: write sum({name})", name=name
        )
        raise Refused("PG306", node.start, what_zh=zh, what_en=en, functions="sum mean min max count")
    return Ratio(quantities[0])


def _operation(node: Operation, found: Found) -> Ratio:
    first, *others = node.operands
    result = _value(first, found)
    for sign, operand in zip(node.signs, others, strict=True):
        value = _value(operand, found)
        unset = result.over.unset or value.over.unset
        try:
            result = _OPERATIONS[sign](result, value)
            if unset and sign in "+-":  # only `sum` goes on and counts what is missing
                result = Ratio(Quantity.unset_(result.over.unit))
        except Refused as refused:
            raise Refused(refused.code, operand.start, **refused.args_) from None
    return result


_OPERATIONS: dict[str, Callable[[Ratio, Ratio], Ratio]] = {
    "+": Ratio.__add__,
    "-": Ratio.__sub__,
    "×": Ratio.__mul__,
    "÷": Ratio.__truediv__,
}


def _branch(node: Call, found: Found) -> Ratio:
    condition, then, otherwise = node.arguments
    assert isinstance(condition, Comparison), "the parser lets nothing else stand there"
    holds = _holds(condition, found)
    if holds is not None:
        return _value(then if holds else otherwise, found)
    return _either(*alike(_value(then, found), _value(otherwise, found)))


def _holds(node: Comparison, found: Found) -> bool | None:
    left, right = _value(node.left, found), _value(node.right, found)
    try:
        above, below = is_above(left, right, found.tolerance), is_above(right, left, found.tolerance)
    except Refused as refused:
        raise Refused(refused.code, node.start, **refused.args_) from None
    match node.sign:
        case ">":
            return above
        case "<":
            return below
        case "≥":
            return None if below is None else not below
        case "≤":
            return None if above is None else not above
    equal = True if above is False and below is False else False if above or below else None
    return equal if node.sign == "=" or equal is None else not equal


def _either(one: Ratio, other: Ratio) -> Ratio:
    """All that both branches can be: the condition cannot be told."""
    first, second = one.quantity(), other.quantity()
    if first.unset or second.unset:
        return Ratio(Quantity.unset_(_unit_of_either(first, second)))
    _ = first + second  # refuses units that do not fit
    low = None if first.low is None or second.low is None else min(first.low, second.low)
    high = None if first.high is None or second.high is None else max(first.high, second.high)
    about, missing = first.about or second.about, max(first.missing, second.missing)
    return Ratio(replace(first, low=low, high=high, about=about, strict=False, missing=missing))


def _unit_of_either(first: Quantity, second: Quantity) -> Unit:
    """The unit of two branches of which one at least is unset: that of a number, else the first that is known.

    Units of unset figures may be no more than what a plan assumes, so they contradict nothing.
    """
    units = [each.unit for each in sorted((first, second), key=lambda each: each.unset)]
    return next((unit for unit in units if unit != NONE), NONE)


def _call(node: Call, found: Found) -> Ratio:
    return _FUNCTIONS[node.function](list(_given(node, found)))


def _given(node: Call, found: Found) -> Iterator[Ratio]:
    for argument in node.arguments:
        if isinstance(argument, Reference) and node.function in _LISTS:
            yield from (Ratio(quantity) for quantity in found.figures[argument])
        else:
            yield _value(argument, found)


def _sum(values: list[Ratio]) -> Ratio:
    if not values:
        return Ratio(Quantity.unset_())
    result = values[0]
    for value in values[1:]:
        result = result + value
    return result


def _mean(values: list[Ratio]) -> Ratio:
    if not values or any(value.over.unset for value in values):
        return Ratio(Quantity.unset_(values[0].over.unit if values else NONE))
    return _sum(values) / Ratio(Quantity.exact(len(values)))


def _smallest(values: list[Ratio]) -> Ratio:
    return -_largest([-value for value in values])


def _largest(values: list[Ratio]) -> Ratio:
    if not values or any(value.over.unset for value in values):
        return Ratio(Quantity.unset_(values[0].over.unit if values else NONE))
    _sum(values)  # refuses units that do not fit
    parts = [value.quantity() for value in values]
    lows = [part.low for part in parts if part.low is not None]
    highs = [part.high for part in parts]
    high = None if None in highs else max(part for part in highs if part is not None)
    unit = next((part.unit for part in parts if part.unit != SHARE), parts[0].unit)
    about, missing = any(part.about for part in parts), sum(part.missing for part in parts)
    return Ratio(Quantity(max(lows, default=None), high, unit, about, missing=missing))


def _count(values: list[Ratio]) -> Ratio:
    return Ratio(Quantity.exact(sum(not value.over.unset for value in values)))


def _round(values: list[Ratio]) -> Ratio:
    value, *steps = values
    step = steps[0].quantity() if steps else Quantity.exact(1, value.over.unit)
    if value.over.unset or step.unset:
        return Ratio(Quantity.unset_(value.over.unit))
    _ = value.over + step  # refuses units that do not fit
    if not step.is_exact or step.value <= 0:
        raise Refused("PG302", left=value.over, right=step)
    return Ratio(_rounded(value, step.value))


def _rounded(value: Ratio, step: Decimal) -> Quantity:
    low, high = (
        None if end is None else half_up_ratio(end, value.by, step) for end in (value.over.low, value.over.high)
    )
    return replace(value.over, low=low, high=high, strict=False)


def _share(values: list[Ratio]) -> Ratio:
    part, whole = alike(*values)
    if part.over.unset or whole.over.unset or whole.over.missing:
        return Ratio(Quantity.unset_(SHARE))
    quotient = part / whole
    if quotient.over.unit != NONE:
        raise Refused("PG215", left=part.over.unit, right=whole.over.unit)
    return Ratio(replace(_rounded(quotient, SHARE_STEP), unit=SHARE))


def _growth(values: list[Ratio]) -> Ratio:
    share = _share(values)
    return share if share.over.unset else share - Ratio(Quantity.exact(1, SHARE))


_FUNCTIONS: dict[str, Callable[[list[Ratio]], Ratio]] = {
    "sum": _sum,
    "mean": _mean,
    "min": _smallest,
    "max": _largest,
    "count": _count,
    "round": _round,
    "share": _share,
    "growth": _growth,
    "attainment": _share,
    "cumulative": _sum,
}
_LISTS = frozenset({"sum", "mean", "min", "max", "count", "cumulative"})
