"""Days and small numbers in words."""

from datetime import date

from plangen.compute import YearScope
from plangen.sections.phases.model import Window
from plangen.values import is_chinese

HAN = "零一二三四五六七八九十"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def count(number: int, scope: YearScope) -> str:
    """A number before a Chinese measure word: 一, 两, 三 … 十, then digits with spaces; digits in English."""
    if not is_chinese(scope.language):
        return str(number)
    return f" {number} " if number > 10 else scope.word("两", "two") if number == 2 else HAN[number]


def ordinal(index: int, scope: YearScope) -> str:
    """The number of a phase, from index 0: `一` … `十`, then digits."""
    return HAN[index + 1] if is_chinese(scope.language) and index < 10 else str(index + 1)


def short(day: date, scope: YearScope) -> str:
    """A day for tables: `5-08`; with its year where that is not the plan's."""
    text = f"{day.month}-{day.day:02}"
    return text if day.year == scope.year else f"{day.year}-{text}"


def long(day: date, scope: YearScope) -> str:
    """A day for sentences: `5 月 8 日`, `8 May`; with its year where that is not the plan's."""
    if not is_chinese(scope.language):
        text = f"{day.day} {MONTHS[day.month - 1]}"
        return text if day.year == scope.year else f"{text} {day.year}"
    text = "{m} 月 {d} 日" if day.year == scope.year else "{year} 年 {m} 月 {d} 日"
    return text.format(year=day.year, m=day.month, d=day.day)


def stretch(window: Window, scope: YearScope) -> str:
    """A stretch of days for tables: `5-08 至 6-30`, one day as `5-08`."""
    first, last = short(window.start, scope), short(window.end, scope)
    return first if window.days == 1 else f"{first}{scope.word(' 至 ', ' to ')}{last}"


def days(number: int | str, scope: YearScope) -> str:
    """A number of days: `3 天`, `1 day`."""
    return scope.word("{n} 天", "{n} day(s)", n=number)


def half(part: str | None, scope: YearScope) -> str:
    """The half of a day: 上午 or 下午; nothing for a whole day."""
    words = {"morning": scope.word("上午", "morning"), "afternoon": scope.word("下午", "afternoon")}
    return words[part] if part else ""


def quoted(name: str, scope: YearScope) -> str:
    """A name in quotes, so that it stands out in a sentence."""
    return scope.word("“{name}”", "“{name}”", name=name)


def listed(parts: list[str], scope: YearScope) -> str:
    """Parts one behind the other: `甲、乙`."""
    return scope.word("、", ", ").join(parts)
