"""What is wrong with scenarios, and what is found in one of them alone."""

from pathlib import Path

import pytest

from plangen.findings import message, way_out
from plangen.workspace import Workspace
from unit.scenarios.plans import FLOOR, PLAN, STRETCH, planned


def told(workspace: Workspace) -> list[tuple[str, str, str]]:
    """Code, place inside the plan and scenario of each finding."""
    where = "content/2026/demo/"
    return [(f.code, str(f.span).removeprefix(where), f.scenario) for f in workspace.findings]


@pytest.mark.parametrize(
    ("overlay", "code", "place", "says"),
    [
        ("objectives: {revnue: {growth: 50%}}", "PG501", "1:14", "是不是“revenue”"),
        ("objectives: {revenue: {grwth: 50%}}", "PG501", "1:24", "是不是“growth”"),
        ("objectives: {revenue: {channel: {deler: 80万元}}}", "PG501", "1:34", "是不是“dealer”"),
        ("objectives: {revenue: {region: {zhejiang: 80万元}}}", "PG501", "1:33", "zhejiang"),
        ("objectives: {revenue: {step: null}}", "PG501", "1:24", "step"),
        ("objectivs: {revenue: {growth: 50%}}", "PG501", "1:1", "是不是“objectives”"),
        ("budget: {setup: {name: 筹备}}", "PG501", "1:1", "budget"),
        ("objectives: {revenue: 200万元}", "PG503", "1:23", "revenue"),
        ("objectives: 200万元", "PG503", "1:13", "objectives"),
        ("objectives: {revenue: {channel: {dealer: 80万元}}}", "PG503", "1:42", "{target: …}"),
        ("objectives: {revenue: {growth: 20%}}", "PG502", "1:24", "revenue.growth"),
        ("objectives: {visits: {target: 30 家}}", "PG502", "1:23", "visits.target"),
        ("objectives: {}", "PG507", "1:1", "没有写任何不同"),
        ("objectives: {revenue: {channel: {}}}", "PG507", "1:1", "没有写任何不同"),
        ("name: 挑战", "PG507", "", "没有写任何不同"),
        ("objectives: {revenue: {growth: 很多}}", "PG205", "1:32", "很多"),
        ("objectives: {revenue: {growth: }}", "PG218", "1:32", "空"),
        ("objectives: {visits: {name: null}}", "PG210", "", "name"),
        ("objectives: [a]", "PG503", "1:13", "objectives"),
    ],
)
def test_a_wrong_difference_is_found_at_its_place(
    tmp_path: Path, overlay: str, code: str, place: str, says: str
) -> None:
    """With the nearest name, in the scenario's file, marked with the scenario."""
    workspace = planned(tmp_path, stretch=overlay)
    (found,) = (finding for finding in workspace.findings if finding.code.startswith("PG"))
    assert found.code == code
    assert says in message(found) + way_out(found)
    if place:
        assert str(found.span).startswith(f"content/2026/demo/scenarios/stretch.yml:{place}")


def test_a_wrong_file_is_told_once(tmp_path: Path) -> None:
    """A name that is no id, the reserved one, a file that is no YAML: one error each, and the plan stays."""
    files = {
        "2026/demo/scenarios/2x.yml": FLOOR, "2026/demo/scenarios/base.yml": FLOOR,
        "2026/demo/scenarios/bad.yml": "objectives: {revenue: [",
    }  # fmt: skip
    workspace = planned(tmp_path, files)
    places = {(code, place.split(":")[0]) for code, place, _ in told(workspace)}
    assert places == {("PG217", "scenarios/2x.yml"), ("PG504", "scenarios/base.yml"), ("PG114", "scenarios/bad.yml")}
    assert len(workspace.findings) == 3


def test_a_contradiction_of_one_scenario_is_marked_with_it(tmp_path: Path) -> None:
    """The parts no longer make the total: an error of the scenario, not of the plan."""
    workspace = planned(tmp_path, stretch="objectives: {revenue: {growth: 50%}}\n", floor=FLOOR)
    assert [(f.code, f.scenario) for f in workspace.findings] == [("OBJ101", "stretch")]
    (found,) = workspace.findings
    assert message(found).startswith("〔stretch〕")
    assert message(found, "en").startswith("[stretch] ")
    assert found.id.endswith("#2026@stretch")


def test_what_the_plan_has_too_is_not_repeated(tmp_path: Path) -> None:
    """The same wrong sum in the plan and in a scenario that does not touch it: once; with other numbers: again."""
    plan = PLAN.replace("70万元", "60万元")
    untouched = planned(tmp_path / "a", {"objectives.yml": plan}, stretch="objectives: {visits: {target: 40家}}\n")
    assert [(f.code, f.scenario) for f in untouched.findings] == [("OBJ101", "")]
    touched = planned(tmp_path / "b", {"objectives.yml": plan}, stretch="objectives: {revenue: {growth: 50%}}\n")
    assert [(f.code, f.scenario) for f in touched.findings] == [("OBJ101", ""), ("OBJ101", "stretch")]


def test_what_follows_in_a_scenario_stands_under_its_cause_there(tmp_path: Path) -> None:
    """A scenario's mistake is never the cause of a finding of the plan itself."""
    plan = (
        PLAN + "  # the stated total is wrong in both\nall: {name: 合计, target: 300万元, stated: {target: 290万元}}\n"
    )
    workspace = planned(tmp_path, {"objectives.yml": plan}, stretch="objectives: {revenue: {growth: 50%}}\n")
    assert {(f.code, f.scenario, f.cause) for f in workspace.findings} == {
        ("OBJ103", "", ""), ("OBJ101", "stretch", ""),
    }  # fmt: skip


def test_a_scenario_with_a_mistake_is_not_judged_further(tmp_path: Path) -> None:
    """Its growth is refused, so that nobody can say whether its parts add up."""
    overlay = "objectives: {revenue: {growth: 很多, channel: {dealer: {target: 1万元}}}}\n"
    workspace = planned(tmp_path, stretch=overlay)
    assert [f.code for f in workspace.findings] == ["PG205"]
    assert workspace.variants == ()


@pytest.mark.parametrize("waiver", ["", ", scenario: stretch"])
def test_a_waiver_accepts_a_finding_of_a_scenario(tmp_path: Path, waiver: str) -> None:
    """In all scenarios, or in the one that it names."""
    text = f"  - {{code: OBJ101, reason: 试验, owner: x, until: 2026-12-31{waiver}}}\n"
    workspace = planned(tmp_path, years="{}\nwaivers:\n" + text, stretch="objectives: {revenue: {growth: 50%}}\n")
    assert [(f.code, bool(f.waived)) for f in workspace.findings] == [("OBJ101", True)]


def test_a_waiver_of_another_scenario_accepts_nothing(tmp_path: Path) -> None:
    """The error stays, and the waiver is reported as not used."""
    text = "  - {code: OBJ101, reason: 试验, owner: x, until: 2026-12-31, scenario: base}\n"
    workspace = planned(tmp_path, years="{}\nwaivers:\n" + text, stretch="objectives: {revenue: {growth: 50%}}\n")
    assert [(f.code, bool(f.waived)) for f in workspace.findings] == [("OBJ101", False), ("PG241", False)]


def test_the_binding_scenario_must_be_there(tmp_path: Path) -> None:
    """A misspelt one is told with the nearest; one whose file cannot be read is told by that file alone."""
    workspace = planned(tmp_path / "a", years="{2026: {binding: strech}}", stretch=STRETCH)
    assert [(f.code, f.args["hint_zh"]) for f in workspace.findings] == [("PG505", "，是不是“stretch”？")]
    broken = planned(tmp_path / "b", years="{2026: {binding: stretch}}", stretch="objectives: {")
    assert [f.code for f in broken.findings] == ["PG114"]


def test_a_folder_of_scenarios_without_a_plan_is_told(tmp_path: Path) -> None:
    """It belongs to nothing and would silently not be read; and no plan may have its name."""
    assert [f.code for f in planned(tmp_path / "a", {"2026/other/scenarios/x.yml": FLOOR}).findings] == ["PG226"]
    found = planned(tmp_path / "b", {"2026/demo/scenarios/plan.yml": "name: 情景\n"}).findings
    assert "PG217" in [f.code for f in found]


def test_narratives_are_held_against_the_binding_scenario_alone(tmp_path: Path) -> None:
    """120 is what the year means; that it would be 150 in a stretch is no mistake of the sentence, nor told again."""
    right = planned(tmp_path / "right", {"index.md": "全年销售额 120 万元。\n"}, stretch=STRETCH)
    assert [(each.code, each.scenario) for each in right.findings if each.code.startswith("PG42")] == [("PG421", "")]
    wrong = planned(tmp_path / "wrong", {"index.md": "全年销售额 130 万元。\n"}, stretch=STRETCH)
    assert [(each.code, each.scenario) for each in wrong.findings if each.code.startswith("PG42")] == [("PG420", "")]
