"""Phasing: shares and amounts by period, some of them not known."""

from pathlib import Path

import pytest

from unit.sections.objectives.plans import TOLERANT, plans

QUARTERS = [f"objectives/revenue.target@Q{number}" for number in (1, 2, 3, 4)]


def phased(folder: Path, phasing: str, more: str = "target: 100万元") -> list[str]:
    """The quarters of 100万元 with a phasing; there must be no finding."""
    found = plans(folder, f"revenue: {{name: 销售额, {more}, phasing: {{{phasing}}}}}\n")
    assert found.codes == []
    found.page()
    return found.says(*QUARTERS)


def test_shares_that_are_not_set_leave_their_quarters_open(tmp_path: Path) -> None:
    """20% and 30% of 100万 are 20 and 30; the other half of the year is not known, and never zero."""
    assert phased(tmp_path, "Q1: 20%, Q2: 30%, Q3: 待定, Q4: 待定") == ["20 万元", "30 万元", "待定", "待定"]


def test_a_share_that_is_a_range_leaves_its_quarter_open(tmp_path: Path) -> None:
    """25% three times is 25万 three times, whatever becomes of 20–30%."""
    assert phased(tmp_path, "Q1: 20–30%, Q2: 25%, Q3: 25%, Q4: 25%") == ["待定", "25 万元", "25 万元", "25 万元"]


def test_parts_of_an_open_quarter_are_open(tmp_path: Path) -> None:
    """40 and 60 of 100: a fifth of each in the first quarter, the second half not known, the cumulative counts that."""
    text = """\
    revenue:
      name: 销售额
      target: 100万元
      phasing: {Q1: 20%, Q2: 30%, H2: 待定}
      channel: {own-store: 40万元, dealer: 60万元}
    """
    found = plans(tmp_path, text)
    quarters = [f"{quarter}/own-store" for quarter in QUARTERS]
    assert found.says(*quarters) == ["8 万元", "12 万元", "待定", "待定"]
    assert found.says("objectives/revenue.cumulative@M06", "objectives/revenue.cumulative@M12") == [
        "50 万元",
        "50 万元，另有 6 项未定",
    ]


def test_months_without_a_share_have_nothing(tmp_path: Path) -> None:
    """60% and 40% in the first half leave zero for the second, to the last 元."""
    assert phased(tmp_path, "Q1: 60%, Q2: 40%") == ["60 万元", "40 万元", "0 元", "0 元"]


def test_amounts_by_period(tmp_path: Path) -> None:
    """30万 over three months is 10 each; 70万 over nine is 7.7 or 7.8 each and 23.3 or 23.4 a quarter."""
    found = plans(tmp_path, "revenue: {name: 销售额, target: 100万元, phasing: {Q1: 30万元, Q2..Q4: 70万元}}\n")
    assert found.codes == []
    assert found.says("objectives/revenue.target@M02", "objectives/revenue.cumulative@M12") == ["10 万元", "100 万元"]
    assert found.says("objectives/revenue.target@Q1", "objectives/revenue.target@Q2..Q4") == ["30 万元", "70 万元"]


def test_amounts_that_are_not_the_target(tmp_path: Path) -> None:
    """30 + 60 are 10 short of 100; with a part 待定 they may be all of it."""
    wrong = plans(tmp_path / "a", "revenue: {name: 销售额, target: 100万元, phasing: {H1: 30万元, H2: 60万元}}\n")
    assert wrong.codes == ["OBJ101"]
    assert wrong.message("OBJ101") == "销售额按期间相加 90 万元，合计写着 100 万元，差 10 万元"
    assert phased(tmp_path / "b", "H1: 30万元, H2: 待定") == ["15 万元", "15 万元", "待定", "待定"]


@pytest.mark.parametrize("phasing", ["H1: 40%, H2: 60万元", "H1: 40家, H2: 60家", "H1: 40%, H2: 6万元/月"])
def test_shares_and_amounts_are_not_mixed(tmp_path: Path, phasing: str) -> None:
    """All shares, or all amounts in the target's unit."""
    found = plans(tmp_path, f"revenue: {{name: 销售额, target: 100万元, phasing: {{{phasing}}}}}\n")
    assert found.codes == ["OBJ118"]
    found.page()


@pytest.mark.parametrize(
    ("phasing", "wrong"),
    [
        ("Q1: 33.3%, Q2: 33.3%, Q3: 33.3%", True),
        ("Q1: 约33%, Q2: 约33%, Q3: 约33%", False),  # 97.5–100.5 where 约 is a rounded percentage
        ("Q1: 约30%, Q2: 约30%, Q3: 约30%", True),
        ("Q1: 60%, Q2: 50%, Q3: 待定", True),  # 110% already
        ("Q1: 60%, Q2: 30–50%", False),
        ("Q1: 60%, Q2: 10–30%", True),
        ("Q1: 0%, Q2: 0%", True),
    ],
)
def test_shares_are_wrong_where_the_whole_is_impossible(tmp_path: Path, phasing: str, *, wrong: bool) -> None:
    """PG216 only where 100% lies outside what the shares leave possible."""
    found = plans(tmp_path, f"revenue: {{name: 销售额, target: 100万元, phasing: {{{phasing}}}}}\n")
    assert found.codes == (["PG216"] if wrong else [])


def test_tolerance_widens_about(tmp_path: Path) -> None:
    """约30% three times at 5% is 85.5–94.5%, 约32% 91.2–100.8%."""
    text = "revenue: {{name: 销售额, target: 100万元, phasing: {{Q1: 约{0}%, Q2: 约{0}%, Q3: 约{0}%}}}}\n"
    assert plans(tmp_path / "a", text.format(30), TOLERANT).codes == ["PG216"]
    assert plans(tmp_path / "b", text.format(32), TOLERANT).codes == []


def test_quarters_keep_their_share_exactly(tmp_path: Path) -> None:
    """20% of 1000元 in steps of 1元 is 200, though a third of it is no whole number of 元."""
    more = "target: 1000元, step: 1元"
    assert phased(tmp_path, "Q1: 20%, Q2: 25%, Q3: 25%, Q4: 30%", more) == ["200 元", "250 元", "250 元", "300 元"]


def test_a_single_month_has_a_month(tmp_path: Path) -> None:
    """The month of a one-month target is the target; there is no line to add up."""
    found = plans(tmp_path, "revenue: {name: 销售额, target: 100万元, period: M06}\n")
    assert found.says("objectives/revenue.target@M06", "objectives/revenue.cumulative@M06") == ["100 万元", "—"]
