"""Recurrence: a rule such as `the 5th of every month` becomes days. Knows no plan, no language and no clock."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import field
from datetime import date, timedelta
from typing import Literal

from plangen.values.record import record
from plangen.values.working_days import Works, is_weekday

Cycle = Literal["day", "week", "month", "quarter", "half", "year", "once", "event"]
Counted = Literal["day", "working"] | int
"""Which days of a month are counted: all, working days, one weekday."""
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
"""How many months a cycle has."""
LAST = -1
DAY = timedelta(days=1)
Shift = Literal["", "before", "after"]
"""Where a day goes that is not worked: it stays, or to the last day of work before it, or to the next one."""
FARTHEST = 31
"""Nobody has more days off in a row: a day that finds none to go to stays."""


@record
class Spot:
    """A day inside a cycle of months: the `nth` day (-1 the last) of its `month` (1 the first of the cycle).

    `of` says which days are counted: all, working days, or one weekday (0 is Monday).
    """

    nth: int = LAST
    month: int = 1
    of: Counted = "day"


@record
class Recurrence:
    """When something comes again: every `every` cycles, on weekdays or spots; `later` where that is a cycle later.

    `working` leaves out days that are not worked; `on` is the day of what comes once. An event has no days.
    `times` above one: that often in each cycle, on no day that can be named. `shift` says where a day off goes.
    `loose`: no day was named, so that the last one of each cycle counts.
    """

    cycle: Cycle
    every: int = 1
    weekdays: tuple[int, ...] = ()
    spots: tuple[Spot, ...] = ()
    later: int = 0
    working: bool = False
    on: date | None = None
    times: int = 1
    shift: Shift = ""
    loose: bool = field(default=False, compare=False)

    @property
    def has_days(self) -> bool:
        """Whether it has days of its own in a calendar: neither daily ones nor events nor a mere number have any."""
        return self.cycle not in ("day", "event") and self.times == 1

    @property
    def asks_for_work(self) -> bool:
        """Whether its days depend on which days are worked."""
        return self.working or bool(self.shift) or any(spot.of == "working" for spot in self.spots)


@record
class Stretch:
    """The days from `first` to `last`, in which dates are looked for; cycles are counted from `anchor`.

    `works` tells which days are worked.
    """

    first: date
    last: date
    anchor: date
    works: Works = is_weekday


@record
class Turn:
    """One cycle by its first day, and the days that its rule gives."""

    start: date
    days: tuple[date, ...]


def dates(rule: Recurrence, stretch: Stretch) -> list[date]:
    """Every day of a stretch that a rule gives, in order; none where it only says how often.

    A day off that goes to another day may leave the stretch: what is due at the end of a year, early in the next one.
    """
    if rule.times > 1:
        return []
    return sorted({shifted(day, rule.shift, stretch.works) for day in _inside(rule, stretch)})


def often(rule: Recurrence, stretch: Stretch) -> int:
    """How often a rule comes in a stretch."""
    return len(_inside(rule, stretch)) * rule.times if rule.times > 1 else len(dates(rule, stretch))


def shifted(day: date, shift: Shift, works: Works) -> date:
    """The day on which something is due: itself where it is worked or stays, else the next day of work either way."""
    if not shift or works(day):
        return day
    step = DAY if shift == "after" else -DAY
    return next((found for number in range(1, FARTHEST) if works(found := day + number * step)), day)


def _inside(rule: Recurrence, stretch: Stretch) -> set[date]:
    days = (day for turn in _written(rule, stretch) for day in turn.days)
    return {day for day in days if stretch.first <= day <= stretch.last}


def turns(rule: Recurrence, stretch: Stretch) -> Iterator[Turn]:
    """The cycles that can have days in a stretch; those of a rule that only says how often have none."""
    for turn in _written(rule, stretch):
        days = () if rule.times > 1 else turn.days
        yield Turn(turn.start, tuple(shifted(day, rule.shift, stretch.works) for day in days))


def _written(rule: Recurrence, stretch: Stretch) -> Iterator[Turn]:
    """The cycles with their days as they are written, before a day off goes elsewhere."""
    match rule.cycle:
        case "once":
            assert rule.on is not None
            yield Turn(stretch.anchor, (rule.on,))
        case "day":
            yield from _daily(rule, stretch)
        case "week":
            yield from _weekly(rule, stretch)
        case "month" | "quarter" | "half" | "year":
            yield from _monthly(rule, stretch)


def lacking(rule: Recurrence, stretch: Stretch) -> list[date]:
    """The first days of the months of a stretch that do not have a day of the rule: February for the 30th."""
    if rule.cycle not in MONTHS:
        return []
    found = {
        month
        for start in _starts(rule, stretch)
        for spot in rule.spots
        if _day(month := _later(start, rule, spot), spot, stretch.works) is None
    }
    return [first for first in map(_first, sorted(found)) if _touches(first, stretch)]


def _daily(rule: Recurrence, stretch: Stretch) -> Iterator[Turn]:
    for number in range((stretch.last - stretch.anchor).days // rule.every + 1):
        day = stretch.anchor + number * rule.every * DAY
        if not rule.working or stretch.works(day):
            yield Turn(day, (day,))


def _weekly(rule: Recurrence, stretch: Stretch) -> Iterator[Turn]:
    step = 7 * rule.every
    monday = stretch.anchor - stretch.anchor.weekday() * DAY - rule.later * step * DAY
    # A rule that begins behind its day of the first week begins in the next one: counted in twos that is the first.
    if rule.every > 1 and not rule.later and all(monday + day * DAY < stretch.anchor for day in rule.weekdays):
        monday += 7 * DAY
    while monday <= stretch.last:
        days = tuple(monday + (day + rule.later * step) * DAY for day in rule.weekdays)
        yield Turn(monday, days)
        monday += step * DAY


def _monthly(rule: Recurrence, stretch: Stretch) -> Iterator[Turn]:
    for start in _starts(rule, stretch):
        days = (_day(_later(start, rule, spot), spot, stretch.works) for spot in rule.spots)
        yield Turn(_first(start), tuple(day for day in days if day))


def _starts(rule: Recurrence, stretch: Stretch) -> range:
    """The first months of the cycles, counted from year 0; quarters and years begin in January."""
    length = MONTHS[rule.cycle] * rule.every
    anchor = stretch.anchor.year * 12 + (stretch.anchor.month - 1 if rule.cycle == "month" else 0)
    return range(anchor - rule.later * length, stretch.last.year * 12 + stretch.last.month, length)


def _later(start: int, rule: Recurrence, spot: Spot) -> int:
    return start + spot.month - 1 + rule.later * MONTHS[rule.cycle] * rule.every


def _first(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


def _touches(first: date, stretch: Stretch) -> bool:
    _, days = monthrange(first.year, first.month)
    return first <= stretch.last and first + (days - 1) * DAY >= stretch.first


def _day(month: int, spot: Spot, works: Works) -> date | None:
    """The day of a spot in a month; None where the month does not have it."""
    first = _first(month)
    _, length = monthrange(first.year, first.month)
    days = [day for day in (first + number * DAY for number in range(length)) if _counts(day, spot, works)]
    place = spot.nth - 1 if spot.nth > 0 else spot.nth
    return days[place] if place < len(days) else None


def _counts(day: date, spot: Spot, works: Works) -> bool:
    if spot.of == "working":
        return works(day)
    return spot.of == "day" or day.weekday() == spot.of


def early(first: Recurrence, then: Recurrence, stretch: Stretch) -> tuple[date, date] | None:
    """The first cycle in which the second rule has a day before the first rule's; None where they keep order.

    Only rules of one cycle are compared: a weekly report always comes before some monthly meeting.
    """
    if (first.cycle, first.every) != (then.cycle, then.every):
        return None
    before = {turn.start: turn.days for turn in turns(first, stretch) if turn.days}
    found = (_wrong(before.get(turn.start, ()), turn.days) for turn in turns(then, stretch))
    return next((pair for pair in found if pair and min(pair) >= stretch.first), None)


def _wrong(days: tuple[date, ...], others: tuple[date, ...]) -> tuple[date, date] | None:
    """The first day of one cycle that has the other before it: one by one, or the last ones of unequal numbers."""
    if not days or not others:
        return None
    pairs = zip(sorted(days), sorted(others), strict=True) if len(days) == len(others) else [(max(days), max(others))]
    return next(((day, other) for day, other in pairs if other < day), None)
