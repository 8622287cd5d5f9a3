"""Numbers in narratives: what contradicts the plan is told with both values, what cannot be certain is not."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from handbooks import open_files
from plangen.findings import Finding, message, way_out

OBJECTIVES = """\
revenue:
  name: 销售额
  target: 1092万元
  phasing: {Q1: 20%, Q2: 25%, Q3: 25%, Q4: 30%}
  channel:
    own-store: {target: 900万元, count: 12家}
    dealer: {target: 192万元, rate: 8万元/家/月, heads: 4家, count: 14家}
leads: {name: 准客户名录, target: 200家}
dealers: {name: 开发经销商, target: 30–40家}
quality: {name: 返单率, target: 65.93%}
reach: {name: 走访县市, target: ≥60%}
open: {name: 新开区域, target: 待定}
"""
BUDGET = """\
running:
  name: 日常费用
  lines:
    rent: {name: 房租, price: 约1800元/月, periods: 12月}
    hosting: {name: 业务招待, price: 5000元/月, periods: 12月}
"""
PHASES = """\
opening:
  name: 开局期
  start: 2026-01-05
  end: 2026-03-31
  tasks:
    first-trip:
      name: 第一次出差
      start: 2026-01-28
      end: 2026-02-10
      stated: {start: 2026-01-29}
      goals: {ads: {name: 费用, target: ≤1万元}}
    open-task: {name: 选址, start: 待定, end: 2026-03-01}
  milestones:
    closed: {name: 开局期收官, date: 2026-03-31}
"""
ORG = "roles:\n  rep: {name: 业务员, initial: 12人, headcount: 14人}\n  lead: {name: 店长, headcount: 3人}\n"
FILES = {"objectives.yml": OBJECTIVES, "budget.yml": BUDGET, "phases.yml": PHASES, "org.yml": ORG}
BEFORE = {
    "2025/demo/plan.yml": "name: 试验计划\n",
    "2025/demo/objectives.yml": "revenue: {name: 销售额, target: 700万元}\nleads: {name: 准客户名录, target: 150家}\n",
}


def claims(tmp_path: Path, text: str, files: Mapping[str, str] = FILES) -> list[Finding]:
    """The findings of this family for the text of a plan's overview."""
    workspace = open_files(tmp_path, {**files, "index.md": text})
    return [finding for finding in workspace.findings if finding.code in ("PG420", "PG421", "PG422", "PG423")]


def said(tmp_path: Path, text: str, files: Mapping[str, str] = FILES) -> list[str]:
    """The same as `code written`."""
    return [f"{finding.code} {finding.args['written']}" for finding in claims(tmp_path, text, files)]


CONTRADICTIONS = [
    ("全年销售额 1200 万元。", "1200 万元", "销售额"),
    ("销售额目标：1,200万。", "1,200万", "销售额"),
    ("销售额１２００万元", "１２００万元", "销售额"),
    ("销售额约 1.2 亿元。", "约 1.2 亿元", "销售额"),
    ("销售额 1200–1500 万元。", "1200–1500 万元", "销售额"),
    ("销售额不少于 1200 万元。", "不少于 1200 万元", "销售额"),
    ("三条渠道里，经销商目标 200 万元，先做。", "200 万元", "经销商"),
    ("其中**经销商** 200 万元", "200 万元", "经销商"),
    ("- 经销商：200 万元", "200 万元", "经销商"),
    ("## 经销商（20 家）", "20 家", "经销商"),
    ("经销商销售额共 200 万元", "200 万元", "销售额经销商"),
    ("{{ org/rep }} 15 名", "15 名", "业务员"),
    ("业务员编制 15 人。", "15 人", "业务员"),
    ("返单率 70%。", "70%", "返单率"),
    ("走访县市 50%。", "50%", "走访县市"),
    ("房租每月 2000 元。", "2000 元", "房租"),
    ("房租 2000 元一个月。", "2000 元", "房租"),
    ("三季度销售额 300 万元。", "300 万元", "销售额"),
    ("销售额 Q4 做到 300 万元。", "300 万元", "销售额"),
]


@pytest.mark.parametrize(("text", "written", "name"), CONTRADICTIONS)
def test_a_number_behind_its_name_must_be_the_plans(text: str, written: str, name: str, tmp_path: Path) -> None:
    """Amounts, counts, shares, rates and periods, however they are typed."""
    found = claims(tmp_path, text)
    assert [(each.code, each.args["written"]) for each in found] == [("PG420", written)]
    assert sorted(str(found[0].args["name"])) == sorted(name)


def test_a_contradiction_says_both_values_and_places(tmp_path: Path) -> None:
    """Place, both values, where the plan's stands, and a reference to paste."""
    text = "---\ntitle: 首页\n---\n\n说明。经销商目标 200 万元。\n"
    (found,) = claims(tmp_path, text)
    assert str(found.span) == "content/2026/demo/index.md:5:10"
    assert found.span.end_column == 16
    assert message(found) == "正文写经销商 200 万元，计划里是 192 万元"
    assert message(found, "en") == "the text says 经销商 200 万元, the plan has CN¥1.92 million"
    assert "{{ objectives/revenue.target/dealer }}" in way_out(found)
    assert [str(span) for span, _ in found.related] == ["content/2026/demo/objectives.yml:7:22"]
    assert str(found.address) == "demo:objectives/revenue.target/dealer"


FINE = [
    # rounded, or left room for
    "销售额约 1100 万元。", "销售额 0.11 亿元。", "销售额 1000–1200 万元。", "销售额不超过 1200 万元。",
    "销售额 1000 万元以上。", "返单率 66%。", "返单率 65.9%。", "走访县市 70%。", "日常费用 81,600 元左右。",
    # of a period, or of nobody knows which
    "年初销售额 100 万元。", "一月销售额到二月 300 万元。", "累计销售额 600 万元。", "旺季，销售额 600 万元。",
    "新开区域 5 个。", "4–6 月销售额 300 万元。",
    # the number of something else
    "经销商的提成 5 万元。", "老经销商 8 家。", "杭州经销商 8 家。", "经销商保证金 5 万元。", "经销商 8 家以外，再找。",
    "经销商比上季多 8 家。", "经销商增加 20 家。", "再开经销商 20 家。", "经销商和直营店 50 家。",
    "经销商 20 家的名录。", "经销商 20 家起步。",
    "经销商、直营店各 20 家。", "没有经销商的 20 家。", "经销商（杭州）20 家。",
    "经销商样品 20 家。", f"杭州的{' ' * 60}经销商 20 家。",
    # suppositions, drafts, others
    "如果销售额 2000 万元，另议。", "例如经销商 20 家。", "原稿写着，销售额 2000 万元。", "对手的经销商 20 家。",
    "同行销售额 2000 万元。",
    # another unit, an unset figure, no number of the plan's
    "经销商 20 次。", "销售额 30%。", "选址 3 月 20 日开始。", "经销商 20 个省。", "费用 3 万元。", "目标 3000 万元。",
    # years that nobody can compare with
    "明年销售额 2000 万元。", "2019 年销售额 2000 万元。", "前年的情形：销售额 2000 万元。",
    "## 明年\n\n销售额 2000 万元。",
    # two numbers, two names far from one another
    "销售额 2000 万元 30%。", "经销商之后是直营店，一共 90 家。", "| 经销商 | 20 家 |", "经销商第 20 家开业。",
    "2026-01-20 经销商 20 家。",
    # no prose
    "`销售额 2000 万元`", "```\n销售额 2000 万元\n```", "<!-- 销售额 2000 万元 -->", "[看](a.md#销售额2000万元)",
    '<span title="销售额 2000 万元">好</span>', "https://example.com/销售额2000万元", "S销售额-2000万元",
    "---\ndescription: 销售额 2000 万元\n---\n好。",
    "{{ objectives/revenue.target }}，{{ objectives/leads.target }} 2000 万元。",
    "第 20 家", "① 20 家", "v1.20 家", "1,2000 万元",
]  # fmt: skip


@pytest.mark.parametrize("text", FINE)
def test_what_is_not_certain_is_not_told(text: str, tmp_path: Path) -> None:
    """Rounding, ranges, other periods, other things, suppositions, code: no contradiction is told."""
    assert [each for each in said(tmp_path, text) if each.startswith("PG420")] == []


def test_a_name_of_joining_words_names_nothing(tmp_path: Path) -> None:
    """目标 is a word that joins a name and its number, whatever an objective is called."""
    goal = {**FILES, "objectives.yml": "goal: {name: 目标, target: 1092万元}\n"}
    assert said(tmp_path, "目标 3000 万元。", goal) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("上年销售额 700 万元。", []),
        ("2025 年销售额 700 万元。", []),
        ("和上年比，销售额 700 万元不算高。", []),
        ("## 去年\n\n销售额 700 万元。", []),
        ("## 去年\n\n去年好。\n\n## 今年\n\n销售额 700 万元。", ["PG420 700 万元"]),
        ("销售额 700 万元。", ["PG420 700 万元"]),  # left over from the copied page
        ("上年销售额 1092 万元。", ["PG420 1092 万元"]),
        ("上年准客户名录 200 家。", ["PG420 200 家"]),
        ("上年房租 9000 元。", []),  # the year before has no such line
    ],
)
def test_last_years_number_belongs_to_last_year(text: str, expected: list[str], tmp_path: Path) -> None:
    """Who says 上年 is compared with that year; who says nothing, with this one."""
    assert said(tmp_path, text, {**FILES, **BEFORE}) == expected


def test_of_last_year_the_value_is_told_and_no_reference(tmp_path: Path) -> None:
    """A reference leads to the page's own year."""
    (found,) = claims(tmp_path, "上年销售额 800 万元。", {**FILES, **BEFORE})
    assert message(found) == "正文写销售额 800 万元，计划里是 700 万元"
    assert "{{" not in way_out(found)
    assert [str(span) for span, _ in found.related] == ["content/2025/demo/objectives.yml:1:30"]


@pytest.mark.parametrize(
    ("tolerance", "expected"),
    [("", ["PG420 约 180 家"]), ("tolerance: 5%\n", ["PG420 约 180 家"]), ("tolerance: 20%\n", [])],
)
def test_about_leaves_the_handbooks_room(tolerance: str, expected: list[str], tmp_path: Path) -> None:
    """200 is 11% above 180; without a tolerance 180 is rounded to tens: 175 to 185."""
    head = "format: 1\ntitle: 试验手册\nas_of: 2026-01-05\n" + tolerance
    assert said(tmp_path, "准客户名录约 180 家。", {**FILES, "handbook.yml": head}) == expected


DAYS = [
    ("第一次出差 1 月 25 日开始。", ["1 月 25 日"]),
    ("第一次出差定于 2026-01-20。", ["2026-01-20"]),
    ("{{ phases/first-trip }} 1月25日出发", ["1月25日"]),
    ("第一次出差 2 月 9 日结束。", ["2 月 9 日"]),
    ("第一次出差：1 月 20 日至 2 月 10 日。", ["1 月 20 日至 2 月 10 日"]),
    ("第一次出差 1月28--31日。", []),
    ("开局期收官 4 月 1 日。", ["4 月 1 日"]),
    ("第一次出差 1 月 28 日开始。", []),
    ("第一次出差 1 月 29 日出发。", []),  # stated in the plan beside the schedule
    ("第一次出差 2 月 10 日结束。", []),
    ("第一次出差 2 月 3 日。", []),  # a day of it
    ("第一次出差 1 月 25 日前报批。", []),
    ("第一次出差之前，1 月 25 日报批。", []),
    ("第一次出差的报批在 1 月 25 日。", []),
    ("上年第一次出差 5 月 24 日开始。", []),
    ("第一次出差 2025 年 5 月 24 日开始。", []),
    ("选址 2 月 20 日开始。", []),
    ("第一次出差 2 月 31 日。", []),
    ("开局期 1 月 28 日开始。", ["1 月 28 日"]),  # the first day of one of its tasks
]


@pytest.mark.parametrize(("text", "expected"), DAYS)
def test_days_lie_within_what_they_are_said_of(text: str, expected: list[str], tmp_path: Path) -> None:
    """First day, last day, a stretch; what the plan also states is fine."""
    assert said(tmp_path, text) == [f"PG420 {each}" for each in expected]


def test_a_day_says_what_the_plan_has(tmp_path: Path) -> None:
    """Both days, and the place of the first."""
    (found,) = claims(tmp_path, "第一次出差 1 月 25 日开始。")
    assert message(found) == "正文写第一次出差 1 月 25 日，计划里是 2026-01-28–2026-02-10"
    assert [str(span) for span, _ in found.related] == ["content/2026/demo/phases.yml:8:14"]


def test_the_years_page_speaks_of_all_plans(tmp_path: Path) -> None:
    """Its references name the plan."""
    files = {**FILES, "2026/index.md": "今年销售额 1200 万元。\n\n今年要做到 1092 万元。"}
    found = [each for each in open_files(tmp_path, files).findings if each.code in ("PG420", "PG421")]
    assert [each.code for each in found] == ["PG420", "PG421"]
    assert all("{{ demo:objectives/revenue.target }}" in way_out(each) for each in found)


def test_two_plans_of_one_name_leave_it_open(tmp_path: Path) -> None:
    """On the year's page 销售额 may be the sum of both; on a plan's own page it is that plan's."""
    other = {
        "2026/north/plan.yml": "name: 北方\n",
        "2026/north/objectives.yml": "revenue: {name: 销售额, target: 500万元}\n",
        "2026/north/index.md": "销售额 600 万元。",
        "2026/index.md": "销售额 1592 万元。",
    }
    found = [each for each in open_files(tmp_path, {**FILES, **other}).findings if each.code == "PG420"]
    assert [each.span.file for each in found] == ["content/2026/north/index.md"]
