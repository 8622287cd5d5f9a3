"""Headcounts that leave nobody out: units by address and from plans below, roles without a number. By hand."""

import pytest

from plangen.sections.org.model import Org, Role
from plangen.views import Chart, Table
from unit.sections.reading import Read, read, text

OFFICE = "units:\n  office: {name: 办事处}\nroles:\n  lead: {name: 组长, unit: office, headcount: 1人}\n"


@pytest.mark.parametrize("unit", ["office", "org/office", "demo:org/office"])
def test_a_unit_counts_however_it_is_written(unit: str) -> None:
    """1 + 4 people."""
    rep = f'  rep: {{name: 业务员, unit: "{unit}", headcount: 4人, reports_to: lead}}\n'
    assert read({"org.yml": OFFICE + rep}).says("org/office.headcount") == "5 人"


@pytest.mark.parametrize(
    ("units", "unit", "office"),
    [
        ("", "office", "5 人"),
        ("team: {name: 组, parent: office}", "team", "5 人"),
        ("office: {name: 自己的办事处}", "office", "1 人"),
        ("office: {name: 自己的办事处}", "demo:org/office", "5 人"),
    ],
)
def test_roles_of_a_plan_below_stand_in_units_above(units: str, unit: str, office: str) -> None:
    """The unit that an id means is the nearest one; whoever stands in it, or in a unit below it, is counted."""
    rep = f'rep: {{name: 业务员, unit: "{unit}", headcount: 4人, reports_to: lead}}'
    found = read({"org.yml": OFFICE, "east/org.yml": f"units: {{{units}}}\nroles: {{{rep}}}\n"})
    assert found.says("org/office.headcount") == office
    assert found.says("org/total.headcount") == "1 人"  # the plan's own roles
    assert found.says("demo/east:org/total.headcount") == "4 人"


def test_units_that_run_in_a_circle_are_counted_once() -> None:
    """ORG106 tells the circle; 2 people stand in it."""
    circle = "units:\n  a: {name: 甲, parent: b}\n  b: {name: 乙, parent: a}\n"
    found = read({"org.yml": circle + "roles:\n  r: {name: 员, unit: a, headcount: 2人}\n"})
    assert found.codes == ["ORG106"]
    assert (found.says("org/a.headcount"), found.says("org/b.headcount")) == ("2 人", "2 人")


def partly() -> Read:
    """Three roles: one with both numbers, one with one of them, one with none."""
    return read({"org.yml": "roles:\n  lead: {name: 组长, headcount: 1人, max_span: 3人}\n"
                 "  rep: {name: 业务员, initial: 3人, headcount: 4人, reports_to: lead}\n"
                 "  clerk: {name: 内勤, reports_to: lead}\n"})  # fmt: skip


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("org/total.headcount", "5 人，另有 1 项未定"),  # 1 + 4, the clerk is not told
        ("org/total.initial", "3 人，另有 2 项未定"),
        ("org/total.change", "1 人，另有 2 项未定"),  # 4 − 3 of the one role that tells both
        ("org/lead.span", "4 人，另有 1 项未定"),
    ],
)
def test_roles_without_a_number_are_counted_as_missing(address: str, shown: str) -> None:
    """A sum says how many of its roles it lacks."""
    assert partly().says(address) == shown


def test_a_change_with_an_unset_side_is_unset() -> None:
    """待定 − 7 people is not seven people less; the sum keeps what is known, 5 − 4, and says that one is open."""
    found = read({"org.yml": "roles:\n  a: {name: 甲, initial: 7人, headcount: 待定}\n"
                  "  b: {name: 乙, initial: 4人, headcount: 5人, reports_to: a}\n"})  # fmt: skip
    assert found.says("org/a.change") == "待定"
    assert found.says("org/total.change") == "1 人，另有 1 项未定"


def test_the_page_says_what_is_missing() -> None:
    """In the table, in the chart's title and in the check of spans."""
    found = partly()
    blocks = found.blocks("org")
    (chart,) = (block for block in blocks if isinstance(block, Chart))
    assert text(chart.title) == "编制 5 人，另有 1 项未定"  # more or less than at present: nobody knows yet
    table = next(block for block in blocks if isinstance(block, Table) and block.id == "roles")
    assert [text(cell) for cell in table.rows[-1].cells[2:5]] == [
        "3，另有 2 项未定", "5，另有 1 项未定", "1，另有 2 项未定",
    ]  # fmt: skip
    assert found.message("ORG103") == "“组长”直接管 4 人，另有 1 项未定，超过上限 3 人（多 1 人，另有 1 项未定）"


def test_a_number_that_no_role_tells_is_no_figure() -> None:
    """Without any present headcount there is nothing to sum up."""
    found = read({"org.yml": "roles:\n  a: {name: 甲, headcount: 1人}\n"})
    addresses = {str(key.address) for key in found.figures}
    assert "demo:org/total.initial" not in addresses
    assert "demo:org/total.change" not in addresses


@pytest.mark.parametrize("word", ["待定", "未定", "缺数", "待补", "未填", "TBD", "tbd", "?"])
def test_every_word_for_unset_is_a_vacancy(word: str) -> None:
    """One list of words for numbers, days and names."""
    found = read({"org.yml": f'roles:\n  a: {{name: 甲, headcount: 1人, holder: "{word}"}}\n'})
    assert found.codes == ["ORG105"]
    section = found.scope().section("org")
    assert isinstance(section, Org)
    assert isinstance(section.roles["a"], Role)
    assert section.roles["a"].vacant
