"""The unit that a formula will give, as far as its text and the typed figures tell before anything is computed."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

from plangen.compute.formulas import named_address
from plangen.compute.scope import PlanScope
from plangen.formula import Call, Negation, Node, Number, Operation, Reference, parse_formula
from plangen.model import Entry
from plangen.values import NONE, SHARE, YUAN, Address, Formulated, Quantity, Refused, Unit
from plangen.values.kinds import KINDS

Known = dict[Address, Unit | None]
"""The units of formulas that were asked for already; one that is being asked for is not known, which ends circles."""


def unit_of(entry: Entry, field: str, scope: PlanScope) -> Unit | None:
    """The unit of an entry's quantity as it is told before anything is computed; None where it is not.

    What is typed has its own; a formula that of its text and of the typed figures that it names.
    """
    value = getattr(entry, field)
    if isinstance(value, Formulated):
        return formula_unit(value, entry.address(field), scope)
    return value.unit if isinstance(value, Quantity) else None


def formula_unit(value: Formulated, own: Address, scope: PlanScope, known: Known | None = None) -> Unit | None:
    """The unit of a formula that stands at an address; None where it cannot be told."""
    known = {} if known is None else known
    if own not in known:
        known[own] = None
        with suppress(Refused):
            known[own] = _unit(parse_formula(value.formula).root, own, scope, known)
        known[own] = known[own] or _only_unit(value.kind)
    return known[own]


def _only_unit(kind: str) -> Unit | None:
    """The unit of a field that takes no other one: a share, people, months."""
    default = KINDS[kind].default
    others = (YUAN, NONE)  # amounts may be per something, counts and rates may be anything
    return None if default in others else default


def _unit(node: Node, own: Address, scope: PlanScope, known: Known) -> Unit | None:
    match node:
        case Number():
            return node.quantity.unit
        case Reference():
            return _referred(node, own, scope, known)
        case Negation():
            return _unit(node.operand, own, scope, known)
        case Operation():
            return _operation(node, own, scope, known)
        case Call(function="share" | "growth" | "attainment"):
            return SHARE
        case Call(function="count"):
            return NONE
        case Call():
            given = node.arguments[1:] if node.function == "if" else node.arguments
            units = (_unit(argument, own, scope, known) for argument in given)
            return next((unit for unit in units if unit is not None), None)
    return None


def _operation(node: Operation, own: Address, scope: PlanScope, known: Known) -> Unit | None:
    units = [_unit(operand, own, scope, known) for operand in node.operands]
    if node.signs[0] in "+-":
        told = {unit for unit in units if unit is not None}
        others = told - {SHARE}  # beside a number, a share counts as one
        return None if len(others) > 1 else next(iter(others or told), None)
    result = units[0]
    for sign, unit in zip(node.signs, units[1:], strict=True):
        if result is None or unit is None:
            return None
        result = result * unit if sign == "×" else result / unit
    return result


def _referred(node: Reference, own: Address, scope: PlanScope, known: Known) -> Unit | None:
    """The unit of a figure as it was typed; moves lead to the same measure elsewhere, so to the same unit."""
    address = named_address(node.text, own, scope)
    if address is None:
        return None
    for place, entry in _places(node, address, scope):
        for part in sorted(entry.walk(), key=lambda each: each.address(place.measure).members != place.members):
            value, at = _typed(part, place)
            if isinstance(value, Formulated):
                unit = formula_unit(value, at, scope, known)
            else:
                unit = None if value is None or value.unit == NONE else value.unit
            if unit is not None:
                return unit
    return None


def _typed(part: Entry, place: Address) -> tuple[Quantity | None, Address]:
    """What an entry says of a measure, or of one period of it, and the address of that."""
    at = part.address(place.measure)
    phased = {period: value for name, _, period, value in part.phased_quantities() if name == place.measure}
    if place.period is not None and place.period in phased:
        return phased[place.period], at.at(place.period)
    return dict(part.quantities()).get(place.measure), at


def _places(node: Reference, address: Address, scope: PlanScope) -> Iterator[tuple[Address, Entry]]:
    """Where a reference may lead: itself, its plan's parent and children, this year and the year before."""
    plan = scope.plan_year.plans.get(address.plan)
    paths = [address.plan] if not {"parent", "children"}.intersection(node.moves) else []
    paths += [plan.parent.path] if "parent" in node.moves and plan and plan.parent else []
    paths += [child.path for child in plan.children] if "children" in node.moves and plan else []
    before = scope.handbook.years.get(scope.year - 1)
    years = ([] if "previous" in node.moves else [scope.plan_year]) + ([before] if before else [])
    for year in years:
        for path in paths:
            there = replace(address, plan=path)
            there = scope.plan_year.before(there) if year is before else there
            entry = year.entries().get((there.plan, there.kind, there.item))
            if entry is not None:
                yield there, entry
