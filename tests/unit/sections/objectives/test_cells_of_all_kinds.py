"""Cells of several axes beside formulas, scenarios, roll-up rules and hierarchies. Values are computed by hand."""

from pathlib import Path

from unit.scenarios.plans import planned, says
from unit.sections.objectives.plans import plans
from unit.sections.objectives.test_hierarchies import DIMENSIONS, FILES

TARGET = "objectives/revenue.target"
NESTED = """\
revenue:
  name: 销售额
  target: 100万元
  channel:
    own-store: {share: = 100% - 60%}
    dealer:
      share: = 120% ÷ 2
      region: {zhejiang: = revenue.target/dealer × 25%, jiangsu: {share: = 75%}}
"""


def test_formulas_stand_in_cells(tmp_path: Path) -> None:
    """60 for the dealers: a quarter of it is 15, three quarters are 45."""
    found = plans(tmp_path, NESTED)
    assert found.codes == []
    names = ("own-store", "dealer", "dealer/zhejiang", "dealer/jiangsu")
    assert found.says(*(f"{TARGET}/{name}" for name in names)) == ["40 万元", "60 万元", "15 万元", "45 万元"]


def test_a_share_that_a_formula_gives_is_held_against_the_target(tmp_path: Path) -> None:
    """50% of 100 are not 40."""
    found = plans(
        tmp_path,
        """\
        revenue:
          name: 销售额
          target: 100万元
          channel: {own-store: {target: 40万元, share: = 25% × 2}, dealer: 60万元}
        """,
    )
    assert found.message("OBJ164") == "销售额·直营店写了占比 50%，按它算是 50 万元，目标写 40 万元"


MONTHS = """\
revenue:
  name: 销售额
  period: Q1
  channel:
    own-store: {phasing: {M01: 10万元, M02: 20万元, M03: = revenue.phasing@M02/own-store × 2}}
    dealer: {phasing: {Q1: = 30万元 + 3万元}}
"""


def test_formulas_stand_in_months_of_cells(tmp_path: Path) -> None:
    """10 + 20 + 40 and 33 are 103; 33 over three months are 11."""
    found = plans(tmp_path, MONTHS)
    assert found.codes == []
    assert found.says(TARGET, f"{TARGET}/own-store", f"{TARGET}@M03/own-store", f"{TARGET}@M03/dealer") == [
        "103 万元", "70 万元", "40 万元", "11 万元",
    ]  # fmt: skip


def test_a_formula_in_another_unit_is_told_at_its_month(tmp_path: Path) -> None:
    """Shops are no money: the month is unset and counted."""
    found = plans(tmp_path, MONTHS.replace("= 30万元 + 3万元", "= 3家 × 2"))
    assert found.message("OBJ169") == "销售额·经销商的Q1：单位是“家”，目标是“元”"
    assert found.says(TARGET) == ["70 万元，另有 1 项未定"]


CUBE = """\
revenue:
  name: 销售额
  target: 100万元
  channel: {own-store: 40万元, dealer: {target: 60万元, region: {zhejiang: 10万元}}}
  spread: [{axis: region, rule: weights, weights: {zhejiang: 1, jiangsu: 1}}]
  cross: [channel, region]
"""


def test_a_scenario_changes_one_cell_of_a_cube(tmp_path: Path) -> None:
    """Each region has 50: with 10 of them the dealers leave 40 to the own stores, with 30 they leave 20."""
    stretch = "objectives: {revenue: {channel: {dealer: {region: {zhejiang: 30万元}}}}}\n"
    workspace = planned(tmp_path, {"objectives.yml": CUBE}, stretch=stretch)
    assert [finding.code for finding in workspace.findings] == []
    assert says(workspace, f"{TARGET}/own-store/zhejiang") == "40 万元"
    assert says(workspace, f"{TARGET}/own-store/zhejiang", "stretch") == "20 万元"
    assert says(workspace, f"{TARGET}/dealer/jiangsu", "stretch") == "30 万元"


CSV = {
    "objectives.yml": "revenue: {name: 销售额, cells: cells.csv}\n",
    "2026/demo/cells.csv": "region,channel,target\nzhejiang,dealer,60万元\njiangsu,dealer,20万元\n",
}


def test_a_scenario_changes_one_cell_of_a_csv_file(tmp_path: Path) -> None:
    """The others stay; the members of the address are in the order of the dimensions, whatever the file's is."""
    stretch = "objectives: {revenue: {region: {zhejiang: {channel: {dealer: {target: 80万元}}}}}}\n"
    workspace = planned(tmp_path, CSV, stretch=stretch)
    assert [finding.code for finding in workspace.findings] == []
    assert says(workspace, f"{TARGET}/dealer/zhejiang", "stretch") == "80 万元"
    assert [says(workspace, TARGET), says(workspace, TARGET, "stretch")] == ["80 万元", "100 万元"]


def test_a_scenario_names_no_other_csv_file(tmp_path: Path) -> None:
    """It would be read by nobody: refused at its line."""
    workspace = planned(tmp_path, CSV, stretch="objectives: {revenue: {cells: more.csv}}\n")
    assert [(finding.code, finding.span.line) for finding in workspace.findings] == [("PG508", 1)]


HEADS = (
    "heads: {name: 人数, period: Q1, channel: {own-store: {phasing: {M01: 1人, M02: 2人, M03: 3人}}, dealer: 3人}}\n"
)


def test_months_of_heads_do_not_add_up(tmp_path: Path) -> None:
    """1, 2 and 3 people are no 6, unless the plan says so."""
    found = plans(tmp_path / "a", HEADS)
    assert "各月不相加" in found.message("OBJ169")
    assert found.says("objectives/heads.target") == ["3 人，另有 1 项未定"]
    found = plans(tmp_path / "b", HEADS.replace("period: Q1", "period: Q1, aggregate: {time: sum}"))
    assert found.says("objectives/heads.target/own-store") == ["6 人"]


def test_crossed_heads_have_cells_and_no_months(tmp_path: Path) -> None:
    """10 people, 4 and 6 by channel, half of them in each region: 2 and 3; what holds in a month is not handed out."""
    found = plans(
        tmp_path,
        """\
        heads:
          name: 人数
          target: 10人
          aggregate: {time: last}
          channel: {own-store: 4人, dealer: 6人}
          spread: [{axis: region, rule: even, members: [zhejiang, jiangsu]}]
          cross: [channel, region]
        """,
    )
    assert found.codes == []
    names = ("/own-store/zhejiang", "/dealer/jiangsu", "@M03", "@M03/dealer/jiangsu")
    assert found.says(*(f"objectives/heads.target{name}" for name in names)) == ["2 人", "3 人", "10 人", "—"]


def test_cells_of_what_does_not_add_up_are_told(tmp_path: Path) -> None:
    """A mean of 5% and something is in no sum."""
    text = """\
    margin:
      name: 毛利率
      aggregate: {members: mean}
      channel: {own-store: {target: 10%, region: {zhejiang: 5%}}, dealer: 30%}
    """
    found = plans(tmp_path, text)
    assert "不在任何汇总里" in found.message("OBJ161")
    assert found.says("objectives/margin.target") == ["20%"]


def test_cells_of_a_group_are_told(tmp_path: Path) -> None:
    """East has sub-totals of the axis, and no cells that anything adds up."""
    channel = "channel: {name: 渠道, members: {dealer: {name: 经销商}}}\n"
    text = """\
    revenue:
      name: 销售额
      region:
        east: {target: 70万元, channel: {dealer: 70万元}}
        zhejiang: 40万元
        jiangsu: 30万元
    """
    found = plans(tmp_path, text, {"shared/dimensions.yml": DIMENSIONS + channel})
    assert found.message("OBJ161") == "销售额不能按“区域”交叉：“东区”是分组，只有小计"


def test_crossed_members_have_the_sub_totals_of_their_groups(tmp_path: Path) -> None:
    """40 and 30 in the east, 20 in the west; either person has half of each."""
    text = """\
    revenue:
      name: 销售额
      region: {zhejiang: 40万元, jiangsu: 30万元, sichuan: 20万元}
      person: {rep-a: 45万元, rep-b: 45万元}
      cross: [region, person]
    """
    person = "person: {name: 人员, members: {rep-a: {name: 甲}, rep-b: {name: 乙}}}\n"
    found = plans(tmp_path, text, {"shared/dimensions.yml": FILES["shared/dimensions.yml"] + person})
    assert found.codes == []
    names = ("east", "west", "zhejiang/rep-a", "jiangsu/rep-b")
    assert found.says(*(f"{TARGET}/{name}" for name in names)) == ["70 万元", "20 万元", "20 万元", "15 万元"]
