"""Days of a plan: those that what returns is looked for in, and from what it is told which of them are worked."""

from calendar import monthrange
from datetime import date

from plangen.compute import PlanScope, YearScope
from plangen.values.recurrence import Stretch


def plan_days(scope: PlanScope) -> Stretch:
    """The days of the plan's period; what comes every second week is counted from the first of them."""
    _, length = monthrange(scope.year, scope.period.last)
    first, last = date(scope.year, scope.period.first, 1), date(scope.year, scope.period.last, length)
    return Stretch(first, last, first, scope.working_days.works)


def basis(scope: YearScope) -> str:
    """From what it is told which days of the year are worked; what is not known is said."""
    calendar = scope.handbook.settings(scope.year).calendar
    if calendar is None:
        return scope.word(
            "手册没有写 calendar，休息日只有周六和周日，法定节假日和调休没有算进去。",
            "The handbook has no calendar: days off are Saturdays and Sundays only, public holidays are not known.",
        )
    if not scope.working_days.knows(scope.year):
        return scope.word(
            "{year} 年的放假安排还不知道，休息日暂按周六、周日和手册自己写的日子算。",
            "The public holidays of {year} are not known yet: days off are weekends and those that are listed.",
            year=scope.year,
        )
    if calendar.holidays:
        return scope.word(
            "休息日按手册的 calendar：法定节假日、调休，加上公司自己的日子。",
            "Days off are those of the handbook's calendar: public holidays, weekends worked for them, "
            "the company's own.",
        )
    return scope.word(
        "休息日按手册的 calendar 里列出的日子。", "Days off are those that the handbook's calendar lists."
    )
