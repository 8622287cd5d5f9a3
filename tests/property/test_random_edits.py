"""Random edits of random plans: the changes name each edit, nothing else, and every figure's cause."""

from random import Random

import pytest

from plangen.diff import Changes, Side, compare
from plangen.workspace import Workspace
from property.plan_edits import edited, random_plan, workspace
from property.undoing import original, undone

CHUNKS, SCRIPTS = 20, 250


def compared(before: Workspace, after: Workspace) -> Changes:
    """The changes between two plans."""
    return compare(Side("before", before.scope(2026)), Side("after", after.scope(2026)))


def untold(changes: Changes) -> list[str]:
    """Figures that changed and hang under nothing."""
    typed = {
        address
        for edit in changes.edits
        for before, after in edit.figures()
        for address in (changes.renames.address(before) if before else None, after)
    }
    known = {effect.address for effect in changes.effects if effect.causes}
    return sorted(
        str(address) for year, address in changes.pairing.changed if not year and address not in typed | known
    )


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_random_scripts(chunk: int) -> None:
    """250 scripts each, one after the other: named, complete, and the way back leads to the plan before."""
    random = Random(chunk)
    data = random_plan(random)
    before = workspace(data)
    for number in range(SCRIPTS):
        script = edited(data, random, random.randint(1, 4))
        after = workspace(script.data)
        found = compared(before, after)
        where = f"chunk {chunk}, script {number}"
        assert after.read_findings == [], where
        assert sorted(edit.id for edit in found.edits) == sorted(script.expected), where
        assert undone(found) == original(found), where
        assert untold(found) == [], where
        assert found.unexplained == (), where
        data, before = (script.data, after) if len(script.data["objectives"]) in range(2, 6) else restart(random)


def restart(random: Random) -> tuple[dict[str, object], Workspace]:
    """Another plan, once this one has grown or shrunk too far."""
    data = random_plan(random)
    return data, workspace(data)


@pytest.mark.parametrize("seed", range(60))
def test_causes_are_complete(seed: int) -> None:
    """A figure that one edit alone moves hangs under that edit too when a second one is made beside it."""
    random = Random(1000 + seed)
    data = random_plan(random)
    first = edited(data, random, 1)
    second = edited(first.data, random, 1)
    before, middle, after = (workspace(each) for each in (data, first.data, second.data))
    alone, both = compared(before, middle), compared(before, after)
    named = {edit.id for edit in alone.edits}
    for effect in alone.effects:
        causes = next((each.causes for each in both.effects if each.address == effect.address), None)
        same = {edit.id for edit in both.edits} >= named
        if causes is not None and same:
            assert named & {both.edits[place].id for place in causes}, effect.address


def test_a_lost_cause_is_seen() -> None:
    """The tests above are not blind: without one edit its figures hang under nothing."""
    random = Random(7)
    data = random_plan(random)
    name = next(iter(data["objectives"]))
    changed = {**data, "objectives": {**data["objectives"], name: {**data["objectives"][name], "channel": {
        "own-store": {"target": "9万元"}, "dealer": {"target": "9万元"}}}}}  # fmt: skip
    found = compared(workspace(data), workspace(changed))
    assert untold(found) == []
    lost = Changes(found.before, found.after, found.renames, (), (), (), pairing=found.pairing)
    assert len(untold(lost)) > 3
