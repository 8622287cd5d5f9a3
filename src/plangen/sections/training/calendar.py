"""When courses are given: a bar for each, the months of its period or the day of its first session."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from plangen.compute import PlanScope, Rule
from plangen.sections import mentions
from plangen.sections.numbers import shown
from plangen.sections.tallies import tally
from plangen.sections.training.model import Course
from plangen.values.unit import DAY
from plangen.views import Chart, Column, Line, Row, Table, Words, phrase

LEAST = 2
"""One bar says no more than the table."""


def rules(course: Course, scope: PlanScope) -> Iterator[Rule]:
    """Over how many days a course may stretch, where its time is known."""
    window = window_of(course, scope)
    if window:
        days = (window[1] - window[0]).days + 1
        yield tally(scope, course.address("days"), days, course.span("date" if course.date else "period"), DAY)


def window_of(course: Course, scope: PlanScope) -> tuple[date, date] | None:
    """The first and last day on which it may be given."""
    if course.date is not None:
        return (course.date.value, course.date.value) if course.date.value else None
    if course.period is None:
        return None
    first, last = course.period.first, course.period.last
    return date(scope.year, first, 1), date(scope.year, last, monthrange(scope.year, last)[1])


def chart(courses: list[Course], scope: PlanScope) -> Iterator[Chart]:
    """The bars of all courses; an empty chart where no time is set yet, none where all are given all the time."""
    timed = [course for course in courses if course.date is not None or course.period is not None]
    windows = {window_of(course, scope) for course in timed}
    if len(timed) < LEAST or (len(windows) == 1 and None not in windows):
        return
    columns = (
        Column("course", scope.word("课程", "Course")),
        Column("start", scope.word("开始", "Start")),
        Column("end", scope.word("结束", "End")),
        Column("days", scope.word("天", "Days"), numeric=True),
        Column("trainer", scope.word("讲师", "Trainer")),
    )
    rows = tuple(_row(course, scope) for course in timed)
    table = Table("training-calendar-data", scope.word("课程日历", "Calendar of courses"), columns, rows)
    encode = {"label": "course", "start": "start", "end": "end", "days": "days", "note": "trainer"}
    owner = mentions.owner(next((course.trainer for course in timed if course.trainer), None), scope)
    yield Chart("training-calendar", "gantt", _sentence(timed, scope), "", table, encode, owner=owner)


def _row(course: Course, scope: PlanScope) -> Row:
    window = window_of(course, scope)
    unset: Line = (Words(scope.word("待定", "not set"), "unset"),)
    start, end = ((day.isoformat(),) for day in window) if window else (unset, unset)
    days: Line = (shown(scope, course.address("days")),) if window else unset
    trainer = scope.named(course.trainer) if course.trainer else course.provider or ""
    return Row(((course.name,), start, end, days, (trainer,)))


def _sentence(courses: list[Course], scope: PlanScope) -> Line:
    """Which course is the first, and whether some have no time yet."""
    known = [(window, course) for course in courses if (window := window_of(course, scope))]
    if not known:
        return (scope.word("各门课的时间都待定", "no course has its time yet"),)
    (first, _), course = min(known, key=lambda pair: pair[0])
    text = scope.word("{name}最早，从 {day} 开始", "{name} is the first, from {day}")
    line = phrase(text, name=course.name, day=f"{first.month}-{first.day:02}")
    return (*line, scope.word("，有的还待定", ", some are not set")) if len(known) < len(courses) else line
