"""Objectives: totals, parts, rates, growth, roll-up, calendar. Expected values are computed by hand."""

from pathlib import Path

import pytest

from handbooks import codes, open_files
from plangen.values import Address, write_quantity
from plangen.workspace import Workspace


def value(workspace: Workspace, address: str, year: int = 2026) -> str:
    """The figure at an address, as a reader sees it."""
    figure = workspace.scope(year).figure(Address.parse(address, plan="demo"))
    return write_quantity(figure.quantity, "万元" if figure.quantity.unit.is_money else "") if figure else "none"


CHANNELS = """\
revenue:
  name: 销售额
  target: 1092万元
  period: M06..M12
  channel:
    own-store: {target: 180万元, rate: 7.5万元/人/月, heads: 4人, count: 3家}
    dealer: {target: 912万元}
"""


def test_parts_shares_and_rest(tmp_path: Path) -> None:
    """180 / 1092 = 16.48%, 912 / 1092 = 83.52%; nothing is left over."""
    workspace = open_files(tmp_path, {"objectives.yml": CHANNELS})
    assert value(workspace, "objectives/revenue.share/own-store") == "16.48%"
    assert value(workspace, "objectives/revenue.share/dealer") == "83.52%"
    assert value(workspace, "objectives/revenue.gap/channel") == "0 万元"


def test_rate_times_heads_times_months(tmp_path: Path) -> None:
    """7.5 × 4 × 7 = 210, 30 above the 180 that the target says."""
    workspace = open_files(tmp_path, {"objectives.yml": CHANNELS})
    assert value(workspace, "objectives/revenue.implied/own-store") == "210 万元"
    finding = workspace.findings[0]
    assert finding.code == "OBJ102"
    assert "30 万元" in str(finding.args["difference"])
    assert "6 个月" in str(finding.args["hint"])


def test_months_and_quarters_add_up_both_ways(tmp_path: Path) -> None:
    """1092 over seven months is 156 a month; a clipped second quarter is June alone; the quarters add up."""
    workspace = open_files(tmp_path, {"objectives.yml": CHANNELS})
    assert value(workspace, "objectives/revenue.target@M06") == "156 万元"
    assert value(workspace, "objectives/revenue.target@Q3") == "468 万元"
    assert value(workspace, "objectives/revenue.cumulative@M12") == "1,092 万元"
    scope = workspace.scope(2026)
    for member in ("own-store", "dealer"):
        parts = [
            scope.quantity(Address.parse(f"objectives/revenue.target@{p}/{member}", "demo"))
            for p in ("M06", "Q3", "Q4")
        ]
        whole = scope.quantity(Address.parse(f"objectives/revenue.target/{member}", "demo"))
        assert whole is not None
        assert sum(part.value for part in parts if part is not None) == whole.value


def test_phasing(tmp_path: Path) -> None:
    """20 / 25 / 25 / 30 per cent of 1200: 240, 300, 300, 360."""
    text = "revenue: {name: 销售额, target: 1200万元, phasing: {Q1: 20%, Q2: 25%, Q3: 25%, Q4: 30%}}\n"
    workspace = open_files(tmp_path, {"objectives.yml": text})
    quarters = [value(workspace, f"objectives/revenue.target@Q{n}") for n in (1, 2, 3, 4)]
    assert quarters == ["240 万元", "300 万元", "300 万元", "360 万元"]


def test_growth_on_last_year(tmp_path: Path) -> None:
    """1092 × 2.2 = 2402.4; the change on last year is +120%."""
    files = {
        "2025/demo/plan.yml": "name: 计划\n",
        "2025/demo/objectives.yml": "sales: {name: 销售额, target: 1092万元}\n",
        "objectives.yml": "revenue: {name: 销售额, growth: 120%, was: sales}\n",
    }
    workspace = open_files(tmp_path, files)
    assert value(workspace, "objectives/revenue.target") == "2,402.4 万元"
    assert value(workspace, "objectives/revenue.yoy") == "120%"


def test_roll_up_from_child_plans(tmp_path: Path) -> None:
    """The parent's total and its region are the sums of its children: 100 + 50."""
    files = {
        "objectives.yml": "revenue: {name: 销售额, rollup: children}\n",
        "2026/demo/one/plan.yml": "name: 一\ncovers: {region: zhejiang}\n",
        "2026/demo/one/objectives.yml": "revenue: {name: 销售额, target: 100万元}\n",
        "2026/demo/two/plan.yml": "name: 二\ncovers: {region: jiangsu}\n",
        "2026/demo/two/objectives.yml": "revenue: {name: 销售额, target: 50万元, period: H2}\n",
    }
    workspace = open_files(tmp_path, files)
    assert value(workspace, "objectives/revenue.target") == "150 万元"
    assert value(workspace, "objectives/revenue.target/jiangsu") == "50 万元"
    assert value(workspace, "objectives/revenue.target@Q1") == "25 万元"
    assert codes(workspace) == []


def test_ratio_and_even_spread(tmp_path: Path) -> None:
    """2 : 1 of 900 is 600 and 300; even over two people is 450 each."""
    text = """\
    revenue:
      name: 销售额
      target: 900万元
      spread:
        - {axis: region, rule: ratio, ratio: "2:1", members: [zhejiang, jiangsu]}
        - {axis: person, members: [rep-a, rep-b]}
    """
    workspace = open_files(tmp_path, {"objectives.yml": text})
    assert value(workspace, "objectives/revenue.target/zhejiang") == "600 万元"
    assert value(workspace, "objectives/revenue.target/rep-b") == "450 万元"


@pytest.mark.parametrize(
    ("parts", "wrong"),
    [
        ("{own-store: 40万元, dealer: 60万元}", False),
        ("{own-store: 30万元, dealer: 60万元}", True),
        ("{own-store: 30万元, dealer: 待定}", False),
        ("{own-store: 130万元, dealer: 待定}", True),
        ("{own-store: 20–50万元, dealer: 60万元}", False),
        ("{own-store: 20–30万元, dealer: 60万元}", True),
        ("{own-store: ≥30万元, dealer: 60万元}", False),
        ("{own-store: ≥50万元, dealer: 60万元}", True),
    ],
)
def test_parts_against_total(tmp_path: Path, parts: str, *, wrong: bool) -> None:
    """Parts contradict a total of 100万 only where no value of theirs can reach it."""
    text = f"revenue:\n  name: 销售额\n  target: 100万元\n  channel: {parts}\n"
    assert ("OBJ101" in codes(open_files(tmp_path, {"objectives.yml": text}))) is wrong


def test_unset_parts_are_counted(tmp_path: Path) -> None:
    """Two of two parts are not set: both are counted, the sum is unset and never zero."""
    text = "revenue:\n  name: 销售额\n  target: 100万元\n  channel: {own-store: 待定, dealer: 待定}\n"
    workspace = open_files(tmp_path, {"objectives.yml": text})
    assert workspace.unset_count() == 2
    assert value(workspace, "objectives/revenue.target.rollup/channel").startswith("待定")
