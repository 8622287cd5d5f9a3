"""Days, times and months in words, as the calendar has them."""

from datetime import date
from typing import TYPE_CHECKING

from plangen.values import Period, is_chinese

if TYPE_CHECKING:
    from plangen.site.edition import Edition

ZH_DAYS = "一二三四五六日"
EN_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def weekdays(edition: "Edition") -> tuple[tuple[str, str], ...]:
    """The headings of the seven days from Monday on, short and in full."""
    if not is_chinese(edition.language):
        return tuple((name[:1], name) for name in EN_DAYS)
    return tuple((name, edition.word("星期{day}", "{day}", day=name)) for name in ZH_DAYS)


def weekday(edition: "Edition", day: date) -> str:
    """`周四`, `Thu`."""
    number = day.weekday()
    return edition.word("周{zh}", "{en}", zh=ZH_DAYS[number], en=EN_DAYS[number][:3])


def short(edition: "Edition", day: date) -> str:
    """`3-05 周四`, with the year where it is another one than the plan's."""
    said = f"{day.month}-{day.day:02}" if day.year == edition.year else day.isoformat()
    return f"{said} {weekday(edition, day)}"


def long(edition: "Edition", day: date) -> str:
    """`3 月 5 日 周四`, `5 Mar Thu`."""
    parts = {"m": day.month, "d": day.day, "month": month(edition, day.month)}
    return f"{edition.word('{m} 月 {d} 日', '{d} {month}', **parts)} {weekday(edition, day)}"


def month(edition: "Edition", number: int) -> str:
    """`3 月`, `Mar`."""
    return Period(number, number).label(edition.language)


def time(window: tuple[int, int] | None) -> str:
    """`8:30–9:00`, `16:00`; empty for what has no time of the day."""
    if window is None:
        return ""
    start, end = (f"{minute // 60}:{minute % 60:02}" for minute in window)
    return start if start == end else f"{start}–{end}"
