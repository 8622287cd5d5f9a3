"""Appointments: everything of a plan year that has a day, gathered from all section kinds and from the handbook."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from plangen.compute import PlanScope
from plangen.values import Address, record
from plangen.views import Due, Inline, Link, Words

if TYPE_CHECKING:
    from plangen.site.edition import Edition

DAY_IS_OVER = (24 * 60, 24 * 60)
"""What has no time of the day stands behind what has one."""


@record
class Appointment:
    """One thing on one day: what it is, where it belongs, who is meant.

    `plan` is the path of its plan, empty for what belongs to the handbook; `link` leads to the item. `people` are the
    roles that the organisation knows, `who` all that are named, for reading. `name` is what calendars know it by: the
    same for the same thing in each build.
    """

    day: date
    what: str
    sort: str
    plan: str
    link: Link
    name: str
    people: tuple[Address, ...] = ()
    who: tuple[Inline, ...] = ()
    window: tuple[int, int] | None = None


def appointments(edition: "Edition") -> list[Appointment]:
    """All appointments of a year by day and time, then in the order of plans and chapters."""
    from plangen.site.calendar.commitment import commitments

    found = [*_of_plans(edition), *commitments(edition)]
    return sorted(found, key=lambda each: (each.day, each.window or DAY_IS_OVER))


def _of_plans(edition: "Edition") -> Iterator[Appointment]:
    for scope in edition.plans.values():
        dues = [
            due
            for name, kind in edition.kinds.items()
            if name in scope.plan.sections
            for due in kind.dates(scope.plan.sections[name], scope)
        ]
        once = set(_named_once(dues))
        for due in _without_copies(dues):
            yield _appointment(due, scope, (due.address, due.sort) in once)


def _without_copies(dues: Iterable[Due]) -> Iterator[Due]:
    """What hands over the same on one day is due once, for all who are named; a time of the day is told best."""
    papers: dict[object, list[Due]] = {}
    for number, due in enumerate(dues):
        key: object = (due.day, due.paper.casefold()) if due.paper else number
        papers.setdefault(key, []).append(due)
    for same in papers.values():
        best = next((due for due in same if due.window), same[0])
        yield replace(best, roles=tuple(dict.fromkeys(role for due in same for role in due.roles)))


def _named_once(dues: list[Due]) -> Iterator[tuple[Address, str]]:
    """What has one day only: calendars know it by its address, so that it is the same when it moves."""
    seen: dict[tuple[Address, str], int] = {}
    for due in dues:
        seen[due.address, due.sort] = seen.get((due.address, due.sort), 0) + 1
    return (key for key, number in seen.items() if number == 1)


def _appointment(due: Due, scope: PlanScope, is_only: bool) -> Appointment:  # noqa: FBT001
    name = f"{scope.year}/{due.address}/{due.sort}"
    people, who = people_of(due.roles, scope)
    return Appointment(
        due.day,
        due.what,
        due.sort,
        scope.plan.path,
        Link(due.what, due.address),
        name if is_only else f"{name}/{due.day.isoformat()}",
        people,
        who,
        due.window,
    )


def people_of(roles: Iterable[str], scope: PlanScope) -> tuple[tuple[Address, ...], tuple[Inline, ...]]:
    """The roles behind references, and what is read of them; one that leads nowhere is marked."""
    people: list[Address] = []
    who: list[Inline] = []
    for role in dict.fromkeys(roles):
        address = scope.resolve(role, "org")
        if address:
            people.append(address)
        who += [scope.word("、", ", ")] if who else []
        who.append(Link(scope.name_of(address), address) if address else Words(f"✕ {role}", "bad"))
    return tuple(people), tuple(who)
