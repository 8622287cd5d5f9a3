"""Formulas of what was reached: not reported yet is not set; of what nobody plans it is a mistake."""

from pathlib import Path

from handbooks import codes, open_files
from plangen.values import Address

HEAD = "format: 1\ntitle: 试验手册\nlanguage: zh-Hans\ncurrent: 2026\nas_of: 2026-03-05\n"
BONUS = 'revenue: {name: 销售额, target: 120万元}\nbonus: {name: 奖金, target: "= actual(revenue.target@M02) × 2%"}\n'


def test_what_nobody_reported_is_not_set(tmp_path: Path) -> None:
    """No error, and no zero."""
    workspace = open_files(tmp_path, {"handbook.yml": HEAD, "objectives.yml": BONUS})
    assert codes(workspace) == ["ACT111"]
    bonus = workspace.figures.quantity(2026, Address.parse("objectives/bonus.target", "demo"))
    assert bonus is not None
    assert bonus.unset


def test_the_actual_of_nothing_is_a_mistake(tmp_path: Path) -> None:
    """The objective's name is mistyped."""
    files = {"handbook.yml": HEAD, "objectives.yml": BONUS.replace("actual(revenue", "actual(revenu")}
    assert "PG306" in codes(open_files(tmp_path, files))
