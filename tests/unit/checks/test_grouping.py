"""The order of findings: the mistake first, what follows from it below."""

from pathlib import Path

from handbooks import open_files

OBJECTIVES = """\
revenue:
  name: 销售额
  target: 1092万元
  channel:
    own-store: {target: 170万元}
    dealer: {target: 912万元}
"""
PARENT = {
    "2026/demo/objectives.yml": "revenue: {name: 销售额, rollup: children}\n",
    "2026/demo/child/plan.yml": "name: 下级\n",
    "2026/demo/child/objectives.yml": OBJECTIVES,
}


def test_first_finding_points_into_the_breakdown(tmp_path: Path) -> None:
    """The finding stands at the breakdown and names the total, the sum of the parts and the difference."""
    found = open_files(tmp_path, {"objectives.yml": OBJECTIVES}).findings
    first = found[0]
    assert first.code == "OBJ101"
    assert (first.span.file, first.span.line) == ("content/2026/demo/objectives.yml", 5)
    assert "1,082 万元" in str(first.args["sum"])
    assert "1,092 万元" in str(first.args["total"])
    assert "10 万元" in str(first.args["difference"])


def test_what_follows_stands_under_its_cause(tmp_path: Path) -> None:
    """The parent plan's roll-up cannot add up either: it is shown under the child's mistake."""
    found = open_files(tmp_path, PARENT).findings
    assert [finding.code for finding in found] == ["OBJ101", "OBJ101"]
    assert found[0].span.file == "content/2026/demo/child/objectives.yml"
    assert found[0].cause == ""
    assert found[1].span.file == "content/2026/demo/objectives.yml"
    assert found[1].cause == found[0].id


def test_two_mistakes_stay_two(tmp_path: Path) -> None:
    """Mistakes that have nothing to do with each other are not grouped."""
    two = OBJECTIVES + OBJECTIVES.replace("revenue", "profit")
    found = open_files(tmp_path, {"objectives.yml": two}).findings
    assert [finding.cause for finding in found] == ["", ""]
