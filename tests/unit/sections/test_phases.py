"""Phases: days, order and dates; expected values are counted on the calendar of 2026 by hand.

January and March have 31 days, February 28, April and June 30. 5 January to 31 March are 27 + 28 + 31 = 86 days.
"""

from datetime import date

import pytest

from plangen.model import Day
from plangen.sections.kind import SectionKind
from plangen.values import Quantity
from plangen.views import Chart, Heading, Strip, Table
from unit.sections.reading import Read, read, text

PHASES = SectionKind("phases", "plangen.sections.phases")
PLAN = """
opening:
  name: 开局期
  start: 2026-01-05
  end: 2026-03-31
  goals: {orders: {name: 首批订单, target: ≥2家}}
  tasks:
    train: {name: 培训, start: 2026-01-05, end: 2026-01-05, half: morning, owner: [lead, rep], deliverable: 演练记录}
    list: {name: 名录, start: 2026-01-07, end: 2026-01-20, after: [train], goals: {leads: {name: 客户, target: 200家}}}
    visit: {name: 走访, start: 2026-01-21, end: 2026-03-28, after: [list]}
  milestones: {closed: {name: 收官, date: 2026-03-31, owner: lead}}
growth:
  name: 放量期
  start: 2026-04-01
  end: 2026-06-30
  tasks:
    shop: {name: 开店, start: 待定, end: 待定, after: [visit], owner: lead}
    sell: {name: 开发, start: 2026-04-01, end: 2026-06-30, after: [opening]}
  milestones: {opened: {name: 开业, date: 2026-06-30}}
"""
ORG = "roles: {lead: {name: 经理}, rep: {name: 业务员, reports_to: lead}}"
HEAD = "{format: 1, title: 手册}"


def plan_of(text_: str = PLAN, as_of: date | None = None, head: str = HEAD) -> Read:
    """A plan with phases and two roles."""
    plan = read({"phases.yml": text_, "org.yml": ORG}, head)
    plan.handbook.as_of = Day(as_of)
    return plan


def with_(old: str, new: str) -> Read:
    """The plan with one thing written differently."""
    assert old in PLAN
    return plan_of(PLAN.replace(old, new))


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("phases/opening.days", "86 天"),
        ("phases/growth.days", "91 天"),  # 30 + 31 + 30
        ("phases/train.days", "0.5 天"),
        ("phases/list.days", "14 天"),
        ("phases/visit.days", "67 天"),  # 11 + 28 + 28
        ("phases/shop.days", "待定"),
        ("phases/opening.free", "4 天"),  # 6 January, 29 to 31 March
        ("phases/growth.free", "0 天"),
    ],
)
def test_days_are_figures(address: str, says: str) -> None:
    """Both ends are counted; half a day is 0.5; a task without dates has none."""
    assert plan_of().says(address) == says


def test_free_days_are_named_and_stay_open() -> None:
    """The note names the days; while a task has no dates it may take them."""
    assert plan_of().figure("phases/opening.free").note == "1-06、3-29 至 3-31"
    plan = with_("start: 2026-04-01, end: 2026-06-30", "start: 2026-04-11, end: 2026-06-30")
    assert plan.figure("phases/growth.free").quantity == Quantity.at_most(
        10, plan.figure("phases/growth.free").quantity.unit
    )


def test_goals_are_figures() -> None:
    """A goal is a part of its phase or task."""
    assert plan_of().says("phases/opening/orders.target") == "≥2 家"
    assert plan_of().says("phases/list/leads.target") == "200 家"


def test_task_table_is_grouped() -> None:
    """Phases as groups, tasks below with owner, dates, days, sign and goals; ids are anchors."""
    tasks = next(block for block in plan_of().blocks("phases") if isinstance(block, Table))
    rows = [[text(cell) for cell in row.cells] for row in tasks.rows]
    assert rows[0] == ["一　开局期", "", "1-05 至 3-31", "86", "", "首批订单 ≥2 家"]
    assert rows[1] == ["培训", "经理、业务员", "1-05 上午", "0.5", "演练记录", "—"]
    assert rows[2] == ["名录", "—", "1-07 至 1-20", "14", "—", "客户 200 家"]
    assert rows[5] == ["开店", "经理", "待定", "待定", "—", "—"]
    assert [row.id for row in tasks.rows] == ["", "train", "list", "visit", "", "shop", "sell"]


def test_tables_of_goals_and_milestones() -> None:
    """What has to be reached and when; a section without them has no such table."""
    goals, milestones = [block for block in plan_of().blocks("phases") if isinstance(block, Table)][1:]
    assert [[text(cell) for cell in row.cells] for row in goals.rows] == [
        ["首批订单", "≥2 家", "整段", "开局期"],
        ["客户", "200 家", "名录", "开局期"],
    ]
    assert [[text(cell) for cell in row.cells] for row in milestones.rows] == [
        ["收官", "3-31", "经理", "开局期"],
        ["开业", "6-30", "—", "放量期"],
    ]
    bare = plan_of("one: {name: 甲, start: 2026-01-01, end: 2026-03-31}").blocks("phases")
    assert [type(block).__name__ for block in bare] == ["Strip", "Table"]


CHARTS = [
    (PLAN, "三项任务首尾相接，空档四天", "没有安排的日子：1-06、3-29 至 3-31"),
    (PLAN.replace("2026-01-20", "2026-01-22"), "三项任务最多两项同时进行，空档四天",
     "没有安排的日子：1-06、3-29 至 3-31"),
    (PLAN.replace("end: 2026-03-28", "end: 待定"), "两项任务依次进行，空档 ≤71 天，另有一项没有日期",
     "没有安排的日子：1-06、1-21 至 3-31"),
    (PLAN.replace("end: 2026-03-28", "end: 2026-03-31, stated: {end: 2026-03-28}"), "三项任务首尾相接，空档一天",
     "没有安排的日子：1-06；红框里的日子有两说"),
]  # fmt: skip


@pytest.mark.parametrize(("plan", "title", "subtitle"), CHARTS)
def test_gantt_says_how_tasks_follow(plan: str, title: str, subtitle: str) -> None:
    """21 January to 31 March are 11 + 28 + 31 = 70 days, with 6 January 71."""
    chart = next(block for block in plan_of(plan).blocks("phases") if isinstance(block, Chart))
    assert (chart.id, text(chart.title), text(chart.subtitle)) == ("phases-gantt-opening", title, subtitle)
    assert [column for column in chart.encode.values() if column not in {c.key for c in chart.table.columns}] == []


def test_gantt_rows() -> None:
    """ISO dates, days, the half of the day; what is told twice names its days, what has no dates keeps its row."""
    plan = with_("end: 2026-03-28", "end: 2026-03-28, stated: {start: 2026-01-25}")
    first, second = (block for block in plan.blocks("phases") if isinstance(block, Chart))
    rows = [[text(cell) for cell in row.cells] for row in first.table.rows]
    assert rows[0] == ["培训", "2026-01-05", "2026-01-05", "0.5", "上午", ""]
    assert rows[2] == ["走访", "2026-01-21", "2026-03-28", "67", "≠ 另写 1-25 开始", "2026-01-21 至 2026-01-24"]
    assert "disputed" not in second.encode
    assert [text(cell) for cell in second.table.rows[0].cells] == ["开店", "待定", "待定", "待定", ""]


@pytest.mark.parametrize(
    ("as_of", "mark", "label"),
    [
        (None, None, ""),
        (date(2025, 12, 31), None, ""),
        (date(2026, 1, 5), 1, "数据截至 1 月 5 日"),
        (date(2026, 4, 2), 88, "数据截至 4 月 2 日"),  # 86 + 2
        (date(2027, 2, 1), 177, "数据截至 2027 年 2 月 1 日"),  # 86 + 91
    ],
)
def test_strip_marks_the_day(as_of: date | None, mark: int | None, label: str) -> None:
    """Days from the first day on, the as-of day included; the whole strip once everything is past."""
    plan = plan_of(as_of=as_of)
    strip = next(block for block in plan.blocks("phases") if isinstance(block, Strip))
    assert (strip.mark, strip.mark_label) == (mark, label)
    assert [(stage.title, tuple(map(text, stage.lines)), stage.days) for stage in strip.stages] == [
        ("一　开局期", ("1-05 至 3-31", "3 项任务"), 86),
        ("二　放量期", ("4-01 至 6-30", "2 项任务，1 项待定"), 91),
    ]


@pytest.mark.parametrize(
    ("as_of", "label", "figure", "note", "summary"),
    [
        (None, "第一个里程碑", "3 月 31 日", "收官，经理", "两段 5 项，下一项 1 月 5 日"),
        (date(2026, 3, 31), "下一里程碑", "6 月 30 日", "开业", "两段 5 项，下一项 4 月 1 日"),
        (date(2026, 6, 30), "最后一个里程碑", "6 月 30 日", "开业", "两段 5 项，到 6 月 30 日"),
    ],
)
def test_card_and_summary(as_of: date | None, label: str, figure: str, note: str, summary: str) -> None:
    """The first milestone after the as-of day, else the last of all."""
    scope = plan_of(as_of=as_of).scope()
    section = scope.plan.sections["phases"]
    (card,) = PHASES.cards(section, scope)
    assert (card.label, text(card.figure), text(card.note)) == (label, figure, note)
    assert text(PHASES.summary(section, scope)) == summary


def test_lede_and_overview() -> None:
    """5 January to 30 June are 86 + 91 days."""
    scope = plan_of().scope()
    section = scope.plan.sections["phases"]
    assert text(PHASES.lede(section, scope)) == "两段共 5 项任务，1 月 5 日至 6 月 30 日，177 天；一项还没有日期。"
    heading, strip = PHASES.overview(section, scope)
    assert isinstance(heading, Heading)
    assert (text(heading.aside), text(heading.link)) == ("177 天，两段", "阶段与任务")
    assert isinstance(strip, Strip)


def test_english() -> None:
    """The same words in English."""
    plan = plan_of(head="{format: 1, title: Handbook, language: en}")
    chart = next(block for block in plan.blocks("phases") if isinstance(block, Chart))
    assert text(chart.title) == "3 tasks, one after another; 4 free days"
    assert chart.subtitle == "days without a task: 1-06, 3-29 to 3-31"
