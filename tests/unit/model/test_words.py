"""Names in tables: an id, or a name that only one has. A name that several have means none of them, and is told."""

from pathlib import Path

import pytest

from handbooks import DIMENSIONS, codes, open_files
from plangen.findings import message
from plangen.model.words import Words

TWO = "city: {name: 城市, members: {sh-1: {name: 上海}, sh-2: {name: 上海}, nanjing: {name: 南京}}}\n"
AXES = {"shared/dimensions.yml": DIMENSIONS + TWO}
REVENUE = "revenue: {name: 销售额, target: 30万元, city: {sh-1: 10万元, sh-2: 10万元, nanjing: 10万元}}\n"
HEADER = "objective,period,城市,value,as_of\n"
HINT = "它是 sh-1、sh-2 共同的名字，请写编号"


def test_ids_come_before_names() -> None:
    """`b` is the id of one and the name of another; a name that two have stands aside; no name is no word."""
    words = Words.of({"a": "b", "b": "B", "c": "C", "d": "C", "e": ""})
    assert words.meant == {"a": "a", "b": "b", "B": "b", "c": "c", "d": "d", "e": "e"}
    assert words.shared == {"C": ("c", "d")}


def test_an_actual_of_a_name_that_two_members_have_is_refused(tmp_path: Path) -> None:
    """It would have been booked on the last of them; by its id it is."""
    rows = f"{HEADER}revenue,M01,上海,1万元,2026-01-31\nrevenue,M01,sh-1,2万元,2026-01-31\n"
    workspace = open_files(tmp_path, {**AXES, "objectives.yml": REVENUE, "2026/demo/actuals/a.csv": rows})
    (found,) = (each for each in workspace.findings if each.code == "ACT104")
    assert message(found) == f"实际数“上海”对不上计划里的数，{HINT}"
    assert str(found.span) == "content/2026/demo/actuals/a.csv:2:13"
    assert [str(actual.value.value) for actual in workspace.scope(2026).plan_year.plans["demo"].actuals] == ["20000"]


def test_an_actual_of_a_name_that_two_objectives_have_is_refused(tmp_path: Path) -> None:
    """Both are called 销售额."""
    plan = "one: {name: 销售额, target: 1万元}\ntwo: {name: 销售额, target: 2万元}\n"
    rows = "objective,value,as_of\n销售额,1万元,2026-01-31\n"
    workspace = open_files(tmp_path, {"objectives.yml": plan, "2026/demo/actuals/a.csv": rows})
    assert codes(workspace) == ["ACT104"]
    assert "它是 one、two 共同的名字" in message(workspace.findings[0])


def test_a_cell_of_a_name_that_two_members_have_is_refused(tmp_path: Path) -> None:
    """It would have been the first one's target."""
    files = {**AXES, "objectives.yml": "revenue: {name: 销售额, cells: a.csv}\n"}
    files["2026/demo/a.csv"] = "城市,目标\n上海,1万元\nsh-2,2万元\n南京,3万元\n"
    workspace = open_files(tmp_path, files)
    assert codes(workspace) == ["OBJ167"]
    assert message(workspace.findings[0]) == f"格子“上海”认不出，{HINT}"
    assert str(workspace.findings[0].span) == "content/2026/demo/a.csv:2:1"


@pytest.mark.parametrize(
    ("file", "rows", "code"),
    [
        ("actuals/a.csv", "objective,渠道,value,as_of\nrevenue,dealer,1万元,2026-01-31\n", "ACT102"),
        ("a.csv", "渠道,目标\ndealer,1万元\n", "OBJ166"),
    ],
)
def test_a_column_of_a_name_that_two_axes_have_is_refused(tmp_path: Path, file: str, rows: str, code: str) -> None:
    """Two axes are called 渠道: the id of the axis says which is meant."""
    axes = {"shared/dimensions.yml": DIMENSIONS + "way: {name: 渠道, members: {post: {name: 邮购}}}\n"}
    cells = ", cells: a.csv" if file == "a.csv" else ""
    plan = {"objectives.yml": f"revenue: {{name: 销售额, target: 1万元{cells}}}\n"}
    workspace = open_files(tmp_path, {**axes, **plan, f"2026/demo/{file}": rows})
    (found,) = (each for each in workspace.findings if each.code == code)
    assert "它是 channel、way 共同的名字，请写编号" in message(found)


def test_members_of_two_axes_may_have_one_name(tmp_path: Path) -> None:
    """The column says which axis is meant."""
    axes = {"shared/dimensions.yml": DIMENSIONS + "place: {name: 地点, members: {zj: {name: 浙江}}}\n"}
    plan = "revenue: {name: 销售额, target: 1万元, region: {zhejiang: 1万元}}\n"
    rows = "objective,区域,value,as_of\nrevenue,浙江,1万元,2026-01-31\n"
    workspace = open_files(tmp_path, {**axes, "objectives.yml": plan, "2026/demo/actuals/a.csv": rows})
    (actual,) = workspace.scope(2026).plan_year.plans["demo"].actuals
    assert actual.reached.members == ("zhejiang",)
