"""What counts as the same: 约, ranges, bounds and parts that are not set, in every comparison."""

from pathlib import Path

import pytest

from unit.sections.objectives.plans import TOLERANT, last_year, plans


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ("target: 101万元, stated: {target: 约100万元}", ""),  # 95–105
        ("target: 106万元, stated: {target: 约100万元}", "OBJ103"),
        ("target: 130万元, stated: {target: ≥100万元}", ""),
        ("target: 99万元, stated: {target: ≥100万元}", "OBJ103"),
        ("target: 约100万元, channel: {own-store: 41万元, dealer: 60万元}", ""),
        ("target: 约100万元, channel: {own-store: 46万元, dealer: 60万元}", "OBJ101"),
        # 约1 is 0.95–1.05, so the parts make 96.95–97.05 and never 100
        ("target: 100万元, channel: {own-store: 约1万元, dealer: 96万元}", "OBJ101"),
        ("target: 100万元, channel: {own-store: 约80万元, dealer: 23万元}", ""),  # 99–107
        ("stated: {target: 100万元}, channel: {own-store: 80万元, dealer: 待定}", ""),
        ("stated: {target: 70万元}, channel: {own-store: 80万元, dealer: 待定}", "OBJ103"),
        # the total is 40 and something; the regions know more
        ("channel: {own-store: 40万元, dealer: 待定}, region: {zhejiang: 60万元, jiangsu: 40万元}", ""),
        ("channel: {own-store: 140万元, dealer: 待定}, region: {zhejiang: 60万元, jiangsu: 40万元}", "OBJ101"),
        ("channel: {own-store: 约40万元, dealer: 60万元}, region: {zhejiang: 61万元, jiangsu: 40万元}", ""),
        ("channel: {own-store: 约40万元, dealer: 60万元}, region: {zhejiang: 64万元, jiangsu: 40万元}", "OBJ101"),
    ],
)
def test_a_contradiction_is_what_cannot_both_be_true(tmp_path: Path, more: str, code: str) -> None:
    """Tolerance 5% on what is 约, and on nothing else; what is not set may be anything from zero up."""
    found = plans(tmp_path, f"revenue: {{name: 销售额, {more}}}\n", TOLERANT)
    assert found.codes == ([code] if code else [])


@pytest.mark.parametrize(
    ("base", "growth", "target", "wrong"),
    [
        ("100万元", "15–25%", "120万元", False),
        ("100万元", "15–25%", "126万元", True),
        ("98万元", "约22%", "120万元", False),  # 98 × 1.209 – 1.231 = 118.482 – 120.638
        ("98万元", "约22%", "121万元", True),
        ("约100万元", "20%", "125万元", False),  # 95–105 × 1.2 = 114–126
        ("100万元", "20%", "120万元", False),
        ("100万元", "20%", "121万元", True),
    ],
)
def test_growth_and_target(tmp_path: Path, base: str, growth: str, target: str, *, wrong: bool) -> None:
    """A typed growth and a typed target are both possible, or one of them is wrong."""
    files = {**TOLERANT, **last_year(f"revenue: {{name: 销售额, target: {base}}}\n")}
    found = plans(tmp_path, f"revenue: {{name: 销售额, target: {target}, growth: {growth}}}\n", files)
    assert found.codes == (["OBJ104"] if wrong else [])


@pytest.mark.parametrize(("stated", "wrong"), [("7家", False), ("约7家", False), ("20家", True)])
def test_the_stated_count_is_that_of_the_parts(tmp_path: Path, stated: str, *, wrong: bool) -> None:
    """3 shops and 4 dealers, all counted in 家, are 7家."""
    parts = "channel: {own-store: {target: 40万元, count: 3家}, dealer: {target: 60万元, count: 4家}}"
    found = plans(tmp_path, f"revenue: {{name: 销售额, target: 100万元, stated: {{count: {stated}}}, {parts}}}\n")
    assert found.codes == (["OBJ103"] if wrong else [])


def test_counts_in_different_units_are_not_added(tmp_path: Path) -> None:
    """3家 and 4人 are no 7."""
    parts = "channel: {own-store: {target: 40万元, count: 3家}, dealer: {target: 60万元, count: 4人}}"
    found = plans(tmp_path, f"revenue: {{name: 销售额, target: 100万元, stated: {{count: 7家}}, {parts}}}\n")
    assert found.codes == []
    assert found.says("objectives/revenue.count") == ["—"]
