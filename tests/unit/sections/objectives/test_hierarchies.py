"""Parallel hierarchies: sub-totals side by side, nobody counted twice, nobody left out unseen."""

from pathlib import Path

import pytest

from unit.sections.objectives.plans import plans

DIMENSIONS = """\
region:
  name: 区域
  members:
    zhejiang: {name: 浙江}
    jiangsu: {name: 江苏}
    sichuan: {name: 四川}
    east: {name: 东区}
    west: {name: 西区}
    home: {name: 国内}
    first: {name: 一类}
    second: {name: 二类}
  hierarchies:
    area: {name: 大区, parents: {zhejiang: east, jiangsu: east, sichuan: west, east: home, west: home}}
    tier: {name: 级别, parents: {zhejiang: first, jiangsu: second, sichuan: second}}
"""
REVENUE = "revenue: {name: 销售额, target: 90万元, region: {zhejiang: 40万元, jiangsu: 30万元, sichuan: 20万元}}\n"
FILES = {"shared/dimensions.yml": DIMENSIONS}


def at(*names: str, measure: str = "target") -> list[str]:
    """Addresses of parts of revenue."""
    return [f"objectives/revenue.{measure}/{name}" for name in names]


def test_each_hierarchy_has_its_own_sub_totals(tmp_path: Path) -> None:
    """East 70 and west 20, first 40 and second 50; the total is 90 and not more."""
    found = plans(tmp_path, REVENUE, FILES)
    assert found.codes == []
    assert found.says(*at("east", "west", "home")) == ["70 万元", "20 万元", "90 万元"]
    assert found.says(*at("first", "second")) == ["40 万元", "50 万元"]
    assert found.says("objectives/revenue.target.rollup/region") == ["90 万元"]
    assert found.says(*at("area", "tier", measure="gap")) == ["0 元", "0 元"]
    assert found.says("objectives/revenue.share/east") == ["77.78%"]


def test_months_of_groups_are_those_of_their_members(tmp_path: Path) -> None:
    """A quarter of 70 is 17.5, to the last digit the members' sum."""
    found = plans(tmp_path, REVENUE, FILES)
    east, *members = (
        [found.quantity(f"objectives/revenue.target@M{month:02}/{name}") for month in range(1, 13)]
        for name in ("east", "zhejiang", "jiangsu")
    )
    assert [one + other == both for both, one, other in zip(east, *members, strict=True) if one and other] == [
        True
    ] * 12
    assert found.says("objectives/revenue.target@Q1/east") == ["17.5 万元"]


def test_a_table_for_each_hierarchy(tmp_path: Path) -> None:
    """Two tables beside that of the axis, groups with their members."""
    page = plans(tmp_path, REVENUE, FILES).page()
    assert "按区域·大区" in page
    assert "按区域·级别" in page
    assert page.index("国内") < page.index("东区")
    assert "没有归组" not in page


def test_what_rolls_up_by_weight_does_so_in_groups(tmp_path: Path) -> None:
    """(30% × 40 + 20% × 30) ÷ 70 = 25.71% in the east; never the mean of provinces' means."""
    text = REVENUE + (
        "margin: {name: 毛利率, aggregate: {members: weighted, weight: revenue}, "
        "region: {zhejiang: 30%, jiangsu: 20%, sichuan: 10%}}\n"
    )
    found = plans(tmp_path, text, FILES)
    assert found.codes == []
    assert found.says("objectives/margin.target/east", "objectives/margin.target/home") == ["25.71%", "22.22%"]


def test_members_that_are_not_set_are_counted(tmp_path: Path) -> None:
    """40 and one that is not set."""
    found = plans(tmp_path, REVENUE.replace("jiangsu: 30万元", "jiangsu: 待定"), FILES)
    assert found.says(*at("east")) == ["40 万元，另有 1 项未定"]


def test_a_target_of_a_group_is_compared_and_counts_once(tmp_path: Path) -> None:
    """60 given to the east, 70 in its provinces: a difference, and the total of the axis is 90 still."""
    found = plans(tmp_path, REVENUE.replace("sichuan: 20", "east: 60万元, sichuan: 20"), FILES)
    assert found.codes == ["OBJ101"]
    assert found.message("OBJ101") == "销售额·东区按大区相加 70 万元，合计写着 60 万元，差 10 万元"
    assert found.says("objectives/revenue.target.rollup/region", "objectives/revenue.gap/east") == [
        "90 万元",
        "-10 万元",
    ]


def test_who_is_left_out_is_named_once(tmp_path: Path) -> None:
    """A warning for the dimension, a row in the table, and no error for each objective."""
    files = {"shared/dimensions.yml": DIMENSIONS.replace(", sichuan: second", "")}
    found = plans(tmp_path, REVENUE, files)
    assert found.codes == ["PG251"]
    assert found.message("PG251") == "层级“级别”没有写到 四川"
    assert found.says("objectives/revenue.gap/tier") == ["20 万元"]
    assert "没有归组" in found.page()


def test_a_member_belongs_where_the_one_it_is_part_of_belongs(tmp_path: Path) -> None:
    """Hangzhou is in Zhejiang, and Zhejiang in the first tier: nobody has to say so for the city."""
    dimensions = DIMENSIONS.replace("    east:", "    hangzhou: {name: 杭州, parent: zhejiang}\n    east:")
    text = REVENUE.replace("jiangsu: 30", "hangzhou: 25万元, jiangsu: 30")
    found = plans(tmp_path, text, {"shared/dimensions.yml": dimensions})
    assert found.says(*at("first", "second")) == ["25 万元", "50 万元"]
    assert "PG251" not in found.codes


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("sichuan: west", "sichuan: wset", "“wset”不在这个维度里"),
        ("sichuan: west", "sichaun: west", "“sichaun”不在这个维度里"),
        ("west: home", "west: west", "“west”绕成了圈"),
        ("east: home, west: home", "east: west, west: east", "“east”绕成了圈"),
        ("sichuan: second", "sichuan: west", "“west”也是别的层级的组"),
        ("jiangsu: {name: 江苏}", "jiangsu: {name: 江苏, parent: east}", "“east”既是组，又在 parent 里"),
    ],
)
def test_hierarchies_that_are_no_trees(tmp_path: Path, old: str, new: str, why: str) -> None:
    """Unknown groups and members, circles, a group of two hierarchies, a group that is a parent."""
    found = plans(tmp_path, REVENUE, {"shared/dimensions.yml": DIMENSIONS.replace(old, new, 1)})
    said = [finding for finding in found.workspace.findings if finding.code == "PG250"]
    assert any(why in f"“{finding.args['member']}”{finding.args['why']}" for finding in said)


def test_a_declared_gap_of_a_group_is_a_line(tmp_path: Path) -> None:
    """The group's own difference can be declared under its name."""
    gap = "gaps: {east: {amount: -10万元, owner: manager, due: 2026-03-31, reason: 两省多报}}"
    text = REVENUE.replace("sichuan: 20", "east: 60万元, sichuan: 20").replace("}}\n", f"}}, {gap}}}\n")
    assert plans(tmp_path, text, {**FILES, "org.yml": "roles: {manager: {name: 经理, headcount: 1人}}\n"}).codes == [
        "OBJ150"
    ]


def test_a_plan_may_be_made_by_groups_alone(tmp_path: Path) -> None:
    """East and west without their provinces are members like others, and sub-totals lead further up."""
    found = plans(tmp_path, "revenue: {name: 销售额, target: 90万元, region: {east: 60万元, west: 30万元}}\n", FILES)
    assert found.codes == []
    assert found.says("objectives/revenue.target.rollup/region", *at("home")) == ["90 万元", "90 万元"]


def test_a_child_plan_may_cover_a_group(tmp_path: Path) -> None:
    """What covers the east counts as the east in the plan above."""
    child = {"2026/demo/one/plan.yml": "name: one\ncovers: {region: east}\n"}
    child |= {"2026/demo/one/objectives.yml": "revenue: {name: 销售额, target: 70万元}\n"}
    found = plans(tmp_path, "revenue: {name: 销售额, rollup: children}\n", {**FILES, **child})
    assert found.codes == []
    assert found.says(*at("east", "home")) == ["70 万元", "70 万元"]
