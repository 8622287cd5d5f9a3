"""Formulas in every quantity field: the value arrives in figures and pages, and checks see it like a typed one."""

import re
from pathlib import Path

import pytest

from handbooks import PLAN, open_files
from numbered import numbered
from plangen.findings import message
from plangen.render.terminal.rounding import rounding
from plangen.values import Address, Key, write_quantity
from plangen.workspace import Workspace


def said(workspace: Workspace, address: str) -> str:
    """A figure of 2026, as people read it."""
    quantity = workspace.figures.quantity(2026, Address.parse(f"demo:{address}"))
    return "—" if quantity is None else write_quantity(quantity)


def shown(workspace: Workspace, kind: str, address: str) -> set[str]:
    """What a section's page says where it names a figure."""
    html = numbered(workspace.book(2026), f"demo/{kind}.md")
    starts = [found.end() for found in re.finditer(rf'data-address="demo:{re.escape(address)}">', html)]
    return {_inside(html[start:]) for start in starts}


def _inside(html: str) -> str:
    """The text up to the end of the span that is open."""
    depth = 1
    for tag in re.finditer("<(/?)span[^>]*>", html):
        depth += -1 if tag[1] else 1
        if not depth:
            return re.sub("<[^>]*>", "", html[: tag.start()])
    return ""


def told(workspace: Workspace, code: str) -> list[str]:
    """What a check says."""
    return [message(finding, "zh") for finding in workspace.findings if finding.code == code]


def codes(workspace: Workspace) -> set[str]:
    """The codes of errors and warnings; notes of things that are not there are left out."""
    return {finding.code for finding in workspace.findings} - {"OBJ115", "OBJ120", "ORG105"}


YEAR = {
    "2025/demo/plan.yml": PLAN,
    "2025/demo/objectives.yml": "revenue: {name: 销售额, target: 100万元}\n",
    "2026/demo/plan.yml": f"{PLAN}unit: 万元\n",
}


def objectives(tmp_path: Path, text: str) -> Workspace:
    """A plan with last year's revenue of 100万元."""
    return open_files(tmp_path, {**YEAR, "objectives.yml": text})


CHANNELS = """\
revenue:
  name: 销售额
  period: M01..M06
  channel:
    dealer: {target: %s, rate: '= 5万元/人/月 × 1.5', heads: = count × 1人/家, count: = 2家 + 2家}
    own-store: {target: 120万元, rate: 10万元/人/月, heads: '= round(share(12万元, 6万元) × 1人)', count: 3家}
"""


def test_rate_heads_and_count(tmp_path: Path) -> None:
    """7.5万元/人/月 × 4人 × 6 months = 180万元; 10 × 2 × 6 = 120万元; 4 + 3 = 7 shops."""
    workspace = objectives(tmp_path, CHANNELS % "180万元")
    assert codes(workspace) == set()
    assert said(workspace, "objectives/revenue.implied/dealer") == "180 万元"
    assert said(workspace, "objectives/revenue.implied/own-store") == "120 万元"
    assert said(workspace, "objectives/revenue.count.rollup/channel") == "7 家"
    assert said(workspace, "objectives/revenue.work/dealer") == "24 人·月"
    assert "7.5 万元/人/月" in shown(workspace, "objectives", "objectives/revenue.rate/dealer")
    assert "4" in shown(workspace, "objectives", "objectives/revenue.count/dealer")


def test_checks_multiply_what_formulas_give(tmp_path: Path) -> None:
    """The target contradicts the rates: 180 and 120 are not 150 and 120."""
    workspace = objectives(tmp_path, CHANNELS % "150万元")
    assert told(workspace, "OBJ102") == ["销售额：单价 × 数量 × 6 个月得 300 万元，目标写 270 万元，差 30 万元"]


def test_growth(tmp_path: Path) -> None:
    """Last year × (1 + growth), where the growth is computed."""
    workspace = objectives(tmp_path, "revenue: {name: 销售额, growth: = 15% + 5%}\n")
    assert codes(workspace) == set()
    assert said(workspace, "objectives/revenue.target") == "120 万元"


def test_growth_is_compared_with_the_target(tmp_path: Path) -> None:
    """Both written, and they disagree."""
    workspace = objectives(tmp_path, "revenue: {name: 销售额, target: 130万元, growth: = 15% + 5%}\n")
    assert told(workspace, "OBJ104") == ["销售额按增长率算是 120 万元，目标写 130 万元"]


SHARES = """\
revenue:
  name: 销售额
  target: 100万元
  phasing: {H1: = 20%% × 2, H2: %s}
  channel: {dealer: 30万元, own-store: 70万元}
"""


@pytest.mark.parametrize("half", ["= 100% - revenue.phasing@H1", "60%"])
def test_phasing_in_shares(tmp_path: Path, half: str) -> None:
    """40% and the rest: months, parts and quarters are made from what the formulas give."""
    workspace = objectives(tmp_path, SHARES % half)
    assert codes(workspace) == set()
    assert said(workspace, "objectives/revenue.phasing@H2") == "60%"
    assert said(workspace, "objectives/revenue.target@H1") == "40 万元"
    assert said(workspace, "objectives/revenue.target@Q3") == "30 万元"
    assert said(workspace, "objectives/revenue.target@Q3/dealer") == "9 万元"
    assert "30.0" in shown(workspace, "objectives", "objectives/revenue.target@Q3")


def test_a_phase_explains_itself(tmp_path: Path) -> None:
    """The terminal tells the weights that formulas give, as if they were typed."""
    workspace = objectives(tmp_path, SHARES % "= 100% - revenue.phasing@H1")
    figure = workspace.figures[Key(2026, Address.parse("demo:objectives/revenue.target@H2"))]
    inputs = [workspace.figures[key].quantity for key in figure.inputs]
    assert rounding(figure, inputs, "zh", "万元") == "100 × 3 ÷ 5 = 60"


def test_phasing_in_amounts(tmp_path: Path) -> None:
    """Amounts that make the target."""
    workspace = objectives(tmp_path, SHARES.replace("20%% × 2", "20万元 × 2") % "= 30万元 × 2")
    assert codes(workspace) == set()
    assert said(workspace, "objectives/revenue.target@H2") == "60 万元"
    assert said(workspace, "objectives/revenue.target@Q3/own-store") == "21 万元"


def test_a_phasing_that_is_not_the_whole(tmp_path: Path) -> None:
    """Shares and amounts are added up as the formulas give them."""
    shares = objectives(tmp_path, SHARES % "= 25% × 2")
    assert told(shares, "PG216") == ["销售额各期占比合计 90%，应为 100%（差 10%）"]


def test_amounts_of_a_phasing_that_are_not_the_whole(tmp_path: Path) -> None:
    """Forty and fifty are not a hundred."""
    amounts = objectives(tmp_path, SHARES.replace("20%% × 2", "20万元 × 2") % "= 25万元 × 2")
    assert told(amounts, "OBJ101") == ["销售额按期间相加 90 万元，合计写着 100 万元，差 10 万元"]


def test_a_phasing_of_two_kinds(tmp_path: Path) -> None:
    """A share and an amount cannot be added up."""
    assert told(objectives(tmp_path, SHARES % "= 30万元 × 2"), "OBJ118") == [
        "销售额的节奏里 H1 40% 与别的占比或目标的单位“元”放不到一起"
    ]


def test_a_phase_that_is_not_known(tmp_path: Path) -> None:
    """What a formula cannot tell is unset in its months, and the others have their own."""
    text = SHARES % "'= share(open, 100万元)'" + "open: {name: 未定, target: 待定}\n"
    workspace = objectives(tmp_path, text)
    assert said(workspace, "objectives/revenue.target@H1") == "40 万元"
    assert said(workspace, "objectives/revenue.target@Q3") == "待定"
    assert said(workspace, "objectives/revenue.target@Q3/dealer") == "待定"
    assert workspace.book(2026).pages


def test_a_phase_whose_unit_nobody_can_tell(tmp_path: Path) -> None:
    """Neither a share nor an amount: refused, and never taken as even months in silence."""
    text = SHARES % "= open ÷ 100万元 × 60%" + "open: {name: 未定, target: 待定}\n"
    assert told(objectives(tmp_path, text), "OBJ123") == ["销售额：公式得出的单位是 —，而靠它的数按 未知的单位 算"]


def test_a_rate_whose_unit_nobody_can_tell(tmp_path: Path) -> None:
    """It multiplies nothing, and says so."""
    text = "part: {name: 占比, channel: {dealer: 3万元, own-store: 7万元}}\n"
    text += "a: {name: 甲, target: 10万元, rate: '= part.share/dealer × 1万元/人/月', heads: 4人}\n"
    workspace = objectives(tmp_path, text)
    assert told(workspace, "OBJ123") == ["甲：公式得出的单位是 元/人/月，而靠它的数按 未知的单位 算"]


BUDGET = """\
run:
  name: 日常
  share_of: objectives/revenue.target
  max_share: = 2%% × %s
  lines:
    rent:
      name: 房租
      price: = 1000元/月 + 500元/月
      quantity: = 1套 + 1套
      periods: = 4月 - 1月
      cap: = 3000元 × 2
    desk: {name: 办公桌, amount: = 400元 × 5}
"""


def budget(tmp_path: Path, text: str) -> Workspace:
    """A plan with a revenue of 10万元 and a budget."""
    return open_files(tmp_path, {"objectives.yml": "revenue: {name: 销售额, target: 10万元}\n", "budget.yml": text})


def test_a_budget_of_formulas(tmp_path: Path) -> None:
    """1500 元/月 × 3 = 4500, × 2 sets is no amount of money; without the sets it is."""
    workspace = budget(tmp_path, (BUDGET % "4").replace("      quantity: = 1套 + 1套\n", ""))
    assert codes(workspace) == set()
    assert said(workspace, "budget/rent.amount") == "4,500 元"
    assert said(workspace, "budget/run.amount") == "6,500 元"
    assert "1,500" in shown(workspace, "budget", "budget/rent.price")
    assert "2,000" in shown(workspace, "budget", "budget/desk.amount")


def test_a_quantity_is_multiplied(tmp_path: Path) -> None:
    """Two sets at 1500 元/套/月 for three months: 9000元, above the cap of 6000元."""
    text = (BUDGET % "5.5").replace("元/月", "元/套/月")
    workspace = budget(tmp_path, text)
    assert said(workspace, "budget/rent.amount") == "9,000 元"
    assert told(workspace, "BUD103") == ["“房租”9,000 元，超过上限 6,000 元（多 3,000 元）"]
    assert said(workspace, "budget/rent.over") == "3,000 元"
    assert "3,000 元" in shown(workspace, "budget", "budget/rent.over")


def test_the_largest_share_is_computed(tmp_path: Path) -> None:
    """6% of 10万元 is 6000元, and the costs are 6500元."""
    workspace = budget(tmp_path, (BUDGET % "3").replace("      quantity: = 1套 + 1套\n", ""))
    assert told(workspace, "BUD105") == ["“日常”6,500 元，占 销售额 的 6.5%，超过上限 6%（6,000 元）"]


def test_an_amount_is_compared_with_its_product(tmp_path: Path) -> None:
    """An amount that is computed beside a price."""
    text = "run: {name: 日常, lines: {rent: {name: 房租, price: 1500元/月, periods: 3月, amount: = 2000元 × 2}}}\n"
    assert told(budget(tmp_path, text), "BUD106") == [
        "“房租”写的金额是 4,000 元，按 1,500 元/月 × 3 个月 算是 4,500 元，差 500 元"
    ]


def test_a_cap_without_upper_end(tmp_path: Path) -> None:
    """Seen in what the formula gives: twice at least 100元."""
    text = "run: {name: 日常, lines: {rent: {name: 房租, amount: ≥100元, cap: = amount × 2}}}\n"
    assert told(budget(tmp_path, text), "BUD110") == ["“房租”的上限写成 ≥200 元，没有上端，什么也限制不了"]


ORG = """\
roles:
  lead: {name: 组长, headcount: 1人, max_span: = 2人 × %s, holder: 林一}
  rep: {name: 业务员, initial: 4人, headcount: = initial + 2人, reports_to: lead, holder: 待定}
"""


def test_headcounts(tmp_path: Path) -> None:
    """Four people and two more: six, seven in all."""
    workspace = open_files(tmp_path, {"org.yml": ORG % 3})
    assert codes(workspace) == set()
    assert said(workspace, "org/total.headcount") == "7 人"
    assert said(workspace, "org/rep.change") == "2 人"
    assert "6" in shown(workspace, "org", "org/rep.headcount")
    assert told(workspace, "ORG105") == ["“业务员”任职人待定（编制 6 人）"]


def test_a_span_of_control(tmp_path: Path) -> None:
    """Six people report to somebody who may lead four."""
    (found,) = told(open_files(tmp_path, {"org.yml": ORG % 2}), "ORG103")
    assert "6 人" in found
    assert "4 人" in found


def test_goals_of_phases(tmp_path: Path) -> None:
    """A goal may be computed from an objective."""
    files = {
        "objectives.yml": "leads: {name: 名录, target: 300家}\n",
        "phases.yml": """\
            opening:
              name: 开拓期
              start: 2026-01-05
              end: 2026-03-31
              goals: {calls: {name: 回访, target: = objectives/leads × 2}}
            """,
    }
    workspace = open_files(tmp_path, files)
    assert said(workspace, "phases/opening/calls.target") == "600 家"
    assert "600 家" in shown(workspace, "phases", "phases/opening/calls.target")


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("objectives.yml", "a: {name: 甲, target: 1万元, step: = 500元 × 2}\n"),
        ("objectives.yml", "a: {name: 甲, target: 1家, stated: {count: = 2家}}\n"),
        ("budget.yml", "a: {name: 甲, stated: {amount: = 2元}, lines: {b: {name: 乙, amount: 2元}}}\n"),
        ("phases.yml", "a: {name: 甲, start: 2026-01-05, end: 2026-01-06, stated: {lasts: = 2天}}\n"),
    ],
)
def test_claims_and_settings_are_typed(tmp_path: Path, file: str, text: str) -> None:
    """A formula there is refused with the reason."""
    (finding,) = [each for each in open_files(tmp_path, {file: text}).findings if each.code == "PG310"]
    assert "不能写公式" in message(finding, "zh")
