"""Rules of the segments: contacts and visits of each tier and of all, by week; the work that they make."""

from collections.abc import Iterator

from plangen.compute import PlanScope, Rule
from plangen.sections import tallies
from plangen.sections.segments import rosters, routing, workload
from plangen.sections.segments.cadence import CADENCES, CENT, WEEK, length, periods
from plangen.sections.segments.model import Scheme, Segments, Tier
from plangen.sections.tallies import tally
from plangen.values import Address, Quantity, Unit

TIERS, QUADRANTS = Unit(("级",)), Unit(("个",))
"""What tiers and quadrants are counted in."""
KINDS = Unit(("种",))


def rules(section: Segments, scope: PlanScope) -> Iterator[Rule]:
    """Each scheme with its tiers, then how many schemes and tiers there are, and the weeks of the plan."""
    for scheme in section.items.values():
        for tier in scheme.all_tiers:
            for field in CADENCES:
                yield from _times(tier, field, scope)
        yield from _customers(scheme, scope)
        for field, whole in CADENCES.items():
            yield from _totals(scheme, field, whole, scope)
        yield from _levels(scheme, scope)
        yield from workload.rules(scheme, scope)
        yield from rosters.rules(scheme, scope)
        yield from routing.rules(scheme, scope)
    weeks = Quantity.exact(length("周", scope), WEEK)
    note = scope.word("计划期间的整周数", "whole weeks of the plan's period")
    yield Rule(scope.key(total(scope, "weeks")), "constant", (), section.span(), {"quantity": weeks}, note)
    yield tally(scope, total(scope, "schemes"), len(section.items), section.span(), KINDS)


def total(scope: PlanScope, measure: str) -> Address:
    """The address of a figure of the whole section: `segments/total.weeks`."""
    return tallies.total(scope, "segments", measure)


def _times(tier: Tier, field: str, scope: PlanScope) -> Iterator[Rule]:
    """How often each customer of a tier is contacted in the plan's period, and all of them together."""
    if getattr(tier, field) is None:
        return
    quantity = periods(tier, field, scope)
    if quantity is None:
        return
    span = tier.span(field)
    keys = [scope.key(tier.address(name)) for name in (f"{field}-periods", field, f"{field}-each", CADENCES[field])]
    note = scope.word("计划期间", "the plan's period")
    yield Rule(keys[0], "constant", (), span, {"quantity": quantity}, note)
    note = scope.word("频次 × 周期数", "how often × periods")
    yield Rule(keys[2], "product", (keys[1], keys[0]), span, note=note)
    if tier.count is not None:
        note = scope.word("客户数 × 每个客户的次数", "customers × times of each")
        yield Rule(keys[3], "product", (scope.key(tier.address("count")), keys[2]), span, note=note)


def _customers(scheme: Scheme, scope: PlanScope) -> Iterator[Rule]:
    """How many customers there are, and the share of each tier."""
    counted = [tier for tier in scheme.all_tiers if tier.count is not None]
    if not counted:
        return
    whole = scope.key(scheme.address("count"))
    inputs = tuple(scope.key(tier.address("count")) for tier in counted)
    missing = {"missing": len(scheme.all_tiers) - len(counted)}
    yield Rule(whole, "sum", inputs, scheme.key_span(), missing)
    for tier in counted:
        parts = (scope.key(tier.address("count")), whole)
        yield Rule(scope.key(tier.address("share")), "portion", parts, tier.span("count"))


def _totals(scheme: Scheme, field: str, whole: str, scope: PlanScope) -> Iterator[Rule]:
    """The contacts (or visits) of all tiers, in a week, and by tier. A tier without a number is missing."""
    due = [tier for tier in scheme.all_tiers if getattr(tier, field) is not None]
    counted = [tier for tier in due if tier.count is not None and periods(tier, field, scope) is not None]
    if not counted:
        return
    key, span = scope.key(scheme.address(whole)), scheme.key_span()
    inputs = tuple(scope.key(tier.address(whole)) for tier in counted)
    yield Rule(key, "sum", inputs, span, {"missing": len(due) - len(counted)})
    weeks, weekly = scope.key(total(scope, "weeks")), scope.key(scheme.address(f"{whole}-weekly"))
    yield Rule(weekly, "quotient", (key, weeks), span, {"step": CENT, "asked": False})
    for tier in counted:
        parts = (scope.key(tier.address(whole)), key)
        yield Rule(scope.key(tier.address(f"{whole}-share")), "portion", parts, tier.span(field))


def _levels(scheme: Scheme, scope: PlanScope) -> Iterator[Rule]:
    """How many tiers there are, and, where any does, how many carry a mark."""
    unit, marked = QUADRANTS if scheme.quadrants else TIERS, sum(tier.mark is not None for tier in scheme.all_tiers)
    yield tally(scope, scheme.address("tiers"), len(scheme.all_tiers), scheme.key_span(), unit)
    if marked or (scheme.stated and scheme.stated.marked is not None):
        yield tally(scope, scheme.address("marked"), marked, scheme.key_span(), unit)
