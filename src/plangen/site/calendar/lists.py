"""The lists of a calendar: a table a month, a line for each thing that is due."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from plangen.site.calendar.appointment import Appointment
from plangen.site.calendar.sheet import anchor, month_anchor
from plangen.site.calendar.words import month, short, time
from plangen.views import Column, Line, Link, Row, Table, Tally, Words, phrase

if TYPE_CHECKING:
    from plangen.site.edition import Edition


def month_lists(edition: "Edition", of: str, listed: Sequence[Appointment]) -> Iterator[Table]:
    """One table for each month that has anything, those of other years with their year."""
    columns = _columns(edition, listed)
    for (year, number), group in groupby(listed, key=lambda each: (each.day.year, each.day.month)):
        members = list(group)
        said = month(edition, number)
        title = said if year == edition.year else f"{year}-{number:02}"
        tally = Tally(len(members), f"dues {of} {year}-{number:02}")
        rows = _rows(edition, members, [column.key for column in columns])
        yield Table(
            month_anchor(year, number),
            title,
            columns,
            tuple(rows),
            phrase(edition.word("{n} 项", "{n} due"), n=tally),
        )


def _columns(edition: "Edition", listed: Sequence[Appointment]) -> tuple[Column, ...]:
    """The columns of all lists of a page: times and plans where there are any, and several."""
    word = edition.word
    columns = (
        Column("day", word("日期", "Date")),
        Column("what", word("事项", "What")),
        Column("time", word("时段", "Time"), phone=False),
        Column("who", word("谁", "Who")),
        Column("plan", word("计划", "Plan"), phone=False),
    )
    empty = set() if any(each.window for each in listed) else {"time"}
    empty |= set() if len({each.plan for each in listed}) > 1 else {"plan"}
    return tuple(column for column in columns if column.key not in empty)


def _rows(edition: "Edition", listed: Sequence[Appointment], keys: Sequence[str]) -> Iterator[Row]:
    """A row for each appointment; the first of a day carries the day's anchor."""
    seen: set[date] = set()
    for each in listed:
        name = "" if each.day in seen else anchor(each.day)
        seen.add(each.day)
        cells = {
            "day": day_cell(edition, each.day),
            "what": what_cell(edition, each),
            "time": (time(each.window),),
            "who": each.who,
            "plan": _plan(edition, each),
        }
        yield Row(tuple(cells[key] for key in keys), id=name)


def day_cell(edition: "Edition", day: date) -> Line:
    """A day with its weekday, and what it is where it is not worked or is worked on a weekend."""
    working = edition.scope.working_days
    said = working.name_of(day) or ("" if working.works(day) else edition.word("休息日", "day off"))
    return (short(edition, day), Words(f" {said}", "muted")) if said else (short(edition, day),)


def what_cell(edition: "Edition", each: Appointment) -> Line:
    """What is due, with what the day means to it."""
    return (each.link, Words(edition.word("　{sort}", " {sort}", sort=each.sort), "muted"))


def _plan(edition: "Edition", each: Appointment) -> Line:
    if not each.plan:
        return (Words(edition.word("手册", "handbook"), "muted"),)
    return (Link(edition.plans[each.plan].plan.head.name, page=f"{each.plan}/"),)
