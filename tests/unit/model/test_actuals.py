"""Actuals: rows of CSV files become figures beside the plan's, and every slip a finding at its cell."""

import random
from pathlib import Path

import pytest

from handbooks import codes, open_files
from plangen.findings import message, way_out
from plangen.values import Address, Key, write_quantity
from plangen.workspace import Workspace

LATER = "format: 1\ntitle: 试验手册\ncurrent: 2026\nas_of: 2026-04-05\n"
PLAN = """\
revenue:
  name: 销售额
  target: 120万元
  channel: {own-store: 48万元, dealer: 72万元}
shops: {name: 新开门店, target: 12家}
"""


def opened(root: Path, rows: str, plan: str = PLAN) -> Workspace:
    """A plan with one file of actuals."""
    files = {"handbook.yml": LATER, "objectives.yml": plan, "2026/demo/actuals/sales.csv": rows}
    return open_files(root, files)


def actuals(workspace: Workspace) -> dict[str, str]:
    """Every typed actual of the plan: its address and how it is written."""
    return {
        key.address.short("demo"): write_quantity(figure.quantity)
        for key, figure in workspace.figures.items()
        if key.address.facet == "actual" and figure.rule == "typed"
    }


def found(workspace: Workspace) -> list[tuple[str, str]]:
    """Code and line:column of each finding in the file of actuals, each with words in both languages."""
    mine = [finding for finding in workspace.findings if finding.span.file.endswith("sales.csv")]
    assert all("{" not in message(each, word) + way_out(each, word) for each in mine for word in ("zh", "en"))
    return [(finding.code, str(finding.span).partition(":")[2]) for finding in mine]


@pytest.mark.parametrize(
    "rows",
    [
        "address,value,as_of\nobjectives/revenue@M01/own-store,4万元,2026-01-31\n",
        "address,value,as_of\nobjectives/revenue.target@M01/own-store,4万元,2026-01-31\n",
        "address,value,as_of\ndemo:objectives/revenue.target.actual@M01/own-store,4万元,2026-01-31\n",
        "objective,period,channel,value,as_of\nrevenue,M01,own-store,4万元,2026-01-31\n",
        "\ufeff指标,期间,渠道,数值,截至\n销售额,1月,直营店,4万,2026-1-31\n",
        "指标,期间,渠道,数值,截至\n销售额,１月,直营店,４万元,2026-01-31\n",
        'objective,period,渠道,value,unit,as_of,note\nrevenue,2026-01,own-store,"40,000",元,2026-01-31,开业\n',
    ],
)
def test_both_shapes_and_both_languages(tmp_path: Path, rows: str) -> None:
    """By address or by columns, with English or Chinese names, the same row gives the same figure."""
    workspace = opened(tmp_path, rows)
    assert found(workspace) == []
    assert actuals(workspace) == {"objectives/revenue.target.actual@M01/own-store": "4 万元"}


def test_a_figure_knows_its_cell_and_its_day(tmp_path: Path) -> None:
    """The source is the cell of the value; the remark tells the as-of date."""
    workspace = opened(tmp_path, "address,value,as_of\nobjectives/revenue@M01,9万元,2026-01-31\n")
    figure = workspace.figures[Key(2026, Address.parse("demo:objectives/revenue.target.actual@M01"))]
    assert str(figure.source) == "content/2026/demo/actuals/sales.csv:2:24"
    assert figure.source is not None
    assert figure.source.end_column == 27
    assert figure.note == "实际数，截至 2026-01-31"


def test_the_newest_row_counts_and_the_older_ones_stay(tmp_path: Path) -> None:
    """Whatever their order in the file; the older rows are kept with the plan."""
    rows = "address,value,as_of\n{0},8万元,2026-02-03\n{0},9万元,2026-01-31\n"
    workspace = opened(tmp_path, rows.format("objectives/revenue@M01"))
    assert found(workspace) == []
    assert actuals(workspace) == {"objectives/revenue.target.actual@M01": "8 万元"}
    assert len(next(workspace.scope(2026).plans()).plan.actuals) == 2


def test_what_is_expected_and_not_set_is_counted(tmp_path: Path) -> None:
    """待定 is a value that is owed, not zero."""
    workspace = opened(tmp_path, "address,value,as_of\nobjectives/revenue@M01,待定,2026-02-05\n")
    assert workspace.unset_count(2026) == 1
    assert found(workspace) == []


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("address,as_of\nobjectives/revenue@M01,2026-01-31\n", [("ACT101", "1:1")]),
        ("period,value\nM01,9万元\n", [("ACT101", "1:1")]),
        ("address,value,as_of,kanal\nobjectives/revenue@M01,9万元,2026-01-31,x\n", [("ACT102", "1:21")]),
        ("address,period,value,as_of\nobjectives/revenue,M01,9万元,2026-01-31\n", [("ACT102", "1:9")]),
        ("address,value,as_of,截至\nobjectives/revenue@M01,9万元,2026-01-31,x\n", [("ACT102", "1:21")]),
        ("address,value,as_of\nobjectives/revenue@M01,9万元,待定\n", [("ACT103", "2:28")]),
        ("address,value,as_of\n,9万元,2026-01-31\n", [("ACT103", "2:1")]),
        ("address,value,as_of\nobjectives/revenue@M01,,2026-01-31\n", [("PG218", "2:24")]),
        ("address,value,as_of\nobjectives/revenue@M01,=9*2,2026-01-31\n", [("PG310", "2:24")]),
        ("address,value,as_of\nobjectives/revenue@M01,9万元,2026-02-30\n", [("PG208", "2:28")]),
        ("address,value,as_of\nobjectives/revenue@M13,9万元,2026-01-31\n", [("PG229", "2:1")]),
        ("address,value,as_of\nrevenue,9万元,2026-01-31\n", [("ACT104", "2:1")]),
        ("address,value,as_of\nother:objectives/revenue@M01,9万元,2026-01-31\n", [("ACT104", "2:1")]),
        ("address,value,as_of\nobjectives/revenu@M01,9万元,2026-01-31\n", [("ACT104", "2:23")]),
        ("address,value,as_of\nobjectives/revenue@M01/jiangsu,9万元,2026-01-31\n", [("ACT104", "2:32")]),
        ("objective,渠道,value,as_of\nrevenue,直营,9万元,2026-01-31\n", [("ACT104", "2:9")]),
        ("objective,period,value,as_of\n营业额,M01,9万元,2026-01-31\n", [("ACT104", "2:1")]),
        ("objective,period,value,as_of\nrevenue,一月,9万元,2026-01-31\n", [("PG229", "2:9")]),
        ("objective,period,value,as_of\nrevenue,2025-01,9万元,2026-01-31\n", [("PG229", "2:9")]),
        ("address,value,as_of\nobjectives/revenue@M01,9家,2026-01-31\n", [("ACT109", "2:24")]),
        ("address,value,as_of\nobjectives/revenue@M05,9万元,2026-04-05\n", [("ACT108", "2:28")]),
        ("address,value,as_of\nobjectives/revenue@M03,9万元,2026-04-06\n", [("ACT107", "2:28")]),
        ("a\n1,2\n", [("PG121", "2:1")]),
    ],
)
def test_slips_are_found_at_their_cell(tmp_path: Path, rows: str, expected: list[tuple[str, str]]) -> None:
    """Missing and unknown columns, empty cells, wrong values, and rows that belong to nothing."""
    assert found(opened(tmp_path, rows)) == expected


def test_the_nearest_is_suggested(tmp_path: Path) -> None:
    """A member, an objective, a column: the finding names what was probably meant."""
    near = {
        "objective,渠道,value,as_of\nrevenue,直营,9万元,2026-01-31\n": "直营店",
        "address,value,as_of\nobjectives/revenu@M01,9万元,2026-01-31\n": "objectives/revenue.target",
        "objective,periode,value,as_of\nrevenue,M01,9万元,2026-01-31\n": "period",
    }
    for rows, meant in near.items():
        finding = next(each for each in opened(tmp_path, rows).findings if each.code in ("ACT102", "ACT104"))
        assert f"是不是“{meant}”" in message(finding)
        assert f"did you mean “{meant}”" in message(finding, "en")


def test_a_month_outside_the_objective_is_found(tmp_path: Path) -> None:
    """The objective's own period counts, else the plan's."""
    plan = "shops: {name: 新开门店, target: 12家, period: M02..M06}\n"
    rows = "address,value,as_of\nobjectives/shops@M01,1家,2026-01-31\nobjectives/shops@M02,1家,2026-02-28\n"
    assert found(opened(tmp_path, rows, plan)) == [("ACT105", "2:22")]


def test_figures_of_other_sections_have_actuals_too(tmp_path: Path) -> None:
    """A budget line's amount, by its address."""
    files = {
        "handbook.yml": LATER,
        "budget.yml": "setup: {name: 筹备, lines: {rent: {name: 房租, amount: 4500元}}}\n",
        "2026/demo/actuals/costs.csv": "address,value,as_of\nbudget/rent.amount,4800元,2026-03-31\n",
    }
    workspace = open_files(tmp_path, files)
    assert codes(workspace) == []
    assert actuals(workspace) == {"budget/rent.amount.actual": "4,800 元"}


def test_tables_that_no_plan_reads_are_told(tmp_path: Path) -> None:
    """A folder `actuals` beside no plan.yml, or deeper in one."""
    rows = "address,value,as_of\n"
    for path in ("2026/actuals/sales.csv", "2026/demo/actuals/old/sales.csv", "2026/demo/x/actuals/sales.csv"):
        root = tmp_path / path.replace("/", "-")
        assert codes(open_files(root, {"objectives.yml": PLAN, path: rows})) == ["PG226"]


def test_names_of_objectives_and_ids_do_not_get_mixed_up(tmp_path: Path) -> None:
    """An id wins over another objective's name."""
    plan = "shops: {name: 门店, target: 12家}\n门店: {name: 其余, target: 5家}\n"
    workspace = opened(tmp_path, "objective,value,as_of\n门店,1家,2026-03-31\n", plan)
    assert actuals(workspace) == {"objectives/门店.target.actual": "1 家"}


def test_random_slips_are_findings_and_never_exceptions(tmp_path: Path) -> None:
    """Letters taken out, doubled or replaced anywhere in a good file; every finding has its words and its place."""
    good = (
        "objective,period,channel,value,unit,as_of,note\nrevenue,M01,own-store,4,万元,2026-01-31,开业\n"
        'revenue,M01,dealer,"50,000",元,2026-01-31,\nshops,,,待定,家,2026-03-31,"两行\n备注"\n'
    )
    chance = random.Random(20260105)
    for number in range(40):
        place, sign = (
            chance.randrange(len(good)),
            chance.choice(["", ",", '"', "\n", "＝", "-", "M13", "=", "0", "待定"]),
        )
        workspace = opened(tmp_path / str(number), good[:place] + sign + good[place + chance.randrange(2) :])
        for finding in workspace.findings:
            assert message(finding, "en")
            assert finding.span.line >= 1
        assert len(workspace.book(2026).pages) > 1
