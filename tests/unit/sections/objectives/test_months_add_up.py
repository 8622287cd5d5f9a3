"""Months of parts and months of the total: both directions add up, whatever is written."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plangen.values import Quantity
from unit.sections.objectives.plans import Plans, months, plans

ZERO = Decimal(0)


def ends(found: Plans, *members: str) -> list[Quantity]:
    """The months of a part, or of the total."""
    quantities = [found.quantity(address) for address in months("target", *members)]
    assert all(quantities)
    return [quantity for quantity in quantities if quantity is not None]


def check(found: Plans) -> None:
    """Each month's parts make the month, each part's months make the part, at both ends that are known."""
    whole, own, dealer = ends(found), ends(found, "own-store"), ends(found, "dealer")
    for total, one, other in zip(whole, own, dealer, strict=True):
        assert (one.low or ZERO) + (other.low or ZERO) == (total.low or ZERO)
        assert (one.high or ZERO) + (other.high or ZERO) == (total.high or ZERO)
    for member, parts in (("", whole), ("/own-store", own), ("/dealer", dealer)):
        target = found.quantity(f"objectives/revenue.target{member}")
        assert target is not None
        assert sum(part.low or ZERO for part in parts) == (target.low or ZERO)
        assert sum(part.high or ZERO for part in parts) == (target.high or ZERO)


@pytest.mark.parametrize(
    ("target", "own", "dealer"),
    [
        ("12345元", "6000元", "6345元"),  # 345 are no whole step
        ("12345元", "6700元", "5645元"),
        ("100–150万元", "40–60万元", "60–90万元"),
        ("100–101万元", "50万元", "50–51万元"),
        ("≥100万元", "≥40万元", "≥60万元"),
        ("≤100万元", "≤40万元", "≤60万元"),
        ("-100万元", "-40万元", "-60万元"),
        ("20万元", "-40万元", "60万元"),
        ("0元", "-40万元", "40万元"),
    ],
)
def test_rows_and_columns_add_up(tmp_path: Path, target: str, own: str, dealer: str) -> None:
    """Crumbs below a step, ranges, bounds, losses, and losses beside profits."""
    text = f"revenue: {{name: 销售额, target: {target}, channel: {{own-store: {own}, dealer: {dealer}}}}}\n"
    found = plans(tmp_path, text)
    assert found.codes == []
    check(found)
    assert "行列都合" in found.page()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(-(10**7), 10**7), st.integers(-(10**7), 10**7), st.integers(0, 100))
def test_any_amounts_add_up(tmp_path_factory: pytest.TempPathFactory, own: int, dealer: int, share: int) -> None:
    """Any two amounts of whole 元, by any phasing of two half years."""
    parts = f"channel: {{own-store: {own}元, dealer: {dealer}元}}"
    phasing = f"phasing: {{H1: {share}%, H2: {100 - share}%}}"
    text = f"revenue: {{name: 销售额, target: {own + dealer}元, {phasing}, {parts}}}\n"
    check(plans(tmp_path_factory.mktemp("plan"), text))


def test_the_page_says_nothing_false(tmp_path: Path) -> None:
    """Where the total is 待定 there are no columns to fit."""
    found = plans(tmp_path, "revenue: {name: 销售额, target: 待定, channel: {own-store: 40万元, dealer: 60万元}}\n")
    assert "最大余数取整" in found.page()
    assert "行列都合" not in found.page()


def test_what_is_not_split_has_its_own_part_of_each_month(tmp_path: Path) -> None:
    """48 of 120 are known: 4 of the 10 of each month, never more."""
    found = plans(tmp_path, "revenue: {name: 销售额, target: 120万元, channel: {own-store: 48万元, dealer: 待定}}\n")
    assert found.says(*months("target", "own-store")) == ["4 万元"] * 12
    assert found.says("objectives/revenue.target@M01/dealer") == ["待定"]
