"""Rules of the customers: how many each tier has and what they bring, the first fifth, who is overdue, who moved."""

from collections.abc import Iterator
from decimal import Decimal

from plangen.compute import PlanScope, Rule
from plangen.sections.segments.customer import Customer
from plangen.sections.segments.model import Scheme
from plangen.sections.segments.placing import is_overdue, members, tier_of
from plangen.sections.tallies import tally
from plangen.values import Unit

SHOPS = Unit(("家",))
FIFTH = 5
"""The first fifth of the customers is what 80/20 speaks of."""


def rules(scheme: Scheme, scope: PlanScope) -> Iterator[Rule]:
    """Everything that follows from a list; nothing without one."""
    if not scheme.customers:
        return
    span, there = scheme.key_span(), members(scheme)
    yield tally(scope, scheme.address("listed"), len(scheme.customers), span, SHOPS)
    yield tally(scope, scheme.address("unplaced"), len(there.get("", [])), span, SHOPS)
    late = [each for each in scheme.customers.values() if is_overdue(each, tier_of(each, scheme), scope)]
    if any(each.last_contact for each in scheme.customers.values()):
        yield tally(scope, scheme.address("overdue"), len(late), span, SHOPS)
    for tier in scheme.all_tiers:
        yield tally(scope, tier.address("listed"), len(there[tier.id]), tier.key_span(), SHOPS)
    yield from _values(scheme, scope)
    yield from _moves(scheme, scope)


def ranked(scheme: Scheme) -> list[Customer]:
    """The customers that have a value, the largest first; of two alike the first of the list."""
    valued = [each for each in scheme.customers.values() if each.value is not None and not each.value.unset]
    return sorted(valued, key=lambda each: -(each.value.low or Decimal(0)) if each.value else 0)


def fifth(scheme: Scheme) -> list[Customer]:
    """The first fifth of them, rounded up."""
    known = ranked(scheme)
    return known[: -(-len(known) // FIFTH)]


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
        note = scope.word(f"贡献最大的前两成，{len(first)} 家", f"the first fifth by value: {len(first)}")
        yield Rule(top, "sum", tuple(scope.key(each.address("value")) for each in first), span, note=note)
        yield Rule(scope.key(scheme.address("top-share")), "portion", (top, whole), span)


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
