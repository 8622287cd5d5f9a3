"""Scenarios computed: which figures they have of their own, where those come from, which one binds."""

from pathlib import Path

from plangen.values import Address, Key
from unit.scenarios.plans import FLOOR, PLAN, STRETCH, planned, says

TARGET, DEALER = "objectives/revenue.target", "objectives/revenue.target/dealer"


def test_a_scenario_is_computed_like_the_plan(tmp_path: Path) -> None:
    """150 = 100 of last year × (1 + 50%); months, shares and gaps follow; the plan itself stays."""
    workspace = planned(tmp_path, stretch=STRETCH)
    assert [finding.code for finding in workspace.findings] == []
    assert (says(workspace, TARGET), says(workspace, TARGET, "stretch")) == ("120 万元", "150 万元")
    assert says(workspace, f"{TARGET}@Q1", "stretch") == "37.5 万元"
    assert says(workspace, "objectives/revenue.share/dealer", "stretch") == "66.67%"


def test_what_is_the_same_is_kept_once(tmp_path: Path) -> None:
    """An objective that the scenario does not name has no figure of its own there; nor has last year."""
    workspace = planned(tmp_path, stretch=STRETCH)
    own = {key for key in workspace.every_figure if key.scenario}
    assert own
    assert {key.year for key in own} == {2026}
    assert not [key for key in own if key.address.item == ("visits",)]
    assert not [key for key in own if key.address.members == ("own-store",) and key.address.measure == "target"
                and key.address.period is None]  # fmt: skip


def test_inputs_are_those_of_the_scenario_as_far_as_it_has_them(tmp_path: Path) -> None:
    """Its growth is its own, last year's target is the one of last year's plan."""
    workspace = planned(tmp_path, stretch=STRETCH)
    target = Address.parse(TARGET, "demo")
    figure = workspace.every_figure[Key(2026, target, "stretch")]
    assert figure.inputs == (Key(2025, target), Key(2026, target.with_measure("growth"), "stretch"))


def test_sources_lead_to_the_file_that_says_it(tmp_path: Path) -> None:
    """The growth stands in the scenario's file, line 4; the own store's share is computed for the plan's line."""
    workspace = planned(tmp_path, stretch=STRETCH)
    growth = workspace.every_figure[Key(2026, Address.parse("objectives/revenue.growth", "demo"), "stretch")]
    assert str(growth.source) == "content/2026/demo/scenarios/stretch.yml:4:13"
    share = workspace.every_figure[Key(2026, Address.parse("objectives/revenue.share/own-store", "demo"), "stretch")]
    assert share.source is not None
    assert share.source.file == "content/2026/demo/objectives.yml"


def test_a_figure_from_another_source_is_kept_though_its_value_is_the_same(tmp_path: Path) -> None:
    """The target is written out instead of grown: the same 120, told in another way, down to the months."""
    overlay = "objectives: {revenue: {growth: null, target: 120万元}}\n"
    workspace = planned(tmp_path, stretch=overlay)
    target = Address.parse(TARGET, "demo")
    assert workspace.every_figure[Key(2026, target, "stretch")].rule == "typed"
    assert says(workspace, f"{TARGET}@M01", "stretch") == says(workspace, f"{TARGET}@M01")
    (variant,) = workspace.variants
    assert [str(address) for address in variant.gone] == ["demo:objectives/revenue.growth"]
    assert variant.key(Address.parse("objectives/revenue.growth", "demo")) is None


def test_the_difference_to_the_year_itself_is_a_figure(tmp_path: Path) -> None:
    """+30 万元 on 120 is a quarter; of the growth only the difference: a share of a share says nothing."""
    workspace = planned(tmp_path, stretch=STRETCH)
    assert says(workspace, "objectives/revenue.target.variance", "stretch") == "30 万元"
    assert says(workspace, "objectives/revenue.target.variance-share", "stretch") == "25%"
    assert says(workspace, "objectives/revenue.growth.variance", "stretch") == "30%"
    assert says(workspace, "objectives/revenue.growth.variance-share", "stretch") == ""


def test_the_binding_scenario_is_what_the_year_means(tmp_path: Path) -> None:
    """Its figures name no scenario, those of the plan's own files then are the scenario `base`."""
    workspace = planned(tmp_path, years="{2026: {binding: stretch}}", stretch=STRETCH, floor=FLOOR)
    assert [finding.code for finding in workspace.findings] == []
    assert (says(workspace, TARGET), says(workspace, TARGET, "base")) == ("150 万元", "120 万元")
    assert says(workspace, TARGET, "floor") == "110 万元"
    assert says(workspace, TARGET, "stretch") == ""
    assert says(workspace, "objectives/revenue.target.variance", "floor") == "-40 万元"


def test_order_and_titles(tmp_path: Path) -> None:
    """The handbook's order, then the plan itself, then by name; titles of the handbook, then of the files."""
    workspace = planned(tmp_path, stretch=STRETCH, floor=FLOOR)
    told = [(each.id, each.title, each.binding) for _, each, _ in workspace.scenarios]
    assert told == [("base", "目标", True), ("floor", "floor", False), ("stretch", "挑战", False)]
    other = planned(
        tmp_path / "b", years="{2026: {scenarios: {floor: 保底, base: 计划}}}", stretch=STRETCH, floor=FLOOR
    )
    assert [(each.id, each.title) for _, each, _ in other.scenarios] == [
        ("floor", "保底"), ("base", "计划"), ("stretch", "挑战"),
    ]  # fmt: skip


def test_plans_above_add_up_the_same_scenario(tmp_path: Path) -> None:
    """The parent's sum in the scenario is the sum of what its children have there."""
    files = {
        "objectives.yml": "revenue: {name: 销售额, rollup: children}\n",
        "2026/demo/north/plan.yml": "name: 北区\n",
        "2026/demo/north/objectives.yml": "revenue: {name: 销售额, target: 40万元}\n",
        "2026/demo/north/scenarios/stretch.yml": "objectives: {revenue: {target: 70万元}}\n",
        "2026/demo/south/plan.yml": "name: 南区\n",
        "2026/demo/south/objectives.yml": "revenue: {name: 销售额, target: 60万元}\n",
        "2026/demo/south/scenarios/stretch.yml": "objectives: {revenue: {target: 65万元}}\n",
    }
    workspace = planned(tmp_path, files)
    assert (says(workspace, TARGET), says(workspace, TARGET, "stretch")) == ("100 万元", "135 万元")


def test_next_year_grows_from_the_binding_scenario(tmp_path: Path) -> None:
    """2027 starts from the 150 of 2026 that bind, in each scenario of its own too."""
    files = {
        "2027/demo/plan.yml": "name: 试验计划\n",
        "2027/demo/objectives.yml": "revenue: {name: 销售额, growth: 10%}\n",
        "2027/demo/scenarios/stretch.yml": "objectives: {revenue: {growth: 20%}}\n",
    }
    workspace = planned(tmp_path, files, "{2026: {binding: stretch}}", stretch=STRETCH)
    assert says(workspace, TARGET, year=2027) == "165 万元"
    assert says(workspace, TARGET, "stretch", 2027) == "180 万元"


def test_a_formula_sees_the_scenario(tmp_path: Path) -> None:
    """A target that is a third of another one follows that in every scenario."""
    plan = PLAN + "third: {name: 三分之一, target: = revenue ÷ 3}\n"
    workspace = planned(tmp_path, {"objectives.yml": plan}, stretch=STRETCH)
    assert says(workspace, "objectives/third.target") == "40 万元"
    assert says(workspace, "objectives/third.target", "stretch") == "50 万元"


def test_without_scenarios_nothing_is_made(tmp_path: Path) -> None:
    """No variant, and the figures are the very same object."""
    workspace = planned(tmp_path)
    assert (workspace.variants, workspace.scenarios) == ((), [])
    assert workspace.every_figure is workspace.figures


def test_reporting_lines_are_those_of_the_scenario(tmp_path: Path) -> None:
    """The seller moves from the head to the deputy: what each leads follows, 1 + 2 becomes 1 and 2."""
    org = """\
roles:
  head: {name: 经理, headcount: 1人}
  deputy: {name: 副经理, headcount: 1人, reports_to: head}
  seller: {name: 业务员, headcount: 2人, reports_to: head}
"""
    moved = "org: {roles: {seller: {reports_to: deputy}}}\n"
    workspace = planned(tmp_path, {"org.yml": org}, moved=moved)
    assert [finding.code for finding in workspace.findings if finding.scenario] == []
    assert (says(workspace, "org/head.span"), says(workspace, "org/head.span", "moved")) == ("3 人", "1 人")
    assert (says(workspace, "org/deputy.span"), says(workspace, "org/deputy.span", "moved")) == ("", "2 人")


def test_a_check_without_errors_does_not_tell_the_scenarios_figures_apart(tmp_path: Path) -> None:
    """That is as much work as computing them; only what follows from an error, and what is published, needs it."""
    workspace = planned(tmp_path, stretch=STRETCH)
    assert workspace.findings == []
    assert [name for variant in workspace.variants for name in vars(variant) if name.startswith("diff")] == []
    assert workspace.every_figure
    assert [name for variant in workspace.variants for name in vars(variant) if name.startswith("diff")] != []
