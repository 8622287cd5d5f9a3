"""The handbook's own days: in order, few enough to be meant, and not off and worked at once."""

from collections.abc import Iterator
from datetime import date

from plangen.findings import Finding, Level, check
from plangen.model import Handbook
from plangen.model.calendar import LONGEST, OwnDays


@check(
    "PG266",
    Level.ERROR,
    takes="handbook",
    zh="“{name}”从 {start} 到 {end}，不是一天到一年之间的一段",
    en="“{name}” runs from {start} to {end}, which is no stretch of one day to a year",
    fix_zh="结束不早于开始，一段不超过一年；只有一天就不写 end",
    fix_en="let it end on its first day or later, within a year; leave end out where it is one day",
)
def own_days_are_in_order(handbook: Handbook) -> Iterator[Finding]:
    """The company's own days off and days of work end when they start or later, and within a year.

    Why: days that are written the wrong way round are no days, and nobody would notice that they are missing.
    Bad:
        # handbook.yml
        format: 1
        title: 手册
        calendar: {off: [{name: 高温假, start: 2026-08-07, end: 2026-08-03}]}
    Good:
        # handbook.yml
        format: 1
        title: 手册
        calendar: {off: [{name: 高温假, start: 2026-08-03, end: 2026-08-07}]}
    """
    for days in _listed(handbook):
        first, last = days.start.value, days.end.value if days.end else None
        if first and last and not 0 <= (last - first).days < LONGEST:
            yield Finding("PG266", days.span("end"), {"name": days.name, "start": first, "end": last})


@check(
    "PG267",
    Level.ERROR,
    takes="handbook",
    zh="{day} 既放假（{off}）又上班（{working}）",
    en="{day} is off ({off}) and worked ({working})",
    fix_zh="off 和 working 里只留一处",
    fix_en="keep it under off or under working only",
)
def own_days_are_one_thing(handbook: Handbook) -> Iterator[Finding]:
    """A day is listed under `off` or under `working` of the handbook's calendar, not under both.

    Why: each half of the company would be right.
    Bad:
        # handbook.yml
        format: 1
        title: 手册
        calendar:
          off: [{name: 高温假, start: 2026-08-03, end: 2026-08-07}]
          working: [{name: 盘点, start: 2026-08-05}]
    Good:
        # handbook.yml
        format: 1
        title: 手册
        calendar:
          off: [{name: 高温假, start: 2026-08-03, end: 2026-08-04}]
          working: [{name: 盘点, start: 2026-08-08}]
    """
    calendar = handbook.head.calendar
    off: dict[date, OwnDays] = {day: days for days in (calendar.off if calendar else ()) for day in days.days}
    for days in calendar.working if calendar else ():
        both = next((day for day in days.days if day in off), None)
        if both:
            args = {"day": both, "off": off[both].name, "working": days.name}
            found = Finding("PG267", days.span("start"), args)
            yield found.with_(related=((off[both].span("start"), off[both].name),))


def _listed(handbook: Handbook) -> tuple[OwnDays, ...]:
    calendar = handbook.head.calendar
    return (*calendar.off, *calendar.working) if calendar else ()
