"""Routines: due texts, days in the plan's period, hours, order, overlaps, deadlines told twice, the page."""

from datetime import date

import pytest

from plangen.sections.routines import views
from plangen.sections.routines.due import read_due
from plangen.sections.routines.model import Routines
from plangen.sections.routines.recurrence import Stretch, dates
from plangen.sections.routines.window import Window, read_window
from plangen.views import Chart, Table
from unit.sections.reading import Read, read, text

ORG = "roles:\n  lead: {name: 组长}\n  rep: {name: 业务员, reports_to: lead}\n"
YEAR = Stretch(date(2026, 1, 1), date(2026, 12, 31), date(2026, 1, 1))


def routines(yaml: str, head: str = "{format: 1, title: 手册}") -> Read:
    """Routines beside an organisation."""
    return read({"routines.yml": yaml, "org.yml": ORG}, head)


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


@pytest.mark.parametrize(
    "due",
    ["定期", "经常", "末", "每周两次", "每月32日", "每月三", "2026-02-30", "regularly", "every blue moon", "1" * 61],
)
def test_what_names_no_day(due: str) -> None:
    """Nothing is guessed; the check says so."""
    assert read_due(due) is None
    assert routines(f"a: {{name: 例会, due: '{due}'}}\n").codes == ["ROU101"]


def test_every_second_week_is_counted_from_its_start() -> None:
    """From the first such day on or after it; within a shorter stretch nothing else."""
    stretch = Stretch(date(2026, 3, 4), date(2026, 4, 30), date(2026, 3, 4))
    assert on("隔周周一", stretch) == ["3-9", "3-23", "4-6", "4-20"]
    assert on("隔周周五", stretch) == ["3-6", "3-20", "4-3", "4-17"]


@pytest.mark.parametrize(
    ("written", "window"),
    [
        ("8:30–9:00", Window(510, 540)),
        ("８：３０-9:00", Window(510, 540)),
        ("23:00至24:00", Window(1380, 1440)),
        ("16:00前", Window(960, 960)),
        ("9:00–8:30", None),
        ("8:75–9:00", None),
        ("上午", None),
    ],
)
def test_windows(written: str, window: Window | None) -> None:
    """Two times in order, or one."""
    assert read_window(written) == window
    assert routines(f"a: {{name: 例会, due: 每周一, window: '{written}'}}\n").codes == ([] if window else ["ROU107"])


FULL = """
stand-up: {name: 晨会, kind: meeting, role: lead, to: rep, due: 每个工作日, window: 8:30–9:00, agenda: [昨天, 今天]}
weekly: {name: 周报, kind: report, role: rep, to: lead, due: 每周六, window: 16:00–16:20, deliverable: 周报}
review: {name: 周会, kind: meeting, role: lead, due: 每周日, after: weekly}
claim: {name: 报销, role: rep, due: 每月5日前}
trip: {name: 出差计划, role: rep, due: 每次出差前}
later: {name: 述职, role: rep, due: 待定}
"""


def test_dates_and_hours() -> None:
    """261 half hours are 130.5 hours; 52 times 20 minutes are 17 hours and 20 minutes: 17.3."""
    found = routines(FULL)
    assert found.codes == []
    assert [found.says(f"routines/{name}.dates") for name in ("stand-up", "weekly", "claim")] == [
        "261 次",
        "52 次",
        "12 次",
    ]
    assert [found.says(f"routines/{name}.hours") for name in ("stand-up", "weekly")] == ["130.5 小时", "17.3 小时"]
    assert found.says("routines/total.hours/lead") == "130.5 小时"
    assert found.says("routines/total.hours/rep") == "147.8 小时"
    assert found.says("routines/total.dates/lead") == "313 次"
    assert found.says("routines/total.dates/rep") == "64 次，另有 1 项未定"
    assert found.figure("routines/later.dates").quantity.unset
    # The 5th is a Sunday in April and July, a Saturday in September and December.
    assert found.says("routines/claim.weekend") == "4 次"


def test_calendar_counts() -> None:
    """5 April 2026 is a Sunday: the claim and the weekly meeting; daily ones are not counted. 52 + 52 + 12 in all."""
    found = routines(FULL)
    assert found.says("routines/total.due@M04/day-05") == "2 次"
    assert found.figure("routines/total.due@M04/day-05").note == "周会、报销"
    assert found.says("routines/total.due") == "116 次"
    # April has 4 Saturdays, 4 Sundays and one 5th.
    assert found.says("routines/total.due@M04") == "9 次"


def pair(due: str, then: str, more: str = "after: a") -> str:
    """Two routines, the second of which says more."""
    return f"a: {{name: 甲, due: {due}}}\nb: {{name: 乙, due: {then}, {more}}}\n"


def busy(due: str, then: str, role: str = "rep") -> str:
    """Two meetings from 9:00 to 9:30 and from 9:10 to 9:20."""
    return (
        f"a: {{name: 甲, role: rep, due: {due}, window: 9:00–9:30}}\n"
        f"b: {{name: 乙, role: {role}, due: {then}, window: 9:10–9:20}}\n"
    )


def paper(due: str, then: str) -> str:
    """One paper of one role at two times."""
    return (
        f"a: {{name: 甲, role: rep, due: {due}, deliverable: 发票}}\n"
        f"b: {{name: 乙, role: rep, due: {then}, deliverable: 发票}}\n"
    )


@pytest.mark.parametrize(
    ("yaml", "codes"),
    [
        ("a: {name: 甲, due: 每月31日}\n", ["ROU102"]),
        ("a: {name: 甲, due: 每年2月30日}\n", ["ROU102"]),
        ("a: {name: 甲, due: 每月30日, start: 2026-03-01}\n", []),
        (pair("每月8日", "每月8日"), []),
        (pair("每月25日", "每月24日"), ["ROU103"]),
        (pair("每月28日", "次月8日"), []),
        (pair("每周五", "每周一"), ["ROU103"]),
        (pair("每周五", "下周一"), []),
        (pair("每周五", "每月1日"), []),
        (pair("2026-03-05", "2026-03-04"), ["ROU103"]),
        (pair("每月5日、20日", "每月4日、21日"), ["ROU103"]),
        (pair("每日, window: 9:00–9:30", "每日", "window: 9:10–9:20, after: a"), ["ROU103"]),
        (busy("每日", "每周一"), ["ROU104"]),
        (busy("每日", "每周一", "lead"), []),
        (busy("每周一", "每周二"), []),
        (paper("月末", "每月5日"), ["ROU105"]),
        (paper("月末", "每周五"), []),
        ("a: {name: 甲, due: 月末, stated: {due: 每月5日}}\n", ["ROU105"]),
        ("a: {name: 甲, due: 每周六上午, stated: {due: 每周六之前}}\n", ["ROU106"]),
        ("a: {name: 甲, due: 每月5日, end: 2026-01-04}\n", ["ROU108"]),
    ],
)
def test_checks(yaml: str, codes: list[str]) -> None:
    """One finding a mistake."""
    assert routines(yaml).codes == codes


def test_what_findings_say() -> None:
    """The months, the days, the people and the times."""
    thirtieth = routines("a: {name: 考核表, due: 每月30日前}\n")
    assert thirtieth.message("ROU102") == "“考核表”的期限“每月30日前”在 2 月 没有这一天"
    order = routines("a: {name: 周报, due: 每周五}\nb: {name: 周会, due: 每周一, after: a}\n")
    assert order.message("ROU103") == ("“周会”（每周一）早于它的前一步“周报”（每周五）：1 月 5 日 在 1 月 9 日 之前")
    both = routines(FULL.replace("window: 16:00–16:20", "window: 8:50–9:10").replace("每周六", "每周五"))
    assert both.message("ROU104") == "业务员在 1 月 2 日 要同时参加“晨会”（8:30–9:00）和“周报”（8:50–9:10）"


def test_page() -> None:
    """Each routine under its role with the next day from the as-of day on; hours by role; the calendar."""
    found = routines(FULL, "{format: 1, title: 手册, as_of: 2026-04-01}")
    table, chart, calendar = found.blocks("routines")
    assert isinstance(table, Table)
    assert [row.id for row in table.rows] == ["", "stand-up", "review", "", "weekly", "claim", "trip", "later"]
    assert isinstance(chart, Chart)
    assert [text(row.cells[1]) for row in chart.table.rows] == ["130.5", "147.8"]
    assert isinstance(calendar, Table)
    assert [text(cell) for cell in calendar.rows[4].cells][:5] == ["5 日", "1", "1", "1", "2"]
    assert text(calendar.rows[-1].cells[-1]) == "116"


def test_the_unit_stands_before_what_is_open() -> None:
    """12 dates of one routine, and one whose rhythm is not set."""
    scope = routines("a: {name: 月报, due: 每月5日前}\nb: {name: 述职, due: 待定}\n").scope()
    section = scope.section("routines")
    assert isinstance(section, Routines)
    assert text(views.lede(section, scope)).startswith("2 项例行事项，计划期内 12 次，另有 1 项未定，")


def test_lines_of_text() -> None:
    """What comes next is not what is daily."""
    scope = routines("a: {name: 晨会, due: 每日}\nb: {name: 报销, role: rep, due: 每月5日前}\n").scope()
    section = scope.section("routines")
    assert isinstance(section, Routines)
    assert text(views.summary(section, scope)) == "2 项，不算每天的，下一次 1 月 5 日 报销"
    assert text(views.lede(section, scope)) == "2 项例行事项，计划期内 377 次，不算每天的，下一次 1 月 5 日 报销。"
    (card,) = views.cards(section, scope)
    assert (text(card.figure), text(card.note)) == ("1 月 5 日", "报销，业务员")
