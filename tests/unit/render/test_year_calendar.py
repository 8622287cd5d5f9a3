"""A year's calendar as HTML: weeks, depths of colour, marks, links, the table behind."""

from datetime import date, timedelta

import pytest

from plangen.render.html import HtmlContext, render_block
from plangen.views import CalendarDay, CalendarMonth, Link, Tally, YearCalendar
from unit.render.page_reader import PageReader
from unit.render.samples import CONTEXT, Everywhere, table, year_calendar

WEEKDAYS = tuple((name, f"星期{name}") for name in "一二三四五六日")


def month(year: int, number: int, due: int = 0) -> YearCalendar:
    """One month with so much due on each of its days."""
    first = date(year, number, 1)
    days = [first + timedelta(days=place) for place in range(31) if (first + timedelta(days=place)).month == number]
    count = Tally(due, "dues") if due else None
    made = tuple(CalendarDay(day, f"{day.day} 日", count, Link("", anchor="d") if due else None) for day in days)
    return YearCalendar("year", (CalendarMonth("月", made),), WEEKDAYS, table("甲"))


@pytest.mark.parametrize(
    ("year", "number", "weeks"),
    [
        # February 2021 is four whole weeks; August 2026 begins on a Saturday and needs six.
        (2021, 2, [[1, 2, 3, 4, 5, 6, 7], [8, 9, 10, 11, 12, 13, 14]]),
        (2026, 8, [[0, 0, 0, 0, 0, 1, 2], [3, 4, 5, 6, 7, 8, 9]]),
        (2026, 2, [[0, 0, 0, 0, 0, 0, 1], [2, 3, 4, 5, 6, 7, 8]]),
    ],
)
def test_weeks_begin_on_monday(year: int, number: int, weeks: list[list[int]]) -> None:
    """Days before the first and behind the last stay empty."""
    html = render_block(month(year, number), CONTEXT).partition("pg-data")[0]
    rows = html.partition("<tbody>")[2].split("<tr>")[1:]
    found = [[int(day) for day in _days(row)] for row in rows]
    assert found[:2] == weeks
    assert {len(week) for week in found} == {7}
    assert sum(bool(day) for week in found for day in week) == len(month(year, number).months[0].days)


def _days(row: str) -> list[str]:
    cells = row.split("<td")[1:]
    return [cell.partition("</time>")[0].rpartition(">")[2] if "<time" in cell else "0" for cell in cells]


@pytest.mark.parametrize(("due", "level"), [(0, 0), (1, 1), (2, 2), (3, 3), (4, 3), (5, 4), (40, 4)])
def test_the_more_is_due_the_deeper(due: int, level: int) -> None:
    """Four depths, and the number itself beside them."""
    page = PageReader(render_block(month(2026, 2, due), CONTEXT))
    assert len(page.all("td", f"pg-heat{level}")) == (28 if due else 0)
    assert len(page.all("span", "pg-tally")) == (28 if due else 0)


def test_days_say_what_they_are() -> None:
    """A holiday and a worked weekend have a mark and are told in words; what is due is a link to it."""
    html = render_block(year_calendar("甲"), CONTEXT)
    page = PageReader(html)
    assert len(page.all("td", "pg-off")) == 1
    assert html.count(">休</span>") == html.count(">班</span>") == 2  # once each on its day, once in the key
    assert '<time datetime="2026-02-28">28</time>' in html
    assert '<a href="../there/">' in html
    said = PageReader(html.partition("pg-data")[0]).all("span", "pg-sr")
    assert len(said) == 2, "the day off and the one on which something is due; of others head and caption say it all"
    assert "平日放假" in page.text


def test_english_words() -> None:
    """The key and the marks."""
    text = PageReader(render_block(year_calendar("a"), HtmlContext("en", Everywhere()))).text
    assert "holiday on a weekday" in text
    assert "weekend worked" in text
