"""Days, months and lists in words."""

from collections.abc import Iterable
from datetime import date

from plangen.compute import PlanScope
from plangen.values import Period

ZH_DAYS = "一二三四五六日"
EN_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def weekday(day: date, scope: PlanScope) -> str:
    """The name of a day's weekday: 周五, Fri."""
    return scope.word(f"周{ZH_DAYS[day.weekday()]}", EN_DAYS[day.weekday()])


def short(day: date, scope: PlanScope) -> str:
    """A day for tables, with its weekday: `1-09 周五`."""
    return f"{day.month}-{day.day:02} {weekday(day, scope)}"


def long(day: date, scope: PlanScope) -> str:
    """A day for sentences: `1 月 9 日`, `9 Jan`; with its year where that is not the plan's."""
    zh, en = f"{day.month} 月 {day.day} 日", f"{day.day} {month(day.month, scope)}"
    return scope.word(zh, en) if day.year == scope.year else scope.word(f"{day.year} 年 {zh}", f"{en} {day.year}")


def month(number: int, scope: PlanScope) -> str:
    """The name of a month: `3 月`, `Mar`."""
    return Period(number, number).label(scope.language)


def months(days: Iterable[date], scope: PlanScope) -> str:
    """The months of some days in a list."""
    return listed([month(day.month, scope) for day in days], scope)


def listed(parts: list[str], scope: PlanScope) -> str:
    """Parts one behind the other: `甲、乙`."""
    return scope.word("、", ", ").join(parts)
