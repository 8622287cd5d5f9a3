"""Aliases: what plans and items are called in other years, so that addresses of other versions lead to them."""

from collections.abc import Iterator

from plangen.model import Handbook, PlanYear
from plangen.values import Address

Spot = tuple[str, str, tuple[str, ...]]
"""Plan, kind and item of an entry; a plan itself has neither kind nor item."""


def aliases(handbook: Handbook, year: int, plan: str, kind: str) -> dict[str, str]:
    """By anchor that an item of a section has in another year, and no item has in this one: the anchor it has now."""
    found = (pair for pair in former(handbook, year).items() if pair[0][:2] == pair[1][:2] == (plan, kind))
    return dict(sorted((anchor(old), anchor(now)) for old, now in found))


def anchor(spot: Spot) -> str:
    """The place of an item on the page of its section."""
    return "-".join(spot[2])


def former(handbook: Handbook, year: int) -> dict[Spot, Spot]:
    """By spot that a plan or an item has in another year, and none has in this one: the spot that it has now."""
    return handbook.years[year].once("former", lambda: _former(handbook, year))


def _former(handbook: Handbook, year: int) -> dict[Spot, Spot]:
    own = {spot: spot for spot in _spots(handbook.years[year])}
    found: dict[Spot, Spot] = {}
    now, at = own, year
    while at in handbook.years:  # what it was called before, in the years of the handbook and in the one before them
        now = {old: now[new] for old, new in _renames(handbook.years[at]) if new in now}
        found = {**now, **found}
        at -= 1
    now, at = own, year + 1
    while at in handbook.years:
        now = {new: now[old] for old, new in _renames(handbook.years[at], merged=False) if old in now}
        found = {**now, **found}
        at += 1
    return {old: new for old, new in found.items() if old not in own}


def _spots(plan_year: PlanYear) -> Iterator[Spot]:
    yield from ((path, "", ()) for path in plan_year.plans)
    yield from plan_year.entries()


def _renames(plan_year: PlanYear, *, merged: bool = True) -> Iterator[tuple[Spot, Spot]]:
    """Spot in the year before, and in this one. What was merged of several has several before, and none after it."""
    entries = plan_year.entries()
    for spot in _spots(plan_year):
        before = plan_year.before(Address(*spot))
        olds = entries[spot].was if spot in entries else ()
        if len(olds) < 2:
            yield (before.plan, before.kind, before.item), spot
        for old in olds if merged and len(olds) > 1 else ():
            yield (before.plan, before.kind, (*before.item[:-1], old)), spot
