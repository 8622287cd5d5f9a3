"""The organisation: totals, spans, superiors across plans, the tree. Headcounts by hand."""

import pytest

from plangen.sections.org import views
from plangen.sections.org.model import Org
from plangen.values import Address
from plangen.views import Chart, Link, Node, Table, Tree
from unit.sections.reading import Read, read, text

HEAD = """
units:
  hq: {name: 公司总部}
roles:
  director: {name: 营销总监, unit: hq, initial: 1人, headcount: 1人, fact: 复盘}
  manager: {name: 营销经理, unit: hq, initial: 1人, headcount: 1人, reports_to: director}
  clerk: {name: 业务跟单, unit: hq, initial: 1人, headcount: 1人, reports_to: manager}
"""
EAST = """
units:
  office: {name: 华东办事处, parent: hq}
  shops: {name: 门店, parent: office}
roles:
  region: {name: 区域经理, unit: office, initial: 1人, headcount: 1人, max_span: 8人, reports_to: "demo:org/manager"}
  rep: {name: 业务员, unit: office, initial: 8人, headcount: 4人, reports_to: region, cooperates: [clerk]}
  lead: {name: 店长, unit: shops, initial: 0人, headcount: 3人, holder: 待定, reports_to: region}
"""


@pytest.fixture(scope="module")
def east() -> Read:
    """A plan of the head office and a child plan of a region."""
    return read({"org.yml": HEAD, "east/org.yml": EAST})


def test_notes_stand_behind_names() -> None:
    """What a unit or a role is for is read where its name stands."""
    units = "units:\n  office: {name: 办事处, note: 管售后}\n"
    found = read({"org.yml": units + "roles:\n  lead: {name: 组长, unit: office, note: 也可兼任}\n"})
    tables = [block for block in found.blocks("org") if isinstance(block, Table)]
    named = [text(table.rows[0].cells[0]) for table in tables]
    assert named == ["组长 也可兼任", "办事处 管售后"]


def roles(content: str) -> Read:
    """One plan with these roles (indented by two) and no units."""
    return read({"org.yml": "roles:\n" + content})


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("demo/east:org/total.headcount", "8 人"),  # 1 + 4 + 3
        ("demo/east:org/total.initial", "9 人"),  # 1 + 8 + 0
        ("demo/east:org/total.change", "-1 人"),
        ("demo/east:org/rep.change", "-4 人"),  # S000-1-21: 8 → 4
        ("demo/east:org/lead.change", "3 人"),
        ("demo/east:org/region.span", "7 人"),  # 4 + 3
        ("demo/east:org/shops.headcount", "3 人"),
        ("demo/east:org/office.headcount", "8 人"),  # its own 5 and the shops' 3
        ("org/hq.headcount", "11 人"),  # its own 3 and the 8 of the office in the plan below
        ("org/manager.span", "2 人"),  # the clerk here, the region manager of the plan below
        ("org/director.span", "1 人"),
    ],
)
def test_headcounts(east: Read, address: str, shown: str) -> None:
    """Totals by plan and unit, changes, people under each superior."""
    assert east.says(address) == shown


def test_only_the_vacancy_is_found(east: Read) -> None:
    """A sound organisation: nothing but the information about the vacancy."""
    assert east.codes == ["ORG105"]
    assert east.message("ORG105") == "“店长”任职人待定（编制 3 人）"


def test_ranges_flow_through() -> None:
    """7–8 and 3–5 people (S000-6) are 10–13; from 8 now that is 2–5 more."""
    found = roles("  a: {name: 甲, initial: 8人, headcount: 7–8名}\n"
                  "  b: {name: 乙, initial: 0人, headcount: 3–5人, reports_to: a}\n")  # fmt: skip
    assert found.says("org/total.headcount") == "10–13 人"
    assert found.says("org/total.change") == "2–5 人"


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        ("  a: {name: 甲, reports_to: b}\n  b: {name: 乙, reports_to: a}\n", ["ORG102"]),
        ("  a: {name: 甲, reports_to: a}\n", ["ORG102"]),
        ("  a: {name: 甲, reports_to: b}\n  b: {name: 乙, reports_to: b}\n", ["ORG102"]),
        ("  a: {name: 甲, max_span: 4人}\n  b: {name: 乙, headcount: 4人, reports_to: a}\n", []),
        ("  a: {name: 甲, max_span: 4人}\n  b: {name: 乙, headcount: 5人, reports_to: a}\n", ["ORG103"]),
        ("  a: {name: 甲, max_span: 4人}\n  b: {name: 乙, headcount: 3–5人, reports_to: a}\n", []),
        ("  a: {name: 甲}\n  b: {name: 乙, reports_to: a}\n  c: {name: 丙}\n", ["ORG104"]),
        ("  a: {name: 甲}\n  b: {name: 乙}\n", ["ORG110"]),
        ("  a: {name: 甲, reports_to: nobody}\n", []),
        ("  a: {name: 甲, holder: 待定}\n", ["ORG105"]),
    ],
)
def test_reporting_lines(content: str, codes: list[str]) -> None:
    """One finding a mistake; unknown superiors are left to the check of references."""
    assert roles(content).codes == codes


def test_a_role_counts_in_every_unit_above_it() -> None:
    """Also where it names a unit of a second plan by address, and that unit's parent stands in a third one."""
    stalls = "units:\n  stalls: {name: 摊位, parent: shops}\n"
    agent = "roles:\n  agent: {name: 客座, unit: 'demo/east/fair:org/stalls', headcount: 2人}\n"
    found = read({"org.yml": HEAD, "east/org.yml": EAST, "east/fair/org.yml": stalls, "west/org.yml": agent})
    assert found.says("demo/east/fair:org/stalls.headcount") == "2 人"
    assert found.says("demo/east:org/shops.headcount") == "5 人"  # the 3 of before and the 2 from the west
    assert found.says("demo/east:org/office.headcount") == "10 人"  # 8 and 2
    assert found.says("org/hq.headcount") == "13 人"  # 11 and 2


def test_circle_names_the_whole_path() -> None:
    """Every role of the circle, with its place."""
    found = roles("  a: {name: 甲, reports_to: c}\n  b: {name: 乙, reports_to: a}\n  c: {name: 丙, reports_to: b}\n")
    assert found.message("ORG102") == "上级绕成了一圈：甲 → 丙 → 乙 → 甲"
    (finding,) = found.findings
    assert finding.span.line == 2
    assert [span.line for span, _ in finding.related] == [4, 3]


def test_span_says_by_how_much() -> None:
    """6 people, limit 4."""
    found = roles("  a: {name: 甲, max_span: 4人}\n  b: {name: 乙, headcount: 6人, reports_to: a}\n")
    assert found.message("ORG103") == "“甲”直接管 6 人，超过上限 4 人（多 2 人）"


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        ("units:\n  a: {name: 甲, parent: b}\n  b: {name: 乙}\n", []),
        ("units:\n  a: {name: 甲, parent: b}\n", ["ORG106"]),
        ("units:\n  a: {name: 甲, parent: b}\n  b: {name: 乙, parent: a}\n", ["ORG106"]),
        ("units:\n  u: {name: 单位}\nroles:\n  a: {name: 甲, reports_to: u}\n", ["ORG107"]),
        ("roles:\n  a: {name: 甲}\n  b: {name: 乙, unit: a, reports_to: a}\n", ["ORG107"]),
    ],
)
def test_units(content: str, codes: list[str]) -> None:
    """Parents of units exist and end; a role is no unit and a unit no role."""
    assert read({"org.yml": content}).codes == codes


def nodes(found: Read, plan: str) -> dict[str, Node]:
    """The boxes of a plan's tree by name."""
    (tree,) = (block for block in found.blocks("org", plan) if isinstance(block, Tree))
    return {node.title: node for node in tree.nodes}


def test_tree_reaches_outside_the_plan(east: Read) -> None:
    """Superiors above and partners beside stand in the tree, marked; vacancies are unset."""
    boxes = nodes(east, "demo/east")
    assert list(boxes) == ["营销总监", "营销经理", "区域经理", "业务员", "店长", "业务跟单"]
    assert boxes["营销经理"].corner == "本区外"
    assert boxes["营销总监"].fact == "复盘"
    assert boxes["区域经理"].parent == boxes["营销经理"].id
    assert text(boxes["区域经理"].fact) == "管 7 人（上限 8 人）"
    assert (text(boxes["业务员"].corner), text(boxes["区域经理"].corner)) == ("编制 4 人", "1 人")
    assert (boxes["店长"].tone, text(boxes["店长"].fact)) == ("unset", "任职人待定")
    assert boxes["业务跟单"].cooperates == (boxes["业务员"].id,)
    assert boxes["业务跟单"].parent == ""


def test_broken_link_is_bad() -> None:
    """A superior that nobody knows marks the box and the table."""
    found = roles("  a: {name: 甲, reports_to: nobody}\n")
    assert nodes(found, "demo")["甲"].tone == "bad"
    (table,) = (block for block in found.blocks("org") if isinstance(block, Table))
    assert text(table.rows[0].cells[5]) == "✕ nobody"


def test_headcount_chart_says_the_change(east: Read) -> None:
    """8 planned, 9 present: one fewer; the clerk who stays is not drawn."""
    (chart,) = (block for block in east.blocks("org", "demo/east") if isinstance(block, Chart))
    assert text(chart.title) == "编制 8 人，比现有少 1 人"
    labels = [text(row.cells[0]) for row in chart.table.rows]
    assert labels == ["业务员", "店长", "合计"]
    assert [[text(cell) for cell in row.cells[1:]] for row in chart.table.rows] == [["8", "4"], ["0", "3"], ["9", "8"]]
    assert chart.kind == "bullet"


def test_headcount_chart_without_change() -> None:
    """As many as now: one bar a role, planned."""
    found = roles("  a: {name: 甲, initial: 1人, headcount: 1人}\n"
                  "  b: {name: 乙, initial: 2人, headcount: 2人, reports_to: a}\n")  # fmt: skip
    (chart,) = (block for block in found.blocks("org") if isinstance(block, Chart))
    assert text(chart.title) == "编制 3 人，与现有人数相同"
    assert [[text(cell) for cell in row.cells] for row in chart.table.rows] == [["甲", "1"], ["乙", "2"]]


def test_roles_table(east: Read) -> None:
    """Role, unit, counts, superior, span, holder; the total below."""
    table = next(block for block in east.blocks("org", "demo/east") if isinstance(block, Table))
    assert [text(cell) for cell in table.rows[0].cells] == [
        "区域经理", "华东办事处", "1", "1", "0", "营销经理", "7", "—",
    ]  # fmt: skip
    assert [text(cell) for cell in table.rows[2].cells] == ["店长", "门店", "0", "3", "3", "区域经理", "—", "待定"]
    assert [text(cell) for cell in table.rows[3].cells] == ["合计", "", "9", "8", "-1", "", "", ""]
    assert [row.id for row in table.rows] == ["region", "rep", "lead", ""]
    link = table.rows[0].cells[5][0]
    assert isinstance(link, Link)
    assert link.address == Address.parse("demo:org/manager")


def test_lines_of_text(east: Read) -> None:
    """Summary, lede and card."""
    scope = east.scope("demo/east")
    section = scope.section("org")
    assert isinstance(section, Org)
    assert text(views.summary(section, scope)) == "3 个岗位，编制 8 人，现有 9 人，1 个岗位任职人待定"
    assert text(views.lede(section, scope)) == "区域经理直接管 7 人；编制 8 人，现有 9 人，1 个岗位任职人待定。"
    (card,) = views.cards(section, scope)
    assert text(card.note) == "现有 9 人，1 个岗位任职人待定"


def test_superior_in_a_sibling_plan() -> None:
    """A role may report to a plan beside its own; the superior's span counts it."""
    found = read({
        "org.yml": "roles:\n  top: {name: 总}\n",
        "hq/org.yml": "roles:\n  chief: {name: 部长, reports_to: top}\n",
        "west/org.yml": 'roles:\n  rep: {name: 员, headcount: 2人, reports_to: "demo/hq:org/chief"}\n',
    })  # fmt: skip
    assert found.says("demo/hq:org/chief.span") == "2 人"
    assert found.codes == []
