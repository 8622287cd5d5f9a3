"""The breakdown at a glance and what a plan is judged by: what is reached of each part, and needed from now on."""

from pathlib import Path

from handbooks import open_files
from plangen.catalogue import kinds
from plangen.compute import PlanScope
from plangen.sections.objectives.model import Objectives
from plangen.views import Headline, Table
from unit.sections.objectives.test_actual_views import text
from unit.sections.objectives.test_actuals import AS_OF, REVENUE, ROWS


def scope(root: Path, rows: str = ROWS, plan: str = REVENUE, day: str = "2026-04-05") -> PlanScope:
    """The plan with its actuals."""
    files = {"handbook.yml": AS_OF.replace("2026-04-05", day), "objectives.yml": plan}
    files |= {"2026/demo/actuals/sales.csv": rows} if rows else {}
    return next(open_files(root, files).scope(2026).plans())


def glance(found: PlanScope) -> Table:
    """The table on the plan's first page."""
    blocks = kinds()["objectives"].overview(found.plan.sections["objectives"], found)
    return next(block for block in blocks if isinstance(block, Table))


def headline(found: PlanScope) -> Headline:
    """What the plan is judged by."""
    section = found.plan.sections["objectives"]
    assert isinstance(section, Objectives)
    told = kinds()["objectives"].headline(section, found)
    assert told is not None
    return told


def test_parts_say_what_they_need(tmp_path: Path) -> None:
    """The shop made 12 of 12 and has 36 for 9 months; the dealer 11 of 12 and has 61 for 10."""
    table = glance(scope(tmp_path))
    assert [column.key for column in table.columns] == ["name", "target", "share", "actual", "attainment", "needed"]
    assert [[text(cell) for cell in row.cells] for row in table.rows] == [
        ["直营店", "48", "40.0", "12.0", "100.0", "4.0"],
        ["经销商", "72", "60.0", "11.0", "▼91.7", "6.1"],
        ["合计", "120", "100.0", "18.0", "▼90.0", "10.2"],
    ]


def test_without_actuals_it_is_short(tmp_path: Path) -> None:
    """Target and share."""
    assert [column.key for column in glance(scope(tmp_path, "")).columns] == ["name", "target", "share"]


def test_a_part_that_is_done_says_so(tmp_path: Path) -> None:
    """50 of 48 after three months."""
    rows = ROWS.replace("revenue,M03,own-store,5万元", "revenue,M03,own-store,43万元")
    assert text(glance(scope(tmp_path, rows)).rows[0].cells[-1]) == "✓ 已做到"


def test_a_year_that_is_over_needs_nothing(tmp_path: Path) -> None:
    """Months that were not reported are late, not to come."""
    table = glance(scope(tmp_path, day="2027-01-05"))
    assert {text(row.cells[-1]) for row in table.rows} == {"—"}


def test_the_headline_is_the_first_objective(tmp_path: Path) -> None:
    """Its target and what is reached of the months that are in."""
    told = headline(scope(tmp_path))
    assert (told.measure, told.name) == ("revenue", "销售额")
    assert [text((each,)) for each in (told.target, told.due, told.actual, told.attainment)] == [
        "120", "20", "18", "▼90.0",
    ]  # fmt: skip
    assert told.last.quantity is None
    assert told.growth.quantity is None


def test_other_kinds_tell_none(tmp_path: Path) -> None:
    """A plan is judged by what it is to reach."""
    found = next(open_files(tmp_path, {"org.yml": "roles: {lead: {name: 组长}}\n"}).scope(2026).plans())
    assert kinds()["org"].headline(found.plan.sections["org"], found) is None
