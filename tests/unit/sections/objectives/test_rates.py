"""Rates: rate × heads × months against the target, part by part."""

from pathlib import Path

import pytest

from unit.sections.objectives.plans import TOLERANT, plans

TWO_AXES = """\
revenue:
  name: 销售额
  target: 200万元
  period: M01..M10
  channel:
    own-store: {target: 100万元, rate: 5万元/人/月, heads: 2人}
    dealer: {target: 100万元, rate: 5万元/家/月, count: 2家}
  region:
    zhejiang: {target: 100万元, rate: 5万元/人/月, heads: 2人}
    jiangsu: {target: 100万元, rate: 5万元/人/月, heads: 2人}
"""


def test_two_rated_axes_are_counted_once(tmp_path: Path) -> None:
    """5 × 2 × 10 = 100 for each of four cells; each axis makes the 200, not both together 400."""
    found = plans(tmp_path, TWO_AXES)
    assert found.codes == []
    assert found.says("objectives/revenue.implied", "objectives/revenue.implied/jiangsu") == ["200 万元", "100 万元"]


@pytest.mark.parametrize(
    "more",
    [
        "rate: 7.5万元/人/月, heads: 4",  # 元/人
        "rate: 90万元/人/年, heads: 4人",  # 元/年
        "rate: 30万元/人/季, heads: 4人",
        "rate: 7.5家/人/月, heads: 4人",  # 家 beside 元
    ],
)
def test_a_product_in_another_unit_is_reported(tmp_path: Path, more: str) -> None:
    """What is no amount of money is not compared with one, and the page still stands."""
    total = plans(tmp_path / "a", f"revenue: {{name: 销售额, target: 360万元, {more}}}\n")
    assert total.codes == ["PG215"]
    assert total.says("objectives/revenue.implied") == ["待定"]
    cells = f"channel: {{own-store: {{target: 40万元, {more}}}, dealer: 60万元}}"
    part = plans(tmp_path / "b", f"revenue: {{name: 销售额, target: 100万元, {cells}}}\n")
    assert part.codes == ["PG215"]
    part.page()


def test_a_rate_for_the_whole_time(tmp_path: Path) -> None:
    """20万 a shop, once: 20 × 5 shops = 100, without the months."""
    found = plans(tmp_path, "revenue: {name: 销售额, target: 100万元, rate: 20万元/家, count: 5家}\n")
    assert found.codes == []
    assert found.says("objectives/revenue.implied") == ["100 万元"]


@pytest.mark.parametrize("more", ["rate: 7.5万元/人/月", "rate: 7.5万元/人/月, count: 3家"])
def test_a_rate_without_heads_is_told(tmp_path: Path, more: str) -> None:
    """Three shops are no people: nothing is multiplied, and that is said at the rate."""
    found = plans(tmp_path, f"revenue:\n  {{name: 销售额, target: 100万元, {more}}}\n")
    assert found.codes == ["OBJ115"]
    assert found.finding("OBJ115").span.line == 2
    cell = f"channel: {{own-store: {{target: 40万元, {more}}}, dealer: 60万元}}"
    part = plans(tmp_path / "b", f"revenue: {{name: 销售额, target: 100万元, {cell}}}\n")
    assert part.message("OBJ115").startswith("销售额·直营店的单价 7.5 万元/人/月")


def test_parts_that_make_up_for_each_other_are_both_wrong(tmp_path: Path) -> None:
    """6 × 2 × 10 = 120 and 4 × 2 × 10 = 80 against 100 and 100: the sum is right, neither part is."""
    text = """\
    revenue:
      name: 销售额
      target: 200万元
      period: M01..M10
      channel:
        own-store: {target: 100万元, rate: 6万元/人/月, heads: 2人}
        dealer: {target: 100万元, rate: 4万元/家/月, count: 2家}
    """
    found = plans(tmp_path, text)
    assert found.codes == ["OBJ102", "OBJ102"]
    assert [f.args["implied"] for f in found.workspace.findings] == ["120 万元", "80 万元"]


def test_a_wrong_total_is_told_once(tmp_path: Path) -> None:
    """7 months instead of 6 make every part wrong by a sixth: that is one thing to mend."""
    text = TWO_AXES.partition("  region:")[0].replace("M01..M10", "M01..M11")
    found = plans(tmp_path, text)
    assert found.codes == ["OBJ102"]
    assert (
        found.message("OBJ102")
        == "销售额：单价 × 数量 × 11 个月得 220 万元，目标写 200 万元，差 20 万元；按 10 个月算正好"
    )


def test_about_a_rate_leaves_room(tmp_path: Path) -> None:
    """约2万 × 4 × 12 = 约96, which is 91.2–100.8: 100 is possible, 101 is not."""
    text = "revenue: {{name: 销售额, target: {}万元, rate: 约2万元/人/月, heads: 4人}}\n"
    assert plans(tmp_path / "a", text.format(100), TOLERANT).codes == []
    assert plans(tmp_path / "b", text.format(101), TOLERANT).codes == ["OBJ102"]
