"""Hidden assumptions: what must be true for a target to come from its rate."""

import re
from pathlib import Path

import pytest

from handbooks import PLAN, open_files
from numbered import numbered
from plangen.values import Address, write_quantity
from plangen.workspace import Workspace

CHANNELS = """\
revenue:
  name: 销售额
  target: 372万元
  period: M06..M12
  channel:
    own-store: {target: 180万元, rate: 7.5万元/人/月, heads: 4人}
    dealer: {target: 192万元, rate: 8万元/家/月, count: 3家}
"""


def said(workspace: Workspace, address: str) -> str | None:
    """A figure of the plan, as people read it."""
    quantity = workspace.figures.quantity(2026, Address.parse(f"demo:objectives/{address}"))
    return None if quantity is None else write_quantity(quantity)


def test_work_is_target_by_rate_and_months_are_work_by_heads(tmp_path: Path) -> None:
    """180 ÷ 7.5 = 24 months of one person, 6 months of four; 192 ÷ 8 = 24 months of one dealer, 8 of three."""
    workspace = open_files(tmp_path, {"objectives.yml": CHANNELS})
    assert said(workspace, "revenue.work/own-store") == "24 人·月"
    assert said(workspace, "revenue.work.each/own-store") == "6 个月"
    assert said(workspace, "revenue.work/dealer") == "24 家·月"
    assert said(workspace, "revenue.work.each/dealer") == "8 个月"


def test_the_page_says_it_and_marks_what_the_period_has_not(tmp_path: Path) -> None:
    """One sentence a part; eight months do not fit into June to December."""
    book = open_files(tmp_path, {"objectives.yml": CHANNELS, "2026/demo/plan.yml": f"{PLAN}unit: 万元\n"}).book(2026)
    html = numbered(book, "demo/objectives.md")
    said = re.sub("<[^>]*>", "", html)
    assert "（期间 7 个月）" in said
    assert "期间只有 7 个月" in said
    assert "revenue.work.each/dealer" in html


@pytest.mark.parametrize(
    "fields",
    [
        "target: 180万元",
        "target: 180万元, rate: 7.5万元/人/月",
        "target: 180万元, rate: 7.5万元/人/月, heads: 待定",
        "target: 180万元, rate: 90万元/人/年, heads: 2人",
        "target: 180万元, rate: 7.5万元/人/月, count: 3家",
        "target: 180万元, rate: 0万元/人/月, heads: 4人",
    ],
)
def test_nothing_is_assumed_where_it_does_not_fit(tmp_path: Path, fields: str) -> None:
    """No rate, no heads, another time, another unit, nothing to divide by."""
    workspace = open_files(tmp_path, {"objectives.yml": f"revenue: {{name: 销售额, {fields}}}\n"})
    assert said(workspace, "revenue.work") is None


def test_ranges_stay_ranges(tmp_path: Path) -> None:
    """Four to six people need four to six months each."""
    text = "revenue: {name: 销售额, target: 180万元, rate: 7.5万元/人/月, heads: 4–6人}\n"
    workspace = open_files(tmp_path, {"objectives.yml": text})
    assert said(workspace, "revenue.work.each") == "4–6 个月"
