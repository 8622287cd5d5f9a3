"""The unit that a formula will give, as far as its text and the typed figures tell before anything is computed."""

from plangen.compute.formulas import named_address
from plangen.compute.scope import PlanScope
from plangen.formula import Call, Negation, Node, Number, Operation, Reference, parse_formula
from plangen.values import NONE, SHARE, Address, Formulated, Refused, Unit

DEPTH = 20
"""How many formulas are followed from one to the next."""


def formula_unit(value: Formulated, own: Address, scope: PlanScope, depth: int = DEPTH) -> Unit | None:
    """The unit of a formula that stands at an address; None where it cannot be told."""
    try:
        return _unit(parse_formula(value.formula).root, own, scope, depth)
    except Refused:
        return None


def _unit(node: Node, own: Address, scope: PlanScope, depth: int) -> Unit | None:
    match node:
        case Number():
            return node.quantity.unit
        case Reference():
            return _referred(node, own, scope, depth)
        case Negation():
            return _unit(node.operand, own, scope, depth)
        case Operation():
            return _operation(node, own, scope, depth)
        case Call(function="share" | "growth" | "attainment"):
            return SHARE
        case Call(function="count"):
            return NONE
        case Call(function="if"):
            return _unit(node.arguments[1], own, scope, depth)
        case Call():
            return _unit(node.arguments[0], own, scope, depth)
    return None


def _operation(node: Operation, own: Address, scope: PlanScope, depth: int) -> Unit | None:
    units = [_unit(operand, own, scope, depth) for operand in node.operands]
    if node.signs[0] in "+-":
        known = [unit for unit in units if unit is not None]
        return next((unit for unit in known if unit != SHARE), SHARE if known else None)
    result = units[0]
    for sign, unit in zip(node.signs, units[1:], strict=True):
        if result is None or unit is None:
            return None
        result = result * unit if sign == "×" else result / unit
    return result


def _referred(node: Reference, own: Address, scope: PlanScope, depth: int) -> Unit | None:
    """The unit of a figure as it was typed; moves lead to the same measure, so to the same unit."""
    address = named_address(node.text, own, scope)
    if address is None or not depth:
        return None
    years = [scope.plan_year, *([before] if (before := scope.handbook.years.get(scope.year - 1)) else [])]
    for year in years:
        entry = year.entries().get((address.plan, address.kind, address.item))
        value = dict(entry.quantities()).get(address.measure) if entry is not None else None
        if isinstance(value, Formulated) and (not node.moves or year is not scope.plan_year):
            return formula_unit(value, address, scope, depth - 1)
        if value is not None and not isinstance(value, Formulated) and value.unit != NONE:
            return value.unit
    return None
