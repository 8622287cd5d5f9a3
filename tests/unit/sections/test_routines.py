"""Routines: due texts, days in the plan's period, hours, order, overlaps, deadlines told twice, the page."""

import pytest

from plangen.sections.routines import views
from plangen.sections.routines.model import Routines
from plangen.sections.routines.schedule import days
from plangen.sections.routines.window import Window, read_window
from plangen.values.due import read_due
from plangen.views import Chart, Table
from unit.sections.reading import Read, read, text

ORG = "roles:\n  lead: {name: 组长}\n  rep: {name: 业务员, reports_to: lead}\n"


WEEKDAYS = "{format: 1, title: 手册, calendar: {complete: [2026]}}"
CHINA = "{format: 1, title: 手册, calendar: {holidays: CN}}"


def routines(yaml: str, head: str = WEEKDAYS) -> Read:
    """Routines beside an organisation."""
    return read({"routines.yml": yaml, "org.yml": ORG}, head)


@pytest.mark.parametrize(
    "due",
    ["定期", "经常", "末", "每周零次", "每月32日", "每月三", "2026-02-30", "regularly", "every blue moon", "1" * 61],
)
def test_what_names_no_day(due: str) -> None:
    """Nothing is guessed; the check says so."""
    assert read_due(due) is None
    assert routines(f"a: {{name: 例会, due: '{due}'}}\n").codes == ["ROU101"]


@pytest.mark.parametrize(
    ("due", "number"),
    [
        # 52 Sundays, 12 months, 4 quarters, 365 days: each cycle counts where its last day does.
        ("每周两次", 104),
        ("每星期至少3次", 156),
        ("一周两次", 104),
        ("每月三次", 36),
        ("每季度两次", 8),
        ("每年2次", 2),
        ("每天两次", 730),
        ("twice a week", 104),
        ("at least three times a month", 36),
        ("2 times per quarter", 8),
    ],
)
def test_so_often_without_a_day(due: str, number: int) -> None:
    """Counted, without dates: nothing on the calendar, nothing that comes next, and no finding."""
    found = routines(f"a: {{name: 拜访, due: {due}}}\n")
    assert (found.codes, found.says("routines/a.dates")) == ([], f"{number} 次")
    (table,) = found.blocks("routines")
    assert isinstance(table, Table)
    assert text(table.rows[0].cells[3]) == "—"


FIFTH = {
    # Days off of 2026: 5 and 6 April, 5 May, 5 October (a week of holidays) by law; 5 July, 5 September, 5 December by
    # the weekday. 5 January is the Monday after a worked Sunday.
    "keep": ["1-5", "2-5", "3-5", "4-5", "5-5", "6-5", "7-5", "8-5", "9-5", "10-5", "11-5", "12-5"],
    "after": ["1-5", "2-5", "3-5", "4-7", "5-6", "6-5", "7-6", "8-5", "9-7", "10-8", "11-5", "12-7"],
    "before": ["1-5", "2-5", "3-5", "4-3", "4-30", "6-5", "7-3", "8-5", "9-4", "9-30", "11-5", "12-4"],
}


@pytest.mark.parametrize("off_day", FIFTH)
def test_a_day_off_goes_where_the_routine_says(off_day: str) -> None:
    """Told from the announced holidays of 2026."""
    found = routines(f"a: {{name: 报销, due: 每月5日前, off_day: {off_day}}}\n", CHINA)
    scope = found.scope()
    section = scope.section("routines")
    assert isinstance(section, Routines)
    assert [f"{day.month}-{day.day}" for day in days(section.items["a"], scope)] == FIFTH[off_day]
    assert found.says("routines/a.off") == ("6 次" if off_day == "keep" else "0 次")


def test_the_order_of_steps_is_judged_after_days_off_have_moved() -> None:
    """5 April 2026 goes to the 7th, which is behind the 6th that follows it; kept, the two are in order."""
    yaml = "a: {{name: 甲, due: 每月5日, off_day: {}}}\nb: {{name: 乙, due: 每月6日, after: a}}\n"
    assert routines(yaml.format("keep"), CHINA).codes == []
    assert routines(yaml.format("after"), CHINA).codes == ["ROU103"]


def test_a_day_that_moves_into_the_next_year_is_no_day_of_this_calendar() -> None:
    """31 December 2026 made a day off: due on 4 January 2027, counted, and not in the January of this year."""
    off = "[{name: 盘点, start: 2026-12-31, end: 2027-01-03}]"
    head = f"{{format: 1, title: 手册, calendar: {{off: {off}, complete: [2026, 2027]}}}}"
    found = routines("a: {name: 结账, due: 每年12月31日, off_day: after}\nb: {name: 周会, due: 每周一}\n", head)
    assert found.codes == []
    assert found.says("routines/a.dates") == "1 次"
    assert found.says("routines/total.due") == "52 次"


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
    assert found.says("routines/claim.off") == "4 次"


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
        (pair("每周两次", "每周一"), []),
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
    found = routines(FULL, "{format: 1, title: 手册, as_of: 2026-04-01, calendar: {complete: [2026]}}")
    table, chart, times, calendar = found.blocks("routines")
    assert isinstance(table, Table)
    assert [row.id for row in table.rows] == ["", "stand-up", "review", "", "weekly", "claim", "trip", "later"]
    assert isinstance(chart, Chart)
    assert [text(row.cells[1]) for row in chart.table.rows] == ["130.5", "147.8"]
    assert isinstance(times, Table)
    assert [[text(cell) for cell in row.cells] for row in times.rows] == [
        ["业务员", "", ""],
        ["8:30–9:00", "晨会", "每个工作日"],
        ["16:00–16:20", "周报", "每周六"],
    ]
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
