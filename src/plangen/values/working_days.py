"""Working days: which days are worked, and what a day is called that is another than its weekday says."""

from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import date

from plangen.values.record import record

SATURDAY = 5
Works = Callable[[date], bool]
"""Tells whether a day is worked."""


def is_weekend(day: date) -> bool:
    """Whether a day is a Saturday or a Sunday."""
    return day.weekday() >= SATURDAY


def is_weekday(day: date) -> bool:
    """Whether a day is none: all that can be told where no holidays are known."""
    return not is_weekend(day)


@record
class DaysOff:
    """Days off and days worked that are so against their weekday, with what each is called.

    `first` and `last` are the years that this is known of; no year where `last` is before `first`.
    """

    off: Mapping[date, str] = field(default_factory=dict)
    working: Mapping[date, str] = field(default_factory=dict)
    first: int = 1
    last: int = 0


@record
class WorkingDays:
    """Which days are worked: the company's own days win over the public ones, those over the weekday.

    `complete` are the years whose days off the company lists itself.
    """

    public: DaysOff = field(default_factory=DaysOff)
    own: DaysOff = field(default_factory=DaysOff)
    complete: tuple[int, ...] = ()

    def works(self, day: date) -> bool:
        """Whether a day is worked."""
        for days in (self.own, self.public):
            if day in days.off:
                return False
            if day in days.working:
                return True
        return is_weekday(day)

    def name_of(self, day: date) -> str:
        """What a day is called that is no plain weekday or weekend: 春节; empty for any other."""
        for days in (self.own, self.public):
            found = days.off.get(day) or days.working.get(day)
            if found:
                return found
        return ""

    def knows(self, year: int) -> bool:
        """Whether the days off of a year are known, so that a working day can be told from a holiday."""
        return self.public.first <= year <= self.public.last or year in self.complete
