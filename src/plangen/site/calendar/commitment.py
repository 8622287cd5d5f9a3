"""Commitments of the handbook: the last days of waivers, of accepted changes, of declared differences."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from plangen.compute import PlanScope
from plangen.render.plain import plain_text
from plangen.site.calendar.appointment import Appointment, people_of
from plangen.values import Address
from plangen.views import Inline, Link, Words

if TYPE_CHECKING:
    from plangen.site.edition import Edition

People = tuple[tuple[Address, ...], tuple[Inline, ...]]


def commitments(edition: "Edition") -> Iterator[Appointment]:
    """What somebody has promised until a day; of the handbook what ends in this year."""
    yield from _differences(edition)
    yield from _waivers(edition)
    yield from _acceptances(edition)


def _differences(edition: "Edition") -> Iterator[Appointment]:
    for path, scope in edition.plans.items():
        for number, line in enumerate(edition.ledger(scope.plan)):
            if line.due:
                what = plain_text(line.what, edition.language)
                sort = edition.word("差额到期", "gap to be closed")
                name = f"{edition.year}/{line.judged or f'{path}:gap-{number}'}/gap"
                people, who = people_of((line.owner,) if line.owner else (), scope)
                yield Appointment(line.due, what, sort, path, Link(what, page="gaps/"), name, people, who)


def _waivers(edition: "Edition") -> Iterator[Appointment]:
    settings = edition.scope.handbook.settings(edition.year)
    for waiver in settings.waivers:
        day, what = waiver.until.value, waiver.reason
        if day and day.year == edition.year:
            name = f"waiver/{waiver.code}/{waiver.year or ''}/{waiver.target or ''}/{waiver.scenario or ''}"
            sort = edition.word("豁免 {code} 到期", "waiver of {code} ends", code=waiver.code)
            yield _promise(edition, day, (what, sort, name), waiver.owner, Link(what, page="checks/"))


def _acceptances(edition: "Edition") -> Iterator[Appointment]:
    review = edition.scope.handbook.settings(edition.year).review
    for accepted in review.accepted if review else ():
        day = accepted.until.value
        if day and day.year == edition.year:
            what = accepted.reason
            sort = edition.word("认可到期", "acceptance ends")
            link = Link(what, page="changes/" if edition.since is not None else "checks/")
            yield _promise(edition, day, (what, sort, f"accepted/{accepted.target}"), accepted.owner, link)


def _promise(edition: "Edition", day: date, said: tuple[str, str, str], owner: str, link: Link) -> Appointment:
    what, sort, name = said
    people, who = _owner(edition, owner)
    return Appointment(day, what, sort, "", link, name, people, who)


def _owner(edition: "Edition", owner: str) -> People:
    """The role of an owner: the first that any plan of the year has under that id."""
    scopes: list[PlanScope] = list(edition.plans.values())
    known = next((scope for scope in scopes if scope.resolve(owner, "org")), None)
    return people_of((owner,), known) if known else ((), (Words(owner),))
