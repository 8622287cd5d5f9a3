"""Scenarios at the command line: explain, export, check and new."""

from json import loads
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from plangen.cli import main
from plangen.workspace import open_handbook
from unit.scenarios.plans import FLOOR, STRETCH, planned

TARGET = "demo:objectives/revenue.target"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A handbook with a floor and a stretch."""
    planned(tmp_path, stretch=STRETCH, floor=FLOOR)
    return tmp_path


def run(root: Path, *arguments: str) -> Result:
    """Run `plangen` on a handbook."""
    return CliRunner().invoke(main, ["-C", str(root), *arguments], prog_name="plangen")


def test_explain_a_figure_of_a_scenario(root: Path) -> None:
    """Down to the scenario's line and last year's plan; asked with an option or with the version."""
    result = run(root, "explain", TARGET, "--scenario", "stretch")
    assert result.exit_code == 0
    assert result.output.startswith("试验计划·销售额·目标·2026 年·挑战情景        150 万元\n2026@stretch ")
    assert "content/2026/demo/scenarios/stretch.yml:4:13" in result.output
    assert "content/2025/demo/objectives.yml:1:30" in result.output
    assert f"{TARGET}.variance --scenario stretch" in result.output
    assert result.output.endswith("上年\n  100 万元 (+50.0%)   demo:objectives/revenue.target --year 2025\n")
    assert run(root, "explain", TARGET, "--year", "2026@stretch").output == result.output


def test_explain_what_the_scenario_does_not_change(root: Path) -> None:
    """The plan's own figure, so that every address of the plan can be asked in every scenario."""
    plain = run(root, "explain", "demo:objectives/visits.target")
    assert run(root, "explain", "demo:objectives/visits.target", "--scenario", "stretch").output == plain.output
    listed = run(root, "explain", "demo:objectives/revenue", "--scenario", "stretch").output
    assert "  150 万元" in listed
    assert "  50 万元" in listed, "the own store's target is the plan's"


def test_explain_the_binding_scenario_by_its_name(root: Path) -> None:
    """Its figures name no scenario."""
    assert run(root, "explain", TARGET, "--scenario", "base").output == run(root, "explain", TARGET).output


def test_explain_does_not_show_other_scenarios_beside_the_plan(root: Path) -> None:
    """The variances of scenarios are theirs."""
    assert "variance" not in run(root, "explain", TARGET).output


def test_a_scenario_that_is_not_there(root: Path) -> None:
    """Wrong usage, with those that are; so is a year that is none."""
    result = run(root, "explain", TARGET, "--scenario", "strech")
    assert (result.exit_code, result.stderr) == (2, "plangen: 2026 年没有情景 strech；有：base, floor, stretch\n")
    assert run(root, "explain", TARGET, "--year", "2025@stretch").exit_code == 2
    assert run(root, "explain", TARGET, "--year", "soon").exit_code == 2


def test_a_scenario_with_errors_has_no_figures(root: Path) -> None:
    """Exit status 1, and where to look."""
    (root / "content/2026/demo/scenarios/floor.yml").write_text("objectives: {revenue: {grwth: 1%}}\n")
    result = run(root, "explain", TARGET, "--scenario", "floor")
    assert result.exit_code == 1
    assert "plangen check" in result.stderr
    assert run(root, "explain", TARGET, "--scenario", "stretch").exit_code == 0


def test_export_has_what_differs(root: Path) -> None:
    """Once for each scenario; the scenarios themselves, and which figures one lacks."""
    (root / "content/2026/demo/scenarios/floor.yml").write_text("objectives: {visits: null}\n")
    document = loads(run(root, "export").stdout)
    target = {row["scenario"]: row["value"] for row in document["figures"] if row["address"] == TARGET
              and row["year"] == 2026}  # fmt: skip
    assert target == {"": "1200000", "stretch": "1500000"}
    assert [(each["scenario"], each["title"], each["binding"]) for each in document["scenarios"]] == [
        ("base", "目标", True), ("floor", "floor", False), ("stretch", "挑战", False),
    ]  # fmt: skip
    assert "demo:objectives/visits.target" in document["scenarios"][1]["without"]
    assert document["scenarios"][0]["without"] == document["scenarios"][2]["without"] == []
    assert loads(run(root, "export", "--year", "2025").stdout)["scenarios"] == []


def test_check_marks_findings(root: Path) -> None:
    """In the sentence, in JSON in a field of its own; an error of a scenario refuses like any other."""
    (root / "content/2026/demo/scenarios/floor.yml").write_text("objectives: {revenue: {growth: 10%}}\n")
    result = run(root, "check")
    assert result.exit_code == 1
    assert "OBJ101 error  〔floor〕" in result.output
    (finding,) = loads(run(root, "check", "--format", "json").stdout)["findings"]
    assert (finding["scenario"], finding["code"], finding["year"]) == ("floor", "OBJ101", 2026)
    assert finding["address"].startswith("demo:objectives/revenue.target")


def test_new_scenario(root: Path) -> None:
    """A file that passes the check, with a value of the plan to begin with; with another value it is a scenario."""
    result = run(root, "new", "scenario", "crisis", "--plan", "demo", "--year", "2026")
    path = root / "content/2026/demo/scenarios/crisis.yml"
    assert (result.exit_code, result.output) == (0, f"{path.as_posix()}\n")
    text = path.read_text(encoding="utf-8")
    assert "name: crisis\n" in text
    assert text.endswith("# objectives: {revenue: {growth: 20%}}\n")
    assert [finding.code for finding in open_handbook(root).findings] == ["PG507"]
    path.write_text(text.replace("# objectives", "objectives").replace("20%", "0%"), encoding="utf-8")
    assert "crisis" in {variant.scenario.id for variant in open_handbook(root).variants}


def test_new_scenario_takes_the_name_that_the_year_knows(root: Path) -> None:
    """So that two plans do not call it differently; the folder is made where there is none."""
    (root / "content/2026/other").mkdir()
    (root / "content/2026/other/plan.yml").write_text("name: 别的\n", encoding="utf-8")
    assert run(root, "new", "scenario", "stretch", "--plan", "other", "--year", "2026").exit_code == 0
    assert "name: 挑战\n" in (root / "content/2026/other/scenarios/stretch.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "plan", "says"),
    [
        ("stretch", "demo", "已经存在"), ("base", "demo", "不能当情景"), ("2x", "demo", "2x"), ("new", "dem", "demo"),
        ("previous", "demo", "previous"),
    ],
)  # fmt: skip
def test_new_scenario_refuses(root: Path, name: str, plan: str, says: str) -> None:
    """Exit status 2, one sentence, nothing written."""
    before = sorted(root.rglob("*"))
    result = run(root, "new", "scenario", name, "--plan", plan, "--year", "2026")
    assert result.exit_code == 2
    assert says in result.stderr
    assert sorted(root.rglob("*")) == before
