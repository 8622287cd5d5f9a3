"""Members of an axis: spread beside written ones, spread twice, and inside one another."""

from pathlib import Path

import pytest

from unit.sections.objectives.plans import plans

NESTED = {
    "shared/dimensions.yml": "region: {name: 区域, members: {east: {name: 华东}, zhejiang: {name: 浙江, parent: east},"
    " jiangsu: {name: 江苏, parent: east}, west: {name: 西部}}}\n"
}


def test_spread_members_stand_beside_written_ones(tmp_path: Path) -> None:
    """30 written and all of 100 spread: both are there, and so is the contradiction."""
    text = "revenue: {name: 销售额, target: 100万元, channel: {own-store: 30万元},"
    found = plans(tmp_path, text + " spread: [{axis: channel, members: [dealer]}]}\n")
    assert found.says("objectives/revenue.target/own-store", "objectives/revenue.target/dealer") == [
        "30 万元",
        "100 万元",
    ]
    assert found.message("OBJ101") == "销售额按渠道相加 130 万元，合计写着 100 万元，差 30 万元"
    assert "经销商" in found.page()


def test_an_axis_is_spread_once(tmp_path: Path) -> None:
    """Two spreads hand out the target twice; the second one is where the finding stands."""
    text = """\
    revenue:
      name: 销售额
      target: 100万元
      spread:
        - {axis: channel, members: [dealer]}
        - {axis: channel, members: [own-store]}
    """
    found = plans(tmp_path, text)
    assert found.codes == ["OBJ101", "OBJ119"]
    assert found.finding("OBJ119").span.line == 6


def test_nested_members_count_once(tmp_path: Path) -> None:
    """100 in the east, 60 and 40 of it in its provinces, make 100 and not 200; the west adds 50."""
    text = "revenue: {name: 销售额, target: 150万元,"
    text += " region: {east: 100万元, zhejiang: 60万元, jiangsu: 40万元, west: 50万元}}\n"
    found = plans(tmp_path, text, NESTED)
    assert found.codes == []
    addresses = ["gap/region", "target.rollup/region", "target.rollup/east", "gap/east", "share/zhejiang"]
    assert found.says(*(f"objectives/revenue.{address}" for address in addresses)) == [
        "0 元",
        "150 万元",
        "100 万元",
        "0 元",
        "40%",
    ]
    for month in ("M01", "M12"):
        parts = [found.quantity(f"objectives/revenue.target@{month}/{m}") for m in ("zhejiang", "jiangsu", "east")]
        first, second, east = (part.value for part in parts if part is not None)
        assert first + second == east
    assert "其中" in found.page()


def test_nested_members_make_their_parent(tmp_path: Path) -> None:
    """60 + 30 are 10 short of the 100 of the east, though the total is right."""
    text = "revenue: {name: 销售额, target: 100万元, region: {east: 100万元, zhejiang: 60万元, jiangsu: 30万元}}\n"
    found = plans(tmp_path, text, NESTED)
    assert found.codes == ["OBJ101"]
    assert found.message("OBJ101") == "销售额·华东按区域相加 90 万元，合计写着 100 万元，差 10 万元"


def test_a_parent_without_a_target_is_the_sum_of_its_members(tmp_path: Path) -> None:
    """60 + 40 make the east."""
    text = "revenue: {name: 销售额, target: 100万元, region: {east: {note: 两省}, zhejiang: 60万元, jiangsu: 40万元}}\n"
    found = plans(tmp_path, text, NESTED)
    assert found.codes == []
    assert found.says("objectives/revenue.target/east") == ["100 万元"]


@pytest.mark.parametrize(
    ("members", "count"),
    [
        ("{east: {name: 华东}, zhejiang: {name: 浙江, parent: nowhere}}", 1),
        ("{east: {name: 华东, parent: east}}", 1),
        ("{east: {name: 华东, parent: zhejiang}, zhejiang: {name: 浙江, parent: east}}", 2),
        ("{east: {name: 华东}, zhejiang: {name: 浙江, parent: east}}", 0),
    ],
)
def test_parents_exist(tmp_path: Path, members: str, count: int) -> None:
    """A parent is another member of the dimension, and no circle."""
    files = {"shared/dimensions.yml": f"region:\n  name: 区域\n  members: {members}\n"}
    found = plans(tmp_path, "revenue: {name: 销售额, target: 100万元, region: {east: 100万元}}\n", files)
    assert found.codes == ["PG233"] * count
    found.page()


@pytest.mark.parametrize(
    ("ratio", "parts"),
    [("2:0", ["100 万元", "0 元"]), ("1.5：0.5", ["75 万元", "25 万元"]), ("2∶3", ["40 万元", "60 万元"])],
)
def test_ratios(tmp_path: Path, ratio: str, parts: list[str]) -> None:
    """A part may have nothing, and halves are ratios too."""
    text = f'spread: [{{axis: region, rule: ratio, ratio: "{ratio}", members: [zhejiang, jiangsu]}}]'
    found = plans(tmp_path, f"revenue: {{name: 销售额, target: 100万元, {text}}}\n")
    assert found.codes == []
    assert found.says("objectives/revenue.target/zhejiang", "objectives/revenue.target/jiangsu") == parts


@pytest.mark.parametrize("ratio", ["0:0", "2", "2:3:1", "2:-3", "2:x", ":", "1:" + "9" * 40])
def test_wrong_ratios(tmp_path: Path, ratio: str) -> None:
    """One number for each member, none below zero, not all zero; the parts are even until it is mended."""
    text = f'spread: [{{axis: region, rule: ratio, ratio: "{ratio}", members: [zhejiang, jiangsu]}}]'
    found = plans(tmp_path, f"revenue: {{name: 销售额, target: 100万元, {text}}}\n")
    assert found.codes == ["OBJ112"]
    assert found.says("objectives/revenue.target/zhejiang") == ["50 万元"]
