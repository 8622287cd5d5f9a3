"""Due texts become days: by the plain week, and by the days that are worked in China."""

from dataclasses import replace
from datetime import date

import pytest

from plangen.model.public_holidays import china
from plangen.values.due import read_due
from plangen.values.recurrence import Stretch, dates, often
from plangen.values.working_days import WorkingDays

YEAR = Stretch(date(2026, 1, 1), date(2026, 12, 31), date(2026, 1, 1))


def on(due: str, stretch: Stretch = YEAR) -> list[str]:
    """The days of a due text, as month-day."""
    rule = read_due(due)
    assert rule is not None, due
    return [f"{day.month}-{day.day}" for day in dates(rule, stretch)]


@pytest.mark.parametrize(
    ("due", "first", "number"),
    [
        # 1 January 2026 is a Thursday; the year has 52 weeks and one more Thursday.
        ("每日", ["1-1", "1-2"], 365),
        ("每两天一次", ["1-1", "1-3"], 183),
        ("每个工作日", ["1-1", "1-2", "1-5"], 261),
        ("每周五", ["1-2", "1-9"], 52),
        ("每週五", ["1-2", "1-9"], 52),
        ("每個工作日", ["1-1", "1-2", "1-5"], 261),
        ("每周四", ["1-1", "1-8"], 53),
        ("每周一、三、五", ["1-2", "1-5", "1-7"], 156),
        ("每周一次", ["1-4", "1-11"], 52),
        ("隔周周一", ["1-5", "1-19"], 26),
        ("每两周的周五", ["1-2", "1-16"], 26),
        ("每月5日前", ["1-5", "2-5"], 12),
        ("每月８号", ["1-8", "2-8"], 12),
        ("每月30日前", ["1-30", "3-30", "4-30"], 11),
        ("次月8日前", ["1-8", "2-8"], 12),
        ("每月8日、25日", ["1-8", "1-25", "2-8"], 24),
        ("月末", ["1-31", "2-28"], 12),
        ("每月最后一个工作日", ["1-30", "2-27", "3-31"], 12),
        ("每月第二个周三", ["1-14", "2-11"], 12),
        ("每半个月", ["1-15", "1-31", "2-15", "2-28"], 24),
        ("每季度末", ["3-31", "6-30", "9-30", "12-31"], 4),
        ("每季度首月10日", ["1-10", "4-10"], 4),
        ("每半年", ["6-30", "12-31"], 2),
        ("每年1月10日", ["1-10"], 1),
        ("每年3月、9月", ["3-31", "9-30"], 2),
        ("次年元月", ["1-31"], 1),
        ("2026-03-05", ["3-5"], 1),
        ("每次出差前", [], 0),
        ("by the 5th of each month", ["1-5", "2-5"], 12),
        ("monthly by the 5th", ["1-5", "2-5"], 12),
        ("8th of the following month", ["1-8", "2-8"], 12),
        ("every Friday", ["1-2", "1-9"], 52),
        ("every two weeks on Monday", ["1-5", "1-19"], 26),
        ("every working day", ["1-1", "1-2", "1-5"], 261),
        ("month end", ["1-31", "2-28"], 12),
        ("last working day of the month", ["1-30", "2-27"], 12),
        ("end of each quarter", ["3-31", "6-30"], 4),
        ("10 January", ["1-10"], 1),
        ("after each trip", [], 0),
    ],
)
def test_days_of_the_year(due: str, first: list[str], number: int) -> None:
    """Told from a calendar of 2026, not from the tool."""
    found = on(due)
    assert (found[: len(first)], len(found)) == (first, number)


def test_every_second_week_is_counted_from_its_start() -> None:
    """From the first such day on or after it; within a shorter stretch nothing else."""
    stretch = Stretch(date(2026, 3, 4), date(2026, 4, 30), date(2026, 3, 4))
    assert on("隔周周一", stretch) == ["3-9", "3-23", "4-6", "4-20"]
    assert on("隔周周五", stretch) == ["3-6", "3-20", "4-3", "4-17"]


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        # 14 and 28 February are worked Saturdays, 15 to 23 February is off; 28 is the last day of work of the month.
        ("每月最后一个工作日", ["1-30", "2-28", "3-31", "4-30", "5-29", "6-30"]),
        # 1 to 3 January is off, 4 January is a worked Sunday.
        ("每月第二个工作日", ["1-5", "2-3", "3-3", "4-2", "5-7", "6-2"]),
    ],
)
def test_days_of_work_in_china(due: str, expected: list[str]) -> None:
    """Worked weekends count, holidays do not."""
    stretch = Stretch(date(2026, 1, 1), date(2026, 6, 30), date(2026, 1, 1), WorkingDays(china("zh")).works)
    assert on(due, stretch) == expected


def test_days_that_go_to_one_day_are_one_date() -> None:
    """Monday, Wednesday and Friday in the first week of October 2026 go to the 8th, which is a Thursday."""
    rule = read_due("每周一、三、五")
    assert rule is not None
    works = WorkingDays(china("zh")).works
    week = Stretch(date(2026, 10, 2), date(2026, 10, 9), date(2026, 10, 2), works)
    assert [f"{day:%m-%d}" for day in dates(replace(rule, shift="after"), week)] == ["10-08", "10-09"]


@pytest.mark.parametrize(
    ("due", "loose"),
    [
        ("每周", True),
        ("每周一次", True),
        ("每周日前", False),
        ("每月", True),
        ("每月底", False),
        ("每月5日", False),
        ("每季度", True),
        ("每季度末", False),
        ("每半年", True),
        ("每半年末", False),
        ("每年", True),
        ("每年3月", False),
        ("weekly", True),
        ("every Friday", False),
        ("monthly", True),
        ("month end", False),
        ("quarterly", True),
        ("end of each quarter", False),
    ],
)
def test_whether_a_day_was_named(due: str, loose: bool) -> None:
    """Without one the last day of the cycle counts; who lists deadlines can tell the two apart."""
    rule = read_due(due)
    assert rule is not None
    assert rule.loose is loose


@pytest.mark.parametrize(("due", "number"), [("每周两次", 104), ("每月三次", 36), ("twice a week", 104)])
def test_so_often_is_counted_and_has_no_day(due: str, number: int) -> None:
    """52 Sundays, 12 months."""
    rule = read_due(due)
    assert rule is not None
    assert (often(rule, YEAR), dates(rule, YEAR), rule.has_days) == (number, [], False)
