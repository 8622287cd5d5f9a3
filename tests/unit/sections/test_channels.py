"""Channels: counts by kind, channels that meet, counts and names, the page."""

import pytest

from plangen.views import Table
from unit.sections.reading import Read, read, text

OBJECTIVES = "revenue: {name: 销售额, target: 720万元}\n"
CHANNELS = """
cafes: {name: 网吧, kind: special, count: 待定, goal: revenue}
shops: {name: 门店, kind: own, count: 3家, profile: 直营, goal: objectives/revenue.target}
schools: {name: 学校, kind: special, members: [一中, 二中], goal: revenue}
phone: {name: 电话, kind: contact}
"""


def channels(yaml: str) -> Read:
    """Channels beside an objective."""
    return read({"channels.yml": yaml, "objectives.yml": OBJECTIVES})


def test_counts() -> None:
    """Two special ones of four; two schools are named."""
    found = channels(CHANNELS)
    assert found.codes == []
    assert found.says("channels/total.channels/special") == "2 个"
    assert found.says("channels/total.channels") == "4 个"
    assert found.says("channels/schools.listed") == "2 个"


def pair(first: str, second: str, kind: str = "dealer") -> str:
    """Two dealers, or a dealer and another channel."""
    return f"a: {{name: 甲, kind: dealer{first}}}\nb: {{name: 乙, kind: {kind}{second}}}\n"


@pytest.mark.parametrize(
    ("yaml", "codes"),
    [
        (pair(", territory: 南京", ", territory: [上海, 南京]"), ["CHN101"]),
        (pair(", customers: 酒店", ", customers: 酒店"), ["CHN101"]),
        (pair(", territory: 南京, customers: 酒店", ", territory: 南京, customers: 流通"), []),
        (pair(", territory: 南京", ", territory: 上海"), []),
        (pair(", territory: 南京", ", customers: 酒店"), []),
        (pair("", ""), []),
        (pair(", territory: 南京", ", territory: 南京", "promotion"), []),
        (pair(", count: 3家", ", count: 8家, members: [子, 丑]"), ["CHN102"]),
        (pair(", count: 2–3家", ", count: 2–3家, members: [子, 丑]"), []),
        (pair(", count: 3家", ", count: 待定, members: [子, 丑]"), []),
        (pair(", goal: revenue", ""), ["CHN103"]),
        (pair(", goal: revenue", "", "contact"), []),
    ],
)
def test_checks(yaml: str, codes: list[str]) -> None:
    """Channels that meet, counts that do not fit the names, and goals that others have."""
    assert channels(yaml).codes == codes


def test_a_rule_settles_the_conflict() -> None:
    """One that is named by either."""
    yaml = pair(", territory: 南京, conflict: split", ", territory: 南京")
    rules = "split: {name: 划分, rules: {one: {text: 先到先得}}}\n"
    assert read({"channels.yml": yaml, "policies.yml": rules}).codes == []


def test_page() -> None:
    """By kind in reading order; the goal with its target."""
    (table,) = channels(CHANNELS).blocks("channels")
    assert isinstance(table, Table)
    assert [text(row.cells[0]) for row in table.rows] == [
        "自营　1 个", "门店", "特殊通路　2 个", "网吧", "学校", "联络与下单　1 个", "电话",
    ]  # fmt: skip
    rows = {row.id: [text(cell) for cell in row.cells] for row in table.rows if row.id}
    assert rows["shops"] == ["门店", "3 家", "—", "直营", "—", "—", "销售额 720 万元"]
    assert rows["cafes"][1] == "待定"
    assert rows["schools"][1:3] == ["2 个", "一中、二中"]
    assert channels(CHANNELS).lede("channels") == "3 类 4 个渠道。"
