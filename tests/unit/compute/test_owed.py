"""What is not set: whose it is, and how it was last year."""

from datetime import date
from pathlib import Path

from handbooks import open_files
from plangen.compute import owed_values
from plangen.model import Day
from plangen.values import Address, Quantity

ORG = "roles:\n  lead: {name: 组长}\n  rep: {name: 业务员, reports_to: lead}\n"
FILES = {
    "plan.yml": "name: 计划\nowner: lead\n",
    "org.yml": ORG,
    "objectives.yml": "revenue: {name: 销售额, target: 待定}\nmargin: {name: 毛利, target: 待定, was: gain}\n",
    "training.yml": "first: {name: 入门, audience: [lead], trainer: rep, date: 待定}\n",
    "2025/demo/plan.yml": "name: 计划\n",
    "2025/demo/objectives.yml": "revenue: {name: 销售额, target: 待定}\ngain: {name: 毛利, target: 8万元}\n",
    "2025/demo/org.yml": ORG,
    "2025/demo/training.yml": "first: {name: 入门, audience: [lead], trainer: rep, date: 2025-03-03}\n",
}


def test_owners_and_last_year(tmp_path: Path) -> None:
    """The trainer answers for the course, the plan's owner for the rest; an item is found under the id it had."""
    found = {str(each.address): each for each in owed_values(open_files(tmp_path, FILES).scope(2026))}
    assert {name: str(each.role) for name, each in found.items()} == {
        "demo:objectives/revenue.target": "demo:org/lead",
        "demo:objectives/margin.target": "demo:org/lead",
        "demo:training/first.date": "demo:org/rep",
    }
    unset = found["demo:objectives/revenue.target"].before()
    assert isinstance(unset, Quantity)
    assert unset.unset
    was = found["demo:objectives/margin.target"].before()
    assert isinstance(was, Quantity)
    assert was.low == was.high == 80_000
    assert found["demo:training/first.date"].before() == Day(date(2025, 3, 3))


def test_nobody_and_nothing_before(tmp_path: Path) -> None:
    """Without a plan's owner it is nobody's; without a year before there is nothing to tell."""
    files = {"objectives.yml": "revenue: {name: 销售额, target: 待定}\n"}
    (owed,) = owed_values(open_files(tmp_path, files).scope(2026))
    assert (owed.role, owed.value.owner, owed.before()) == (None, "", None)
    assert owed.key_before.address == Address("demo", "objectives", ("revenue",), "target")


def test_a_row_whose_columns_changed(tmp_path: Path) -> None:
    """Its heading and the id of its register are other ones; what it said last year is still told."""
    files = {
        "2025/demo/plan.yml": "name: 计划\n",
        "2025/demo/register.yml": "cars: {name: 车, columns: {k: {name: 保管}}, rows: {a: {k: 张三}}}\n",
        "register.yml": "vans: {name: 车, was: cars, columns: {k: {name: 保管人}}, rows: {a: {k: 待定}}}\n",
    }
    (owed,) = owed_values(open_files(tmp_path, files).scope(2026))
    assert owed.before() == "张三"


def test_a_cell_is_not_its_item(tmp_path: Path) -> None:
    """What a member owes is not told from the whole objective of last year."""
    files = {
        "2025/demo/plan.yml": "name: 计划\n",
        "2025/demo/objectives.yml": "revenue: {name: 额, target: 8万元, note: 全部}\n",
        "objectives.yml": "revenue: {name: 额, target: 8万元, channel: {dealer: {target: 8万元, note: 待定}}}\n",
    }
    assert [owed.before() for owed in owed_values(open_files(tmp_path, files).scope(2026))] == [None]
