"""Tallies: how many entries there are, as figures with addresses, so that every count on a page can be asked about."""

from dataclasses import replace

from plangen.compute import PlanScope, Rule
from plangen.values import Address, Quantity, Span, Unit, agrees

ITEMS = Unit(("条",))
"""What entries are counted in."""


def total(scope: PlanScope, kind: str, measure: str, *members: str) -> Address:
    """The address of a figure of a whole section: `policies/total.rules`, `risks/total.risks/high/low`."""
    return Address(scope.plan.path, kind, ("total",), measure, members=members)


def of_role(role: str) -> tuple[str, ...]:
    """The members that name a role in the address of a count; one of another plan with its plan: `sales/north/rep`.

    `role` is its id, or its address (`sales/north:org/rep`), which would end the address of the count within.
    """
    if ":" not in role:
        return (role,) if role else ()
    address = Address.parse(role)
    return (*address.plan.split("/"), *address.item)


def tally(scope: PlanScope, address: Address, number: int, span: Span, unit: Unit = ITEMS) -> Rule:
    """The rule of a count."""
    return Rule(scope.key(address), "constant", (), span, {"quantity": Quantity.exact(number, unit)})


def fits(stated: Quantity, found: Quantity | None, scope: PlanScope) -> bool:
    """Whether what the paper states can be what was found; what things are counted in (条, 项, 个) does not matter."""
    if found is None:
        return True
    counts = stated.unit.is_count and found.unit.is_count
    return agrees(replace(stated, unit=found.unit) if counts else stated, found, scope.handbook.tolerance())
