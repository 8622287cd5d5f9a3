"""Waivers: listed with their reason, reported when they end or are not needed."""

from pathlib import Path

from handbooks import HANDBOOK, codes, open_files
from plangen.findings import message

RATES = "revenue: {name: 销售额, target: 180万元, rate: 7.5万元/人/月, heads: 4人, period: M06..M12}\n"
WAIVER = """\
waivers:
  - code: OBJ102
    year: 2026
    address: demo:objectives/revenue.target
    reason: 按六个月执行
    owner: boss
    until: {until}
"""


def files(until: str, objectives: str = RATES) -> dict[str, str]:
    """A handbook with one waiver."""
    return {"handbook.yml": HANDBOOK + WAIVER.replace("{until}", until), "objectives.yml": objectives}


def test_waived_finding_is_still_listed(tmp_path: Path) -> None:
    """An accepted finding keeps its place in the list, with the reason and the owner."""
    found = open_files(tmp_path, files("2026-12-31")).findings
    assert [finding.code for finding in found] == ["OBJ102"]
    assert "按六个月执行" in found[0].waived
    assert "boss" in found[0].waived


def test_ended_waiver_brings_the_finding_back(tmp_path: Path) -> None:
    """After its end the waiver no longer helps and is an error itself."""
    found = open_files(tmp_path, files("2026-01-04")).findings
    assert sorted(finding.code for finding in found) == ["OBJ102", "PG240"]
    assert all(not finding.waived for finding in found)


def test_unused_waiver_is_reported(tmp_path: Path) -> None:
    """A waiver of something that is no longer wrong is pointed out."""
    fixed = RATES.replace("180万元", "210万元")
    assert codes(open_files(tmp_path, files("2026-12-31", fixed))) == ["PG241"]


ROLES = "roles: {boss: {name: 经理, headcount: 1人}}\n"


def test_owner_of_a_waiver_is_a_role(tmp_path: Path) -> None:
    """Somebody who is not in the organisation cannot answer for it; the place is the owner's, the near id is named."""
    wrong = {**files("2026-12-31"), "org.yml": ROLES.replace("boss", "bos")}
    workspace = open_files(tmp_path, wrong)
    lost = next(finding for finding in workspace.findings if finding.code == "PG242")
    assert (lost.span.file, lost.span.line) == ("content/handbook.yml", 11)
    assert "bos”" in message(lost, "zh")


def test_owner_is_known_where_he_is_a_role(tmp_path: Path) -> None:
    """An organisation that has the role is content."""
    assert codes(open_files(tmp_path, {**files("2026-12-31"), "org.yml": ROLES})) == ["OBJ102"]


def test_owner_is_not_judged_while_the_organisation_is_unread(tmp_path: Path) -> None:
    """What a refused file holds, nobody can say."""
    assert "PG242" not in codes(open_files(tmp_path, {**files("2026-12-31"), "org.yml": "roles: {bos: [\n"}))
