"""Shares of a total that is the sum of its parts, and changes against a last year that gives none."""

from pathlib import Path

import pytest

from handbooks import codes, open_files
from plangen.values import Address, Key, write_quantity
from plangen.workspace import Workspace


def says(workspace: Workspace, address: str) -> str:
    """A figure of 2026 as readers see it."""
    figure = workspace.figures[Key(2026, Address.parse(address, "demo"))]
    return write_quantity(figure.quantity)


@pytest.mark.parametrize(
    ("cells", "share"),
    [
        ("{own-store: 100–150万元}", "100%"),
        ("{own-store: 100–150万元, dealer: 100万元}", "50–60%"),  # 100/200, 150/250
        ("{own-store: 40万元, dealer: 60万元}", "40%"),
        ("{own-store: 40万元, dealer: 待定}", "待定"),
        ("{own-store: 0元, dealer: 0元}", "待定"),
    ],
)
def test_shares_of_a_sum(cells: str, share: str, tmp_path: Path) -> None:
    """Tight, and none while a part is missing or the sum is zero; nobody asked for it, so nobody is told off."""
    workspace = open_files(tmp_path, {"objectives.yml": f"revenue: {{name: 销售额, channel: {cells}}}\n"})
    assert says(workspace, "objectives/revenue.share/own-store") == share
    assert not {"PG302", "PG215"} & set(codes(workspace))


@pytest.mark.parametrize(
    ("last", "now", "changed"),
    [
        ("100万元", "120万元", "20%"),
        ("100–150万元", "120万元", "-20 至 20%"),  # 120/150 − 1, 120/100 − 1
        ("≥100万元", "≥120万元", "≥-100%"),
        ("0元", "120万元", "待定"),
        ("100家", "120万元", "待定"),
        ("≤100万元", "120万元", "待定"),
    ],
)
def test_changes_against_last_year(last: str, now: str, changed: str, tmp_path: Path) -> None:
    """Last year may be anything: no error at this year's target for a figure that nobody asked for."""
    workspace = open_files(
        tmp_path,
        {
            "2025/demo/plan.yml": "name: 试验计划\n",
            "2025/demo/objectives.yml": f"revenue: {{name: 销售额, target: {last}}}\n",
            "objectives.yml": f"revenue: {{name: 销售额, target: {now}}}\n",
        },
    )
    assert says(workspace, "objectives/revenue.yoy") == changed
    assert codes(workspace) == []
    note = workspace.figures[Key(2026, Address.parse("objectives/revenue.yoy", "demo"))].note
    assert ("没有同比" in note) == (changed == "待定")
