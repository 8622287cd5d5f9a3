"""What each role of a year has to do with: named by fields, handed down from what stands above, or nobody's."""

from pathlib import Path

from handbooks import open_files
from plangen.compute import Ties, roles_of, superior_of, ties
from plangen.values import Address
from plangen.workspace import Workspace

ORG = """\
units: {office: {name: 办事处}}
roles:
  lead: {name: 组长, unit: office}
  rep: {name: 业务员, reports_to: lead, stated: {reports_to: rep}}
  clerk: {name: 内勤, reports_to: lead}
"""
DUTIES = "rep:\n  visits: {text: 拜访, frequency: 每天, to: lead}\n"
PHASES = """\
opening:
  name: 开局
  start: 2026-01-05
  end: 2026-03-31
  owner: [rep, clerk]
  tasks:
    first: {name: 首访, start: 2026-01-05, end: 2026-01-30}
    review: {name: 复盘, start: 2026-03-02, end: 2026-03-31, owner: lead}
"""


def role(name: str, plan: str = "demo") -> Address:
    """The address of a role."""
    return Address(plan, "org", (name,))


def told(found: Ties, name: str) -> set[tuple[str, str, tuple[str, ...], bool]]:
    """The ties of a role without those of the organisation itself."""
    mine = (tie for tie in found.of.get(role(name), ()) if tie.kind != "org")
    return {(tie.kind, tie.entry.id, tie.fields, tie.answers) for tie in mine}


def opened(root: Path, head: str = "name: 计划\n") -> Workspace:
    """The handbook of these tests."""
    return open_files(root, {"plan.yml": head, "org.yml": ORG, "duties.yml": DUTIES, "phases.yml": PHASES})


def test_fields_that_name_a_role_tie_it(tmp_path: Path) -> None:
    """A duty is its role's; whom it is handed to has a part in it; a task without an owner is its phase's."""
    found = ties(opened(tmp_path).scope(2026))
    assert told(found, "rep") == {
        ("duties", "visits", ("role",), True),
        ("phases", "opening", ("owner",), True),
        ("phases", "first", (), True),
    }
    assert told(found, "lead") == {("duties", "visits", ("to",), False), ("phases", "review", ("owner",), True)}
    assert told(found, "clerk") == {("phases", "opening", ("owner",), True), ("phases", "first", (), True)}


def test_what_the_paper_says_elsewhere_ties_nobody(tmp_path: Path) -> None:
    """A role is not its own superior because the paper says so."""
    found = ties(opened(tmp_path).scope(2026))
    assert [tie.entry.id for tie in found.of[role("rep")] if "reports_to" in tie.fields] == []
    assert {tie.entry.id for tie in found.of[role("lead")] if "reports_to" in tie.fields} == {"rep", "clerk"}


def test_the_plans_owner_answers_for_the_rest(tmp_path: Path) -> None:
    """Where nobody is named; where the plan has no owner either, it is nobody's."""
    files = {"org.yml": ORG, "risks.yml": "fire: {name: 火灾}\n"}
    alone = ties(open_files(tmp_path / "alone", files).scope(2026))
    assert {each.id for each in alone.nobodys if each.place.kind == "risks"} == {"fire"}
    owned = ties(open_files(tmp_path / "owned", {**files, "plan.yml": "name: 计划\nowner: lead\n"}).scope(2026))
    assert owned.nobodys == ()
    assert told(owned, "lead") == {("risks", "fire", (), True)}


def test_who_answers_for_an_address(tmp_path: Path) -> None:
    """Of a figure that of its item; of what is no item, nobody."""
    found = ties(opened(tmp_path).scope(2026))
    assert found.holders_of(Address("demo", "phases", ("review",), "days")) == (role("lead"),)
    assert found.holders_of(Address("demo", "phases", ("first",))) == (role("rep"), role("clerk"))
    assert found.holders_of(Address("demo", "phases", ("total",), "tasks")) == ()


def test_roles_of_a_plan_above_are_found(tmp_path: Path) -> None:
    """By their plain id; units are no roles."""
    child = {"2026/demo/east/plan.yml": "name: 东部\n", "2026/demo/east/duties.yml": DUTIES}
    scope = open_files(tmp_path, {"org.yml": ORG, **child}).scope(2026)
    assert list(roles_of(scope)) == [role("lead"), role("rep"), role("clerk")]
    found = ties(scope)
    assert [(tie.plan, tie.entry.id) for tie in found.of[role("rep")] if tie.kind == "duties"] == [
        ("demo/east", "visits")
    ]
    assert list(found.shares(role("rep"))) == [("demo", "org"), ("demo/east", "duties")]
    assert superior_of(role("rep"), scope) == role("lead")
    assert superior_of(role("lead"), scope) is None


def test_ties_are_told_once(tmp_path: Path) -> None:
    """All pages of a year ask for the same."""
    scope = opened(tmp_path).scope(2026)
    assert ties(scope) is ties(scope)
