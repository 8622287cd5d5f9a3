"""The settings of reviews: what is refused or reported, where, and what is left alone."""

from pathlib import Path

import pytest

from handbooks import HANDBOOK, open_files
from plangen.findings import message

ORG = "roles: {manager: {name: 区域经理, headcount: 1人}}\n"
OBJECTIVES = "revenue: {name: 销售额, target: 180万元}\n"


def told(root: Path, review: str, **files: str) -> list[str]:
    """Code, line and column of each finding in handbook.yml, with its English sentence."""
    written = {"org.yml": ORG, "objectives.yml": OBJECTIVES, **{f"{name}.yml": text for name, text in files.items()}}
    workspace = open_files(root, {"handbook.yml": f"{HANDBOOK}review:\n{review}", **written})
    found = (each for each in workspace.findings if each.span.file.endswith("handbook.yml"))
    return [f"{each.code} {each.span.line}:{each.span.column} {message(each, 'en')}" for each in found]


@pytest.mark.parametrize("limit", ["-1%", "待定", "3–5%", "约5%", "≥5%"])
@pytest.mark.parametrize("where", ["major: {}", "approvals: [{{up_to: {}, by: manager}}]"])
def test_limits_that_decide_nothing(tmp_path: Path, limit: str, where: str) -> None:
    """Negative, unknown, open or rough."""
    found = told(tmp_path, f"  {where.format(limit)}\n")
    assert [each[:5] for each in found] == ["PG722"]


@pytest.mark.parametrize("limit", ["0%", "2.5%", "150%", "5％"])
def test_limits_that_are_fine(tmp_path: Path, limit: str) -> None:
    """Nothing, parts of a percent, more than the whole."""
    assert told(tmp_path, f"  major: {limit}\n  approvals: [{{above: {limit}, by: manager}}]\n") == []


def test_a_limit_is_a_share(tmp_path: Path) -> None:
    """An amount, a formula."""
    assert [each[:5] for each in told(tmp_path, "  major: 5万元\n")] != []
    assert [each[:5] for each in told(tmp_path, "  major: = 5%\n")] == ["PG310"]


def test_two_conditions_in_a_rule(tmp_path: Path) -> None:
    """The second is where the finding stands."""
    found = told(tmp_path, "  approvals:\n    - {above: 5%, always: [caps], by: manager}\n")
    assert found == ["PG721 8:27 an approval rule has one of up_to, above and always; this one has above, always"]


def test_nobody_of_that_name(tmp_path: Path) -> None:
    """Approver and owner; the nearest role is told."""
    review = """\
  approvals: [{by: manger}]
  accepted: [{address: 'objectives/revenue', reason: 已定, owner: boss, until: 2026-12-31}]
"""
    assert told(tmp_path, review) == [
        "PG723 7:20 “manger” is a role that no organisation has; did you mean “manager”?",
        "PG723 8:65 “boss” is a role that no organisation has",
    ]


@pytest.mark.parametrize("org", ["", "rolls: {}\n"])
def test_roles_are_not_judged_without_an_organisation(tmp_path: Path, org: str) -> None:
    """Where there is none, or it cannot be read."""
    assert told(tmp_path, "  approvals: [{by: anybody}]\n", org=org or "roles: {}\n") == []


@pytest.mark.parametrize(("until", "codes"), [("2026-01-04", ["PG724"]), ("2026-01-05", []), ("待定", ["PG724"])])
def test_an_acceptance_ends(tmp_path: Path, until: str, codes: list[str]) -> None:
    """The day itself still counts; the handbook's day is 2026-01-05."""
    review = f"  accepted: [{{address: 'demo:objectives/revenue.target', reason: r, owner: manager, until: {until}}}]\n"
    assert [each[:5] for each in told(tmp_path, review)] == codes


@pytest.mark.parametrize("address", ["revenue", "demo:objectives/", "objectives/revenue.target@Q9"])
def test_an_acceptance_has_an_address(tmp_path: Path, address: str) -> None:
    """What is no address accepts nothing."""
    review = f"  accepted: [{{address: '{address}', reason: r, owner: manager, until: 2026-12-31}}]\n"
    assert [each[:5] for each in told(tmp_path, review)] in (["PG212"], ["PG208"])


def test_what_narrows_a_rule_is_there(tmp_path: Path) -> None:
    """A plan, a folder above plans, a section kind, what is in no section, a measure; all others are told."""
    files = {"2026/north/sales/plan.yml": "name: 北\n"}
    fine = "{by: manager, plans: [demo, north], kinds: [objectives, actuals], measures: target}"
    wrong = "{by: manager, plans: nort, kinds: [objectivs], measures: targets}"
    written = {"handbook.yml": f"{HANDBOOK}review: {{approvals: [{fine}, {wrong}]}}\n", "org.yml": ORG, **files}
    workspace = open_files(tmp_path, {**written, "objectives.yml": OBJECTIVES})
    assert [message(each, "en") for each in workspace.findings if each.code == "PG725"] == [
        "an approval rule is only for “nort”, which no year has; did you mean “north”?",
        "an approval rule is only for “objectivs”, which no year has; did you mean “objectives”?",
        "an approval rule is only for “targets”, which no year has; did you mean “target”?",
    ]


def test_what_cannot_be_read_may_hold_it(tmp_path: Path) -> None:
    """Then nothing is said of what is not there."""
    assert told(tmp_path, "  approvals: [{by: manager, kinds: budget}]\n", budget="- nonsense\n") == []


def test_without_settings_major_is_five_percent(tmp_path: Path) -> None:
    """The default, and the one that is set."""
    for text, expected in (("", "5"), ("review: {major: 12%}\n", "12")):
        handbook = open_files(tmp_path, {"handbook.yml": HANDBOOK + text}).handbook
        assert handbook
        assert handbook.review().major_share.value * 100 == int(expected)
