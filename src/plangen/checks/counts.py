"""Counts: nothing is there less than no time, and nobody less than not at all."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.model import QuantityField, marked_fields
from plangen.values import Quantity, write_quantity

COUNTED = frozenset({"count", "people", "months", "days"})
"""The kinds of fields that hold how many there are, or how long something lasts."""


@check(
    "PG238",
    Level.ERROR,
    takes="plan",
    zh="个数写成了负的：{number}",
    en="a count below zero: {number}",
    fix_zh="写成不小于零的数；要减少就写减少以后有多少，变化由上年的数推算",
    fix_en="write a number that is not below zero; of less write how many are left, the change follows from last year",
)
def counts_are_not_negative(scope: PlanScope) -> Iterator[Finding]:
    """How many there are, how many people, months or days is never below zero.

    Why: minus forty shops make minus forty visits, and with them a workload that has room.
    Bad:
        # segments.yml
        customers: {name: 客户, tiers: {a: {name: A类, count: -40家, contact: 1次/周}}}
    Good:
        # segments.yml
        customers: {name: 客户, tiers: {a: {name: A类, count: 40家, contact: 1次/周}}}
    """
    for section in scope.plan.sections.values():
        for entry in section.walk():
            for name, mark in marked_fields(type(entry), QuantityField):
                quantity = getattr(entry, name) if mark.kind in COUNTED else None
                if isinstance(quantity, Quantity) and _is_below_zero(quantity):
                    address = entry.address(name)
                    args = {"number": write_quantity(quantity, language=scope.language)}
                    yield Finding("PG238", entry.span(name), args, scope.year, address, (address,))


def _is_below_zero(quantity: Quantity) -> bool:
    return not quantity.unset and quantity.low is not None and quantity.low < 0
