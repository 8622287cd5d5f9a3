"""What is due for one role: its appointments, and those that come next as a table."""

from typing import TYPE_CHECKING

from plangen.site.calendar.appointment import Appointment
from plangen.site.calendar.feed import role_file
from plangen.site.calendar.lists import day_cell, what_cell
from plangen.site.calendar.words import time
from plangen.values import Address
from plangen.views import Column, Link, Row, Table

if TYPE_CHECKING:
    from plangen.site.edition import Edition

NEXT = 8
"""How many dates are shown as those that come next."""


def role_appointments(edition: "Edition", role: Address, *, coming: bool = False) -> list[Appointment]:
    """Everything with a day that a role has to do or to attend in the year; `coming`: from the as-of day on."""
    since = edition.scope.handbook.day(edition.year).value if coming else None
    found = edition.appointments_by_role.get(role, [])
    return [each for each in found if since is None or each.day >= since]


def next_dates(edition: "Edition", role: Address, most: int = NEXT) -> Table | None:
    """The dates of a role that come next, with the way to all of them; None where none is left."""
    coming = role_appointments(edition, role, coming=True)[:most]
    if not coming:
        return None
    word, day = edition.word, edition.scope.handbook.day(edition.year).value
    columns = (
        Column("day", word("日期", "Date")),
        Column("what", word("事项", "What")),
        Column("time", word("时段", "Time"), phone=False),
    )
    rows = tuple(Row((day_cell(edition, each.day), what_cell(edition, each), (time(each.window),))) for each in coming)
    since = word("{day} 起", "from {day}", day=day) if day else word("从年初起", "from the start of the year")
    links = (
        Link(word("全年日历", "the whole year"), page="calendar/"),
        word("；", "; "),
        Link(word("放进自己的日历（ics）", "for your own calendar (ics)"), page=role_file(role)),
    )
    return Table("next-dates", word("接下来的日期", "Next dates"), columns, rows, since, (links,))
