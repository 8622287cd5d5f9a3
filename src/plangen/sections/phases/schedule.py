"""The schedule: free days, tasks at the same time, and where the paper says another date."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from plangen.model import Day
from plangen.sections.phases.model import Dated, Phase, Window, known_day
from plangen.values import DAY, MONTH, Quantity, record

ONE = timedelta(days=1)
LONGEST = 5000
"""Durations of more units than this are not compared with the calendar."""


def windows(phase: Phase) -> list[Window]:
    """The days of the phase's tasks that have dates, by start."""
    return sorted(task.window for task in phase.tasks.values() if task.window)


def free(phase: Phase) -> list[Window]:
    """The stretches inside a phase in which no task runs."""
    if phase.window is None:
        return []
    found, reach = [], phase.window.start
    for window in windows(phase):
        last = min(window.start - ONE, phase.window.end)
        if reach <= last:
            found.append(Window(reach, last))
        reach = max(reach, window.end + ONE)
    return [*found, Window(reach, phase.window.end)] if reach <= phase.window.end else found


def free_days(phase: Phase) -> int:
    """How many days of a phase no task takes."""
    return sum(window.days for window in free(phase))


def at_once(taken: Sequence[Window]) -> int:
    """The largest number of tasks that run on one day."""
    changes = sorted([(window.start, 1) for window in taken] + [(window.end + ONE, -1) for window in taken])
    running = most = 0
    for _, change in changes:
        running += change
        most = max(most, running)
    return most


@record
class Conflict:
    """One date that is told twice. `field` is `start`, `end` or `lasts`; `days` how far the two are apart.

    `planned` is the day of the schedule, `stated` the day the paper gives or its duration leads to.
    """

    field: str
    planned: date
    stated: date
    days: int


def conflicts(entry: Dated) -> Iterator[Conflict]:
    """The dates of a phase or task that the paper tells differently."""
    if entry.stated is None:
        return
    for field in ("start", "end"):
        planned, told = (_in_year(getattr(one, field), entry.place.year) for one in (entry, entry.stated))
        if planned and told and told != planned:
            yield Conflict(field, planned, told, abs((told - planned).days))
    if entry.stated.lasts is not None and entry.window:
        other = _nearest_end(entry.window, entry.stated.lasts)
        if other is not None and other != entry.window.end:
            yield Conflict("lasts", entry.window.end, other, abs((other - entry.window.end).days))


def disputed(entry: Dated) -> Iterator[Window]:
    """The days that a phase or task takes by the schedule and not by the paper, or by the paper and not by it."""
    for conflict in conflicts(entry):
        first, last = sorted((conflict.planned, conflict.stated))
        yield Window(first, last - ONE) if conflict.field == "start" else Window(first + ONE, last)


def _in_year(day: Day | None, year: int) -> date | None:
    """A day; one of a far year as the same day of the plan year, because the year alone is another finding."""
    if day is None or day.value is None or known_day(day, year):
        return day.value if day else None
    leap = (day.value.month, day.value.day) == (2, 29)
    return day.value.replace(year=year, day=28 if leap else day.value.day)


def _nearest_end(window: Window, lasts: Quantity) -> date | None:
    """The day nearest to the scheduled end that a duration allows; None where the duration cannot be compared."""
    if lasts.about or lasts.unset:
        return None
    first, last = (_end_after(window.start, number, lasts) for number in (lasts.low, lasts.high))
    if (lasts.low is not None and first is None) or (lasts.high is not None and last is None):
        return None
    low = max(window.end, first) if first else window.end
    return min(low, last) if last else low


def _end_after(start: date, number: Decimal | None, lasts: Quantity) -> date | None:
    """The last day of something that starts on a day and lasts a whole number of days, weeks or months."""
    if number is None or not 0 < number <= LONGEST or number != number.to_integral_value():
        return None
    length = int(number)
    if lasts.unit == MONTH:
        return _months_on(start, length) - ONE
    return start + (length if lasts.unit == DAY else 7 * length) * ONE - ONE


def _months_on(start: date, months: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    following = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return min(date(year, month + 1, 1) + (start.day - 1) * ONE, following - ONE)
