"""Campaigns: costs, days, codes, mechanics, windows, the page."""

from pathlib import Path

import pytest

from handbooks import codes, open_files
from plangen.values import Address, write_quantity
from plangen.views import Chart, Table
from unit.sections.reading import Read, read, text

OBJECTIVES = "revenue: {name: 销售额, target: 720万元}\n"
CAMPAIGNS = """
holiday:
  name: 双节
  code: HD-9
  mechanics: [累积奖, 箱内设奖]
  least: 2种
  ready: 2026-09-05
  start: 2026-09-24
  end: 2026-10-07
  where: [门店]
  outlets: 40家
  cost: 8000元
  cap: 1万元
  goal: revenue
  effect: 月销售额
posters: {name: 站牌, start: 2026-07-01, end: 2026-07-31, cost: 待定, effect: 客源}
members: {name: 会员, start: 待定, end: 待定, effect: 回头率, audit: 抽查}
"""


def campaigns(yaml: str) -> Read:
    """Campaigns beside an objective."""
    return read({"campaigns.yml": yaml, "objectives.yml": OBJECTIVES})


def test_figures() -> None:
    """From 24 September to 7 October are 14 days; one cost is open and one is not written: two are missing."""
    found = campaigns(CAMPAIGNS)
    assert found.codes == []
    assert found.says("campaigns/holiday.days") == "14 天"
    assert found.says("campaigns/holiday.mechanics") == "2 种"
    assert found.says("campaigns/total.cost") == "8,000 元，另有 2 项未定"
    assert found.says("campaigns/total.campaigns") == "3 个"


def one(rest: str, name: str = "a") -> str:
    """A campaign with everything but what is tested."""
    return f"{name}: {{name: {name}, effect: 销售额, {rest}}}\n"


MARCH = "start: 2026-03-01, end: 2026-03-07"


@pytest.mark.parametrize(
    ("yaml", "codes"),
    [
        (one(f"code: X, {MARCH}") + one(f"code: X, {MARCH}", "b"), ["CAM101"]),
        (one(f"cost: 12000元, cap: 1万元, {MARCH}"), ["CAM102"]),
        (one(f"cost: 1万元, cap: ≤10000元, {MARCH}"), []),
        (one(f"cost: 待定, cap: ≤10000元, {MARCH}"), []),
        (one(f"least: 2种以上, mechanics: 赠品, {MARCH}"), ["CAM103"]),
        (one(f"least: 2, {MARCH}"), ["CAM103"]),
        (f"a: {{name: 甲, {MARCH}}}\n", ["CAM104"]),
        (one("start: 2026-03-07, end: 2026-03-01"), ["CAM105"]),
        (one("end: 2026-03-01"), ["CAM106"]),
        (one("start: 2027-03-01, end: 2027-03-02"), ["CAM107"]),
        (one("start: 2026-12-30, end: 2027-01-02"), []),
        (one(f"ready: 2026-03-01, {MARCH}"), ["CAM108"]),
        (one(f"ready: 待定, {MARCH}"), []),
        (
            one(f"where: 南京, {MARCH}") + one("where: [苏州, 南京], start: 2026-3-7, end: 2026-3-8", "b"),
            ["CAM109"],
        ),
        (one(f"where: 南京, {MARCH}") + one("where: [苏州, 南京], start: 2026-03-08, end: 2026-03-08", "b"), []),
        (one(f"where: 南京, {MARCH}") + one(f"where: 苏州, {MARCH}", "b"), []),
    ],
)
def test_checks(yaml: str, codes: list[str]) -> None:
    """One finding a mistake."""
    assert campaigns(yaml).codes == codes


def test_the_days_that_two_share_are_named() -> None:
    """From the start of the second to the end of the one that ends first."""
    two = one(f"where: 南京, {MARCH}") + one("where: 南京, start: 2026-03-02, end: 2026-03-04", "b")
    assert "从 2026-03-02 到 2026-03-04" in campaigns(two).message("CAM109")


def test_page() -> None:
    """The calendar in order of days, the campaigns at their anchors with the sum, goals and effects."""
    chart, table, effects = campaigns(CAMPAIGNS).blocks("campaigns")
    assert isinstance(chart, Chart)
    assert isinstance(table, Table)
    assert isinstance(effects, Table)
    assert [text(row.cells[0]) for row in chart.table.rows] == ["站牌", "双节"]
    assert chart.title == "活动一个接一个，没有重叠"
    rows = {row.id: [text(cell) for cell in row.cells] for row in table.rows}
    assert rows["holiday"] == [
        "双节 HD-9", "9-24 至 10-07（9-05 前定稿）", "累积奖、箱内设奖", "门店", "40 家", "8,000", "10,000",
    ]  # fmt: skip
    assert rows["members"][1] == "待定"
    assert table.rows[-1].role == "total"
    assert [text(cell) for cell in effects.rows[0].cells] == ["双节", "销售额", "月销售额", "—"]


def test_one_campaign_needs_no_calendar() -> None:
    """A single bar says no more than its row."""
    blocks = campaigns(one(f"where: 南京, {MARCH}")).blocks("campaigns")
    assert not any(isinstance(block, Chart) for block in blocks)


BUS = """
bus: {name: 站牌, effect: 门店销售额, start: 2026-01-01, end: 2026-01-31, cost: 8000元, before: 40万元, after: 待定}
"""


def test_the_effect_of_a_campaign() -> None:
    """48 after 40 is 8 more, 20%; 8,000元 for 8万元 more are 10%."""
    found = campaigns(BUS.replace("待定", "48万元"))
    assert found.codes == []
    assert found.says("campaigns/bus.uplift") == "8 万元"
    assert found.says("campaigns/bus.uplift-share") == "20%"
    assert found.says("campaigns/bus.cost-share") == "10%"
    (table,) = (each for each in found.blocks("campaigns") if isinstance(each, Table) and each.id == "campaign-results")
    assert [text(cell) for cell in table.rows[0].cells][1:4] == ["40 万元", "48 万元", "8 万元"]


def test_no_gain_has_no_cost_share() -> None:
    """Nothing was gained for the money: no share, and no error."""
    found = campaigns(BUS.replace("待定", "40万元"))
    assert found.codes == []
    assert found.says("campaigns/bus.cost-share") == "待定"


def test_an_effect_that_is_not_known() -> None:
    """Counted as open, never zero."""
    assert campaigns(BUS).says("campaigns/bus.uplift") == "待定"


def test_a_row_reports_the_effect(tmp_path: Path) -> None:
    """The sales after it come from a CSV file; 46 − 40."""
    csv = "address,value,as_of\ncampaigns/bus.after,46万元,2026-02-28\n"
    head = "format: 1\ntitle: 试验手册\nlanguage: zh-Hans\ncurrent: 2026\nas_of: 2026-03-05\n"
    files = {"campaigns.yml": BUS, "2026/demo/actuals/sales.csv": csv, "handbook.yml": head}
    workspace = open_files(tmp_path, files)
    assert codes(workspace) == []
    uplift = workspace.figures.quantity(2026, Address.parse("campaigns/bus.uplift", "demo"))
    assert uplift is not None
    assert write_quantity(uplift) == "6 万元"


def test_one_end_alone_is_told() -> None:
    """Sales after without sales before."""
    assert campaigns(BUS.replace("before: 40万元, ", "")).codes == ["CAM110"]


def test_both_ends_have_one_unit() -> None:
    """Sales a month and sales of a stretch have no difference."""
    found = campaigns(BUS.replace("待定", "48万元").replace("before: 40万元", "before: 40万元/月"))
    assert found.codes == ["CAM111"]
    assert "40 万元/月" in found.message("CAM111")
