"""Scenarios roll over with their plan: their days, growths and revisions too, and they still fit."""

from pathlib import Path

import pytest

from plangen.workspace import open_handbook
from unit.rollover.years import HEAD, copied, errors, rolled, says

BEFORE = {
    "2025/demo/plan.yml": "name: 试验计划\n",
    "2025/demo/objectives.yml": "revenue: {name: 销售额, target: 100万元}\n",
}
PLAN = """\
revenue:
  name: 销售额
  growth: 20%
  channel:
    own-store: {target: 50万元}
    dealer: {target: 70万元}
"""
STRETCH = """\
name: 挑战
objectives:
  revenue:
    growth: 50%   # 冲一冲
    channel: {dealer: {target: 100万元}}
phases:
  opening: {end: 2026-03-31}
"""
PHASES = "opening: {name: 开局期, start: 2026-01-05, end: 2026-02-28}\n"


def files(**more: str) -> dict[str, str]:
    """The plan with its year before."""
    return {**BEFORE, "objectives.yml": PLAN, "phases.yml": PHASES, **more}


def test_a_scenario_keeps_its_targets(tmp_path: Path) -> None:
    """100 × 1.5 = 150 is typed now; the growth of the plan, which is 0 %, is taken out. Comments stay."""
    result = rolled(tmp_path, {**files(), "2026/demo/scenarios/stretch.yml": STRETCH})
    assert result.exit_code == 0, result.output
    assert copied(tmp_path, "scenarios/stretch.yml") == STRETCH.replace(
        "    growth: 50%   # 冲一冲\n", "    growth: null\n    target: 150万元   # 冲一冲\n"
    ).replace("2026-03-31", "2027-03-31")
    workspace = open_handbook(tmp_path)
    assert says(workspace, "objectives/revenue.target") == "120 万元"
    assert says(workspace, "objectives/revenue.target", scenario="stretch") == "150 万元"
    assert [finding.code for finding in workspace.findings if finding.code.startswith("PG5")] == []


def test_in_braces(tmp_path: Path) -> None:
    """One line stays one line."""
    text = "objectives: {revenue: {growth: 50%, channel: {dealer: {target: 100万元}}}}\n"
    assert rolled(tmp_path, {**files(), "2026/demo/scenarios/stretch.yml": text}).exit_code == 0
    assert copied(tmp_path, "scenarios/stretch.yml") == text.replace("growth: 50%", "growth: null, target: 150万元")


def test_where_another_scenario_binds(tmp_path: Path) -> None:
    """Last year means its binding scenario, so no growth gives the plan's own target: all are typed."""
    head = HEAD + "years: {2026: {binding: stretch}}\n"
    result = rolled(tmp_path, {**files(), "handbook.yml": head, "2026/demo/scenarios/stretch.yml": STRETCH})
    assert result.exit_code == 0, result.output
    assert "  target: 120万元\n" in copied(tmp_path, "objectives.yml")
    assert "    target: 150万元   # 冲一冲\n" in copied(tmp_path, "scenarios/stretch.yml")
    assert "growth" not in copied(tmp_path, "objectives.yml") + copied(tmp_path, "scenarios/stretch.yml")
    workspace = open_handbook(tmp_path)
    assert says(workspace, "objectives/revenue.target") == "150 万元"
    assert says(workspace, "objectives/revenue.target", scenario="base") == "120 万元"


@pytest.mark.parametrize("above", ["growth: null, target: 150万元", "target: null, growth: 50%"])
def test_a_scenario_that_takes_out_what_the_plan_says(tmp_path: Path, above: str) -> None:
    """It says a target where the plan has a growth, or the other way round."""
    own = "growth: 20%" if above.startswith("growth") else "target: 120万元"
    text = f"objectives: {{revenue: {{{above}, channel: {{dealer: {{target: 100万元}}}}}}}}\n"
    plan = PLAN.replace("growth: 20%", own)
    result = rolled(tmp_path, files(**{"objectives.yml": plan, "2026/demo/scenarios/stretch.yml": text}))
    assert result.exit_code == 0, result.output
    workspace = open_handbook(tmp_path)
    assert says(workspace, "objectives/revenue.target") == "120 万元"
    assert says(workspace, "objectives/revenue.target", scenario="stretch") == "150 万元"
    assert [finding.code for finding in workspace.findings if finding.code.startswith("PG5")] == []


def test_scenarios_of_a_plan_that_starts_from_actuals(tmp_path: Path) -> None:
    """The plan's growth and claim are gone: what took them out goes, the scenario's own numbers stay."""
    plan = PLAN.replace("  growth: 20%\n", "  growth: 20%\n  stated: {target: 120万元}\n")
    stretch = STRETCH.replace("    channel", "    stated: null\n    channel")
    stretch = stretch.replace("dealer: {target: 100万元}", "dealer: {target: 100万元}, own-store: {target: 50万元}")
    rows = "objective,channel,value,as_of\nrevenue,dealer,84万元,2026-12-31\nrevenue,own-store,36万元,2026-12-31\n"
    more = {"objectives.yml": plan, "2026/demo/scenarios/stretch.yml": stretch, "2026/demo/actuals/a.csv": rows}
    result = rolled(tmp_path, files(**more))
    assert result.exit_code == 0, result.output
    assert copied(tmp_path, "objectives.yml") == (
        'revenue:\n  name: 销售额\n  target: "= previous(actual)"\n  channel:\n'
        '    own-store: {target: "= previous(actual)"}\n    dealer: {target: "= previous(actual)"}\n'
    )
    assert copied(tmp_path, "scenarios/stretch.yml") == stretch.replace("growth: 50%", "target: 150万元").replace(
        "    stated: null\n", ""
    ).replace("2026-03-31", "2027-03-31")
    assert errors(tmp_path) == []
    assert says(open_handbook(tmp_path), "objectives/revenue.target") == "120 万元"


def test_revisions_in_scenarios_go(tmp_path: Path) -> None:
    """In the scenario's own file, and where it only changes what the plan says."""
    plan = PLAN + "  original: {target: 110万元, until: 2026-06-30, reason: 停产}\n"
    stretch = "objectives: {revenue: {original: {reason: 改线}, channel: {dealer: {note: 两家}}}}\n"
    result = rolled(tmp_path, files(**{"objectives.yml": plan, "2026/demo/scenarios/stretch.yml": stretch}))
    assert result.exit_code == 0, result.output
    assert copied(tmp_path, "scenarios/stretch.yml") == ("objectives: {revenue: {channel: {dealer: {note: 两家}}}}\n")
