"""Formulas in plans: what names mean, where mistakes are, what follows."""

from pathlib import Path

import pytest

from handbooks import PLAN, open_files
from plangen.findings import message
from plangen.values import Address, write_quantity
from plangen.workspace import Workspace

LAST_YEAR = {
    "2025/demo/plan.yml": PLAN,
    "2025/demo/objectives.yml": "revenue: {name: 销售额, target: 100万元}\nold: {name: 旧店, target: 50家}\n",
}


def said(workspace: Workspace, address: str) -> str:
    """A figure of 2026, as people read it."""
    quantity = workspace.figures.quantity(2026, Address.parse(f"demo:{address}"))
    return "—" if quantity is None else write_quantity(quantity)


def found(workspace: Workspace) -> list[str]:
    """Code, line and column of every finding."""
    return [f"{finding.code} {finding.span.line}:{finding.span.column}" for finding in workspace.findings]


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("previous × (1 + 20%)", "120 万元"),
        ("上年 × 1.1", "110 万元"),
        ("other × 2", "60 万元"),
        ("other.target/dealer", "10 万元"),
        ("objectives/other.target@M01", "2.5 万元"),
        ("demo:objectives/other", "30 万元"),
        ("cumulative(other.target@M03)", "7.5 万元"),
        ("rate × heads × 12月", "72 万元"),
        ("budget/set.amount - 1万元", "4 万元"),
        ("previous(objectives/other) + 1万元", "21 万元"),
    ],
)
def test_names_mean_what_they_say(tmp_path: Path, formula: str, value: str) -> None:
    """Last year, neighbours, own measures, members, months, addresses; values worked out by hand."""
    files = {
        **LAST_YEAR,
        "2025/demo/objectives.yml": "revenue: {name: 销售额, target: 100万元}\nother: {name: 其他, target: 20万元}\n",
        "objectives.yml": f"""\
            revenue: {{name: 销售额, target: '= {formula}', rate: 1.5万元/人/月, heads: 4人}}
            other: {{name: 其他, target: 30万元, channel: {{own-store: 20万元, dealer: 10万元}}}}
            """,
        "budget.yml": "set: {name: 筹备, lines: {a: {name: 甲, amount: 5万元}}}\n",
    }
    assert said(open_files(tmp_path, files), "objectives/revenue.target") == value


@pytest.mark.parametrize("formula", ["if(other > 50万元, open, 3家)", "max(open, 3家)", "if(other > 5万元, 3家, open)"])
def test_the_unit_is_that_of_any_branch_that_tells_it(tmp_path: Path, formula: str) -> None:
    """`open` has none yet: the objective is counted in shops and not, as one that tells nothing, in 元."""
    text = f"""\
        new: {{name: 新店, target: '= {formula}'}}
        open: {{name: 未定, target: 待定}}
        other: {{name: 其他, target: 30万元}}
        """
    workspace = open_files(tmp_path, {"objectives.yml": text})
    assert found(workspace) == []
    assert said(workspace, "objectives/new.target") == ("待定" if formula.startswith("max") else "3 家")


def test_what_follows_from_a_formula_has_its_unit(tmp_path: Path) -> None:
    """Stores are split into whole stores, whether last year or another formula gives the unit."""
    text = "old: {name: 旧店, target: = previous + 10家}\nnew: {name: 新店, target: = old × 2, spread: [%s]}\n"
    text %= "{axis: channel, rule: even, members: [own-store, dealer]}"
    workspace = open_files(tmp_path, {**LAST_YEAR, "objectives.yml": text})
    assert said(workspace, "objectives/old.target") == "60 家"
    assert said(workspace, "objectives/new.target") == "120 家"
    assert said(workspace, "objectives/new.target/dealer") == "60 家"


def test_a_renamed_item_is_found_last_year(tmp_path: Path) -> None:
    """`previous` looks under the id of that time."""
    text = "stores: {name: 门店, was: old, target: = previous + 5家}\n"
    workspace = open_files(tmp_path, {**LAST_YEAR, "objectives.yml": text})
    assert said(workspace, "objectives/stores.target") == "55 家"


def test_children_and_parent(tmp_path: Path) -> None:
    """A sum over child plans, and a child's part of its parent."""
    files = {
        "objectives.yml": "revenue: {name: 销售额, target: = sum(children)}\n",
        "2026/demo/a/plan.yml": PLAN,
        "2026/demo/a/objectives.yml": "revenue: {name: 销售额, target: 30万元}\n",
        "2026/demo/b/plan.yml": PLAN,
        "2026/demo/b/objectives.yml": "revenue: {name: 销售额, target: 待定}\n",
        "2026/demo/c/plan.yml": PLAN,
        "2026/demo/c/objectives.yml": "half: {name: 半数, target: = parent(objectives/revenue) × 50%}\n",
    }
    workspace = open_files(tmp_path, files)
    assert said(workspace, "objectives/revenue.target") == "30 万元，另有 1 项未定"
    quantity = workspace.figures.quantity(2026, Address.parse("demo/c:objectives/half.target"))
    assert quantity is not None
    assert quantity.low == 150_000


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("a: {name: 甲, target: = b}\nb: {name: 乙, target: = a}\n", ["PG307 1:22"]),
        ("a: {name: 甲, target: '= sum(a, 1万元)'}\n", ["PG307 1:22"]),
        ("a: {name: 甲, target: = 1万元 + revenu}\n", ["PG306 1:30"]),
        ('a: {name: 甲, target: "= summ(1万元)"}\n', ["PG306 1:25"]),
        ("a: {name: 甲, target: = 1万元 + 3家}\n", ["PG215 1:30"]),
        ("a: {name: 甲, target: = 10万元 ÷ 3}\n", ["PG308 1:24"]),
        ("a:\n  name: 甲\n  target: = 10万元 / 4\n", ["PG304 3:18"]),
        ("a: {name: 甲, target: = previous}\n", ["PG306 1:24"]),
        ("a: {name: 甲, target: = 2 × 10}\n", ["PG309 1:24"]),
        ("a: {name: 甲, target: = 2万元 × 2万元}\n", ["PG309 1:24"]),
        ("a: {name: 甲, target: = 1万元 + 007万元}\n", ["PG203 1:30"]),
        ("a: {name: 甲, target: = previous(previous)}\n", ["PG306 1:24"]),
        ("a: {name: 甲, target: = parent}\n", ["PG306 1:24"]),
        ("a: {name: 甲, target: = 1万元 + 100美元}\n", ["PG205 1:30"]),
        ("a: {name: 甲, target: 1万元, growth: = 10% + 1家}\n", ["PG215 1:43"]),
        ("a: {name: 甲, target: 1万元, growth: = 2万元}\n", ["PG309 1:37"]),
        ("a: {name: 甲, target: 1万元, rate: = 2万元, heads: 4人}\n", ["PG309 1:35"]),
        ("a: {name: 甲, target: 1万元, heads: = hads × 2, rate: 1万元/人/月}\n", ["PG306 1:36"]),
        ("a: {name: 甲, target: 1万元, count: = 10家 ÷ 3}\n", ["PG308 1:36"]),
        ("a:\n  name: 甲\n  target: 1万元\n  phasing:\n    H1: 40%\n    H2: = 60% + 3家\n", ["PG215 6:17"]),
        ("a: {name: 甲, target: 1万元, step: = 2元}\n", ["PG310 1:33"]),
        ("a: {name: 甲, target: 1万元, stated: {target: = 1万元}}\n", ["PG310 1:44"]),
        ("a: {name: 甲, target: = 3家 + 2万元, rate: 1万元/人/月, heads: 4人}\n", ["PG215 1:29"]),
    ],
)
def test_mistakes_are_found_in_their_column(tmp_path: Path, text: str, findings: list[str]) -> None:
    """The column counts from 1 in the file, and points into the formula."""
    workspace = open_files(tmp_path, {"objectives.yml": text})
    assert [each for each in found(workspace) if each.startswith("PG")] == findings


@pytest.mark.parametrize(
    ("q4", "said"),
    [
        ("= q3 × 1.5", "q3 没有写 target"),
        ("= q3x × 1.5", "没有 q3x 这个数，是不是“q3”"),
        ("= q44 × 2", "没有 q44 这个数"),
    ],
)
def test_an_item_without_the_number_is_not_taken_for_a_misspelling(tmp_path: Path, q4: str, said: str) -> None:
    """A quarter grown from one that has no target; and the item's own name is never the way out."""
    yaml = f"q3: {{name: 三季度}}\nq4: {{name: 四季度, target: {q4}}}\n"
    told = [message(each) for each in open_files(tmp_path, {"objectives.yml": yaml}).findings if each.code == "PG306"]
    assert len(told) == 1
    assert said in told[0]
    assert "“q4”" not in told[0]


def test_a_slip_in_a_name_names_the_nearest(tmp_path: Path) -> None:
    """The way out of a slip of the keyboard."""
    text = "revenue: {name: 销售额, target: 100万元}\na: {name: 甲, target: = revenu × 2}\n"
    (finding,) = open_files(tmp_path, {"objectives.yml": text}).findings
    assert message(finding, "zh") == "公式里：没有 revenu 这个数，是不是“revenue”？"


def test_a_formula_is_not_counted_as_missing(tmp_path: Path) -> None:
    """It is given; what its inputs lack is counted there."""
    text = "revenue: {name: 销售额, target: 待定}\na: {name: 甲, target: = revenue × 2}\n"
    workspace = open_files(tmp_path, {"objectives.yml": text})
    assert workspace.unset_count() == 1
    assert said(workspace, "objectives/a.target") == "待定"


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("revenue - open", "待定"),
        ("(100万元 - open) ÷ 2", "待定"),
        ("sum(revenue, open)", "120 万元，另有 1 项未定"),
        ("max(sum(open, 10万元), 5万元)", "10 万元，另有 1 项未定"),
        ("-cumulative(revenue.target@M03) + 100万元", "70 万元"),
        ("if(cumulative(revenue.target@M03) > 20万元, 1万元, 2万元)", "1 万元"),
        ("四舍五入(revenue ÷ 7, 0.1万元)", "17.1 万元"),
        ("四舍五入（revenue÷7，0.1万元）", "17.1 万元"),
    ],
)
def test_what_is_not_known_stays_unknown(tmp_path: Path, formula: str, value: str) -> None:
    """Only `sum` goes on beside 待定, and says so; months add up wherever `cumulative` stands."""
    text = "revenue: {name: 销售额, target: 120万元}\nopen: {name: 未定, target: 待定}\n"
    text += f"a: {{name: 甲, target: '= {formula}'}}\n"
    workspace = open_files(tmp_path, {"objectives.yml": text})
    assert workspace.findings == []
    assert said(workspace, "objectives/a.target") == value


def test_the_units_of_child_plans_are_told(tmp_path: Path) -> None:
    """7 and 6 stores are split into whole stores, and the pages can be made."""
    spread = "spread: [{axis: channel, rule: even, members: [own-store, dealer]}]"
    files = {
        "objectives.yml": f"stores: {{name: 门店, target: = sum(children), {spread}}}\n",
        "2026/demo/a/plan.yml": PLAN,
        "2026/demo/a/objectives.yml": "stores: {name: 门店, target: 7家}\n",
        "2026/demo/b/plan.yml": PLAN,
        "2026/demo/b/objectives.yml": """\
            stores: {name: 门店, channel: {own-store: {target: 2家}, dealer: {target: 4家}}}
            """,
    }
    workspace = open_files(tmp_path, files)
    assert [finding.code for finding in workspace.findings] == []
    assert said(workspace, "objectives/stores.target/own-store") == "7 家"
    assert workspace.book(2026).pages


def test_a_refused_child_plan_is_missing_and_not_nothing(tmp_path: Path) -> None:
    """Its figure may be anything: the sum says that one is missing."""
    files = {
        "objectives.yml": "revenue: {name: 销售额, target: = sum(children)}\n",
        "2026/demo/a/plan.yml": PLAN,
        "2026/demo/a/objectives.yml": "revenue: {name: 销售额, target: 30万元}\n",
        "2026/demo/b/plan.yml": PLAN,
        "2026/demo/b/objectives.yml": "revenue: [\n",
    }
    assert said(open_files(tmp_path, files), "objectives/revenue.target") == "待定"


def test_checks_see_the_result_of_a_formula(tmp_path: Path) -> None:
    """What a formula gives is compared like a typed number."""
    text = (
        "revenue: {name: 销售额, target: = 50万元 × 2, stated: {target: 90万元}, channel: {dealer: {target: = 40万元}}}"
    )
    found_codes = {finding.code for finding in open_files(tmp_path, {"objectives.yml": text}).findings}
    assert {"OBJ101", "OBJ103"} <= found_codes


def test_long_chains_take_no_time(tmp_path: Path) -> None:
    """Each name is asked for its unit once: forty lines of two names each would be 2^40 questions otherwise."""
    lines = ["v0: {name: 零, target: 8万元}"]
    lines += [f"v{i}: {{name: 甲{i}, target: = v{i - 1} × 50% + v{i - 1} × 50%}}" for i in range(1, 41)]
    workspace = open_files(tmp_path, {"objectives.yml": "\n".join(lines) + "\n"})
    assert said(workspace, "objectives/v40.target") == "8 万元"
