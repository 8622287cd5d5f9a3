"""The calendar of the handbook: public holidays as they were announced, own days, years that nobody knows yet."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from handbooks import codes, open_files
from plangen.model.public_holidays import china
from plangen.values.working_days import DaysOff, WorkingDays
from unit.sections.reading import Read, read

# What the State Council announced in November 2024 for 2025 and in November 2025 for 2026: first and last day off of
# each holiday, and the Saturdays and Sundays that are worked for them.
ANNOUNCED = {
    2025: (
        ("01-01 01-01", "01-28 02-04", "04-04 04-06", "05-01 05-05", "05-31 06-02", "10-01 10-08"),
        ("01-26", "02-08", "04-27", "09-28", "10-11"),
    ),
    2026: (
        ("01-01 01-03", "02-15 02-23", "04-04 04-06", "05-01 05-05", "06-19 06-21", "09-25 09-27", "10-01 10-07"),
        ("01-04", "02-14", "02-28", "05-09", "09-20", "10-10"),
    ),
}


def every_day(year: int) -> Iterator[date]:
    """All days of a year."""
    first = date(year, 1, 1)
    return (first + timedelta(days=number) for number in range((date(year + 1, 1, 1) - first).days))


@pytest.mark.parametrize("year", ANNOUNCED)
def test_holidays_are_those_announced(year: int) -> None:
    """Day by day: off where announced, worked where announced, else by the weekday."""
    days, (off, worked) = WorkingDays(china("zh")), ANNOUNCED[year]
    stretches = [[date.fromisoformat(f"{year}-{end}") for end in each.split()] for each in off]
    for day in every_day(year):
        is_off = any(first <= day <= last for first, last in stretches)
        expected = f"{day:%m-%d}" in worked or (day.weekday() < 5 and not is_off)
        assert days.works(day) is expected, day


@pytest.mark.parametrize(("year", "number"), [(2025, 248), (2026, 248)])
def test_days_of_work_in_a_year(year: int, number: int) -> None:
    """261 weekdays each; 2025 loses 18 to holidays and gains 5 weekends, 2026 loses 19 and gains 6."""
    days = WorkingDays(china("zh"))
    assert sum(map(days.works, every_day(year))) == number


@pytest.mark.parametrize(
    ("language", "day", "name"),
    [
        ("zh", "2026-02-17", "春节"),
        ("zh", "2026-02-14", "春节调休上班"),
        ("en", "2026-02-17", "Spring Festival"),
        ("en", "2026-10-10", "National Day (worked for it)"),
        ("zh", "2026-03-03", ""),
    ],
)
def test_names_of_days(language: str, day: str, name: str) -> None:
    """The holiday, or what is worked for it; nothing for a plain day."""
    assert WorkingDays(china(language)).name_of(date.fromisoformat(day)) == name


def test_a_year_that_is_not_announced_is_not_known() -> None:
    """It is the years of the data that count; a handbook may list a whole year itself."""
    public = china("zh")
    assert [WorkingDays(public).knows(year) for year in (2025, 2026, public.last + 1)] == [True, True, False]
    assert WorkingDays(public, complete=(public.last + 1,)).knows(public.last + 1)
    assert not WorkingDays().knows(2026)


def test_own_days_win() -> None:
    """A holiday that is worked, a worked Saturday that is off, a plain day off."""
    own = DaysOff({date(2026, 2, 14): "厂休", date(2026, 8, 3): "高温假"}, {date(2026, 10, 1): "值班"})
    days = WorkingDays(china("zh"), own)
    asked = [date(2026, 2, 14), date(2026, 8, 3), date(2026, 10, 1), date(2026, 10, 2)]
    assert [days.works(day) for day in asked] == [False, False, True, False]
    assert [days.name_of(day) for day in asked[:3]] == ["厂休", "高温假", "值班"]


def handbook(calendar: str, routines: str = "a: {name: 晨会, due: 每个工作日}\n") -> Read:
    """Routines under a handbook with a calendar."""
    return read({"routines.yml": routines}, f"{{format: 1, title: 手册, calendar: {calendar}}}")


def test_the_handbook_says_which_days_are_worked() -> None:
    """248 days in China; two of an August week are off, a Saturday is worked: 247."""
    assert handbook("{holidays: CN}").says("routines/a.dates") == "248 次"
    off, working = "[{name: 高温假, start: 2026-08-03, end: 2026-08-04}]", "[{name: 盘点, start: 2026-12-26}]"
    found = handbook(f"{{holidays: CN, off: {off}, working: {working}}}")
    assert found.says("routines/a.dates") == "247 次"
    assert found.codes == []


def test_what_is_not_known_is_said() -> None:
    """No calendar; a calendar without public holidays; one that is complete in itself."""
    assert read({"routines.yml": "a: {name: 晨会, due: 每个工作日}\n"}).codes == ["ROU109"]
    listed = "[{name: 高温假, start: 2026-08-03}]"
    assert handbook(f"{{off: {listed}}}").codes == ["ROU110"]
    assert handbook(f"{{off: {listed}, complete: [2026]}}").codes == []


def test_a_day_that_goes_into_an_unknown_year_is_said() -> None:
    """31 December 2028 is a Sunday; within the known years nothing is asked of the next one."""
    year_end = "a: {name: 盘点, due: 每年12月31日, off_day: after}\n"
    listed = "{holidays: CN, off: [{name: 盘点假, start: 2026-12-31}]}"
    assert handbook("{holidays: CN}", year_end).codes == []
    found = handbook(listed, year_end)
    assert found.codes == ["ROU110"]
    assert "2027" in found.message("ROU110")


@pytest.mark.parametrize(
    ("calendar", "code"),
    [
        ("{off: [{name: 高温假, start: 2026-08-07, end: 2026-08-03}]}", "PG266"),
        ("{working: [{name: 盘点, start: 2026-01-01, end: 2027-01-02}]}", "PG266"),
        ("{off: [{name: 假, start: 2026-08-03, end: 2026-08-07}], working: [{name: 班, start: 2026-08-05}]}", "PG267"),
    ],
)
def test_own_days_that_cannot_be(calendar: str, code: str, tmp_path: Path) -> None:
    """The wrong way round, longer than a year, off and worked."""
    head = f"format: 1\ntitle: 手册\ncalendar: {calendar}\n"
    assert codes(open_files(tmp_path, {"handbook.yml": head})) == [code]
