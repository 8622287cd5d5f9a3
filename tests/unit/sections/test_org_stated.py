"""What the paper says of the organisation elsewhere: headcounts and superiors, on the page and in the checks."""

import pytest

from plangen.findings import message
from plangen.views import Table
from unit.sections.reading import Read, read, text

TEAM = """\
units:
  team: {{name: 团队, stated: {{{unit}}}}}
  desk: {{name: 内勤组, parent: team}}
roles:
  lead: {{name: 组长, unit: team, initial: 1人, headcount: 1人}}
  rep: {{name: 业务员, unit: team, initial: 8人, headcount: 4人, reports_to: lead, stated: {{{role}}}}}
  clerk: {{name: 内勤, unit: desk, headcount: {clerk}, reports_to: lead}}
"""


def team(unit: str = "", role: str = "", clerk: str = "1人") -> Read:
    """A team of six with what the paper states of the unit and of the role `rep`."""
    return read({"org.yml": TEAM.format(unit=unit, role=role, clerk=clerk)})


def said(found: Read, code: str) -> list[str]:
    """The sentences of all findings of a code."""
    return [message(finding) for finding in found.findings if finding.code == code]


@pytest.mark.parametrize(
    ("unit", "clerk", "expected"),
    [
        ("headcount: 6人", "1人", []),
        ("headcount: 7人", "1人", [("ORG108", "6 人", "7 人", "差 1 人")]),
        ("headcount: 约6人", "1人", []),
        ("headcount: 5-6人", "1人", []),
        ("headcount: ≤5人", "1人", [("ORG108", "6 人", "≤5 人", "差 ≥1 人")]),
        ("headcount: 待定", "1人", []),
        ("headcount: 9人", "待定", []),  # the one that is not known may be four people
        ("headcount: 4人", "待定", [("ORG108", "5 人", "4 人", "差 1 人")]),  # but not one fewer than none
        ("initial: 9人", "1人", []),
        ("initial: 10人", "2–3人", []),  # the clerk has no number of people at present
        ("initial: 8人", "1人", [("ORG108", "现有人数", "9 人", "8 人")]),
    ],
)
def test_the_people_of_a_unit(unit: str, clerk: str, expected: list[tuple[str, ...]]) -> None:
    """The roles in it and in the units below, against the paper."""
    found = said(team(unit, clerk=clerk), "ORG108")
    assert len(found) == len(expected)
    for sentence, (_, *parts) in zip(found, expected, strict=True):
        assert [part for part in parts if part not in sentence] == []


def test_the_people_of_a_role() -> None:
    """A role may be told in two places as well."""
    assert said(team(role="headcount: 4人, initial: 8人"), "ORG108") == []
    assert said(team(role="headcount: 5人"), "ORG108") == ["“业务员”的编制是 4 人，文件写 5 人，差 1 人"]


@pytest.mark.parametrize(
    ("named", "expected"), [("lead", []), ("clerk", ["“业务员”有两个上级：组织里是组长，文件另写内勤"])]
)
def test_a_superior_told_twice(named: str, expected: list[str]) -> None:
    """The other one is told only where it is another one."""
    assert said(team(role=f"reports_to: {named}"), "ORG109") == expected


def test_the_page_shows_both() -> None:
    """The stated number and superior stand beside the computed ones, with ≠ where they are apart."""
    blocks = team("headcount: 7人, initial: 9人", "reports_to: clerk, headcount: 4人").blocks("org")
    tables = {block.id: block for block in blocks if isinstance(block, Table)}
    cells = {name: {row.id: [text(cell) for cell in row.cells] for row in tables[name].rows} for name in tables}
    assert cells["units"]["team"][2:4] == ["文件写 9 人 9，另有 1 项未定", "≠ 文件写 7 人 6"]
    assert cells["roles"]["rep"][2:6] == ["8", "文件写 4 人 4", "-4", "组长 ≠ 文件写内勤"]


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        ("{a: {name: 甲}, b: {name: 乙}}", ["2 个岗位之间没有写谁向谁汇报"]),
        ("{a: {name: 甲}}", []),
        ("{a: {name: 甲}, b: {name: 乙, reports_to: a}}", []),
    ],
)
def test_nobody_reports(roles: str, expected: list[str]) -> None:
    """Several roles without a single line."""
    assert said(read({"org.yml": f"roles: {roles}\n"}), "ORG110") == expected
