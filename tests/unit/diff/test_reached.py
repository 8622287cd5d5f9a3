"""What follows from what was reached, and that settings of the review desk move no figure."""

from pathlib import Path

from handbooks import HANDBOOK
from unit.diff.versions import changes, moved

PLAN = {"objectives.yml": "visits: {name: 拜访, target: 240家}\n"}
ROWS = "objective,period,value,as_of\nvisits,M01,20家,2026-01-31\n"
FILE = "2026/demo/actuals/sales.csv"
WAIVERS = "waivers: [{code: OBJ120, reason: 已定, owner: manager, until: 2026-12-31}]\n"
REVIEW = "review: {major: 9%}\n"


def test_a_reported_number_explains_all_that_follows(tmp_path: Path) -> None:
    """The first row makes attainment and variance; each of them hangs under it."""
    found = changes(tmp_path, PLAN, {**PLAN, FILE: ROWS})
    assert [edit.id for edit in found.edits] == ["added demo:actuals/objectives/visits.target@M01/2026-01-31"]
    assert len(found.effects) > 0
    assert found.unexplained == ()


def test_a_newer_number_of_the_same_month(tmp_path: Path) -> None:
    """22家 as of February replace 20家: what was said first stands beside it now, because of the new row."""
    found = changes(tmp_path, {**PLAN, FILE: ROWS}, {**PLAN, FILE: f"{ROWS}visits,M01,22家,2026-02-28\n"})
    assert len(found.edits) == 1
    assert moved(found)["demo:objectives/visits.target.actual-2026-01-31@M01"] == "- → 20 家"
    assert {each.causes for each in found.effects} == {(0,)}


def test_settings_of_the_desk_move_nothing(tmp_path: Path) -> None:
    """A waiver, and what counts as major, are changed with the first row: all that follows is the row's."""
    before = {**PLAN, "handbook.yml": HANDBOOK}
    after = {**PLAN, FILE: ROWS, "handbook.yml": HANDBOOK + WAIVERS + REVIEW}
    found = changes(tmp_path, before, after)
    moving = [edit.entity.key.kind for edit, told in zip(found.edits, found.consequences, strict=True) if told.figures]
    assert (len(found.edits), moving) == (3, ["actuals"])
    assert found.unexplained == ()
