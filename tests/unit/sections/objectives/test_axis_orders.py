"""Cells may be written in another order of axes than `cross` has them: they are the same cells, or it is told."""

from pathlib import Path

import pytest

from handbooks import DIMENSIONS
from unit.sections.objectives.plans import last_year, plans

TARGET = "objectives/revenue.target"
CELLS = [f"{TARGET}/{cell}" for cell in ("zhejiang/rep-a", "zhejiang/rep-b", "jiangsu/rep-a", "jiangsu/rep-b")]
BY_CHANNEL = "{axis: channel, members: [own-store, dealer]}"
PRODUCT = {"shared/dimensions.yml": DIMENSIONS + "product: {name: 产品, members: {glue: {name: 胶}}}\n"}


def crossed(inside: str, cross: str) -> str:
    """1000 in two regions, 700 and 300, and by two people, 600 and 400; Zhejiang says something of its people."""
    return f"""\
        revenue:
          name: 销售额
          target: 1000万元
          region: {{zhejiang: {{target: 700万元, {inside}}}, jiangsu: 300万元}}
          spread: [{{axis: person, rule: weights, weights: {{rep-a: 3, rep-b: 2}}}}]
          cross: [{cross}]
        """


@pytest.mark.parametrize("cross", ["region, person", "person, region"])
@pytest.mark.parametrize("said", ["share: 50%", "target: 350万元", "growth: 75%"])
def test_a_cell_is_the_same_in_both_orders(tmp_path: Path, said: str, cross: str) -> None:
    """350 of Zhejiang's 700 are said of A: B has the other 350, and Jiangsu what both lack of 600 and 400."""
    before = last_year("revenue: {name: 销售额, region: {zhejiang: {person: {rep-a: 200万元}}}}\n")
    found = plans(tmp_path, crossed(f"person: {{rep-a: {{{said}}}}}", cross), before)
    assert found.codes == []
    assert found.says(*CELLS) == ["350 万元", "350 万元", "250 万元", "50 万元"]


@pytest.mark.parametrize("cross", ["region, person", "person, region"])
def test_the_parts_of_such_a_cell_have_to_make_it(tmp_path: Path, cross: str) -> None:
    """60 and 300 by channel are no 350, whatever the order."""
    cell = "person: {rep-a: {target: 350万元, channel: {dealer: 60万元, own-store: 300万元}}}"
    found = plans(tmp_path, crossed(cell, cross))
    assert "销售额·浙江·业务员甲按渠道相加 360 万元，应为 350 万元" in found.message("OBJ160")


def test_a_spread_against_the_order_is_told(tmp_path: Path) -> None:
    """Zhejiang cannot say who takes part in it where the people come first."""
    found = plans(tmp_path, crossed("spread: [{axis: person, members: [rep-a]}]", "person, region"))
    why = "“浙江”里的 spread 与 cross 的顺序相反；把区域写在 cross 的前面，或逐格写数"
    assert found.message("OBJ161") == f"销售额不能按“人员”交叉：{why}"


def test_parts_of_a_sum_of_cells_are_told(tmp_path: Path) -> None:
    """Dealers in Zhejiang are a sum over the people: products that are written there would be in no sum."""
    cell = "channel: {dealer: {target: 350万元, product: {glue: 50万元}}}"
    text = crossed(cell, "person, region, channel").replace("spread: [", f"spread: [{BY_CHANNEL}, ")
    found = plans(tmp_path, text, PRODUCT)
    why = "“经销商·浙江”是几个交叉格子的和，它里面的部分不在任何汇总里；写进那些格子里"
    assert found.codes == ["OBJ161"]
    assert found.message("OBJ161") == f"销售额不能按“产品”交叉：{why}"
