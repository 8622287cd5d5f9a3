"""The review debt: what was carried over counts until it says something else or is marked."""

import csv
from pathlib import Path

import pytest

from plangen.findings import message
from plangen.model import Debt, review_debt
from plangen.workspace import open_handbook
from unit.rollover.years import ORG, copied, mark, rolled

OBJECTIVES = """\
revenue:
  name: 销售额
  target: 100万元
  period: FY
  owner: boss
  channel:
    dealer: {target: 60万元, owner: rep, note: 两家}
    own-store: 40万元
"""
MARKET = "# 市场\n\n今年稳住老客户。\n\n- 先守\n- 后攻\n\n```plan-cards\nfrom: objectives\n```\n"
FILES = {
    "2026/demo/plan.yml": "name: 试验计划\nperiod: FY\nowner: boss\n",
    "objectives.yml": OBJECTIVES,
    "org.yml": ORG,
    "market.md": MARKET,
    "2026/index.md": "全年只做一件事。\n",
}
# plan.period, revenue.target and period, own-store: boss; two headcounts: boss (the plan's); dealer: rep.
BOSS, REP, HOME = Debt("demo", "boss", 6, 2), Debt("demo", "rep", 1, 1), Debt("", "", 0, 1)


@pytest.fixture
def year(tmp_path: Path) -> Path:
    """A handbook whose 2027 was rolled over."""
    result = rolled(tmp_path, FILES)
    assert result.exit_code == 0, result.output
    return tmp_path


def debt(root: Path) -> list[Debt]:
    """The review debt of 2027."""
    handbook = open_handbook(root).handbook
    assert handbook is not None
    return review_debt(handbook, 2027)


def told(root: Path, code: str) -> list[str]:
    """What the findings of a code say."""
    return [message(each) for each in open_handbook(root).findings if each.code == code]


def edit(root: Path, name: str, old: str, new: str) -> None:
    """Change a file of the plan in 2027."""
    path = root / "content/2027/demo" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_everything_that_was_typed_counts(year: Path) -> None:
    """Quantities, periods, texts of items, paragraphs; no names, ids and blocks. By plan and owner."""
    assert debt(year) == [HOME, BOSS, REP]
    assert told(year, "PG711") == [
        "试验计划：照抄自上年，还没有复核的有 7 个数、3 段文字（经理 8、业务员 2）",
        "2027 年首页：照抄自上年，还没有复核的有 0 个数、1 段文字（没有负责人 1）",
    ]


def test_the_list(year: Path) -> None:
    """One line a thing, in the order of the files, with what it said."""
    rows = [row[:3] for row in csv.reader(copied(year, "review.csv").splitlines())]
    assert rows == [
        ["address", "scenario", "carried"],
        ["plan.period", "", "FY"],
        ["objectives/revenue.target", "", "100万元"],
        ["objectives/revenue.period", "", "FY"],
        ["objectives/revenue.note/dealer", "", "两家"],
        ["objectives/revenue.target/dealer", "", "60万元"],
        ["objectives/revenue.target/own-store", "", "40万元"],
        ["org/boss.headcount", "", "1人"],
        ["org/rep.headcount", "", "2人"],
        ["market", "", "今年稳住老客户。"],
        ["market", "", "- 先守 - 后攻"],
    ]
    assert (year / "content/2027/review.csv").read_text(encoding="utf-8").count("\n") == 2
    assert debt(year)  # and the year that was copied owes nothing
    handbook = open_handbook(year).handbook
    assert handbook is not None
    assert review_debt(handbook, 2026) == []


def test_what_was_changed_is_reviewed(year: Path) -> None:
    """A number, and a paragraph; a change of form is none."""
    edit(year, "objectives.yml", "own-store: 40万元", "own-store: ４０ 万元")
    edit(year, "market.md", "- 先守\n- 后攻", "-  先守\n\n- 后攻")
    assert debt(year)[1] == Debt("demo", "boss", 6, 1)  # the list is two paragraphs now
    edit(year, "objectives.yml", "４０ 万元", "41万元")
    edit(year, "objectives.yml", "100万元", "101万元")
    assert debt(year)[1] == Debt("demo", "boss", 4, 1)


def test_order_and_place_do_not_matter(year: Path) -> None:
    """Paragraphs and items may move; comments and what is new count for nothing."""
    path = year / "content/2027/demo/market.md"
    path.write_text("新写的一段。\n\n- 先守\n- 后攻\n\n## 客户\n\n今年稳住老客户。\n", encoding="utf-8")
    edit(year, "objectives.yml", OBJECTIVES, f"# 新\nvisits: {{name: 拜访, target: 9次}}\n{OBJECTIVES}")
    assert debt(year) == [HOME, BOSS, REP]


def test_a_rename_is_no_review(year: Path) -> None:
    """With `was` the lines follow; without they lead nowhere, and that is told until they are marked."""
    edit(year, "objectives.yml", "revenue:\n", "sales:\n")
    assert debt(year) == [HOME, Debt("demo", "boss", 3, 2)]
    assert told(year, "PG712") == ["复核清单有 5 行在计划里找不到对应的条目，第一行是 objectives/revenue.target"]
    edit(year, "objectives.yml", "sales:\n", "sales:\n  was: revenue\n")
    assert debt(year) == [HOME, BOSS, REP]
    assert told(year, "PG712") == []
    edit(year, "objectives.yml", "  was: revenue\n", "")
    assert mark(year, "demo:objectives/revenue").exit_code == 0
    assert told(year, "PG712") == []


@pytest.mark.parametrize(
    ("names", "left"),
    [
        (["demo:objectives/revenue.target/dealer"], [HOME, BOSS, Debt("demo", "rep", 0, 1)]),
        (["demo:objectives/revenue"], [HOME, Debt("demo", "boss", 3, 2)]),
        (["demo:objectives", "demo:org/rep"], [HOME, Debt("demo", "boss", 2, 2)]),
        (["demo:market"], [HOME, Debt("demo", "boss", 6, 0), REP]),
        (["content/2027/demo/market.md"], [HOME, Debt("demo", "boss", 6, 0), REP]),
        (["content/2027/demo/org.yml", "index"], [Debt("demo", "boss", 4, 2), REP]),
        (["demo"], [HOME]),
        (["index", "demo"], []),
    ],
)
def test_marks(year: Path, names: list[str], left: list[Debt]) -> None:
    """An address with all below it, a page, a file, a plan; the rest of the list stays byte for byte."""
    before = copied(year, "review.csv").splitlines()
    result = mark(year, *names)
    assert result.exit_code == 0, result.output
    assert debt(year) == left
    count = sum(each.count for each in left)
    assert result.output.splitlines()[-1] == f"还有 {count} 项没有复核"
    for old, new in zip(before, copied(year, "review.csv").splitlines(), strict=True):
        assert new in (old, old.removesuffix(",") + "2027-01-10,boss")


def test_one_paragraph(year: Path) -> None:
    """By the first letters of its hash."""
    lines = [line for line in copied(year, "review.csv").splitlines() if "先守" in line]
    mark_of = lines[0].split(",")[3]
    assert mark(year, f"demo:market#{mark_of[:6]}").exit_code == 0
    assert debt(year)[1] == Debt("demo", "boss", 6, 1)


def test_a_mark_stays(year: Path) -> None:
    """Who was first stays; marking again changes nothing."""
    assert mark(year, "demo:objectives").exit_code == 0
    before = copied(year, "review.csv")
    assert mark(year, "demo:objectives").output == "还有 6 项没有复核\n"
    assert copied(year, "review.csv") == before


@pytest.mark.parametrize("name", ["demo:objectivs", "dem", "", "demo:objectives/rev", "content/2027/demo/no.md"])
def test_a_name_that_means_nothing(year: Path, name: str) -> None:
    """One of two is enough: nothing is written."""
    before = copied(year, "review.csv")
    result = mark(year, "demo:market", name)
    assert result.exit_code == 2
    assert result.stderr.startswith("plangen: 2027 年的复核清单里没有")
    assert copied(year, "review.csv") == before


def test_a_merged_item_keeps_both_lists(tmp_path: Path) -> None:
    """`was` may name several items: what of them still says the same is still to be looked at."""
    objectives = "calls: {name: 电话, target: 9次}\nvisits: {name: 拜访, target: 5次}\n"
    assert rolled(tmp_path, {"objectives.yml": objectives}).exit_code == 0
    edit(tmp_path, "objectives.yml", objectives, "contacts: {name: 联系, was: [calls, visits], target: 9次}\n")
    assert debt(tmp_path) == [Debt("demo", "", 2, 0)]  # the plan's period and 9次
    assert told(tmp_path, "PG712") == []


def test_a_list_that_cannot_be_written(year: Path) -> None:
    """A year that is sealed: one sentence, nothing changed."""
    (year / "sealed").mkdir()
    (year / "sealed/2027.zip").write_bytes(b"")
    before = copied(year, "review.csv")
    result = mark(year, "demo:market")
    assert (result.exit_code, copied(year, "review.csv")) == (1, before)


def test_a_year_without_a_list(year: Path) -> None:
    """There is nothing to mark in the year that was copied."""
    result = mark(year, "demo", year=2026)
    assert result.exit_code == 2
    assert result.stderr.startswith("plangen: 2026 年的复核清单里没有 demo")


def test_a_list_that_cannot_be_read(year: Path) -> None:
    """A missing column is an error; nothing else breaks."""
    path = year / "content/2027/demo/review.csv"
    path.write_text("address,carried\nobjectives/revenue.target,100万元\n", encoding="utf-8")
    assert told(year, "PG713") == ["复核清单缺这一列：scenario"]
    assert debt(year) == [HOME]


def test_the_page(year: Path) -> None:
    """A table by plan and owner on the checks page; none where all is reviewed."""
    page = next(page for page in open_handbook(year).book(2027).pages if page.path == "checks.md")
    html = "".join(page.slots.values())
    assert "照抄自上年、还没有复核的" in html
    assert mark(year, "demo", "index").exit_code == 0
    page = next(page for page in open_handbook(year).book(2027).pages if page.path == "checks.md")
    assert "照抄自上年、还没有复核的" not in "".join(page.slots.values())


def test_scenarios_count_by_their_files(tmp_path: Path) -> None:
    """What a scenario says is looked at on its own; what it does not say counts once."""
    stretch = "objectives: {revenue: {target: 110万元, channel: {dealer: {target: 70万元}}}}\n"
    assert rolled(tmp_path, {**FILES, "2026/demo/scenarios/stretch.yml": stretch}).exit_code == 0
    assert debt(tmp_path) == [HOME, Debt("demo", "boss", 7, 2), Debt("demo", "rep", 2, 1)]
    edit(tmp_path, "scenarios/stretch.yml", "70万元", "71万元")
    assert debt(tmp_path)[2] == REP
