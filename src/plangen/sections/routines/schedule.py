"""The schedule: the days of a routine in the plan's period, and of all of them together."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from plangen.compute import PlanScope
from plangen.sections.days_off import plan_days
from plangen.sections.routines.model import Routine, Routines
from plangen.values.recurrence import Stretch, dates, often


def stretch(routine: Routine, scope: PlanScope) -> Stretch:
    """The days of the plan's period in which a routine runs."""
    whole, start, end = plan_days(scope), routine.near(routine.start), routine.near(routine.end)
    first, last = max(whole.first, start or whole.first), min(whole.last, end or whole.last)
    return replace(whole, first=first, last=last, anchor=start or whole.anchor)


def days(routine: Routine, scope: PlanScope) -> list[date]:
    """Its days, in order; none where its due names none."""
    rule = routine.recurrence
    return dates(rule, stretch(routine, scope)) if rule else []


def number(routine: Routine, scope: PlanScope) -> int:
    """How often it comes in the plan's period."""
    rule = routine.recurrence
    return often(rule, stretch(routine, scope)) if rule else 0


def upcoming(routine: Routine, scope: PlanScope) -> date | None:
    """Its first day that is not before the handbook's as-of day; None where there is none."""
    as_of = scope.handbook.as_of.value
    return next((day for day in days(routine, scope) if as_of is None or day >= as_of), None)


def on_calendar(section: Routines, scope: PlanScope) -> dict[date, list[Routine]]:
    """What is due on each day of the year, in order of the days; what has no days of its own is left out."""
    found: dict[date, list[Routine]] = {}
    for routine in section.items.values():
        if routine.has_days:
            for day in (each for each in days(routine, scope) if each.year == scope.year):
                found.setdefault(day, []).append(routine)
    return dict(sorted(found.items()))


def roles(section: Routines) -> dict[str, list[Routine]]:
    """The routines by the role that reports, calls or convenes, in the order written; those of nobody under ""."""
    found: dict[str, list[Routine]] = {}
    for routine in section.items.values():
        found.setdefault(routine.role or "", []).append(routine)
    return found


def timed(section: Routines) -> Iterator[Routine]:
    """The routines that take time: with a window that has a length."""
    return (each for each in section.items.values() if each.hours is not None and each.hours.minutes)
