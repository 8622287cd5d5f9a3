"""Scorecards: points and weights of nested criteria, deductions of worked examples, checks, pages."""

import pytest

from plangen.sections.scorecards import views
from plangen.sections.scorecards.model import Scorecards
from plangen.values import write_quantity
from plangen.views import Chart, Table
from unit.sections.reading import Read, read, text

ORG = "roles:\n  lead: {name: 组长}\n  rep: {name: 业务员, reports_to: lead}\n"
CARD = """
rep:
  name: 业务员月度考核表
  role: rep
  assessor: lead
  period: month
  annual: mean
  joiners: 按在岗月数
  points: 100分
  stated: {points: 100分}
  criteria:
    daily:
      name: 日常
      weight: 70%
      criteria:
        report:
          name: 报告
          points: 60分
          repeat: 2倍
          criteria:
            weekly: {name: 周报, points: 40分, award: all-or-nothing, due: 每周五}
            late: {name: 迟交, points: 20分, deduct: 3分/次, cap: 12分}
        dealers:
          name: 经销商
          points: 40分
          deduct: 10分/项
          criteria: {a: {name: 日报}, b: {name: 返利表}, c: {name: 存货}, d: {name: 上报}}
    attendance: {name: 出勤, weight: 30%, points: 100分, deduct: 4分/天, round: up}
"""


def cards(yaml: str) -> Read:
    """Scorecards beside an organisation."""
    return read({"scorecards.yml": yaml, "org.yml": ORG})


def example(results: str) -> Read:
    """The card with one worked example."""
    return cards(f"{CARD}  examples: {{one: {{name: 例, results: {{{results}}}}}}}\n")


def one(results: str, criterion: str = "", measure: str = "earned") -> str:
    """A figure of a worked example."""
    return example(results).says(f"scorecards/rep/one{'/' if criterion else ''}{criterion}.{measure}")


def test_a_sound_card() -> None:
    """Nothing to say, and what each criterion is of the total: 40 of 100, times 70%, is 28."""
    found = cards(CARD)
    assert found.codes == []
    assert found.says("scorecards/rep/daily.points") == "100 分"
    assert found.says("scorecards/rep/daily/report/weekly.worth") == "28 分"
    assert found.says("scorecards/rep/daily/report/weekly.share") == "28%"
    assert found.says("scorecards/rep/daily/dealers/a.points") == "10 分"
    assert found.says("scorecards/rep/daily/dealers.exhausted") == "4 项"
    assert found.says("scorecards/rep/attendance.worth") == "30 分"
    assert found.says("scorecards/total.cards") == "1 张"


@pytest.mark.parametrize(
    ("results", "score"),
    [
        ("", "100 分"),
        ("daily: {score: 85分}, attendance: {events: 1天}", "88.3 分"),  # 0.7 × 85 + 0.3 × 96
        ("attendance: {events: 2.5天}", "96.4 分"),  # three days: 88; 70 + 26.4
        ("attendance: {events: 26天}", "70 分"),  # 104 of 100: nothing is left, and no more
        ("weekly: {events: 1次}", "72 分"),  # 40 of 100 gone: 60 × 0.7 + 30
        ("weekly: {events: 0次}", "100 分"),
        ("late: {events: 2次}", "95.8 分"),  # 6 of 100 gone: 94 × 0.7 + 30
        ("late: {events: 1次, repeated: 1次}", "93.7 分"),  # 3 + 3 × 2 = 9 gone: 91 × 0.7 + 30
        ("late: {events: 5次}", "91.6 分"),  # 15, but 12 at most: 88 × 0.7 + 30
        ("dealers: {events: 3项}", "79 分"),  # 30 gone: 70 × 0.7 + 30
        ("a: {events: 1项}, c: {events: 1项}", "86 分"),  # 20 gone: 80 × 0.7 + 30
    ],
)
def test_worked_examples(results: str, score: str) -> None:
    """Scores worked out by hand."""
    assert one(results) == score


def test_numbers_without_a_unit_are_points() -> None:
    """English planners write 20 and 4/day."""
    found = cards("rep: {name: R, points: 20, criteria: {a: {name: A, points: 20, deduct: 4/天}}}")
    assert found.codes == []
    assert found.says("scorecards/rep/a.deduct") == "4 分/天"


def test_a_linked_card_gives_its_share() -> None:
    """45 of 50 points are 90%: 18 of 20."""
    found = cards("""
rep: {name: 业务员, points: 50分, criteria: {a: {name: 甲, points: 50分, text: 做到}}}
lead:
  name: 组长
  criteria:
    team: {name: 组员, points: 20分, card: rep}
    own: {name: 自己, points: 80分, text: 做到}
  examples: {one: {name: 组员 45 分, results: {team: {score: 45分}}}}
""")
    assert found.codes == []
    assert found.says("scorecards/lead/one/team.earned") == "18 分"
    assert found.says("scorecards/lead/one.earned") == "98 分"


def test_a_year_is_the_mean_of_its_months() -> None:
    """(88.3 + 90 + 92) ÷ 3 = 90.1."""
    found = cards(f"{CARD}  examples: {{y: {{name: 三个月, scores: {{M01: 88.3分, M02: 90分, M03: 92分}}}}}}\n")
    assert found.says("scorecards/rep/y.earned") == "90.1 分"


def test_points_that_are_not_known_stay_unknown() -> None:
    """They are counted, and nothing is said of a sum that lacks them."""
    found = cards("rep: {name: R, points: 20分, criteria: {a: {name: A, points: 待定, text: x}}}")
    assert found.codes == []
    assert write_quantity(found.figure("scorecards/rep/a.share").quantity) == "待定"


@pytest.mark.parametrize(
    ("criteria", "codes"),
    [
        ("a: {name: A, points: 60分, text: x}", ["SCR101"]),
        ("a: {name: A, points: 60分, text: x}, b: {name: B, points: 待定, text: x}", []),
        ("a: {name: A, points: 约100分, text: x}", []),
        ("a: {name: A, points: 120分, text: x}", ["SCR102"]),
        ("a: {name: A, points: 120分, text: x}, b: {name: B, points: 待定, text: x}", ["SCR102"]),
        ("a: {name: A, weight: 60%, text: x}, b: {name: B, weight: 30%, text: x}", ["SCR103"]),
        ("a: {name: A, weight: 60%, text: x}, b: {name: B, weight: 50%, text: x}", ["SCR103"]),
        ("a: {name: A, weight: 60%, text: x}, b: {name: B, weight: 待定, text: x}", []),
        ("a: {name: A, points: 100分, deduct: 101分/次}", ["SCR104"]),
        ("a: {name: A, points: 100分, deduct: 100分/次}", []),
        ("a: {name: A, points: 100分, deduct: 5分/次, cap: 110分}", ["SCR104"]),
        ("a: {name: A, points: 100分}", ["SCR106"]),
        ("a: {name: A, weight: 100%, text: x}, b: {name: B, points: 10分, text: x}", ["SCR108"]),
        ("a: {name: A, weight: 100%, points: 80分, text: x}", ["SCR109"]),
        ("a: {name: A, points: 100分, criteria: {a: {name: B, points: 100分, text: x}}}", ["SCR111"]),
    ],
)
def test_checks_of_points(criteria: str, codes: list[str]) -> None:
    """One finding a mistake; what is not known yet is none."""
    assert cards(f"rep: {{name: R, points: 100分, criteria: {{{criteria}}}}}").codes == codes


def test_the_difference_is_named() -> None:
    """Points of no criterion stand with their number, at the points."""
    found = cards("rep:\n  name: 周报\n  points: 40分\n  criteria: {a: {name: A, points: 20分, text: x}}\n")
    assert found.message("SCR101") == "“周报”是 40 分，下面各项只有 20 分，还有 20 分 没有列出"
    assert found.findings[0].span.line == 3


def test_two_cards_of_a_role() -> None:
    """Unless a card takes both over, or they are for other periods."""
    one = "{p}: {{name: {p}, role: rep, period: {t}, criteria: {{{p}-a: {{name: A, points: 100分, text: x}}}}}}\n"
    two = one.format(p="x", t="month") + one.format(p="y", t="month")
    assert cards(two).codes == ["SCR105"]
    assert cards(two).message("SCR105") == "“业务员”每月有两张考核表：x、y"
    assert cards(one.format(p="x", t="month") + one.format(p="y", t="year")).codes == []
    over = "both: {name: B, role: rep, period: month, criteria: {q: {name: X, points: 100分, card: x}, "
    assert cards(two + over + "r: {name: Y, points: 100分, card: y}}}\n").codes == []


def test_examples_name_criteria() -> None:
    """A near id is offered."""
    found = example("attendence: {events: 1天}")
    assert found.codes == ["SCR110"]
    assert "是不是“attendance”" in found.message("SCR110")


def test_page() -> None:
    """Cards with their anchors, criteria with points, weights and shares, what weighs most, the example."""
    blocks = example("daily: {score: 85分}, attendance: {events: 1天}").blocks("scorecards")
    all_, criteria, chart, worked = blocks
    assert isinstance(all_, Table)
    assert [text(cell) for cell in all_.rows[0].cells[:6]] == [
        "业务员月度考核表",
        "业务员",
        "组长",
        "每月",
        "10",
        "100 分",
    ]
    assert all_.rows[0].id == "rep"
    assert isinstance(criteria, Table)
    rows = {row.id: [text(cell) for cell in row.cells] for row in criteria.rows}
    assert rows["rep-daily-report-weekly"] == ["周报", "40", "—", "28.0", "做不到不得分", "每周五", "—"]
    assert rows["rep-daily-report-late"][4] == "扣 3 分/次；最多扣 12 分"
    assert rows["rep-daily-dealers-a"][4] == "发生一次扣完"
    assert rows["rep-attendance"][4] == "扣 4 分/天（不足一次按一次），25 天扣完"
    assert isinstance(chart, Chart)
    assert text(chart.title) == "报告最重，占总分的 42.0%"
    assert isinstance(worked, Table)
    assert [[text(cell) for cell in row.cells] for row in worked.rows] == [
        ["日常", "评 85 分", "—", "85", "59.5"],
        ["出勤", "1 天", "4", "96", "28.8"],
        ["得分", "", "", "", "88.3"],
    ]


def test_points_of_no_criterion_have_a_row() -> None:
    """Below the criteria, with their number."""
    blocks = cards("rep: {name: R, points: 40分, criteria: {a: {name: A, points: 15分, text: x}}}").blocks("scorecards")
    table = blocks[1]
    assert isinstance(table, Table)
    assert [[text(cell) for cell in row.cells[:2]] for row in table.rows] == [
        ["A", "15"],
        ["没有列出的分", "25"],
        ["总分", "≠40"],
    ]


def test_lines_of_text() -> None:
    """Summary and lede."""
    scope = cards(CARD).scope()
    section = scope.section("scorecards")
    assert isinstance(section, Scorecards)
    assert text(views.summary(section, scope)) == "1 张考核表"
    assert text(views.lede(section, scope)) == "业务员月度考核表 100 分，10 项。"
