"""A year's calendar as HTML: a table a month, in a grid that fits the screen."""

from typing import TYPE_CHECKING

from plangen.render.html.partial import fill
from plangen.render.html.place import Place
from plangen.render.html.table import render_folded
from plangen.views import CalendarDay, YearCalendar

if TYPE_CHECKING:
    from markupsafe import Markup

_LEVELS = (1, 2, 3, 5)
"""From which number on a day takes the next deeper colour."""


def render_year_calendar(calendar: YearCalendar, place: Place) -> "Markup":
    """The months, what the marks mean, the notes, and the table behind it all."""
    return fill(
        "year_calendar",
        calendar=calendar,
        anchor=place.anchor(calendar.id),
        months=[(month, _weeks(month.days)) for month in calendar.months],
        level=_level,
        levels=_legend(),
        table=render_folded(calendar.table, place, quiet=True),
        place=place,
    )


def _weeks(days: tuple[CalendarDay, ...]) -> list[list[CalendarDay | None]]:
    """The days in weeks of seven; None where a week belongs to the month before or after."""
    cells: list[CalendarDay | None] = [None] * days[0].day.weekday() + list(days)
    cells += [None] * (-len(cells) % 7)
    return [cells[start : start + 7] for start in range(0, len(cells), 7)]


def _level(day: CalendarDay) -> int:
    """How deep a day's colour is: 0 where nothing is due, up to 4."""
    number = day.count.number if day.count else 0
    return sum(number >= least for least in _LEVELS)


def _legend() -> list[str]:
    """What each depth stands for: 1, 2, 3–4, ≥5."""
    ends = [*(following - 1 for following in _LEVELS[1:]), 0]
    return [_said(least, end) for least, end in zip(_LEVELS, ends, strict=True)]


def _said(least: int, end: int) -> str:
    if not end:
        return f"≥{least}"
    return str(least) if least == end else f"{least}–{end}"
