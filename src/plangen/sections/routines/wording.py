"""Days, months and lists in words."""

from collections.abc import Iterable
from datetime import date

from plangen.compute import PlanScope
from plangen.values import Period

ZH_DAYS = "一二三四五六日"
EN_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def weekday(day: date, scope: PlanScope) -> str:
    """The name of a day's weekday: 周五, Fri."""
    number = day.weekday()
    return scope.word("周{zh}", "{en}", zh=ZH_DAYS[number], en=EN_DAYS[number])


def short(day: date, scope: PlanScope) -> str:
    """A day for tables, with its weekday: `1-09 周五`."""
    return f"{day.month}-{day.day:02} {weekday(day, scope)}"


def long(day: date, scope: PlanScope) -> str:
    """A day for sentences: `1 月 9 日`, `9 Jan`; with its year where that is not the plan's."""
    parts = {"m": day.month, "d": day.day, "month": month(day.month, scope), "year": day.year}
    if day.year == scope.year:
        return scope.word("{m} 月 {d} 日", "{d} {month}", **parts)
    return scope.word("{year} 年 {m} 月 {d} 日", "{d} {month} {year}", **parts)


def month(number: int, scope: PlanScope) -> str:
    """The name of a month: `3 月`, `Mar`."""
    return Period(number, number).label(scope.language)


def months(days: Iterable[date], scope: PlanScope) -> str:
    """The months of some days in a list."""
    return listed([month(day.month, scope) for day in days], scope)


def listed(parts: list[str], scope: PlanScope) -> str:
    """Parts one behind the other: `甲、乙`."""
    return scope.word("、", ", ").join(parts)
