"""Months that somebody lacks are counted as missing: none is left out of a sum without a word."""

from pathlib import Path

from handbooks import HANDBOOK
from unit.sections.objectives.plans import children, plans

AS_OF = {"handbook.yml": HANDBOOK.replace("2026-01-05", "2026-04-05")}
ROLLED = "revenue: {name: 销售额, rollup: children}"
HEADER = "objective,period,value,as_of\n"


def test_a_month_of_cells_lacks_a_region_that_is_not_split(tmp_path: Path) -> None:
    """Jiangsu may have dealers too: the dealers' year says that one part is missing, and so does each of its months."""
    text = """\
        revenue:
          name: 销售额
          period: Q1
          region:
            zhejiang: {channel: {dealer: {phasing: {M01: 10万元, M02: 10万元, M03: 10万元}}}}
            jiangsu: 30万元
        """
    found = plans(tmp_path, text)
    assert found.says("objectives/revenue.target/dealer", "objectives/revenue.target@M01/dealer") == [
        "30 万元，另有 1 项未定",
        "10 万元，另有 1 项未定",
    ]


def test_a_quarter_has_the_months_of_a_plan_that_begins_inside_it(tmp_path: Path) -> None:
    """One child starts in February and reports 10 + 10, the other reports 40 for the quarter: 60 together, of 50."""
    one, two = "revenue: {name: 销售额, period: M02..M12, target: 110万元}", "revenue: {name: 销售额, target: 120万元}"
    files = children(one, two) | AS_OF
    files["2026/demo/one/actuals/a.csv"] = f"{HEADER}revenue,M02,10万元,2026-02-28\nrevenue,M03,10万元,2026-03-31\n"
    files["2026/demo/two/actuals/a.csv"] = f"{HEADER}revenue,Q1,40万元,2026-03-31\n"
    found = plans(tmp_path, ROLLED, files)
    assert found.says(*(f"objectives/revenue.{name}" for name in ("target@Q1", "target.actual@Q1", "ytd.actual"))) == [
        "50 万元",
        "60 万元",
        "60 万元",
    ]


def test_a_quarter_lacks_a_month_of_a_plan_that_begins_inside_it(tmp_path: Path) -> None:
    """March of the child that starts in February is late: the quarter is not in, and says what it lacks."""
    one, two = "revenue: {name: 销售额, period: M02..M12, target: 110万元}", "revenue: {name: 销售额, target: 120万元}"
    files = children(one, two) | AS_OF
    files["2026/demo/one/actuals/a.csv"] = f"{HEADER}revenue,M02,10万元,2026-02-28\n"
    files["2026/demo/two/actuals/a.csv"] = f"{HEADER}revenue,Q1,40万元,2026-03-31\n"
    found = plans(tmp_path, ROLLED, files)
    quarter = found.quantity("objectives/revenue.target.actual@Q1")
    assert quarter is not None
    assert quarter.missing
    assert found.says("objectives/revenue.ytd.actual", "objectives/revenue.attainment@Q1") == ["—", "—"]
