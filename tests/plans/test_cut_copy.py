"""A plan and a copy of it that was cut off: what the copy lacks is told as added, and nothing else.

The copy (S000-2) ends after the first task of the first phase. It has the heading of the first part, which the whole
plan (S000-3) has lost. What both have is the same, word for word.
"""

import pytest

from plangen.diff import Changes, Edit, Side, compare
from plans.expected import CORPUS, opened

YEAR = 2026
PLAN = "east-china:"
LATER = ("second-trip", "growth", "consolidation")
"""The last task of the first phase, and the two phases after it."""
GAINS = {
    f"{PLAN}org/region-manager.reports_to": (None, "marketing-manager"),
    f"{PLAN}org/rep.reports_to": (None, "region-manager"),
    f"{PLAN}org/rep.source": (None, ("S000-3-130",)),
}
"""What comes later says whom the two roles report to; it is all that the copy's own entries gain."""
HEADING = "一、公司现状分析"


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Changes:
    """What differs between the copy and the whole plan."""
    root = tmp_path_factory.mktemp("cut")
    before, after = (Side(name, opened(CORPUS / name, root / name).scope(YEAR)) for name in ("s000-2", "s000-3"))
    return compare(before, after)


def of(found: Changes, kind: str) -> dict[str, Edit]:
    """The edits of one kind, by what they speak of."""
    return {edit.id.removeprefix(f"{kind} "): edit for edit in found.edits if edit.kind == kind}


def test_nothing_of_the_copy_is_gone_or_moved(found: Changes) -> None:
    """Every entry of the copy stands in the whole plan, under its id and in its place."""
    assert {edit.kind for edit in found.edits} == {"added", "changed"}
    assert (found.suggestions, found.unread) == ((), ())


def test_what_the_copy_says_is_the_same(found: Changes) -> None:
    """1,092万元 with its three channels, 500 makers, eight territories, five rules, the first task."""
    assert {name: (edit.old, edit.new) for name, edit in of(found, "changed").items()} == GAINS


def test_what_was_cut_is_told(found: Changes) -> None:
    """Six tasks and the shop in the first phase, two phases, the rules of parts four and five: by item."""
    added = of(found, "added")
    tasks = ("spin-training", "office-setup", "leads-and-calls", "first-trip", "trip-review", *LATER)
    assert {f"{PLAN}phases/{task}" for task in tasks} <= set(added)
    sections = ("budget", "campaigns", "documents", "duties", "incentives", "kpis", "procedures", "risks", "routines")
    assert {f"{PLAN}{section}" for section in (*sections, "support", "swot", "training")} <= set(added)
    assert {f"{PLAN}objectives/{item}" for item in ("personal", "leads", "appointments", "top-fifth")} <= set(added)
    assert {f"{PLAN}policies/regional", f"{PLAN}segments/demand-speed", f"{PLAN}org/marketing-manager"} <= set(added)


def test_no_figure_of_the_copy_follows_from_what_was_cut(found: Changes) -> None:
    """What the copy has planned is not moved by what comes after it; counts of what there is grow."""
    moved = [each for each in found.effects if each.before is not None and each.after is not None]
    assert [str(each.address) for each in moved if "objectives/" in str(each.address)] == []


def test_the_copy_has_a_heading_that_the_plan_has_lost(found: Changes) -> None:
    """The text below it stands above the first heading now, word for word; all other passages are new."""
    (gone,) = (passage for passage in found.passages if passage.kind != "added")
    after = {passage.heading: passage.after for passage in found.passages if passage.name == "index"}
    assert (gone.kind, gone.heading) == ("removed", (HEADING,))
    assert after[()] == gone.before
    assert ("四、销售制度",) in after
    assert ("五、所需公司支持",) in after


def test_the_texts_are_a_beginning_and_the_whole() -> None:
    """The fixture is what it says: each line of the copy but that heading stands in the whole plan, in its order."""
    cut, whole = (
        [line for line in (CORPUS / name / "2026/east-china/index.md").read_text(encoding="utf-8").split("\n") if line]
        for name in ("s000-2", "s000-3")
    )
    assert cut[0] == f"## {HEADING}"
    assert whole[: len(cut) - 1] == cut[1:]
    assert len(whole) > len(cut) + 5
