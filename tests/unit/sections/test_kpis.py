"""KPIs: states from values and lines, in both directions; counts, drivers, definitions, checks."""

from pathlib import Path

import pytest

from handbooks import codes, open_files
from plangen.sections.kpis import views
from plangen.sections.kpis.model import Kpis
from plangen.sections.kpis.state import state_of
from plangen.values import SHARE, Address, Quantity
from plangen.views import Chart, Table, Tree
from unit.sections.reading import Read, read, text

ORG = "roles:\n  lead: {name: 组长}\n"
RESPONSE = "response: 逐人查原因, within: 3天, owner: lead"
SOUND = "better: higher, target: 3次, owner: lead"
KPIS = f"""
attainment: {{name: 达成率, definition: 甲, better: higher, target: 100%, warn: 90%, alarm: 80%, value: 75%,
  as_of: 2026-03-31, drivers: [visits, cost], {RESPONSE}}}
visits: {{name: 访问成功率, definition: 乙, better: higher, target: 40%, warn: 35%, value: 30%, as_of: 2026-03-31,
  {RESPONSE}}}
cost: {{name: 费用率, definition: 丙, better: lower, target: 5%, warn: 6%, alarm: 8%, value: 4.5%, as_of: 2026-03-31,
  drivers: trips, {RESPONSE}}}
trips: {{name: 出差次数, unit: 次}}
"""


def kpis(yaml: str, org: str = ORG) -> Read:
    """KPIs beside an organisation."""
    return read({"kpis.yml": yaml, "org.yml": org})


def state(numbers: str) -> str:
    """The state of one KPI."""
    scope = kpis(f"one: {{name: 甲, {numbers}}}\n").scope()
    section = scope.section("kpis")
    assert isinstance(section, Kpis)
    return state_of(section.items["one"], scope)


def test_sound_kpis() -> None:
    """Nothing to say: what is only a driver is used."""
    assert kpis(KPIS).codes == []


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ("better: higher, warn: 90%, alarm: 80%, value: 95%", "ok"),
        ("better: higher, warn: 90%, alarm: 80%, value: 90%", "ok"),  # on the line
        ("better: higher, warn: 90%, alarm: 80%, value: 89.9%", "warn"),
        ("better: higher, warn: 90%, alarm: 80%, value: 80%", "warn"),
        ("better: higher, warn: 90%, alarm: 80%, value: 79%", "alarm"),
        ("better: higher, warn: 90%, alarm: 80%, value: 85–95%", "open"),
        ("better: higher, warn: 90%, alarm: 80%, value: 81–85%", "warn"),
        ("better: higher, warn: 90%, alarm: 80%, value: ≥92%", "ok"),
        ("better: higher, warn: 90%, alarm: 80%, value: <80%", "alarm"),
        ("better: lower, warn: 2次, alarm: 5次, value: 2次", "ok"),
        ("better: lower, warn: 2次, alarm: 5次, value: 3次", "warn"),
        ("better: lower, warn: 2次, alarm: 5次, value: 6次", "alarm"),
        ("better: lower, warn: 2次, alarm: 5次, value: ≥3次", "warn"),
        ("better: lower, alarm: 5次, value: 约4次", "ok"),
        ("better: lower, alarm: 待定, value: 4次", "open"),
        ("better: lower, warn: 2次, value: 3人", "open"),  # another unit: KPI110 says so
        ("better: lower, warn: 2次, value: 待定", "unset"),
        ("better: lower, warn: 2次", "unset"),
        ("warn: 2次, value: 3次", ""),
        ("better: lower, value: 3次", ""),
    ],
)
def test_state(numbers: str, expected: str) -> None:
    """Beyond a line only where it is certain; on the line it is still good."""
    assert state(numbers) == expected


def test_figures() -> None:
    """How far from the target, how far beyond the lines, and how many: one in alarm, one in warning."""
    found = kpis(KPIS)
    assert found.says("kpis/attainment.apart") == "-25%"
    assert found.says("kpis/attainment.beyond-alarm") == "5%"
    assert found.says("kpis/attainment.beyond-warn") == "15%"
    assert found.says("kpis/visits.beyond-warn") == "5%"
    assert found.says("kpis/cost.beyond-warn") == "待定"
    counts = {name: found.says(f"kpis/total.{name}") for name in ("kpis", "measured", "crossed", "alarms", "warnings")}
    assert counts == {"kpis": "4 项", "measured": "3 项", "crossed": "2 项", "alarms": "1 项", "warnings": "1 项"}


def test_value_may_be_a_formula(tmp_path: Path) -> None:
    """6 of 8 is 75%, 5% below the line of 80%; a formula needs no day."""
    yaml = f"""
new: {{name: 新客户数, better: higher, target: 8家, value: 6家, as_of: 2026-03-31, owner: lead}}
rate: {{name: 完成率, better: higher, alarm: 80%, value: "= share(new.value, new.target)", {RESPONSE}}}
"""
    workspace = open_files(tmp_path, {"kpis.yml": yaml, "org.yml": ORG})
    assert codes(workspace) == []
    beyond = workspace.figures.quantity(2026, Address.parse("demo:kpis/rate.beyond-alarm"))
    assert beyond == Quantity.exact("0.05", SHARE)


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        (f"a: {{name: 甲, better: higher, warn: 80%, alarm: 90%, {RESPONSE}}}\n", ["KPI101"]),
        (f"a: {{name: 甲, better: lower, warn: 8%, alarm: 6%, {RESPONSE}}}\n", ["KPI101"]),
        (f"a: {{name: 甲, better: lower, target: 9%, warn: 8%, {RESPONSE}}}\n", ["KPI101"]),
        (f"a: {{name: 甲, better: lower, target: 8%, warn: 8%, alarm: 8%, {RESPONSE}}}\n", []),
        (f"a: {{name: 甲, formula: x ÷ y, {SOUND}}}\nb: {{name: 乙, formula: x÷y, {SOUND}}}\n", ["KPI102"]),
        ("a: {name: 甲, target: 3次, owner: lead}\n", ["KPI103"]),
        ("a: {name: 甲, better: higher, target: 3次}\n", ["KPI104"]),
        ("a: {name: 甲, better: higher, warn: 3次, owner: lead, within: 2天}\n", ["KPI105"]),
        ("a: {name: 甲, drivers: b}\nb: {name: 乙, drivers: c}\nc: {name: 丙, drivers: a}\n", ["KPI106"]),
        ("a: {name: 甲}\nb: {name: 乙}\n", ["KPI107"]),
        ("a: {name: 甲, drivers: a}\n", ["KPI106", "KPI107"]),
        ("a: {name: 甲, better: higher, value: 3次, owner: lead}\n", ["KPI109"]),
        (f"a: {{name: 甲, unit: 次, better: lower, target: 5%, warn: 6次, {RESPONSE}}}\n", ["KPI110"]),
        (f"a: {{name: 甲, better: higher, warn: ≥80%, {RESPONSE}}}\n", ["KPI111"]),
    ],
)  # fmt: skip
def test_checks(yaml: str, expected: list[str]) -> None:
    """One finding a mistake."""
    assert kpis(yaml).codes == expected


def test_sentences() -> None:
    """The numbers and names are in them."""
    found = kpis(f"a: {{name: 费用率, better: lower, target: 5%, warn: 8%, alarm: 6%, {RESPONSE}}}\n")
    assert found.message("KPI101") == "“费用率”越低越好，报警线 6% 却比预警线 8% 还好"
    circle = kpis("a: {name: 甲, drivers: b}\nb: {name: 乙, drivers: a}\n")
    assert circle.message("KPI106") == "驱动关系绕成了圈：甲 → 乙 → 甲"


def test_without_an_organisation_no_owner_is_missed() -> None:
    """KPIs may be written first."""
    assert read({"kpis.yml": "a: {name: 甲, better: higher, target: 3次}\n"}).codes == []


def test_a_kpi_that_a_formula_or_another_plan_names_is_used() -> None:
    """Any reference counts, but not the KPI's own."""
    used = {"kpis.yml": "a: {name: 甲}\nb: {name: 乙}\n", "east/kpis.yml": "c: {name: 丙, drivers: [a, b], unit: 次}\n"}
    found = read(used)
    assert found.codes == ["KPI107"]
    assert "“丙”" in found.message("KPI107")


def test_page() -> None:
    """States with the KPIs' ids as anchors, chart of the shares, tree of drivers, definitions, responses."""
    states, chart, _, tree, definitions, responses = kpis(KPIS).blocks("kpis")
    assert isinstance(states, Table)
    assert [row.id for row in states.rows] == ["attainment", "visits", "cost", "trips"]
    assert [text(cell) for cell in states.rows[0].cells] == [
        "达成率", "75%", "报警 5 个百分点", "100%", "-25 个百分点", "90%", "80%", "3-31", "组长",
    ]  # fmt: skip
    assert [text(row.cells[2]) for row in states.rows] == ["报警 5 个百分点", "预警 5 个百分点", "正常", "—"]
    assert isinstance(chart, Chart)
    assert text(chart.title) == "达成率 75%，离目标 100% 最远"
    assert len(chart.table.rows) == 2  # the one that is better the lower stays out
    assert isinstance(tree, Tree)
    parents = {node.title: node.parent for node in tree.nodes}
    assert parents == {
        "达成率": "",
        "费用率": "demo:kpis/attainment",
        "访问成功率": "demo:kpis/attainment",
        "出差次数": "demo:kpis/cost",
    }
    assert isinstance(definitions, Table)
    assert text(definitions.rows[2].cells[4]) == "越低越好"
    assert isinstance(responses, Table)
    assert len(responses.rows) == 3


def test_a_circle_is_drawn_without_its_end() -> None:
    """The tree of a circle has roots, so that it can be drawn."""
    blocks = kpis("a: {name: 甲, drivers: b}\nb: {name: 乙, drivers: a}\n").blocks("kpis")
    (tree,) = (block for block in blocks if isinstance(block, Tree))
    assert [node.parent for node in tree.nodes] == ["", ""]


def test_lines_of_text() -> None:
    """Summary, sentence and card count by figures."""
    scope = kpis(KPIS).scope()
    section = scope.section("kpis")
    assert isinstance(section, Kpis)
    assert text(views.summary(section, scope)) == "4 项指标，1 项报警，1 项预警"
    assert text(views.lede(section, scope)) == "4 项指标，3 项有数，1 项报警，1 项预警。"
    (card,) = views.cards(section, scope)
    assert (text(card.figure), text(card.note), card.tone) == ("1 项", "另有 1 项预警", "bad")
