"""The year at a glance: its days with how much is due on each, and which of them are off."""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from plangen.site.calendar.appointment import Appointment
from plangen.site.calendar.words import long, month, weekdays
from plangen.values.working_days import is_weekend
from plangen.views import CalendarDay, CalendarMonth, Column, Line, Link, Row, Table, Tally, Words, YearCalendar

if TYPE_CHECKING:
    from plangen.site.edition import Edition


def year_sheet(
    edition: "Edition", of: str, url: str, listed: Sequence[Appointment], notes: tuple[Line, ...]
) -> YearCalendar:
    """The calendar of a year. `of` is what is counted (a plan's path, or `*`).

    `url` is the page that lists the days; without it no day is a link.
    """
    sheet = _Sheet(edition, of, url, listed)
    months = tuple(sheet.month(number) for number in range(1, 13))
    holidays = sheet.holidays()
    more = ((Words(holidays, "muted"),),) if holidays else ()
    return YearCalendar("year", months, weekdays(edition), sheet.table(), (*more, *notes))


def anchor(day: date) -> str:
    """The anchor of a day in the lists."""
    return f"d-{day.isoformat()}"


def month_anchor(year: int, number: int) -> str:
    """The anchor of a month's list."""
    return f"m-{year}-{number:02}"


class _Sheet:
    """What is due on each day of a year, on its way to a calendar."""

    def __init__(self, edition: "Edition", of: str, url: str, listed: Sequence[Appointment]) -> None:
        self.edition, self.of, self.url = edition, of, url
        self.days = Counter(each.day for each in listed)
        self.working = edition.scope.working_days

    def month(self, number: int) -> CalendarMonth:
        """One month."""
        _, length = monthrange(self.edition.year, number)
        days = [self._day(date(self.edition.year, number, place)) for place in range(1, length + 1)]
        count = sum(self.days[each.day] for each in days)
        said = month(self.edition, number)
        if not count:
            return CalendarMonth(said, tuple(days))
        tally = Tally(count, f"dues {self.of} {self.edition.year}-{number:02}")
        link = Link(said, page=self.url, anchor=month_anchor(self.edition.year, number)) if self.url else None
        return CalendarMonth(said, tuple(days), tally, link)

    def _day(self, day: date) -> CalendarDay:
        off, weekend = not self.working.works(day), is_weekend(day)
        mark = "" if off == weekend else "off" if off else "worked"
        link = Link("", page=self.url, anchor=anchor(day)) if self.days[day] and self.url else None
        return CalendarDay(day, self._said(day, off=off), self._count(day), link, off, mark)  # type: ignore[arg-type]

    def _count(self, day: date) -> Tally | None:
        return Tally(self.days[day], f"dues {self.of} {day.isoformat()}") if self.days[day] else None

    def _said(self, day: date, *, off: bool) -> str:
        word, number = self.edition.word, self.days[day]
        parts = [long(self.edition, day), self.working.name_of(day) or (word("休息日", "day off") if off else "")]
        parts.append(word("{number} 项", "{number} due", number=number) if number else "")
        return word("，", ", ").join(part for part in parts if part)

    def table(self) -> Table:
        """The same as a table: days of the month by months; a month does not have each day."""
        word, year = self.edition.word, self.edition.year
        columns = (
            Column("day", word("日", "Day")),
            *(Column(f"m{n}", month(self.edition, n), numeric=True) for n in range(1, 13)),
        )
        rows = tuple(
            Row(
                (
                    (word("{place} 日", "{place}", place=place),),
                    *(self._cell(year, number, place) for number in range(1, 13)),
                )
            )
            for place in range(1, 32)
        )
        return Table("year-table", word("每天几项", "How much is due on each day"), columns, rows)

    def _cell(self, year: int, number: int, place: int) -> Line:
        if place > monthrange(year, number)[1]:
            return ()
        count = self._count(date(year, number, place))
        return (count,) if count else ()

    def holidays(self) -> str:
        """The days that are another than their weekday says, each stretch of one name: `春节 2-15 至 2-23`."""
        year = self.edition.year
        days = (date(year, 1, 1) + timedelta(days=number) for number in range(366))
        named = ((day, self.working.name_of(day)) for day in days if day.year == year)
        return self.edition.word("；", "; ").join(self._stretches(named))

    def _stretches(self, named: Iterator[tuple[date, str]]) -> Iterator[str]:
        to = self.edition.word(" 至 ", " to ")
        for name, group in groupby(named, key=lambda pair: pair[1]):
            if name:
                days = [f"{day.month}-{day.day:02}" for day, _ in group]
                yield f"{name} {days[0]}{to + days[-1] if len(days) > 1 else ''}"
