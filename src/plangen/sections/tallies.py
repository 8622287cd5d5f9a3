"""Tallies: how many entries there are, as figures with addresses, so that every count on a page can be asked about."""

from plangen.compute import PlanScope, Rule
from plangen.values import Address, Quantity, Span, Unit

ITEMS = Unit(("条",))
"""What entries are counted in."""


def total(scope: PlanScope, kind: str, measure: str, *members: str) -> Address:
    """The address of a figure of a whole section: `policies/total.rules`, `risks/total.risks/high/low`."""
    return Address(scope.plan.path, kind, ("total",), measure, members=members)


def tally(scope: PlanScope, address: Address, number: int, span: Span, note: str = "") -> Rule:
    """The rule of a count."""
    return Rule(scope.key(address), "constant", (), span, {"quantity": Quantity.exact(number, ITEMS)}, note)
