"""Words in lists and mappings are looked at one by one, like all others; names, tags and references are not."""

import csv
from pathlib import Path

import pytest

from plangen.model import Debt
from unit.rollover.test_review import debt, edit, told
from unit.rollover.years import ORG, copied, mark, rolled

FILES = {
    "2026/demo/plan.yml": "name: 试验计划\nowner: boss\nchapters: [procedures]\n",
    "org.yml": "roles: {boss: {name: 经理}, rep: {name: 业务员}}\n",
    "procedures.yml": """\
visit:
  name: 拜访
  source: D1-1
  owner: rep
  steps:
    go: {text: 出门, checklist: [样品, 名片, 报价单]}
    talk: {text: 谈, checklist: 先听后说}
""",
    "competitors.yml": """\
dimensions: {price: {name: 价格}, terms: {name: 账期}}
competitors: {big: {name: 大厂, owner: rep, values: {price: 略低, terms: 待定}, response: 守住老客户}}
""",
    "duties.yml": "rep: {call: {text: 打电话, tags: [客户, 电话], frequency: 每天}}\n",
}
LIST = [
    ["procedures/visit/go.text", "出门"],
    ["procedures/visit/go.checklist", "样品"],
    ["procedures/visit/go.checklist", "名片"],
    ["procedures/visit/go.checklist", "报价单"],
    ["procedures/visit/talk.text", "谈"],
    ["procedures/visit/talk.checklist", "先听后说"],
]


@pytest.fixture
def year(tmp_path: Path) -> Path:
    """A handbook whose 2027 was rolled over."""
    result = rolled(tmp_path, FILES)
    assert result.exit_code == 0, result.output
    return tmp_path


def lines(root: Path, kind: str) -> list[list[str]]:
    """The lines of the review list that speak of a section: address and what was carried."""
    rows = csv.reader(copied(root, "review.csv").splitlines())
    return [[row[0], row[2]] for row in rows if row[0].startswith(f"{kind}/")]


def test_lines_of_lists_and_cells_of_mappings_are_listed(year: Path) -> None:
    """Each text by itself, a text alone like a list of one; no name, tag, source or chapter."""
    assert lines(year, "procedures") == LIST
    assert lines(year, "competitors") == [
        ["competitors/big.values@price", "略低"],
        ["competitors/big.values@terms", "待定"],
        ["competitors/big.response", "守住老客户"],
    ]
    assert lines(year, "duties") == [["duties/call.text", "打电话"], ["duties/call.frequency", "每天"]]
    assert debt(year) == [Debt("demo", "rep", 0, 11)]


def test_a_line_of_a_list_is_reviewed_by_what_it_says(year: Path) -> None:
    """One that changed is; the order does not matter; the address marks all of a list."""
    edit(year, "procedures.yml", "[样品, 名片, 报价单]", "[报价单, 样品, 新名片]")
    assert debt(year) == [Debt("demo", "rep", 0, 10)]
    edit(year, "competitors.yml", "price: 略低", "price: 持平")
    assert debt(year) == [Debt("demo", "rep", 0, 9)]
    assert mark(year, "demo:procedures/visit/go.checklist").exit_code == 0
    assert debt(year) == [Debt("demo", "rep", 0, 7)]
    assert told(year, "PG712") == []


def test_a_list_of_roles_answers_by_its_first(tmp_path: Path) -> None:
    """Where an entry is for several roles and names no owner, the first of them answers for it."""
    incentives = "bonus: {name: 奖金, role: [rep, boss], conditions: {done: {text: 完成}}, consequence: 表扬}\n"
    assert rolled(tmp_path, {"org.yml": ORG, "incentives.yml": incentives}).exit_code == 0
    assert Debt("demo", "rep", 0, 2) in debt(tmp_path)


def test_quantities_in_lists_are_values(tmp_path: Path) -> None:
    """Where the bands of a chart end: two numbers of a list."""
    objectives = "revenue: {name: 收入, target: 9万元, bands: [80%, 100%]}\n"
    assert rolled(tmp_path, {"objectives.yml": objectives}).exit_code == 0
    assert lines(tmp_path, "objectives") == [
        ["objectives/revenue.target", "9万元"],
        ["objectives/revenue.bands", "80%"],
        ["objectives/revenue.bands", "100%"],
    ]
    assert debt(tmp_path) == [Debt("demo", "", 4, 0)]  # and the plan's period
