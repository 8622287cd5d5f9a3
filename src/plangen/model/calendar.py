"""The calendar of the handbook: which public holidays hold, and the company's own days off and days of work."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Annotated, Literal

from plangen.model.entry import Entry
from plangen.model.fields import Chosen, Date, Text
from plangen.model.year import Year
from plangen.values.working_days import DaysOff, WorkingDays

LONGEST = 366
"""More days in one go are no days off."""


class OwnDays(Entry):
    """One day, or several in a row, that are other than the public calendar has them."""

    name: Text
    """What they are called: 高温假, 年终盘点."""
    start: Date
    """The day, or the first of them."""
    end: Date | None = None
    """The last of them; where it is missing it is one day."""

    @property
    def days(self) -> tuple[date, ...]:
        """The days, none where an end is not known or stands before the start, or is out of all reason."""
        first = self.start.value
        last = first if self.end is None else self.end.value
        if first is None or last is None or not 0 <= (last - first).days < LONGEST:
            return ()
        return tuple(first + timedelta(days=number) for number in range((last - first).days + 1))


class Calendar(Entry):
    """Which days are worked."""

    holidays: Annotated[Literal["CN"], Chosen] | None = None
    """The country whose public holidays hold: CN, with the weekends that are worked for them (调休)."""
    off: tuple[OwnDays, ...] = ()
    """The company's own days off."""
    working: tuple[OwnDays, ...] = ()
    """Days of work that would be off."""
    complete: tuple[Year, ...] = ()
    """Years whose days off are all listed here, so that the announcement is not waited for."""

    def working_days(self, language: str) -> WorkingDays:
        """Which days are worked; `language` is that of the names of public holidays."""
        from plangen.model.public_holidays import china

        public = china(language) if self.holidays else DaysOff()
        return WorkingDays(public, DaysOff(_named(self.off), _named(self.working)), self.complete)


def _named(listed: Iterable[OwnDays]) -> dict[date, str]:
    return {day: each.name for each in listed for day in each.days}
