"""Rules of the customers: how many each tier has and what they bring, the first fifth, who is overdue, who moved."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from plangen.compute import PlanScope, Rule
from plangen.sections.segments.customer import SHOPS, Customer
from plangen.sections.segments.model import Scheme
from plangen.sections.segments.placing import is_overdue, members, tier_of
from plangen.sections.tallies import tally
from plangen.values import Quantity

SHOWN = 20
"""How many customers are drawn, and told what they and those above them bring."""
FIFTH = 5
"""The first fifth of the customers is what 80/20 speaks of."""


def rules(scheme: Scheme, scope: PlanScope) -> Iterator[Rule]:
    """Everything that follows from a list; nothing without one."""
    if not scheme.customers:
        return
    span, there = scheme.key_span(), members(scheme)
    yield tally(scope, scheme.address("listed"), len(scheme.customers), span, SHOPS)
    yield tally(scope, scheme.address("unplaced"), len(there.get("", [])), span, SHOPS)
    is_dated = scope.handbook.day(scope.year).value is not None
    if is_dated and any(each.last_contact for each in scheme.customers.values()):
        late = [each for each in scheme.customers.values() if is_overdue(each, tier_of(each, scheme), scope)]
        yield tally(scope, scheme.address("overdue"), len(late), span, SHOPS)
    for tier in scheme.all_tiers:
        yield tally(scope, tier.address("listed"), len(there[tier.id]), tier.key_span(), SHOPS)
    yield from _values(scheme, scope)
    yield from _moves(scheme, scope)


def ranked(scheme: Scheme) -> list[Customer]:
    """The customers that have a value, the largest first by the low ends; those in another unit than the first last."""
    valued = [each for each in scheme.customers.values() if each.value is not None and not each.value.unset]
    unit = _value(valued[0]).unit if valued else None

    def place(each: Customer) -> tuple[bool, bool, Decimal]:
        value = _value(each)
        return value.unit != unit, value.low is None, -(value.low or Decimal(0))

    return sorted(valued, key=place)


def is_in_order(customers: list[Customer]) -> bool:
    """Whether each for certain brings no less than the next, all in one unit."""
    values = [_value(each) for each in customers]
    if len({value.unit for value in values}) > 1:
        return False
    return all(a.certainly_above(b) or (a.is_exact and b.is_exact and a.value >= b.value) for a, b in pairwise(values))


def fifth(scheme: Scheme) -> list[Customer]:
    """The first fifth of all customers, rounded up.

    Nothing while a value is missing or not set, where they are of several units, or where it is not certain who is
    in it: all values have to be exact, or those in it certainly above the others.
    """
    order = ranked(scheme)
    values = [_value(each) for each in order]
    if not order or len(order) < len(scheme.customers) or len({value.unit for value in values}) > 1:
        return []
    first = order[: -(-len(order) // FIFTH)]
    return first if all(value.is_exact for value in values) or stands_apart(first, order) else []


def running(scheme: Scheme) -> list[Customer]:
    """The largest customers for which it can be said what they and all above them bring, the largest first."""
    order = ranked(scheme)
    complete = len(order) == len(scheme.customers)
    return order[:SHOWN] if complete and is_in_order(order) else []


def stands_apart(first: list[Customer], order: list[Customer]) -> bool:
    """Whether each of the first is certainly above each of the rest of an order that they begin; all in one unit."""
    rest = order[len(first) :]
    return all(_value(each).certainly_above(_value(other)) for each in first for other in rest)


def _value(customer: Customer) -> Quantity:
    return customer.value if customer.value is not None else Quantity.unset_()


def _values(scheme: Scheme, scope: PlanScope) -> Iterator[Rule]:
    """What all bring, each tier and the first fifth."""
    valued = [each for each in scheme.customers.values() if each.value is not None]
    if not valued:
        return
    whole, span = scope.key(scheme.address("value")), scheme.key_span()
    lacking = {"missing": len(scheme.customers) - len(valued)}
    yield Rule(whole, "sum", tuple(scope.key(each.address("value")) for each in valued), span, lacking)
    for name, group in members(scheme).items():
        tier = next((tier for tier in scheme.all_tiers if tier.id == name), None)
        inputs = tuple(scope.key(each.address("value")) for each in group if each.value is not None)
        if tier is not None and inputs:
            key, missing = scope.key(tier.address("value")), {"missing": len(group) - len(inputs)}
            yield Rule(key, "sum", inputs, tier.key_span(), missing)
            yield Rule(scope.key(tier.address("value-share")), "portion", (key, whole), tier.key_span())
    top, first = scope.key(scheme.address("top-value")), fifth(scheme)
    if first:
        note = scope.word("贡献最大的前两成，{n} 家", "the first fifth by value: {n}", n=len(first))
        yield Rule(top, "sum", tuple(scope.key(each.address("value")) for each in first), span, note=note)
        yield Rule(scope.key(scheme.address("top-share")), "portion", (top, whole), span)
    for place, customer in enumerate(running(scheme)):
        key, above = scope.key(customer.address("running")), running(scheme)[: place + 1]
        yield Rule(key, "sum", tuple(scope.key(each.address("value")) for each in above), customer.span())
        yield Rule(scope.key(customer.address("running-share")), "portion", (key, whole), customer.span())


def _moves(scheme: Scheme, scope: PlanScope) -> Iterator[Rule]:
    """How many moved up and down against the list before; the first tier is the best."""
    order = {tier.id: place for place, tier in enumerate(scheme.all_tiers)}
    moved = [
        (order[each.before], order[now.id])
        for each in scheme.customers.values()
        if each.before in order and (now := tier_of(each, scheme)) is not None
    ]
    if moved:
        for measure, count in (("up", sum(a > b for a, b in moved)), ("down", sum(a < b for a, b in moved))):
            yield tally(scope, scheme.address(measure), count, scheme.key_span(), SHOPS)
