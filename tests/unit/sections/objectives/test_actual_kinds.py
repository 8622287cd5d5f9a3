"""Actuals beside the other ways of planning: stocks, targets that lack parts, crossed cells, formulas."""

from pathlib import Path

import pytest

from handbooks import codes
from unit.sections.objectives.test_actuals import REVENUE, opened, said


def test_a_broken_file_of_actuals_is_told_once(tmp_path: Path) -> None:
    """A formula with `actual` does not add that it finds nothing: the file is what is to be mended."""
    plan = REVENUE + "bonus: {name: 奖金, target: '= actual(revenue.target@M01) × 10%'}\n"
    workspace = opened(tmp_path, "address,wert,as_of\nobjectives/revenue@M01,2万元,2026-01-31\n", plan)
    assert sorted(set(codes(workspace))) == ["ACT101", "ACT102"]
    assert said(workspace, "bonus.target") == "待定"


def test_what_does_not_add_up_over_months_is_judged_by_its_latest_month(tmp_path: Path) -> None:
    """Seven people in January, eight from March: of eight planned in March six are there, whatever was before."""
    plan = "staff: {name: 在岗人数, aggregate: {time: last}, phasing: {M01: 7人, M03: 8人}}\n"
    rows = "address,value,as_of\nobjectives/staff@M01,7人,2026-01-31\nobjectives/staff@M02,7人,2026-02-28\n"
    rows += "objectives/staff@M03,6人,2026-03-31\n"
    workspace = opened(tmp_path, rows, plan)
    names = ("ytd", "ytd.actual", "attainment", "attainment@M01", "variance", "progress", "target.actual")
    expected = ["8 人", "6 人", "75%", "100%", "-2 人", "—", "6 人"]
    assert [said(workspace, f"staff.{name}") for name in names] == expected
    known = set(workspace.figures)
    mine = [figure for key, figure in workspace.figures.items() if key.address.item == ("staff",)]
    assert [str(figure.key.address) for figure in mine if not set(figure.inputs) <= known] == []


def test_of_a_target_that_lacks_parts_there_is_no_attainment(tmp_path: Path) -> None:
    """One of two channels is not set: 5 of at least 4 is not 125%."""
    plan = "revenue: {name: 销售额, channel: {own-store: 48万元, dealer: 待定}}\n"
    workspace = opened(tmp_path, "address,value,as_of\nobjectives/revenue@M01,5万元,2026-01-31\n", plan)
    names = ("target@M01", "attainment", "progress")
    assert [said(workspace, f"revenue.{name}") for name in names] == ["4 万元，另有 1 项未定", "待定", "待定"]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", ["objectives/revenue.target@M01/own-store/zhejiang"]),
        ("objectives/revenue@M01/own-store,4万元,2026-01-31\n", []),
        ("objectives/revenue@Q1,20万元,2026-03-31\n", []),
        ("objectives/revenue@M02,20万元,2026-02-28\n", ["objectives/revenue.target@M01/own-store/zhejiang"]),
    ],
)
def test_cells_that_no_total_holds_are_told(tmp_path: Path, more: str, expected: list[str]) -> None:
    """Crossed cells are not added up: where neither a member nor the whole is reported, it is said, with the line."""
    split = "channel: {own-store: 48万元, dealer: 72万元}, region: {zhejiang: 60万元, jiangsu: 60万元}"
    plan = f"revenue: {{name: 销售额, target: 120万元, {split}, cross: [channel, region]}}\n"
    row = "objectives/revenue@M01/own-store/zhejiang,2万元,2026-01-31\n"
    workspace = opened(tmp_path, f"address,value,as_of\n{row}{more}", plan)
    found = [each for each in workspace.findings if each.code == "ACT113"]
    assert [each.args["cell"] for each in found] == expected
    assert [(each.span.file.rpartition("/")[2], each.span.line) for each in found] == [("sales.csv", 2)] * len(expected)


@pytest.mark.parametrize("function", ["share", "attainment", "growth"])
def test_formulas_know_no_share_of_a_sum_that_lacks_parts(tmp_path: Path, function: str) -> None:
    """24 of 48 and something more is not a half."""
    plan = "revenue: {name: 销售额, channel: {own-store: 48万元, dealer: 待定}}\npart: {name: 其中, target: 24万元}\n"
    plan += f"ratio: {{name: 占比, target: '= {function}(part, revenue)'}}\n"
    assert said(opened(tmp_path, "address,value,as_of\n", plan), "ratio.target") == "待定"
