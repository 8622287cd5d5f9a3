"""Checks of phases: dates in order and told once, tasks after what they wait for; counted on the calendar of 2026."""

import pytest

from plangen.findings import level_of
from unit.sections.reading import Read, read

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


def plan_of(text_: str = PLAN) -> Read:
    """A plan with phases and two roles."""
    return read({"phases.yml": text_, "org.yml": ORG})


def with_(old: str, new: str) -> Read:
    """The plan with one thing written differently."""
    assert old in PLAN
    return plan_of(PLAN.replace(old, new))


def pha(plan: Read) -> list[str]:
    """The codes of phases, without those of dates that are not set."""
    return [code for code in plan.codes if code.startswith("PHA") and code != "PHA106"]


def test_good_plan_has_no_finding() -> None:
    """Only the task without dates is told, as information."""
    plan = plan_of()
    assert pha(plan) == []
    assert plan.message("PHA106") == "“开店”还没定开始日期和结束日期"
    assert str(level_of(plan.findings[0])) == "info"


LATE = "结束晚 3 天，超出阶段"
ONE_MISTAKE = {
    "task backwards": ("start: 2026-01-21, end: 2026-03-28", "start: 2026-03-28, end: 2026-01-21", "PHA101",
                       "“走访”的结束 1-21 早于开始 3-28，早 66 天"),
    "backwards and before its predecessor": ("start: 2026-01-07, end: 2026-01-20", "start: 2026-01-07, end: 2026-01-02",
                                             "PHA101", "“名录”的结束 1-02 早于开始 1-07，早 5 天"),
    "phase backwards": ("start: 2026-04-01\n  end: 2026-06-30", "start: 2026-06-30\n  end: 2026-04-01", "PHA101",
                        "“放量期”的结束 4-01 早于开始 6-30，早 90 天"),
    "milestone outside": ("closed: {name: 收官, date: 2026-03-31", "closed: {name: 收官, date: 2026-04-02", "PHA102",
                          "“收官”（4-02）排在“开局期”（1-05 至 3-31）之外，最多差 2 天"),
    "task outside": ("end: 2026-06-30, after: [opening]", "end: 2026-07-10, after: [opening]", "PHA102",
                     "“开发”（4-01 至 7-10）排在“放量期”（4-01 至 6-30）之外，最多差 10 天"),
    "phase too short": ("end: 2026-03-31\n  goals", "end: 2026-03-10\n  goals", "PHA102",
                        "“走访”（1-21 至 3-28）、“收官”（3-31）排在“开局期”（1-05 至 3-10）之外，最多差 21 天"),
    "start stated": ("after: [train], goals", "after: [train], stated: {start: 2026-01-05}, goals", "PHA103",
                     "“名录”的开始有两说：排期 1-07，另写 1-05，差 2 天"),
    "length stated": ("after: [train], goals", "after: [train], stated: {lasts: 1个月}, goals", "PHA103",
                      "“名录”的长短有两说：排期 14 天（1-07 至 1-20），另写 1 个月，应到 2-06，差 17 天"),
    "at most": ("after: [train], goals", "after: [train], stated: {lasts: ≤10天}, goals", "PHA103",
                "“名录”的长短有两说：排期 14 天（1-07 至 1-20），另写 ≤10 天，应到 1-16，差 4 天"),
    "too early": ("start: 2026-01-21, end: 2026-03-28", "start: 2026-01-19, end: 2026-03-28", "PHA104",
                  "前面的还没完，后面的就开始：“走访”1-19 开始，“名录”1-20 才结束，早 2 天"),
    "too early and outside": ("start: 2026-01-07, end: 2026-01-20", "start: 2026-01-01, end: 2026-01-20", "PHA104",
                              "前面的还没完，后面的就开始：“名录”1-01 开始，“培训”1-05 才结束，早 5 天"),
    "first too late": ("start: 2026-01-07, end: 2026-01-20", "start: 2026-01-07, end: 2026-04-20", "PHA104",
                       "前面的还没完，后面的就开始：“走访”1-21 开始，“名录”4-20 才结束，早 90 天"),
    "before a phase ends": ("start: 2026-04-01, end: 2026-06-30, after: [opening]",
                            "start: 2026-04-01, end: 2026-06-30, after: [growth]", "PHA104",
                            "前面的还没完，后面的就开始：“开发”4-01 开始，“放量期”6-30 才结束，早 91 天"),
    "circle": ("deliverable: 演练记录", "deliverable: 演练记录, after: [visit]", "PHA107",
               "任务绕成了圈：“名录” 等 “培训” 等 “走访” 等 “名录”"),
    "waits for itself": ("after: [list]", "after: [list, visit]", "PHA107", "任务绕成了圈：“走访” 等 “走访”"),
    "critical": ("end: 2026-03-31\n  goals",
                 "end: 2026-03-31\n  critical: {start: 2026-01-12, end: 2026-03-31}\n  goals", "PHA108",
                 "“开局期”写着关键期 1-12 至 3-31（79 天），阶段却是 1-05 至 3-31（86 天）：开始晚 7 天"),
    "critical outside": ("end: 2026-03-31\n  goals",
                         "end: 2026-03-31\n  critical: {start: 2026-01-05, end: 2026-04-03}\n  goals", "PHA108",
                         "“开局期”写着关键期 1-05 至 4-03（89 天），阶段却是 1-05 至 3-31（86 天）：" + LATE),
    "half of several days": ("after: [train], goals", "after: [train], half: afternoon, goals", "PHA109",
                             "“名录”写的是下午，排期却有 14 天（1-07 至 1-20）"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "code", "says"), ONE_MISTAKE.values(), ids=ONE_MISTAKE)
def test_one_mistake_gives_one_finding(old: str, new: str, code: str, says: str) -> None:
    """The sentence names the dates that are wrong and how far they are apart."""
    plan = with_(old, new)
    assert pha(plan) == [code]
    assert plan.message(code) == says


def test_a_day_of_another_year_is_left_to_the_check_of_years() -> None:
    """PG209 reports it; nothing here is counted from it."""
    plan = with_("start: 2026-01-21, end: 2026-03-28", "start: 2026-01-21, end: 2028-03-28")
    assert pha(plan) == []
    assert plan.says("phases/visit.days") == "待定"
    assert pha(with_("after: [train], goals", "after: [train], stated: {start: 2029-01-07}, goals")) == []


PAIR = """
one: {{name: 甲, start: {0}, end: {1}}}
two: {{name: 乙, start: {2}, end: {3}}}
three: {{name: 丙, start: 2026-07-01, end: 2026-09-30}}
"""


@pytest.mark.parametrize(
    ("dates", "says"),
    [
        (("2026-01-01", "2026-03-31", "2026-04-01", "2026-06-30"), ""),
        (
            ("2026-01-01", "2026-03-31", "2026-04-10", "2026-06-30"),
            "阶段没有首尾相接：“甲”3-31 结束，“乙”4-10 才开始，中间 9 天不属于任何阶段",
        ),
        (
            ("2026-01-01", "2026-04-02", "2026-04-01", "2026-06-30"),
            "阶段没有首尾相接：“甲”（1-01 至 4-02）与“乙”（4-01 至 6-30）2 天重叠",
        ),
        (
            ("2026-01-01", "2026-09-02", "2026-04-01", "2026-06-30"),
            "阶段没有首尾相接：“甲”（1-01 至 9-02）与“乙”（4-01 至 6-30）91 天、“丙”（7-01 至 9-30）64 天重叠",
        ),
        (
            ("2026-01-01", "2026-03-31", "2026-03-30", "2026-07-03"),
            "阶段没有首尾相接：“乙”（3-30 至 7-03）与“甲”（1-01 至 3-31）2 天、“丙”（7-01 至 9-30）3 天重叠",
        ),
        (("2026-01-01", "2026-03-31", "待定", "2026-06-30"), ""),
    ],
)
def test_phases_stand_side_by_side(dates: tuple[str, ...], says: str) -> None:
    """PHA105 names the days between, or the days in two phases; one finding a phase that overlaps others."""
    plan = plan_of(PAIR.format(*dates))
    assert pha(plan) == (["PHA105"] if says else [])
    if says:
        assert plan.message("PHA105") == says


@pytest.mark.parametrize("lasts", ["14天", "2周", "≤14天", "10–20天", "约10天", "待定"])
def test_stated_length_may_fit(lasts: str) -> None:
    """7 to 20 January are 14 days or two weeks; 约 and 待定 are not compared."""
    assert pha(with_("after: [train], goals", f"after: [train], stated: {{lasts: {lasts}}}, goals")) == []


def test_stated_length_is_a_time() -> None:
    """A count of something else is refused."""
    assert with_("after: [train], goals", "after: [train], stated: {lasts: 14家}, goals").codes == ["PG205"]


@pytest.mark.parametrize(("start", "lasts"), [("2026-01-31", "1个月"), ("2026-02-01", "28天"), ("2026-02-01", "1个月")])
def test_a_month_is_a_month_of_the_calendar(start: str, lasts: str) -> None:
    """From 31 January a month leads to 27 February, because February has no 31st."""
    end = "2026-02-27" if start == "2026-01-31" else "2026-02-28"
    assert pha(plan_of(f"one: {{name: 甲, start: {start}, end: {end}, stated: {{lasts: {lasts}}}}}")) == []


def test_halves_of_one_day_follow_one_another() -> None:
    """The morning's task may come before the afternoon's on the same day, not the other way round."""
    day = "start: 2026-01-05, end: 2026-01-05"
    tasks = "a: {{name: 子, {0}, half: {1}}}, b: {{name: 丑, {0}, half: {2}, after: [a]}}"
    plan = "one: {{name: 甲, {0}, tasks: {{" + tasks + "}}}}"
    assert pha(plan_of(plan.format(day, "morning", "afternoon"))) == []
    assert pha(plan_of(plan.format(day, "afternoon", "morning"))) == ["PHA104"]


def test_one_late_end_touches_several_tasks() -> None:
    """The finding stands at the date that is probably wrong: the end that two tasks wait for."""
    late = PLAN.replace("end: 2026-01-05, half: morning", "end: 2026-02-01")
    plan = plan_of(late.replace("after: [list]", "after: [train]"))
    (finding,) = (finding for finding in plan.findings if finding.code == "PHA104")
    assert str(finding.address) == "demo:phases/train.end"
    assert [name for _, name in finding.related] == ["list", "visit"]


def test_circle_over_two_plans_is_found_once() -> None:
    """A task of the parent waits for one of the child, and the other way round."""
    phase = "one: {name: 甲, start: 待定, end: 待定, tasks: {"
    above = phase + "a: {name: 子, start: 待定, end: 待定, after: ['demo/east:phases/b']}}}"
    below = phase + "b: {name: 丑, start: 待定, end: 待定, after: [a]}}}"
    plan = read({"phases.yml": above, "east/phases.yml": below})
    assert pha(plan) == ["PHA107"]
    assert plan.message("PHA107") == "任务绕成了圈：“子” 等 “丑” 等 “子”"
