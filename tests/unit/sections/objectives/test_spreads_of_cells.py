"""Spreads inside cells are checked like those of the objective, however deep they stand."""

from pathlib import Path

import pytest

from unit.sections.objectives.plans import plans

HEAD = "revenue:\n  name: 销售额\n  target: 60万元\n  region:\n    zhejiang:\n      target: 60万元\n"
DEEPER = HEAD + "      channel:\n        dealer:\n          target: 60万元\n"


@pytest.mark.parametrize(("head", "indent"), [(HEAD, 6), (DEEPER, 10)])
def test_a_ratio_in_a_cell_fits_its_members(tmp_path: Path, head: str, indent: int) -> None:
    """Three numbers for two people: the parts would be halves without a word."""
    spread = "spread: [{axis: person, rule: ratio, ratio: '1:2:3', members: [rep-a, rep-b]}]\n"
    found = plans(tmp_path, head + " " * indent + spread)
    assert found.codes == ["OBJ112"]
    assert found.message("OBJ112") == "比例“1:2:3”与 2 个成员对不上"
    assert found.finding("OBJ112").span.line == len(head.splitlines()) + 1


@pytest.mark.parametrize(("head", "indent", "name"), [(HEAD, 6, "销售额·浙江"), (DEEPER, 10, "销售额·经销商·浙江")])
def test_a_cell_is_spread_once_by_an_axis(tmp_path: Path, head: str, indent: int, name: str) -> None:
    """Each of two spreads would hand out the whole cell."""
    twice = "spread: [{axis: person, members: [rep-a]}, {axis: person, members: [rep-b]}]\n"
    found = plans(tmp_path, head + " " * indent + twice)
    place = f"content/2026/demo/objectives.yml:{len(head.splitlines()) + 1}:{indent + 10}"
    assert found.message("OBJ119") == f"{name}按人员分了两次，第一次在 {place}"


def test_two_cells_may_be_spread_by_one_axis(tmp_path: Path) -> None:
    """Each of them once."""
    spread = "spread: [{axis: person, members: [rep-a, rep-b]}]"
    cells = f"{{zhejiang: {{target: 40万元, {spread}}}, jiangsu: {{target: 20万元, {spread}}}}}"
    assert plans(tmp_path, f"revenue: {{name: 销售额, target: 60万元, region: {cells}}}\n").codes == []


def test_a_cell_of_what_does_not_add_up_is_not_spread(tmp_path: Path) -> None:
    """20% in Zhejiang is not 10% from the shops and 10% from the dealers."""
    text = """\
        margin:
          name: 毛利率
          target: 20%
          region: {zhejiang: {target: 20%, spread: [{axis: channel, members: [own-store, dealer]}]}, jiangsu: 20%}
        """
    found = plans(tmp_path, text)
    assert "毛利率·浙江的单位是“%”，没有写明怎样汇总，不能按成员分" in found.message("OBJ114")
