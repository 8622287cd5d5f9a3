"""How an objective rolls up: by its own rule over members and over time, declared or told by its unit."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from plangen.compute import Rule
from plangen.values import PEOPLE, POINT, SHARE, Key, Quantity, Span, Unit, told, write_quantity

if TYPE_CHECKING:
    from plangen.sections.objectives.split import Split

ROUNDED = frozenset({"mean", "weighted", "ratio"})
"""Rules whose result need not be a finite decimal: it is rounded half up to the objective's step."""
WORDS: dict[str, tuple[str, str]] = {
    "sum": ("合计", "sum"),
    "mean": ("平均", "mean"),
    "weighted": ("按{weight}加权平均", "mean weighted by {weight}"),
    "ratio": ("{numerator} ÷ {denominator}", "{numerator} ÷ {denominator}"),
    "last": ("期末值", "value at the end"),
    "max": ("最大值", "largest"),
    "min": ("最小值", "smallest"),
    "none": ("不汇总", "not rolled up"),
}


def over_members(split: "Split") -> str:
    """The rule over members and child plans: the declared one; else amounts and counts add up, averages do not."""
    aggregate = split.objective.aggregate
    declared = aggregate.members if aggregate else None
    return declared or ("none" if _is_average(split.unit) else "sum")


def over_time(split: "Split") -> str:
    """The rule over months: the declared one, or that of the child plans; else amounts and counts add up.

    Averages and headcounts have none. Five people in January and five in February may be five or ten: who plans people
    by month has to say which.
    """
    aggregate = split.objective.aggregate
    if aggregate and aggregate.time:
        return aggregate.time
    below = {part.over_time for part in split.parts_below()} if split.objective.rollup else set()
    if len(below) == 1:
        return below.pop()
    return "none" if _is_average(split.unit) or split.unit == PEOPLE else "sum"


def _is_average(unit: Unit) -> bool:
    return unit in (SHARE, POINT) or bool(unit.per)


def neighbour(split: "Split", role: str) -> "Split | None":
    """The objective of the same plan that `aggregate` names as weight, numerator or denominator."""
    named = getattr(split.objective.aggregate, role, None)
    section = split.scope.section("objectives")
    items = getattr(section, "items", {})
    return replace(split, objective=items[named]) if named in items and named != split.objective.id else None


def ratio_unit(split: "Split") -> Unit | None:
    """The unit of a ratio: that of its numerator by that of its denominator, a share where they are the same."""
    aggregate = split.objective.aggregate
    if aggregate is None or "ratio" not in (aggregate.members, aggregate.time):
        return None
    upper, lower = neighbour(split, "numerator"), neighbour(split, "denominator")
    if upper is None or lower is None or upper.plain_unit is None or lower.plain_unit is None:
        return SHARE
    return SHARE if upper.plain_unit == lower.plain_unit else upper.plain_unit / lower.plain_unit


def ratio_axes(split: "Split") -> Iterator[tuple[str, list[str]]]:
    """The axes that a ratio has because its numerator and its denominator both have them."""
    if split.over_members != "ratio":
        return
    both = [neighbour(split, role) for role in ("numerator", "denominator")]
    upper, lower = (part if part is None or part.over_members != "ratio" else None for part in both)
    if upper is not None and lower is not None:
        for axis, members in upper.axes().items():
            common = [member for member in members if member in lower.axes().get(axis, ())]
            if common:
                yield axis, common


def step_of(split: "Split") -> Decimal:
    """What averages and ratios are rounded to: the written step, else 0.01% for shares and 0.01 for all other units."""
    if split.step_fits():
        return split.step
    return Decimal("0.0001") if split.unit in (SHARE, POINT) else Decimal("0.01")


def at(key: Key, item: str) -> Key:
    """The same figure of another objective of the plan: its target at the same period and members."""
    return key._replace(address=replace(key.address, item=(*key.address.item[:-1], item), facet=""))


def rolled(split: "Split", key: Key, parts: tuple[Key, ...], span: Span, what: tuple[str, str]) -> Rule:
    """The rule for a figure that rolls up its parts over members; `what` names the parts in the method's remark."""
    return _rolled(split, split.over_members, key, parts, span, what)


def rolled_over_time(split: "Split", key: Key, parts: tuple[Key, ...], span: Span) -> Rule:
    """The rule for a figure that rolls up its months."""
    return _rolled(split, split.over_time, key, parts, span, ("各月", "of the months"))


def _rolled(
    split: "Split", how: str, key: Key, parts: tuple[Key, ...], span: Span, what: tuple[str, str]
) -> Rule:  # fmt: skip
    if how == "ratio":
        return ratio(split, key, span)
    named = split.objective.aggregate.weight if split.objective.aggregate else None
    weights = tuple(at(part, named or "") for part in parts) if how == "weighted" else ()
    inputs = (*(parts[-1:] if how == "last" else parts), *weights)
    settings: dict[str, object] = {"step": step_of(split)} if how in ROUNDED else {}
    if how == "weighted":
        settings |= {"asked": False, "unset_note": split.scope.word("权重都是零", "none: all weights are zero")}
    way, rounding = method(split, how), rounded(split, how)
    note = told("{parts}{way}{rounding}", "{way} {parts}{rounding}", parts=what, way=way, rounding=rounding)
    return split.rule(key, how, inputs, span, note, **settings)


def ratio(split: "Split", key: Key, span: Span) -> Rule:
    """Numerator ÷ denominator at the same place; unset where the denominator may be zero."""
    aggregate = split.objective.aggregate
    names = (aggregate.numerator, aggregate.denominator) if aggregate else ("", "")
    inputs = tuple(at(key, name or "") for name in names)
    way, rounding = method(split, "ratio"), rounded(split, "ratio")
    note = told("{way}{rounding}", "{way}{rounding}", way=way, rounding=rounding)
    none = split.scope.word("分母是零，或可能为零", "none: the denominator is, or may be, zero")
    return split.rule(key, "ratio", inputs, span, note, step=step_of(split), asked=False, unset_note=none)


def method(split: "Split", how: str) -> tuple[str, str]:
    """A rule in words."""
    if how not in ("weighted", "ratio"):
        return WORDS[how]
    found = {role: neighbour(split, role) for role in ("weight", "numerator", "denominator")}
    names = {role: other.objective.name if other else "?" for role, other in found.items()}
    return told(*WORDS[how], **names)


def rounded(split: "Split", how: str) -> tuple[str, str]:
    """What the result of a rule is rounded to, in words; nothing where it is exact."""
    if how not in ROUNDED:
        return "", ""
    step = write_quantity(Quantity.exact(step_of(split), split.unit), language=split.scope.language)
    return told("，四舍五入到 {step}", ", rounded half up to {step}", step=step)
