"""The pages of the calendar: one for the year, one for each plan that has days of its own."""

from collections.abc import Iterator, Sequence

from plangen.model import Plan
from plangen.sections.days_off import basis
from plangen.site.calendar.appointment import Appointment
from plangen.site.calendar.feed import feed_links
from plangen.site.calendar.lists import month_lists
from plangen.site.calendar.sheet import year_sheet
from plangen.site.calendar.words import long
from plangen.site.edition import CALENDAR, Edition
from plangen.site.eyebrow import eyebrow
from plangen.views import Block, Column, Document, Line, Link, Row, Table, Tally, Words, phrase

MOST_LISTED = 400
"""A year with more than this is listed on its plans' pages only, so that no page grows with the handbook."""


def year_page(edition: "Edition") -> Document:
    """The calendar of the whole year: everything of all plans, and what the handbook has promised."""
    listed = edition.appointments
    blocks: list[Block] = [year_sheet(edition, "*", _listing(listed), listed, _notes(edition))]
    blocks += _plans(edition)
    blocks += feed_links(edition, None)
    if len(listed) <= MOST_LISTED:
        blocks += month_lists(edition, "*", listed)
    title = edition.word("日历", "Calendar")
    return Document(title, tuple(blocks), eyebrow(edition, None), _lede(edition, "*", listed))


def _listing(listed: Sequence[Appointment]) -> str:
    return f"{CALENDAR}/" if len(listed) <= MOST_LISTED else ""


def plan_page(edition: "Edition", plan: Plan) -> Document:
    """The calendar of one plan, without the plans below it."""
    listed = edition.appointments_of(plan)
    url = f"{plan.path}/{CALENDAR}/"
    blocks: list[Block] = [year_sheet(edition, plan.path, url, listed, _notes(edition)), *feed_links(edition, plan)]
    blocks += month_lists(edition, plan.path, listed)
    return Document(
        edition.word("日历", "Calendar"), tuple(blocks), eyebrow(edition, plan), _lede(edition, plan.path, listed)
    )


def _lede(edition: "Edition", of: str, listed: Sequence[Appointment]) -> Line:
    """How much has a day, and the day on which most is due."""
    total = Tally(len(listed), f"dues {of}")
    line = phrase(edition.word("有日期的事共 {n} 项", "{n} things have a day"), n=total)
    days: dict[object, int] = {}
    for each in listed:
        days[each.day] = days.get(each.day, 0) + 1
    if not days:
        return (*line, edition.word("。", "."))
    day = max(listed, key=lambda each: (days[each.day], -each.day.toordinal())).day
    most = Tally(days[day], f"dues {of} {day.isoformat()}")
    said = edition.word("，最多的一天是 {day}，{n} 项。", "; the fullest day is {day} with {n}.")
    return (*line, *phrase(said, day=long(edition, day), n=most))


def _notes(edition: "Edition") -> tuple[Line, ...]:
    left_out = edition.word(
        "每天或隔几天一次的、只写几次没写哪天的（每周两次）、要等事情发生的不列在日历里；每周的按周列出。",
        "What comes daily or every few days, so often without a day (twice a week), or after an event is not listed;"
        " what comes every week is.",
    )
    return (Words(basis(edition.scope), "muted"),), (Words(left_out, "muted"),)


def _plans(edition: "Edition") -> Iterator[Block]:
    """How much each plan has, where there are several; each leads to the plan's own calendar."""
    having = [scope.plan for scope in edition.plans.values() if edition.appointments_of(scope.plan)]
    if len(having) < 2:
        return
    word = edition.word
    columns = (
        Column("plan", word("计划", "Plan")),
        Column("dues", word("有日期的事", "Things with a day"), word("项", "number"), numeric=True),
    )
    rows = tuple(
        Row(
            (
                (Link(plan.head.name, page=f"{plan.path}/{CALENDAR}/"),),
                (Tally(len(edition.appointments_of(plan)), f"dues {plan.path}"),),
            )
        )
        for plan in having
    )
    yield Table("calendar-plans", word("各计划的日历", "Calendars of the plans"), columns, rows)
