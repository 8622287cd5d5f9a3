"""Placing customers: the tier that each is in, written or told by its two numbers, and whether its contact is due."""

from collections.abc import Mapping
from datetime import date, timedelta

from plangen.compute import PlanScope
from plangen.sections.segments.cadence import times
from plangen.sections.segments.customer import Customer
from plangen.sections.segments.model import Axis, Scheme, Tier
from plangen.sections.segments.quadrants import Place, taken
from plangen.values import Quantity

DAYS = {"天": 1, "周": 7, "月": 30, "季": 91, "年": 365}
"""How long a customer may wait, at most, who is contacted once in such a time."""


def tier_of(customer: Customer, scheme: Scheme) -> Tier | None:
    """The tier that a customer is in; None where none is written, or its numbers do not say for certain."""
    if customer.tier is not None:
        return next((tier for tier in scheme.all_tiers if tier.id == customer.tier), None)
    place = _place(customer, scheme)
    there = taken(scheme).get(place, []) if place else []
    return there[0] if len(there) == 1 else None


def members(scheme: Scheme) -> Mapping[str, list[Customer]]:
    """The customers of each tier, in the order of the list; under an empty id those that are in none."""
    found: dict[str, list[Customer]] = {tier.id: [] for tier in scheme.all_tiers}
    for customer in scheme.customers.values():
        tier = tier_of(customer, scheme)
        found.setdefault(tier.id if tier else "", []).append(customer)
    return found


def due_on(customer: Customer, tier: Tier | None, scope: PlanScope) -> date | None:
    """The day by which a customer is to be contacted again; None where nobody can say."""
    last = customer.last_contact.value if customer.last_contact else None
    wait = _wait(tier, scope) if tier is not None else None
    return last + timedelta(days=wait) if last is not None and wait is not None else None


def is_overdue(customer: Customer, tier: Tier | None, scope: PlanScope) -> bool:
    """Whether that day is before the handbook's."""
    due, today = due_on(customer, tier, scope), scope.handbook.day(scope.year).value
    return due is not None and today is not None and due < today


def _place(customer: Customer, scheme: Scheme) -> Place | None:
    axes = list(scheme.axes.values())
    sides = [_side(number, axis) for number, axis in zip((customer.first, customer.second), axes, strict=False)]
    return (sides[0], sides[1]) if len(sides) == 2 and all(sides) else None


def _side(number: Quantity | None, axis: Axis) -> str:
    """High from the split on; of what is better the lower, low up to it. Empty where it cannot be told."""
    split = axis.split
    if number is None or number.unset or split.unset or number.unit != split.unit or number.low != number.high:
        return ""
    if number.low is None or split.low is None:
        return ""
    if axis.better == "lower":
        return "low" if number.low <= split.low else "high"
    return "high" if number.low >= split.low else "low"


def _wait(tier: Tier, scope: PlanScope) -> int | None:
    """How many days a customer of a tier waits at most: 2次/月 is 15 days, 1次/2天 is 2."""
    told, often = times(tier, "contact", scope) if tier.contact is not None else None, tier.contact
    if told is None or often is None or often.unset or not often.low:
        return None
    return int(DAYS[told[1]] / often.low)
