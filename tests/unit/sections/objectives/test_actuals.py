"""Actuals of objectives: sums, attainment, variance, year to date, pace, landing; every number worked out by hand."""

from pathlib import Path

import pytest

from handbooks import PLAN, codes, open_files
from plangen.findings import message
from plangen.values import Address, write_quantity
from plangen.workspace import Workspace

AS_OF = "format: 1\ntitle: 试验手册\ncurrent: 2026\nas_of: 2026-04-05\n"
REVENUE = "revenue: {name: 销售额, target: 120万元, channel: {own-store: 48万元, dealer: 72万元}}\n"
ROWS = """\
objective,period,channel,value,as_of
revenue,M01,own-store,4万元,2026-01-31
revenue,M01,dealer,6万元,2026-01-31
revenue,M02,own-store,3万元,2026-02-28
revenue,M02,dealer,5万元,2026-02-28
revenue,M03,own-store,5万元,2026-03-31
revenue,M04,own-store,1万元,2026-04-05
"""
"""Each month should bring 10万元: 4 from the shop, 6 from the dealer. The dealer's March is late, April has begun."""


def opened(root: Path, rows: str = ROWS, plan: str = REVENUE, **more: str) -> Workspace:
    """A plan with one file of actuals."""
    files = {"handbook.yml": AS_OF, "objectives.yml": plan, "2026/demo/actuals/sales.csv": rows, **more}
    return open_files(root, files)


def said(workspace: Workspace, address: str, year: int = 2026) -> str:
    """A figure of the plan `demo` as people read it; `—` where there is none."""
    quantity = workspace.figures.quantity(year, Address.parse(f"demo:objectives/{address}"))
    return "—" if quantity is None else write_quantity(quantity)


def saids(workspace: Workspace, *addresses: str) -> dict[str, str]:
    """Several figures of the objective `revenue`."""
    return {address: said(workspace, f"revenue.{address}") for address in addresses}


def test_months_are_the_sums_of_their_members(tmp_path: Path) -> None:
    """What is missing is counted, in months, quarters and the whole: April has one of two, eight months have none."""
    names = ("target.actual@M01", "target.actual@M02", "target.actual@M03", "target.actual@Q1", "target.actual")
    assert saids(opened(tmp_path), *names) == {
        "target.actual@M01": "10 万元",
        "target.actual@M02": "8 万元",
        "target.actual@M03": "5 万元，另有 1 项未定",
        "target.actual@Q1": "23 万元，另有 1 项未定",
        "target.actual": "24 万元，另有 10 项未定",
    }


def test_the_year_to_date_compares_the_same_months(tmp_path: Path) -> None:
    """The whole has January and February, the shop March too; a month that runs is in neither."""
    names = ("ytd", "ytd.actual", "attainment", "variance", "variance-share", "progress")
    workspace = opened(tmp_path)
    assert saids(workspace, *names) == {
        "ytd": "20 万元",
        "ytd.actual": "18 万元",
        "attainment": "90%",
        "variance": "-2 万元",
        "variance-share": "-10%",
        "progress": "15%",
    }
    shop = saids(workspace, "ytd/own-store", "ytd.actual/own-store", "attainment/own-store", "progress/own-store")
    assert list(shop.values()) == ["12 万元", "12 万元", "100%", "25%"]


def test_months_and_quarters_are_judged_only_when_they_are_in(tmp_path: Path) -> None:
    """February for all, the first quarter for the shop; March and the quarter not for the whole, April for nobody."""
    workspace = opened(tmp_path)
    assert saids(workspace, "attainment@M02", "attainment@M02/dealer", "attainment@Q1/own-store") == {
        "attainment@M02": "80%",
        "attainment@M02/dealer": "83.33%",
        "attainment@Q1/own-store": "100%",
    }
    assert set(saids(workspace, "attainment@M03", "attainment@Q1", "attainment@M04/own-store").values()) == {"—"}


def test_pace_and_landing(tmp_path: Path) -> None:
    """12 in three months is 4 a month, 48 in all; 11 in two is 5.5, 66 in all; the landings add up to 114."""
    names = ("monthly.actual/own-store", "outlook/dealer", "landing/own-store", "landing/dealer", "landing")
    workspace = opened(tmp_path)
    assert list(saids(workspace, *names).values()) == ["4 万元/月", "55 万元", "48 万元", "66 万元", "114 万元"]
    assert said(workspace, "revenue.landing-phased") == "—"


def test_a_phased_plan_has_a_seasonal_landing(tmp_path: Path) -> None:
    """18 of 24 in the first quarter is 75%; along the phasing that is 90 of 120, at the average pace 72."""
    plan = "revenue: {name: 销售额, target: 120万元, phasing: {Q1: 20%, Q2: 20%, Q3: 30%, Q4: 30%}}\n"
    rows = "".join(f"objectives/revenue@M0{month},6万元,2026-0{month}-28\n" for month in (1, 2))
    rows = f"address,value,as_of\n{rows}objectives/revenue@M03,6万元,2026-03-31\n".replace("01-28", "01-31")
    workspace = opened(tmp_path, rows, plan)
    assert saids(workspace, "ytd", "attainment", "landing", "landing-phased") == {
        "ytd": "24 万元",
        "attainment": "75%",
        "landing": "72 万元",
        "landing-phased": "90 万元",
    }


def test_what_was_missed_is_carried_over(tmp_path: Path) -> None:
    """By March 30 should be reached, 18 were by February: March needs 12, its own 10 and the 2 that are missing."""
    workspace = opened(tmp_path)
    assert said(workspace, "revenue.catch-up@M03") == "12 万元"
    assert said(workspace, "revenue.catch-up@M04") == "—"


@pytest.mark.parametrize(("better", "variance", "share"), [("higher", "2 万元", "20%"), ("lower", "-2 万元", "-20%")])
def test_the_sign_of_a_variance_says_good_or_bad(tmp_path: Path, better: str, variance: str, share: str) -> None:
    """12 of 10 is 2 too much of a cost, and 2 more than wanted of sales; attainment is the same 120%."""
    plan = f"revenue: {{name: 费用, target: 120万元, better: {better}}}\n"
    workspace = opened(tmp_path, "address,value,as_of\nobjectives/revenue@M01,12万元,2026-01-31\n", plan)
    assert list(saids(workspace, "variance@M01", "variance-share@M01", "attainment@M01").values()) == [
        variance,
        share,
        "120%",
    ]


def test_a_month_that_is_not_over_is_not_in(tmp_path: Path) -> None:
    """A row of 30 January says nothing of the 31st; the newer one of February does."""
    rows = "address,value,as_of\nobjectives/revenue@M01,9万元,2026-01-30\n"
    plan = "revenue: {name: 销售额, target: 120万元}\n"
    assert said(opened(tmp_path / "a", rows, plan), "revenue.ytd.actual") == "—"
    newer = rows + "objectives/revenue@M01,9.5万元,2026-02-02\n"
    assert said(opened(tmp_path / "b", newer, plan), "revenue.ytd.actual") == "9.5 万元"


def test_goals_of_one_month_and_of_the_whole_period(tmp_path: Path) -> None:
    """A count without a phasing is judged when its period is over; before that its share of the whole is told."""
    plan = (
        "leads: {name: 名录, target: 200家, period: M02}\n"
        "visits: {name: 拜访, target: 30家, period: M01..M03}\n"
        "shops: {name: 门店, target: 8家}\n"
        "coverage: {name: 覆盖率, target: 60%}\n"
    )
    rows = (
        "address,value,as_of\nobjectives/leads@M02,190家,2026-02-28\nobjectives/visits,33家,2026-03-31\n"
        "objectives/shops,2家,2026-03-31\nobjectives/coverage@M01,20%,2026-01-31\n"
        "objectives/coverage@M02,30%,2026-02-28\n"
    )
    workspace = opened(tmp_path, rows, plan)
    names = ("leads.attainment", "visits.attainment", "visits.variance", "shops.progress", "shops.attainment")
    assert [said(workspace, name) for name in names] == ["95%", "110%", "3 家", "25%", "—"]
    assert said(workspace, "coverage.target.actual") == "30%"
    assert said(workspace, "coverage.attainment") == "50%"


def test_a_parent_plan_sums_up_its_children(tmp_path: Path) -> None:
    """Months with all children in are in; the child that is late keeps March out and is counted."""
    child = "revenue: {name: 销售额, target: 60万元}\n"
    files = {
        "handbook.yml": AS_OF,
        "objectives.yml": "revenue: {name: 销售额, rollup: children}\n",
        **{f"2026/demo/{name}/plan.yml": f"name: {name}\nperiod: FY\n" for name in ("one", "two")},
        **{f"2026/demo/{name}/objectives.yml": child for name in ("one", "two")},
        "2026/demo/one/actuals/a.csv": "address,value,as_of\n"
        "objectives/revenue@M01,4万元,2026-01-31\nobjectives/revenue@M02,6万元,2026-02-28\n",
        "2026/demo/two/actuals/a.csv": "address,value,as_of\nobjectives/revenue@M01,5万元,2026-01-31\n",
    }
    workspace = open_files(tmp_path, files)
    assert saids(workspace, "target.actual@M01", "target.actual@M02", "ytd", "ytd.actual", "attainment") == {
        "target.actual@M01": "9 万元",
        "target.actual@M02": "6 万元，另有 1 项未定",
        "ytd": "10 万元",
        "ytd.actual": "9 万元",
        "attainment": "90%",
    }
    late = [finding for finding in workspace.findings if finding.code == "ACT110"]
    assert [finding.args["months"] for finding in late] == ["3 月", "2 月、3 月"]


def test_a_part_may_be_reported_by_quarter(tmp_path: Path) -> None:
    """The shop's 12 of the quarter stand beside the dealer's 6 + 5 + 7: 30 of 30, and nothing is late."""
    rows = """\
        objective,period,channel,value,as_of
        revenue,Q1,own-store,12万元,2026-03-31
        revenue,M01,dealer,6万元,2026-01-31
        revenue,M02,dealer,5万元,2026-02-28
        revenue,M03,dealer,7万元,2026-03-31
        """
    workspace = opened(tmp_path, rows)
    assert codes(workspace) == []
    assert saids(workspace, "target.actual@Q1", "ytd", "ytd.actual", "attainment@Q1", "landing/own-store") == {
        "target.actual@Q1": "30 万元",
        "ytd": "30 万元",
        "ytd.actual": "30 万元",
        "attainment@Q1": "100%",
        "landing/own-store": "48 万元",
    }
    assert said(workspace, "revenue.target.actual@M01") == "6 万元，另有 1 项未定"


def test_the_whole_may_be_reported_by_quarter(tmp_path: Path) -> None:
    """27 of 30; its months are neither judged nor late."""
    workspace = opened(tmp_path, "address,value,as_of\nobjectives/revenue@Q1,27万元,2026-03-31\n")
    assert codes(workspace) == []
    assert list(saids(workspace, "attainment", "attainment@Q1", "attainment@M01", "target.actual").values()) == [
        "90%",
        "90%",
        "—",
        "27 万元，另有 9 项未定",
    ]


def test_an_objective_of_one_quarter_may_be_reported_at_once(tmp_path: Path) -> None:
    """Whether the row names the quarter or no period at all."""
    plan = "revenue: {name: 销售额, target: 30万元, period: Q1}\n"
    for period in ("@Q1", ""):
        rows = f"address,value,as_of\nobjectives/revenue{period},27万元,2026-03-31\n"
        workspace = opened(tmp_path / f"x{period}", rows, plan)
        assert codes(workspace) == []
        assert list(saids(workspace, "attainment", "target.actual").values()) == ["90%", "27 万元"]


def test_unequal_years_are_compared_per_month(tmp_path: Path) -> None:
    """120 in 12 months is 10 a month, 35 in 7 months was 5: twice as much, not 3.4 times."""
    last = {
        "2025/demo/plan.yml": "name: 试验计划\nperiod: M06..M12\n",
        "2025/demo/objectives.yml": "revenue: {name: 销售额, target: 35万元}\n",
        "2025/demo/actuals/a.csv": "address,value,as_of\n"
        "objectives/revenue@M06,4万元,2025-06-30\nobjectives/revenue@M07,4万元,2025-07-31\n",
    }
    workspace = opened(tmp_path, **last)
    assert saids(workspace, "monthly", "monthly-before", "monthly-yoy") == {
        "monthly": "10 万元/月",
        "monthly-before": "5 万元/月",
        "monthly-yoy": "100%",
    }
    assert said(workspace, "revenue.monthly.actual", 2025) == "4 万元/月"
    assert said(workspace, "revenue.monthly-yoy.actual") == "125%"


def test_equal_years_have_no_months_beside_them(tmp_path: Path) -> None:
    """The change of the whole says it."""
    last = {"2025/demo/plan.yml": PLAN, "2025/demo/objectives.yml": "revenue: {name: 销售额, target: 35万元}\n"}
    assert saids(opened(tmp_path, **last), "monthly", "monthly-yoy") == {"monthly": "—", "monthly-yoy": "—"}


def test_late_months_are_listed_and_counted(tmp_path: Path) -> None:
    """The dealer's March; not April, which is still open, and not the whole, which lacks nothing else."""
    findings = [finding for finding in opened(tmp_path).findings if finding.code == "ACT110"]
    assert [message(finding) for finding in findings] == ["销售额有 1 个月已过而没有实际数：经销商 3 月"]
    assert "Mar" not in message(findings[0])


def test_a_month_that_is_told_to_be_open_is_not_late(tmp_path: Path) -> None:
    """待定 is counted among what is not set, once."""
    workspace = opened(tmp_path, ROWS + "revenue,M03,dealer,待定,2026-04-02\n")
    assert codes(workspace) == []
    assert workspace.unset_count(2026) == 1
    assert said(workspace, "revenue.target.actual@M03") == "5 万元，另有 1 项未定"


def test_what_is_reported_twice_must_be_the_same(tmp_path: Path) -> None:
    """A whole beside its members, a quarter beside its months, and two axes beside each other."""
    cases = {
        "revenue,M01,,9万元,2026-01-31\n": ["销售额·1 月报了 9 万元，按渠道相加是 10 万元，差 1 万元"],
        "revenue,M01,,10万元,2026-01-31\n": [],
        "revenue,Q1,own-store,11万元,2026-03-31\n": ["销售额·直营店·一季度报了 11 万元，按月相加是 12 万元，差 1 万元"],
        "revenue,Q1,own-store,12万元,2026-03-31\n": [],
    }
    for number, (row, expected) in enumerate(cases.items()):
        workspace = opened(tmp_path / str(number), ROWS + row)
        assert [message(finding) for finding in workspace.findings if finding.code == "ACT112"] == expected


def test_nothing_follows_from_no_actuals(tmp_path: Path) -> None:
    """A plan without actuals has none of these figures; only an info line in its own year."""
    workspace = open_files(tmp_path, {"handbook.yml": AS_OF, "objectives.yml": REVENUE})
    assert codes(workspace) == ["ACT111"]
    words = ("actual", "ytd", "attainment", "landing", "progress", "monthly")
    found = [str(key.address) for key in workspace.figures if any(word in str(key.address) for word in words)]
    assert found == []


def test_formulas_take_actuals(tmp_path: Path) -> None:
    """`actual(…)` is what was reached of another figure, alone of the own one, and of last year inside `previous`."""
    last = {
        "2025/demo/plan.yml": PLAN,
        "2025/demo/objectives.yml": "revenue: {name: 销售额, target: 35万元, period: M12}\n",
        "2025/demo/actuals/a.csv": "address,value,as_of\nobjectives/revenue@M12,30万元,2025-12-31\n",
    }
    plan = (
        "revenue: {name: 销售额, target: '= previous(actual) × 1.2'}\n"
        "bonus: {name: 奖金, target: '= 实际(revenue.target@M01) × 10%'}\n"
    )
    rows = "address,value,as_of\nobjectives/revenue@M01,2万元,2026-01-31\n"
    workspace = opened(tmp_path, rows, plan, **last)
    assert said(workspace, "revenue.target") == "36 万元"
    assert said(workspace, "bonus.target") == "2,000 元"
