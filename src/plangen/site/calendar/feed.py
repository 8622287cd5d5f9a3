"""Calendar files: one for the year, one for each plan, one for each role, and the links to them."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from plangen.model import Plan
from plangen.render.ics import Event, calendar_file
from plangen.render.plain import plain_text
from plangen.site.calendar.appointment import Appointment
from plangen.site.calendar.words import time
from plangen.values import Address
from plangen.views import Block, Entries, Heading, Inline, Line, Link

if TYPE_CHECKING:
    from plangen.site.edition import Edition

YEAR_FILE = "calendar.ics"
"""The file of the whole year, inside its version."""


def role_file(role: Address) -> str:
    """The path of a role's file inside the version: `adhesives/calendar/region-manager.ics`."""
    return f"{role.plan}/calendar/{role.item[-1]}.ics"


def plan_file(plan: Plan) -> str:
    """The path of a plan's file inside the version."""
    return f"{plan.path}/calendar.ics"


def feeds(edition: "Edition") -> dict[str, bytes]:
    """All calendar files of a year by their paths; none for what has no day."""
    if not edition.appointments:
        return {}
    found = {YEAR_FILE: year_feed(edition)}
    for scope in edition.plans.values():
        mine = edition.appointments_of(scope.plan)
        if mine:
            found[plan_file(scope.plan)] = _file(edition, f"{scope.plan.head.name} {edition.year}", mine)
    for role, mine in edition.appointments_by_role.items():
        found[role_file(role)] = _file(edition, f"{edition.scope.name_of(role)} {edition.year}", mine)
    return found


def year_feed(edition: "Edition") -> bytes:
    """The calendar file of a whole year; without an event where nothing has a day."""
    return _file(edition, f"{edition.scope.handbook.head.title} {edition.year}", edition.appointments)


def role_feed(edition: "Edition", role: str) -> bytes | None:
    """The calendar file of a role by its id or address: of each role that has this id. None where none has a date."""
    found = [each for each in edition.appointments_by_role if role in (each.item[-1], str(each))]
    if not found:
        return None
    meant = [each for each in edition.appointments if not set(found).isdisjoint(each.people)]
    return _file(edition, f"{edition.scope.name_of(found[0])} {edition.year}", meant)


def _file(edition: "Edition", title: str, listed: list[Appointment]) -> bytes:
    stamp = edition.scope.handbook.day(edition.year).value or date(edition.year, 1, 1)
    return calendar_file(title, stamp, [_event(edition, each) for each in listed], edition.language)


def _event(edition: "Edition", each: Appointment) -> Event:
    plan = edition.plans[each.plan].plan.head.name if each.plan else edition.scope.handbook.head.title
    who = plain_text(each.who, edition.language)
    notes = "\n".join(part for part in (plan, who, time(each.window)) if part)
    return Event(
        each.name,
        each.day,
        edition.word("{what}（{sort}）", "{what} ({sort})", what=each.what, sort=each.sort),
        notes,
        each.window,
    )


def feed_links(edition: "Edition", plan: Plan | None) -> Iterator[Block]:
    """Where the calendar files are: of the year or plan, then of each role that is named there."""
    word = edition.word
    listed = edition.appointments if plan is None else edition.appointments_of(plan)
    if not listed:
        return
    whole = YEAR_FILE if plan is None else plan_file(plan)
    said = word("本页列出的全部", "all that this page lists")
    rows: list[tuple[Line, Line, Line]] = [((Link(word("全部事项", "Everything"), page=whole),), (said,), ("ics",))]
    links = _role_links(edition, {role for each in listed for role in each.people})
    if links:
        said = word("一个岗位在全手册里要做、要到的", "what one role has to do or attend in the whole handbook")
        rows.append(((word("按岗位：", "By role: "), *links), (said,), ("ics",)))
    yield Heading(word("放进自己的日历", "For your own calendar"), "feeds")
    yield Entries(tuple(rows))


def _role_links(edition: "Edition", roles: set[Address]) -> list[Inline]:
    links: list[Inline] = []
    for role in sorted(roles):
        links += [edition.word("、", ", ")] if links else []
        links.append(Link(edition.scope.name_of(role), page=role_file(role)))
    return links
