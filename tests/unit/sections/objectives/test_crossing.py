"""Crossed axes: every combination is a cell, and all of them add up. Expected values are computed by hand."""

from itertools import product
from pathlib import Path

import pytest

from plangen.render.terminal.derivation import render_derivation
from plangen.values import Address, Key
from unit.sections.objectives.plans import Plans, children, plans

TARGET = "objectives/revenue.target"
THREE = """\
revenue:
  name: 销售额
  target: 1000万元
  channel: {own-store: 400万元, dealer: 600万元}
  region: {zhejiang: 700万元, jiangsu: 300万元}
  spread: [{axis: person, rule: weights, weights: {rep-a: 3, rep-b: 2}}]
  cross: [channel, region, person]
"""
WRITTEN = THREE.replace("zhejiang: 700万元", "zhejiang: {target: 700万元, channel: {own-store: 100万元}}")
CHANNELS, REGIONS, PEOPLE = ("own-store", "dealer"), ("zhejiang", "jiangsu"), ("rep-a", "rep-b")


def value(found: Plans, *members: str, period: str = "") -> int:
    """A figure of `revenue` in yuan."""
    at = f"@{period}" if period else ""
    quantity = found.quantity("/".join((f"{TARGET}{at}", *members)))
    assert quantity is not None, members
    return int(quantity.value)


def test_cells_are_in_proportion_to_their_rows_and_columns(tmp_path: Path) -> None:
    """400 × 70% = 280 of it 60% = 168; nothing is left over anywhere, and nothing is told."""
    found = plans(tmp_path, THREE)
    assert found.codes == []
    assert found.says(f"{TARGET}/own-store/zhejiang", f"{TARGET}/own-store/zhejiang/rep-a") == ["280 万元", "168 万元"]
    for members in product(("",), REGIONS, PEOPLE):
        _, *others = members
        assert sum(value(found, channel, *others) for channel in CHANNELS) == value(found, *others)


def test_written_cells_stay_and_the_others_make_up_for_them(tmp_path: Path) -> None:
    """100 of 400 and 700 are written: 300 for the own stores in Jiangsu, 600 for dealers in Zhejiang, nothing else."""
    found = plans(tmp_path, WRITTEN)
    assert found.codes == []
    cells = [value(found, *cell) // 10_000 for cell in product(CHANNELS, REGIONS)]
    assert cells == [100, 300, 600, 0]
    assert value(found, "own-store", "zhejiang", "rep-a") == 600_000


def test_months_make_cells_and_parts_make_months(tmp_path: Path) -> None:
    """Of every cell and of every member; a person's month is the sum over channels and regions."""
    found = plans(tmp_path, THREE + "  phasing: {Q1: 20%, Q2: 25%, Q3: 25%, Q4: 30%}\n")
    names = [f"M{month:02}" for month in range(1, 13)]
    for cell in (*product(CHANNELS, REGIONS, PEOPLE), *product(CHANNELS, REGIONS), *((one,) for one in PEOPLE)):
        assert sum(value(found, *cell, period=month) for month in names) == value(found, *cell)
    for month, person in product(names, PEOPLE):
        cells = sum(value(found, *cell, person, period=month) for cell in product(CHANNELS, REGIONS))
        assert cells == value(found, person, period=month)
    assert sum(value(found, person, period="M03") for person in PEOPLE) == value(found, period="M03")
    quarter = sum(value(found, "dealer", "jiangsu", "rep-b", period=month) for month in names[:3])
    assert quarter == value(found, "dealer", "jiangsu", "rep-b", period="Q1")


def test_a_persons_month_leads_back_to_every_typed_line(tmp_path: Path) -> None:
    """Through the cell, the channel, the region's written cell, the weights, the month and the total."""
    found = plans(tmp_path, WRITTEN)
    address = Address.parse(f"{TARGET}@M03/own-store/zhejiang/rep-a", plan="demo")
    said = render_derivation(Key(2026, address), found.workspace.origins)
    typed = {line.split("objectives.yml:")[1].split(":")[0] for line in said.splitlines() if "手工填写" in line}
    assert typed == {"3", "4", "5"}
    for method in ("按写的权重分解", "按两边的合计分", "按月均摊"):
        assert method in said


def test_cells_that_leave_no_room_are_told(tmp_path: Path) -> None:
    """450 are written for the own stores in Zhejiang, who have 400 in all; the rest of their row is unset.

    What the dealers' row makes up for does not fit either, and is told at the regions; people stand below that.
    """
    found = plans(tmp_path, WRITTEN.replace("own-store: 100万元", "own-store: 450万元"))
    first = [finding.args["name"] for finding in found.workspace.findings if not finding.cause]
    assert set(found.codes) == {"OBJ160"}
    assert first == ["销售额·浙江", "销售额·江苏", "销售额·直营店"]
    assert found.says(f"{TARGET}/own-store/jiangsu") == ["待定"]


def test_a_part_that_is_not_set_leaves_its_cells_unset(tmp_path: Path) -> None:
    """Jiangsu is 待定: so are its cells and its months, and what is known stays known."""
    found = plans(tmp_path, THREE.replace("jiangsu: 300万元", "jiangsu: 待定"))
    assert found.codes == []
    assert found.says(f"{TARGET}/dealer/jiangsu", f"{TARGET}@M01/dealer/jiangsu/rep-a") == ["待定", "待定"]
    assert found.says(f"{TARGET}/dealer/zhejiang") == ["420 万元"]


def test_a_row_may_name_its_own_parts(tmp_path: Path) -> None:
    """Each person has regions of their own: no cell is made for others, and regions are sums."""
    text = """\
    revenue:
      name: 销售额
      target: 1000万元
      channel: {own-store: 400万元, dealer: 600万元}
      person:
        rep-a: {target: 600万元, region: {zhejiang: {share: 100%}}}
        rep-b: {target: 400万元, spread: [{axis: region, members: [zhejiang, jiangsu]}]}
      cross: [person, region, channel]
    """
    found = plans(tmp_path, text)
    assert found.codes == []
    assert found.says(f"{TARGET}/zhejiang", f"{TARGET}/jiangsu") == ["800 万元", "200 万元"]
    assert found.says(f"{TARGET}/own-store/jiangsu/rep-a", f"{TARGET}/own-store/jiangsu/rep-b") == ["—", "80 万元"]
    assert value(found, "zhejiang", period="M03") == value(found, "zhejiang", "rep-a", period="M03") + value(
        found, "zhejiang", "rep-b", period="M03"
    )


def test_a_row_may_have_some_of_the_parts(tmp_path: Path) -> None:
    """Dealers sell in Zhejiang only: its 600 are there, so the own stores make up the other 100 and all 300."""
    own = "dealer: {target: 600万元, spread: [{axis: region, members: [zhejiang]}]}"
    found = plans(tmp_path, THREE.replace("dealer: 600万元", own))
    assert found.codes == []
    assert found.says(f"{TARGET}/dealer/jiangsu", f"{TARGET}/own-store/zhejiang", f"{TARGET}/own-store/jiangsu") == [
        "—", "100 万元", "300 万元",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cross", "why"),
    [
        ("[channel]", "只有一个维度"),
        ("[channel, channel]", "写了两次"),
        ("[channel, product]", "没有这个维度"),
        ("[channel, person]", "它没有各部分的数"),
    ],
)
def test_axes_that_cannot_be_crossed_are_told(tmp_path: Path, cross: str, why: str) -> None:
    """At the axis, with the reason; no cell is made."""
    text = THREE.replace("[channel, region, person]", cross).replace("  spread: ", "  # spread: ")
    found = plans(tmp_path, text)
    assert why in found.message("OBJ161")
    assert found.says(f"{TARGET}/own-store/zhejiang") == ["—"]


def test_sums_of_child_plans_are_crossed_below(tmp_path: Path) -> None:
    """The parent has no cells of its own, and says where they belong."""
    text = "revenue: {name: 销售额, rollup: children, cross: [channel, region]}\n"
    found = plans(tmp_path, text, children(THREE))
    assert "交叉写在下级计划里" in found.message("OBJ161")
    assert found.says(TARGET, f"{TARGET}/own-store/zhejiang") == ["1,000 万元", "—"]


def test_a_cell_of_a_member_without_a_part_is_told(tmp_path: Path) -> None:
    """Jiangsu is no part of the total along region, yet the own stores name it."""
    text = THREE.replace(", jiangsu: 300万元", "").replace("zhejiang: 700万元", "zhejiang: 1000万元")
    text = text.replace("own-store: 400万元", "own-store: {target: 400万元, region: {jiangsu: 10万元}}")
    found = plans(tmp_path, text)
    assert "“江苏”没有自己的一份" in found.message("OBJ161")


def test_too_many_cells_are_refused(tmp_path: Path) -> None:
    """150 × 150 cells and twelve months are 270,000: nothing is made, and it is said."""
    members = {axis: ", ".join(f"{axis}-{n}: {{name: x}}" for n in range(150)) for axis in ("one", "two")}
    spread = {axis: ", ".join(f"{axis}-{n}" for n in range(150)) for axis in ("one", "two")}
    dimensions = "".join(f"{axis}: {{name: {axis}, members: {{{names}}}}}\n" for axis, names in members.items())
    axes = ", ".join(f"{{axis: {axis}, members: [{names}]}}" for axis, names in spread.items())
    text = f"revenue: {{name: 销售额, target: 900万元, spread: [{axes}], cross: [one, two]}}\n"
    found = plans(tmp_path, text, {"shared/dimensions.yml": dimensions})
    assert found.message("OBJ161") == "销售额不能按“one”交叉：交叉后超过 200,000 格（含月份），没有分解"
    assert found.says(f"{TARGET}/one-1/two-1", f"{TARGET}/one-1") == ["—", "6 万元"]


def test_the_page_shows_rows_and_columns_with_totals_and_the_rule(tmp_path: Path) -> None:
    """Channel × region, then region × person for each channel, the method below, a bar for each channel."""
    page = plans(tmp_path, WRITTEN).page()
    for table in ("revenue-channel-region", "revenue-own-store-region-person", "revenue-dealer-region-person"):
        assert f"data-name={table}" in page or f'data-name="{table}"' in page or table in page
    assert "算法：写明的格子不动" in page
    assert "算法：按写的权重分解，最大余数" in page
    assert "revenue-channel-region-stack" in page
