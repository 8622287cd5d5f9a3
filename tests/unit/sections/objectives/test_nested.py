"""Cells inside cells: sums on every axis, shares, growth, what is not set. Expected values are computed by hand."""

from pathlib import Path

from unit.sections.objectives.plans import last_year, months, plans

TARGET = "objectives/revenue.target"
TWO = """\
revenue:
  name: 销售额
  target: 1000万元
  region:
    zhejiang:
      target: 560万元
      channel: {own-store: 300万元, dealer: 260万元}
    jiangsu:
      target: 440万元
      channel: {own-store: 200万元, dealer: 240万元}
"""


def test_cells_add_up_along_the_other_axis(tmp_path: Path) -> None:
    """300 + 200 = 500 and 260 + 240 = 500; the address has the members in the order of the dimensions."""
    found = plans(tmp_path, TWO)
    assert found.codes == []
    assert found.says(f"{TARGET}/own-store", f"{TARGET}/dealer", f"{TARGET}/own-store/zhejiang") == [
        "500 万元", "500 万元", "300 万元",
    ]  # fmt: skip
    assert found.says(f"{TARGET}/zhejiang/own-store") == ["—"]
    assert found.says("objectives/revenue.share/dealer") == ["50%"]


def test_cells_that_do_not_make_their_part_are_told(tmp_path: Path) -> None:
    """300 + 250 is 10 less than 560, at the line of the cells, with the numbers."""
    found = plans(tmp_path, TWO.replace("260", "250"))
    assert found.codes == ["OBJ160"]
    assert found.message("OBJ160") == "销售额·浙江按渠道相加 550 万元，应为 560 万元，差 10 万元"
    assert found.finding("OBJ160").span.line == 7


def test_cells_are_held_against_the_other_axis(tmp_path: Path) -> None:
    """The own stores' part is written as 480, the cells of both regions make 500."""
    found = plans(tmp_path, TWO + "  channel: {own-store: 480万元, dealer: 520万元}\n")
    messages = [(finding.code, finding.args["name"], finding.args["sum"], finding.args["difference"])
                for finding in found.workspace.findings]  # fmt: skip
    assert messages == [
        ("OBJ160", "销售额·直营店", "500 万元", "20 万元"),
        ("OBJ160", "销售额·经销商", "500 万元", "20 万元"),
    ]


def test_a_region_that_is_not_split_counts_as_missing(tmp_path: Path) -> None:
    """Jiangsu says nothing of channels: 300 and 260, and something more."""
    text = TWO.replace("\n      channel: {own-store: 200万元, dealer: 240万元}", "")
    found = plans(tmp_path, text)
    assert found.codes == []
    assert found.says(f"{TARGET}/own-store", f"{TARGET}/dealer") == [
        "300 万元，另有 1 项未定",
        "260 万元，另有 1 项未定",
    ]


def test_a_cell_without_a_target_is_the_sum_of_its_parts(tmp_path: Path) -> None:
    """30 + 20; and a part that nobody filled in is unset, not zero."""
    text = "revenue: {name: 销售额, region: {zhejiang: {channel: {own-store: 30万元, dealer: 20万元}}, jiangsu: {}}}\n"
    found = plans(tmp_path, text)
    assert found.says(f"{TARGET}/zhejiang", f"{TARGET}/jiangsu") == ["50 万元", "待定"]
    assert found.says(TARGET) == ["50 万元，另有 1 项未定"]


def test_a_share_is_of_the_total_and_inside_a_cell_of_the_cell(tmp_path: Path) -> None:
    """40% of 1000 is 400, 25% of that 100; shares of 90% leave a gap that is told."""
    text = """\
    revenue:
      name: 销售额
      target: 1000万元
      region:
        zhejiang: {share: 40%, channel: {own-store: {share: 25%}, dealer: {share: 75%}}}
        jiangsu: {share: 50%}
    """
    found = plans(tmp_path, text)
    assert found.says(f"{TARGET}/zhejiang", f"{TARGET}/own-store/zhejiang") == ["400 万元", "100 万元"]
    assert found.message("OBJ101") == "销售额按区域相加 900 万元，合计写着 1,000 万元，差 100 万元"


def test_a_share_beside_a_target_agrees_with_it(tmp_path: Path) -> None:
    """33.33% of 300 is 100 to 0.01%; 40% is not."""
    cell = "{{target: 100万元, share: {}}}"
    text = f"revenue: {{{{name: 销售额, target: 300万元, channel: {{{{own-store: {cell}, dealer: 200万元}}}}}}}}\n"
    assert plans(tmp_path / "good", text.format("33.33%")).codes == []
    found = plans(tmp_path / "bad", text.format("40%"))
    assert found.message("OBJ164") == "销售额·直营店写了占比 40%，按它算是 120 万元，目标写 100 万元"


def test_a_cell_grows_on_the_same_cell_last_year(tmp_path: Path) -> None:
    """50 and 20% more is 60; without that cell last year there is nothing to grow on."""
    before = "revenue: {name: 销售额, region: {zhejiang: {channel: {dealer: 50万元}}}}\n"
    text = "revenue: {name: 销售额, region: {zhejiang: {channel: {dealer: {growth: 20%}, own-store: {growth: 20%}}}}}\n"
    found = plans(tmp_path, text, last_year(before))
    assert found.says(f"{TARGET}/dealer/zhejiang", f"{TARGET}/own-store/zhejiang") == ["60 万元", "待定"]
    assert found.message("OBJ110") == "销售额·直营店·浙江按上年增长，但上一年没有这个目标"


def test_months_of_cells_make_the_months_of_their_part(tmp_path: Path) -> None:
    """Each month of Zhejiang is its two cells; the months of each cell are the cell."""
    found = plans(tmp_path, TWO)
    whole = [found.quantity(address) for address in months("target", "zhejiang")]
    for month, own, dealer in zip(whole, months("target", "own-store", "zhejiang"),
                                  months("target", "dealer", "zhejiang"), strict=True):  # fmt: skip
        one, other = found.quantity(own), found.quantity(dealer)
        assert month is not None
        assert one is not None
        assert other is not None
        assert month.same_as(one + other)
    cells = [found.quantity(address) for address in months("target", "own-store", "zhejiang")]
    assert sum(cell.value for cell in cells if cell is not None) == 3_000_000


def test_a_cell_is_not_split_by_its_own_axis(tmp_path: Path) -> None:
    """A region inside a region has a parent, not a cell of its own."""
    text = "revenue: {name: 销售额, target: 10万元, region: {zhejiang: {target: 10万元, region: {jiangsu: 10万元}}}}\n"
    found = plans(tmp_path, text)
    assert found.message("OBJ162") == "销售额·浙江里又按区域分：它已经是区域的一个成员"


def test_unknown_members_inside_cells_are_told(tmp_path: Path) -> None:
    """With the nearest one that exists."""
    found = plans(tmp_path, TWO.replace("{own-store: 300万元", "{own-stor: 300万元"))
    assert "OBJ111" in found.codes
    assert "own-store" in found.message("OBJ111")
