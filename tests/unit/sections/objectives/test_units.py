"""Units of targets: written, inherited, and those whose parts do not add up."""

from pathlib import Path

import pytest

from unit.sections.objectives.plans import children, last_year, plans


def test_scale_alone_implies_the_currency(tmp_path: Path) -> None:
    """1092万 is 1092万元; twelve months of 91, on the page too."""
    found = plans(tmp_path, "revenue: {name: 销售额, target: 1092万}\n")
    assert found.codes == []
    assert found.says("objectives/revenue.target", "objectives/revenue.target@M01") == ["1,092 万元", "91 万元"]
    assert "1,092" in found.page()


@pytest.mark.parametrize("text", ["200", "200万美元", "≥13"])
def test_a_target_without_a_unit_is_refused(tmp_path: Path, text: str) -> None:
    """A bare number says nothing; an amount in another currency would be added to 元. The place is the number's."""
    found = plans(tmp_path, f"visits:\n  name: 走访\n  target: {text}\n")
    assert found.codes == ["PG205"]
    assert found.finding("PG205").span.line == 3
    assert found.workspace.book(2026).pages


def test_a_grown_count_stays_a_count(tmp_path: Path) -> None:
    """200家 grown by 20% is 240家; without a phasing it has no months, with one 0.25 × 240 = 60 a quarter."""
    before = last_year("visits: {name: 走访, target: 200家}\n")
    found = plans(tmp_path / "a", "visits: {name: 走访, growth: 20%}\n", before)
    assert found.says("objectives/visits.target", "objectives/visits.target@M12") == ["240 家", "—"]
    assert "240" in found.page()
    phased = plans(
        tmp_path / "b", "visits: {name: 走访, growth: 20%, phasing: {Q1: 25%, Q2: 25%, Q3: 25%, Q4: 25%}}\n", before
    )
    assert phased.says("objectives/visits.target@Q1", "objectives/visits.target@M12") == ["60 家", "20 家"]


def test_a_rolled_up_count_stays_a_count(tmp_path: Path) -> None:
    """30家 + 70家 are 100家, and no month is 待定."""
    files = children("visits: {name: 走访, target: 30家}\n", "visits: {name: 走访, target: 70家}\n")
    found = plans(tmp_path, "visits: {name: 走访, rollup: children}\n", files)
    assert found.says("objectives/visits.target", "objectives/visits.target@M01") == ["100 家", "—"]
    assert "100" in found.page()


def test_months_of_counts_roll_up_where_all_children_have_them(tmp_path: Path) -> None:
    """12家 even by half years, and one month of 6家: 1 a month, 7 in March."""
    files = children(
        "visits: {name: 走访, target: 12家, phasing: {H1: 50%, H2: 50%}}\n",
        "visits: {name: 走访, target: 6家, period: M03}\n",
    )
    found = plans(tmp_path, "visits: {name: 走访, rollup: children}\n", files)
    assert found.says("objectives/visits.target@M02", "objectives/visits.target@M03") == ["1 家", "7 家"]


@pytest.mark.parametrize(
    "field",
    [
        "phasing: {Q1: 25%, Q2: 25%, Q3: 25%, Q4: 25%}",
        "spread: [{axis: channel, members: [own-store, dealer]}]",
    ],
)
def test_a_share_is_neither_phased_nor_spread(tmp_path: Path, field: str) -> None:
    """20% of the market is 20% in every quarter: nothing is computed, and the finding says why."""
    found = plans(tmp_path, f"revenue: {{name: 占有率, target: 20%, {field}}}\n")
    assert found.codes == ["OBJ114"]
    assert found.says("objectives/revenue.target@Q4", "objectives/revenue.target@M01") == ["—", "—"]
    parts = found.quantity("objectives/revenue.target/dealer")
    assert parts is None or parts.unset
    found.page()


def test_a_rate_is_not_phased(tmp_path: Path) -> None:
    """7.5万元/人/月 is not 0.6 in a month."""
    found = plans(tmp_path, "revenue: {name: 人均, target: 7.5万元/人/月, phasing: {H1: 50%, H2: 50%}}\n")
    assert found.codes == ["OBJ114"]


def test_shares_of_members_do_not_add_up(tmp_path: Path) -> None:
    """35% and 25% beside 30%: an average is no sum, so there is neither a sum nor a contradiction."""
    found = plans(tmp_path, "revenue: {name: 毛利率, target: 30%, channel: {own-store: 35%, dealer: 25%}}\n")
    assert found.codes == []
    assert found.says("objectives/revenue.target.rollup/channel", "objectives/revenue.gap/channel") == ["—", "—"]
    assert "35" in found.page()


def test_shares_of_child_plans_do_not_add_up(tmp_path: Path) -> None:
    """30% and 70% make no 100%."""
    files = children("revenue: {name: 达成率, target: 30%}\n", "revenue: {name: 达成率, target: 70%}\n")
    found = plans(tmp_path, "revenue: {name: 达成率, rollup: children}\n", files)
    assert found.codes == ["OBJ114"]
    assert found.says("objectives/revenue.target") == ["待定"]


@pytest.mark.parametrize(("step", "wrong"), [("5家", False), ("5元", True)])
def test_a_step_is_in_the_unit_of_last_year(tmp_path: Path, step: str, *, wrong: bool) -> None:
    """200家 grown by 20% is split in steps of 5家, and not of 5元."""
    before = last_year("visits: {name: 走访, target: 200家}\n")
    found = plans(tmp_path, f"visits: {{name: 走访, growth: 20%, step: {step}}}\n", before)
    assert found.codes == (["OBJ113"] if wrong else [])


def test_a_step_beside_an_open_target(tmp_path: Path) -> None:
    """待定 has no unit that a step could contradict."""
    assert plans(tmp_path, "revenue: {name: 销售额, target: 待定, step: 1万元}\n").codes == []
