"""What is expected and not set: found wherever a value may stand, each at its place, with who owes it."""

from pathlib import Path

import pytest

from handbooks import open_files
from plangen.compute import unset_values

ORG = "roles: {rep: {name: 业务员}, clerk: {name: 内勤}}\n"


TARGET = "revenue:\n  name: 销售额\n  target: {}\n"
PERIODS = TARGET.format("9万元") + "  phasing:\n    H1: {}\n    H2: {}\n"
COMPETITORS = """\
dimensions: {price: {name: 价格}, terms: {name: 账期}}
competitors:
  big:
    name: 大厂
    values:
      price: 低
      terms: 待定
"""


@pytest.mark.parametrize(
    ("name", "text", "lines"),
    [
        ("objectives.yml", TARGET.format("待定"), [3]),
        ("objectives.yml", PERIODS.format("待定", "待定"), [5, 6]),
        ("objectives.yml", PERIODS.format("100%", "0%"), []),
        ("competitors.yml", COMPETITORS, [7]),
        ("campaigns.yml", "day:\n  name: 店庆\n  mechanics:\n    - 赠品\n    - 待定\n", [5]),
    ],
    ids=["field", "periods", "all set", "values", "list"],
)
def test_unset_values_stand_where_they_are_written(name: str, text: str, lines: list[int], tmp_path: Path) -> None:
    """In a field, in a mapping by period or by dimension, in a list."""
    workspace = open_files(tmp_path, {name: text})
    found = [each for plan in workspace.scope(2026).plans() for each in unset_values(plan)]
    assert [(each.span.file, each.span.line) for each in found] == [
        (f"content/2026/demo/{name}", line) for line in lines
    ]
    assert workspace.unset_count(2026) == len(lines)


def test_the_nearest_owner_owes_it(tmp_path: Path) -> None:
    """Of the cell, else of the item above it."""
    text = "revenue: {name: 销售额, owner: rep, phasing: {H1: 待定}, channel: {dealer: {target: 待定, owner: clerk}}}\n"
    dimensions = "channel: {name: 渠道, members: {dealer: {name: 经销商}}}\n"
    files = {"org.yml": ORG, "objectives.yml": text, "shared/dimensions.yml": dimensions}
    plans = open_files(tmp_path, files).scope(2026).plans()
    assert [(each.field, each.owner) for plan in plans for each in unset_values(plan)] == [
        ("phasing", "rep"),
        ("target", "clerk"),
    ]
