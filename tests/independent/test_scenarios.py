"""The scenarios of the example, laid over the plan a second time: where every typed figure of each must stand."""

from typing import Any

import pytest

from independent.amounts import read
from independent.export import ROOT, Name, Row, document, name_of
from independent.overlays import Leaf, leaves, load, merged

PLAN = ROOT / "content/2026/adhesives/east-china"
KINDS = tuple(path.stem for path in sorted(PLAN.glob("*.yml")) if path.stem != "plan")
SCENARIOS = ("floor", "stretch")


@pytest.fixture(scope="module")
def whole() -> dict[str, Any]:
    """The export of the example."""
    return document(ROOT)


@pytest.fixture(scope="module")
def figures(whole: dict[str, Any]) -> dict[Name, Row]:
    """Every figure of the example."""
    return {name_of(row): row for row in whole["figures"]}


def standing(scenario: str) -> list[Leaf]:
    """Every value of the plan as a scenario has it."""
    differences = load(ROOT, PLAN / f"scenarios/{scenario}.yml")
    return [
        leaf for kind in KINDS for leaf in leaves(merged(load(ROOT, PLAN / f"{kind}.yml"), differences.get(kind, {})))
    ]


def placed(rows: list[Row]) -> set[tuple[str, int, int]]:
    """Where the typed figures among rows stand."""
    sources = (row["source"] for row in rows if row["rule"] == "typed")
    return {(source["file"], source["line"], source["column"]) for source in sources}


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_every_difference_is_a_figure_of_its_scenario(figures: dict[Name, Row], scenario: str) -> None:
    """Each number that the scenario's file has is the source of one of its figures, and of no other scenario's."""
    file = (PLAN / f"scenarios/{scenario}.yml").relative_to(ROOT).as_posix()
    written = {leaf[:3] for leaf in standing(scenario) if leaf.file == file and read(leaf.text) is not None}
    mine = placed([row for name, row in figures.items() if name[1] == scenario])
    others = placed([row for name, row in figures.items() if name[1] != scenario])
    assert len(written) > 15
    assert written <= mine
    assert not [place for place in others if place[0] == file]


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_typed_figures_stand_where_the_differences_leave_them(
    whole: dict[str, Any], figures: dict[Name, Row], scenario: str
) -> None:
    """A figure of the scenario, its own or the plan's, is written where our own overlay finds it; no other is told."""
    (about,) = [each for each in whole["scenarios"] if each["scenario"] == scenario]
    effective = {
        name[2]: row
        for name, row in figures.items()
        if name[:2] == (2026, "") and name[2].startswith("adhesives/east-china:") and name[2] not in about["without"]
    }
    effective |= {name[2]: row for name, row in figures.items() if name[:2] == (2026, scenario)}
    places = placed([row for address, row in effective.items() if address.startswith("adhesives/east-china:")])
    winning = {leaf[:3] for leaf in standing(scenario)}
    assert places
    assert places <= winning


def test_totals_follow_from_the_growth_that_is_written(figures: dict[Name, Row]) -> None:
    """1092 × 1.8 and 1092 × 2.5, by hand; the parent plan adds up its only child."""
    for scenario, expected in (("floor", "19656000"), ("", "24024000"), ("stretch", "27300000")):
        for plan in ("adhesives", "adhesives/east-china"):
            assert figures[2026, scenario, f"{plan}:objectives/revenue.target"]["value"] == expected
