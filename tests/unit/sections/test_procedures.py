"""Procedures: steps and durations, loops, actors, what the paper says, the page."""

import pytest

from plangen.views import Chart, Strip, Table
from unit.sections.reading import Read, read, text

ORG = "roles:\n  lead: {name: 经理}\n  rep: {name: 业务员, reports_to: lead}\n"
COMPLAINT = """
complaint:
  name: 投诉
  owner: lead
  stated: {steps: 3步, lasts: 1–2天}
  steps:
    record: {text: 登记, actor: rep, lasts: 0.5天, checklist: [客户, 批号]}
    answer: {text: 答复, lasts: 1天, deliverable: 方案}
    confirm: {text: 确认, outside: 客户, lasts: 0.5天, condition: 没解决就重来, back_to: answer}
order:
  name: 订单
  owner: rep
  steps:
    place: {text: 下单, lasts: 1小时}
    deliver: {text: 配送}
"""


def procedures(yaml: str) -> Read:
    """Procedures beside an organisation."""
    return read({"procedures.yml": yaml, "org.yml": ORG})


def test_figures() -> None:
    """0.5 + 1 + 0.5 are two days; a step without a duration is counted, not taken for nothing."""
    found = procedures(COMPLAINT)
    assert found.codes == []
    assert found.says("procedures/complaint.lasts") == "2 天"
    assert found.says("procedures/order.lasts") == "1 小时，另有 1 项未定"
    assert found.says("procedures/total.steps") == "5 步"
    assert found.says("procedures/total.procedures") == "2 个"


@pytest.mark.parametrize(
    ("steps", "codes"),
    [
        ("a: {text: 一, lasts: 1天, back_to: b}", ["PRO101"]),
        ("a: {text: 一, lasts: 1天, back_to: a}", ["PRO102"]),
        ("a: {text: 一, lasts: 1天, back_to: b}, b: {text: 二}", ["PRO102"]),
        ("a: {text: 一, lasts: 1天}, b: {text: 二, back_to: a}", []),
        ("a: {text: 一, lasts: 1天}, b: {text: 二, lasts: 3小时}", ["PRO105"]),
        ("a: {text: 一, lasts: 待定}, b: {text: 二, lasts: 3小时}", []),
        ("a: {text: 一}", ["PRO107"]),
    ],
)
def test_steps(steps: str, codes: list[str]) -> None:
    """One finding a mistake."""
    assert procedures(f"p: {{name: 流程, owner: lead, steps: {{{steps}}}}}\n").codes == codes


@pytest.mark.parametrize(
    ("steps", "codes"),
    [
        ("a: {text: 一, lasts: 1天}", ["PRO104"]),
        ("a: {text: 一, lasts: 1天, outside: 客户}", []),
        ("a: {text: 一, lasts: 1天, outside: 客户}, b: {text: 二}", ["PRO104"]),
        ("a: {text: 一, lasts: 1天, actor: rep}, b: {text: 二}, c: {text: 三, outside: 客户}", ["PRO103"]),
    ],
)
def test_actors(steps: str, codes: list[str]) -> None:
    """A step of nobody, and a procedure that names no role."""
    assert procedures(f"p: {{name: 流程, steps: {{{steps}}}}}\n").codes == codes


@pytest.mark.parametrize(
    ("stated", "codes"),
    [
        ("steps: 2步", []),
        ("steps: 4步", ["PRO106"]),
        ("lasts: 3天", []),
        ("lasts: ≤3天", []),
        ("lasts: 2天以内", ["PRO106"]),
        ("lasts: 72小时", ["PRO106"]),
        ("lasts: 待定", []),
    ],
)
def test_what_the_paper_says(stated: str, codes: list[str]) -> None:
    """One day and two are three; units are not guessed."""
    steps = "a: {text: 一, lasts: 1天}, b: {text: 二, lasts: 2天}"
    assert procedures(f"p: {{name: 流程, owner: lead, stated: {{{stated}}}, steps: {{{steps}}}}}\n").codes == codes


@pytest.mark.parametrize(("stated", "codes"), [("9天", []), ("1天", ["PRO106"])])
def test_a_sum_that_is_open_may_come_to_more(stated: str, codes: list[str]) -> None:
    """A step has no duration yet: two days may become nine, and never one."""
    steps = "a: {text: 一, lasts: 2天}, b: {text: 二}"
    found = procedures(f"p: {{name: 流程, owner: lead, stated: {{lasts: {stated}}}, steps: {{{steps}}}}}\n")
    assert found.codes == codes
    assert ("≠" in text(found.blocks("procedures")[0].rows[0].cells[3])) == bool(codes)  # type: ignore[attr-defined]


def test_page() -> None:
    """All procedures, then the steps of each with its owner where no role is named, and where it goes back."""
    tables = [block for block in procedures(COMPLAINT).blocks("procedures") if isinstance(block, Table)]
    overview, steps, _ = tables
    rows = {row.id: [text(cell) for cell in row.cells] for row in overview.rows}
    assert rows["complaint"] == ["投诉", "—", "3 步", "2 天", "3 ↺ 2", "经理"]
    assert rows["order"][3] == "1 小时，另有 1 项未定"
    rows = {row.id: [text(cell) for cell in row.cells] for row in steps.rows}
    assert rows["complaint-record"] == ["1", "登记", "业务员", "0.5 天", "—", "客户、批号", "—"]
    assert rows["complaint-answer"][2] == "经理"
    assert rows["complaint-confirm"][:3] == ["3 ↺ 2", "确认", "客户"]


FUNNEL = """
leads:
  name: 线索
  owner: lead
  steps:
    call: {text: 打电话, lasts: 3天, reaches: 200家}
    meet: {text: 约见, reaches: 30家}
    sign: {text: 签约, reaches: 待定}
"""


def test_a_funnel() -> None:
    """30 of 200 are 15%; how many sign is not known, and so is their share."""
    found = procedures(FUNNEL)
    assert found.codes == []
    assert found.says("procedures/leads/meet.passes") == "15%"
    assert found.says("procedures/leads/sign.passes") == "待定"
    (chart,) = (block for block in found.blocks("procedures") if isinstance(block, Chart))
    assert [[text(cell) for cell in row.cells] for row in chart.table.rows] == [
        ["打电话", "200", "—"],
        ["约见", "30", "15.0"],
        ["签约", "待定", "待定"],
    ]


def test_a_funnel_narrows() -> None:
    """More meet than were called."""
    found = procedures(FUNNEL.replace("30家", "300家"))
    assert found.codes == ["PRO120"]
    assert "300 家" in found.message("PRO120")


def test_the_steps_stand_side_by_side() -> None:
    """With who does them; the last goes back to the second."""
    strips = [block for block in procedures(COMPLAINT).blocks("procedures") if isinstance(block, Strip)]
    assert [[text(line) for line in stage.lines] for stage in strips[0].stages] == [
        ["登记", "业务员", "0.5 天"],
        ["答复", "经理", "1 天"],
        ["确认", "客户", "0.5 天", "↺ 回到第 2 步"],
    ]
