"""The field of two axes: every customer of the list at its two numbers, with the lines between the quadrants."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.sections.numbers import shown
from plangen.sections.segments.customer import Customer
from plangen.sections.segments.model import Axis, Scheme
from plangen.sections.segments.placing import members
from plangen.values import Unit
from plangen.views import Chart, Column, Line, Row, Table, phrase

LEAST = 3
"""Fewer marks say no more than the list."""


def scatter(scheme: Scheme, scope: PlanScope) -> Iterator[Chart]:
    """The customers that have both numbers; the second axis across, the first upwards. Nothing without quadrants."""
    there = [each for each in scheme.customers.values() if each.first is not None and each.second is not None]
    if len(there) < LEAST or len(scheme.axes) != 2 or not scheme.all_tiers:
        return
    up, across = scheme.axes.values()
    units = {"y": _unit(up, scope), "x": _unit(across, scope)}
    columns = (
        Column("customer", scope.word("客户", "Customer")),
        Column("x", across.name, units["x"], numeric=True),
        Column("y", up.name, units["y"], numeric=True),
        Column("xline", scope.word("{name}分界", "split of {name}", name=across.name), units["x"], numeric=True),
        Column("yline", scope.word("{name}分界", "split of {name}", name=up.name), units["y"], numeric=True),
    )
    rows = tuple(_row(each, up, across, units, scope) for each in there)
    subtitle = scope.word("虚线是分界", "dotted: where the tiers part")
    table = Table(f"{scheme.id}-field-table", "", columns, rows)
    encode = {"label": "customer", "x": "x", "y": "y", "xline": "xline", "yline": "yline"}
    yield Chart(f"{scheme.id}-field", "scatter", _title(scheme, scope), subtitle, table, encode, height=360)


def _row(each: Customer, up: Axis, across: Axis, units: dict[str, str], scope: PlanScope) -> Row:
    numbers = (
        shown(scope, each.address("second"), units["x"]),
        shown(scope, each.address("first"), units["y"]),
        shown(scope, across.address("split"), units["x"]),
        shown(scope, up.address("split"), units["y"]),
    )
    return Row(((each.name or each.id,), *((number,) for number in numbers)))


def _unit(axis: Axis, scope: PlanScope) -> str:
    """The unit of an axis, money in that of the plan: 万元/月."""
    unit: Unit = axis.split.unit
    money = unit.is_money or unit.is_money_rate
    return "/".join((scope.plan.head.unit, *unit.per)) if money else str(unit)


def _title(scheme: Scheme, scope: PlanScope) -> Line:
    """The quadrant that alone has most of them; where none has, how many each has."""
    there = members(scheme)
    first, *others = sorted(scheme.all_tiers, key=lambda tier: -len(there[tier.id]))
    if len(there[first.id]) <= max((len(there[tier.id]) for tier in others), default=0):
        parts = [(tier, shown(scope, tier.address("listed"), with_unit=True)) for tier in scheme.all_tiers]
        placed = [(scope.word("，", ", "), tier.name, " ", number) for tier, number in parts if there[tier.id]]
        if placed:
            return tuple(part for each in placed for part in each)[1:]
        listed = shown(scope, scheme.address("listed"), with_unit=True)
        return phrase(scope.word("{name}：名单上 {n}", "{name}: {n} on the list"), name=scheme.name, n=listed)
    number = shown(scope, first.address("listed"), with_unit=True)
    return phrase(scope.word("{name}最多，{n}", "{name} has most: {n}"), name=first.name, n=number)
