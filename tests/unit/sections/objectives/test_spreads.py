"""Spreads by weights, last year and rates; months by seasons. Expected values are computed by hand."""

from pathlib import Path

import pytest

from unit.sections.objectives.plans import last_year, plans

TARGET = "objectives/revenue.target"
HEAD = "revenue:\n  name: 销售额\n  target: 1000万元\n"
SEASON = {"shared/profiles.yml": "packaging: {name: 包装淡旺季, weights: {M01: 5, M02: 2, M03: 3, Q2: 20, H2: 70}}\n"}


def spread(rest: str) -> str:
    """An objective of 1000 with one spread over the regions."""
    return f"{HEAD}  spread: [{{axis: region, {rest}}}]\n"


@pytest.mark.parametrize(
    "weights", ["{zhejiang: 3, jiangsu: 2}", "{zhejiang: 60%, jiangsu: 40%}", "{jiangsu: 1, zhejiang: 1.5}"]
)
def test_weights_by_member(tmp_path: Path, weights: str) -> None:
    """3 : 2 in numbers, in shares, in another order and with decimals."""
    found = plans(tmp_path, spread(f"rule: weights, weights: {weights}"))
    assert found.codes == []
    assert found.says(f"{TARGET}/zhejiang", f"{TARGET}/jiangsu") == ["600 万元", "400 万元"]


def test_the_shape_of_last_year(tmp_path: Path) -> None:
    """60 and 15 then, so 800 and 200 now."""
    before = "revenue: {name: 销售额, region: {zhejiang: 60万元, jiangsu: 15万元}}\n"
    found = plans(tmp_path, spread("rule: last-year, members: [zhejiang, jiangsu]"), last_year(before))
    assert found.codes == []
    assert found.says(f"{TARGET}/zhejiang", f"{TARGET}/jiangsu") == ["800 万元", "200 万元"]


def test_without_last_year_nothing_is_made_up(tmp_path: Path) -> None:
    """Jiangsu has no figure there: both parts are unset, and it is told who lacks what."""
    before = "revenue: {name: 销售额, region: {zhejiang: 60万元}}\n"
    found = plans(tmp_path, spread("rule: last-year, members: [zhejiang, jiangsu]"), last_year(before))
    assert found.message("OBJ163") == "销售额按区域的 spread 算不出来：江苏 上年没有确定的数"
    assert found.says(f"{TARGET}/zhejiang", f"{TARGET}/jiangsu") == ["待定", "待定"]


def test_rate_and_heads(tmp_path: Path) -> None:
    """2 heads and 1 head at one rate: 666.7 and 333.3; the third of a step goes to the larger remainder."""
    cells = "  person: {rep-a: {rate: 3万元/人/月, heads: 2人}, rep-b: {rate: 3万元/人/月, heads: 1人}}\n"
    found = plans(tmp_path, f"{HEAD}{cells}  spread: [{{axis: person, rule: rate}}]\n")
    assert found.says(f"{TARGET}/rep-a", f"{TARGET}/rep-b") == ["666.7 万元", "333.3 万元"]
    assert found.codes == ["OBJ102"]  # 3 rates of 3 a month make 108, and not 1000


@pytest.mark.parametrize(
    ("rest", "why"),
    [
        ("rule: weights, weights: {zhejiang: 3}, members: [zhejiang, jiangsu]", "weights 要给每个成员一个数"),
        ("rule: weights, weights: {zhejiang: 0, jiangsu: 0}", "weights 要给每个成员一个数"),
        ("rule: even", "没有成员"),
        ("rule: rate, members: [zhejiang]", "浙江 没有可以相乘的 rate 和 heads"),
    ],
)
def test_spreads_without_what_they_go_by_are_told(tmp_path: Path, rest: str, why: str) -> None:
    """Members without a weight, no members, no rate."""
    assert why in plans(tmp_path, spread(rest)).message("OBJ163")


def test_months_follow_a_shared_profile(tmp_path: Path) -> None:
    """5 of 100 weights are 50, Q2's 20 are a third each of 200: 66.7, 66.6, 66.7; H2 is 700."""
    found = plans(tmp_path, f"{HEAD}  season: packaging\n  region: {{zhejiang: 600万元, jiangsu: 400万元}}\n", SEASON)
    assert found.codes == []
    assert found.says(f"{TARGET}@M01", f"{TARGET}@M02", f"{TARGET}@Q1", f"{TARGET}@Q2", f"{TARGET}@M01/zhejiang") == [
        "50 万元", "20 万元", "100 万元", "200 万元", "30 万元",
    ]  # fmt: skip


def test_months_follow_last_year(tmp_path: Path) -> None:
    """Half in January and half in March then: 500 and 500 now, and nothing in the other months."""
    phasing = ", ".join(f"M{month:02}: {50 if month in (1, 3) else 0}万元" for month in range(1, 13))
    before = f"revenue: {{name: 销售额, target: 100万元, phasing: {{{phasing}}}}}\n"
    found = plans(tmp_path, f"{HEAD}  season: last-year\n", last_year(before))
    assert found.codes == []
    assert found.says(f"{TARGET}@M01", f"{TARGET}@M02", f"{TARGET}@M03") == ["500 万元", "0 元", "500 万元"]


def test_a_season_inside_a_phase(tmp_path: Path) -> None:
    """The quarter has 20% of 1000; its months go by 5 : 2 : 3."""
    found = plans(tmp_path, f"{HEAD}  season: packaging\n  phasing: {{Q1: 20%, Q2: 20%, H2: 60%}}\n", SEASON)
    assert found.codes == []
    assert found.says(f"{TARGET}@M01", f"{TARGET}@M02", f"{TARGET}@M03") == ["100 万元", "40 万元", "60 万元"]


@pytest.mark.parametrize(
    ("season", "weights", "why"),
    [
        ("packagin", "{FY: 1}", "没有这个淡旺季，是不是“packaging”？"),
        ("packaging", "{H1: 1}", "M07、M08、M09、M10、M11、M12 没有数"),
        ("packaging", "{H1: 1, Q2: 1, H2: 1}", "它的期间有重叠"),
        ("packaging", "{FY: 0}", "它的权重全是零"),
        ("last-year", "{FY: 1}", "M01、M02、M03"),
    ],
)
def test_seasons_that_cannot_be_used_are_told(tmp_path: Path, season: str, weights: str, why: str) -> None:
    """An unknown name with the nearest one, months without a weight, months twice, no year before."""
    profiles = {"shared/profiles.yml": f"packaging: {{name: 淡旺季, weights: {weights}}}\n"}
    assert why in plans(tmp_path, f"{HEAD}  season: {season}\n", profiles).message("OBJ165")


def test_a_year_may_have_profiles_of_its_own(tmp_path: Path) -> None:
    """The year's file goes before the shared one of the same name; a wrong shared file is told once."""
    own = {"2026/shared/profiles.yml": "packaging: {name: 今年, weights: {M01: 1, M02..M12: 9}}\n"}
    found = plans(tmp_path, f"{HEAD}  season: packaging\n", {**SEASON, **own})
    assert found.says(f"{TARGET}@M01") == ["100 万元"]
    assert found.codes == []
