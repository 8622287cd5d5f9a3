"""Duties: addresses without roles, roles that exist, overlaps, vague words, tables by role."""

import pytest

from plangen.model import Place, bind
from plangen.sections.duties import views
from plangen.sections.duties.model import Duties
from plangen.source import read_yaml
from plangen.values import Address
from plangen.views import Chart, Table
from unit.sections.reading import Read, read, text

ORG = "roles:\n  lead: {name: 组长}\n  rep: {name: 业务员, reports_to: lead}\n"
DUTIES = """
lead:
  coaching: {text: 陪访, tags: [队伍], frequency: 每周一次, to: rep, source: [S-1, S-2]}
rep:
  visits: {text: 拜访客户, tags: [客户, 队伍], frequency: 每天}
  weekly: {text: 写周报, tags: 报告, frequency: 每周五, to: [lead], deliverable: 周报, note: 含对手}
  records: {text: 填记录}
"""


def duties(yaml: str, org: str = ORG) -> Read:
    """Duties beside an organisation."""
    return read({"duties.yml": yaml, "org.yml": org})


def test_address_survives_a_move() -> None:
    """A duty's address does not hold its role: moving it changes a field and nothing else."""
    before, after = duties(DUTIES).scope(), duties("lead:\n  visits: {text: 拜访客户}\n").scope()
    address = Address.parse("duties/visits", "demo")
    assert getattr(before.entry(address), "role", "") == "rep"
    assert getattr(after.entry(address), "role", "") == "lead"


def test_role_is_no_key_of_a_duty() -> None:
    """The role is where the duty stands; writing it again is an unknown key."""
    node, _ = read_yaml("duties.yml", b"rep:\n  visits: {text: x, role: lead}\n")
    assert node is not None
    _, findings = bind(Duties, node, Place(2026, "demo", "duties", "duties.yml"), {})
    assert [(finding.code, finding.span.line) for finding in findings] == [("PG112", 2)]


def test_sound_duties() -> None:
    """Nothing to say."""
    assert duties(DUTIES).codes == []


@pytest.mark.parametrize(
    ("yaml", "codes"),
    [
        ("lead:\n  a: {text: 甲}\nreps:\n  b: {text: 乙}\nrep:\n  c: {text: 丙}\n", ["DUT101"]),
        ("lead:\n  a: {text: 催收货款}\nrep:\n  b: {text: 催收货款。}\n", ["DUT102"]),
        ("lead:\n  a: {text: 催收货款}\n  c: {text: 催收货款}\nrep:\n  b: {text: 核对}\n", ["DUT105"]),
        (
            "lead:\n  a: {text: 甲, frequency: 定期}\nrep:\n  b: {text: 乙, frequency: 发现时随时报告}\n",
            ["DUT103", "DUT103"],
        ),
        ("rep:\n  b: {text: 乙}\n", ["DUT104"]),
    ],
)
def test_checks(yaml: str, codes: list[str]) -> None:
    """One finding a mistake."""
    assert duties(yaml).codes == codes


@pytest.mark.parametrize(
    ("frequency", "codes"),
    [
        ("定期", ["DUT103"]),
        ("定期检查", ["DUT103"]),
        ("不定期抽查", ["DUT103"]),
        ("Regularly", ["DUT103"]),
        ("每月定期", []),
        ("每季度 5 日前定期", []),
        ("随时，两小时内答复", []),
        ("no more often than weekly", []),
        ("every week, regularly", []),
        ("softened", []),
        ("每次拜访", []),
    ],
)
def test_vague_words_beside_a_number_or_a_stretch_are_no_matter(frequency: str, codes: list[str]) -> None:
    """定期 alone names no frequency; with 每月 beside it, it does."""
    assert duties(f"lead:\n  a: {{text: 盘点, frequency: '{frequency}'}}\nrep:\n  b: {{text: 拜访}}\n").codes == codes


def test_unknown_role_has_a_near_match_and_its_place() -> None:
    """The key is where it points; the near id is named."""
    found = duties("lead:\n  a: {text: 甲}\nrep:\n  c: {text: 丙}\nreps:\n  b: {text: 乙}\n")
    assert found.message("DUT101") == "组织里没有岗位 reps，是不是“rep”？"
    (finding,) = found.findings
    assert (finding.span.line, finding.span.column) == (5, 1)


def test_roles_of_plans_above_count() -> None:
    """A child plan may give duties to a role of its parent; a unit is no role."""
    found = read({
        "org.yml": "units:\n  office: {name: 办事处}\nroles:\n  boss: {name: 总}\n",
        "east/duties.yml": "boss:\n  a: {text: 甲}\noffice:\n  b: {text: 乙}\n",
    })  # fmt: skip
    assert found.codes == ["DUT101"]
    assert found.message("DUT101") == "组织里没有岗位 office"


def test_without_an_organisation_nothing_is_said() -> None:
    """Duties may be written first."""
    assert read({"duties.yml": DUTIES}).codes == []


def test_overlap_names_both_roles() -> None:
    """Both roles and both places."""
    found = duties("lead:\n  a: {text: 催收货款}\nrep:\n  b: {text: 催收货款}\n")
    assert found.message("DUT102") == "“催收货款”同时写在 组长、业务员 名下，没有说清归谁"
    assert [span.line for span, _ in found.findings[0].related] == [4]


def test_page() -> None:
    """Chart, a table for each role with the duties' ids as anchors, tags by role."""
    blocks = duties(DUTIES).blocks("duties")
    chart, *tables = blocks
    assert isinstance(chart, Chart)
    assert text(chart.title) == "业务员 3 项职责最多，全部 4 项"
    assert [text(row.cells[1]) for row in chart.table.rows] == ["1", "3"]
    assert [table.id for table in tables if isinstance(table, Table)] == ["role-lead", "role-rep", "tags", "interfaces"]
    lead, rep, tags, interfaces = (table for table in tables if isinstance(table, Table))
    assert all(text(cell) in ("●", "") for row in interfaces.rows for cell in row.cells[1:])
    assert lead.title == "组长"
    assert [text(cell) for cell in lead.rows[0].cells] == ["陪访", "每周一次", "业务员", "—", "队伍", "S-1、S-2"]
    assert [row.id for row in rep.rows] == ["visits", "weekly", "records"]
    assert [text(cell) for cell in rep.rows[1].cells] == ["写周报（含对手）", "每周五", "组长", "周报", "报告", "—"]
    assert [[text(cell) for cell in row.cells] for row in tags.rows] == [
        ["队伍", "1", "1", "2"],
        ["客户", "—", "1", "1"],
        ["报告", "—", "1", "1"],
    ]


def test_lines_of_text() -> None:
    """Summary and lede; duties without a frequency are counted."""
    scope = duties(DUTIES).scope()
    section = scope.section("duties")
    assert isinstance(section, Duties)
    assert text(views.summary(section, scope)) == "2 个岗位 4 项职责，1 项没写频次"
    assert text(views.lede(section, scope)) == "2 个岗位共 4 项职责，1 项写明交付物，1 项没写频次。"
    assert list(views.cards(section, scope)) == []
