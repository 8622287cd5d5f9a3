"""Two versions of one plan: for one product, and for any product, with the team and the budget that the first lacks.

They follow S003-1 and S003-3, read side by side: what is expected here is what a reader of both sees.
"""

from pathlib import Path
from shutil import copytree

import pytest

from plangen.diff import Changes, Edit, Side, compare, runs
from plangen.values import write_quantity
from plangen.workspace import open_handbook

VERSIONS = Path(__file__).parent / "versions" / "noodles"
PRODUCT_WORDS = ("方便面", "学校", "社区", "网吧", "团购", "累积奖", "箱内设奖")
"""What the first version says of its product, and the second says no more."""
SITE = "site_name: 两版\ndocs_dir: content\ntheme: {name: material}\nplugins: [plangen]\n"


def version(name: str, root: Path) -> Side:
    """One version, in an empty folder of its own."""
    copytree(VERSIONS / name, root / name / "content")
    (root / name / "mkdocs.yml").write_text(SITE, encoding="utf-8")
    workspace = open_handbook(root / name)
    assert workspace.read_findings == []
    return Side(name, workspace.scope(2026))


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Changes:
    """What differs between the version for one product and the one for any."""
    root = tmp_path_factory.mktemp("versions")
    return compare(version("product", root), version("general", root))


def edits(found: Changes, kind: str) -> dict[str, Edit]:
    """The edits of one kind, by what they speak of."""
    return {edit.id.removeprefix(f"{kind} "): edit for edit in found.edits if edit.kind == kind}


def test_team_and_budget_are_added(found: Changes) -> None:
    """Part five is four sections of the team; part six is four lines, their total, and the sales they belong to."""
    team = {f"noodles:{section}" for section in ("org", "documents", "training", "incentives")}
    lines = {f"noodles:budget/{line}" for line in ("wages", "travel", "administration", "other")}
    others = {f"noodles:{item}" for item in ("budget/costs/stated", "objectives/sales", "objectives/expense-ratio")}
    assert set(edits(found, "added")) == team | lines | others


def test_the_costs_become_known(found: Changes) -> None:
    """500 + 300 + 100 + 100 = 1,000, where there was a heading only; 1,000 ÷ 50,000 = 2%."""
    said = {
        str(each.address): [side and write_quantity(side) for side in (each.before, each.after)]
        for each in found.effects
    }
    assert said["noodles:budget/costs.amount"] == ["待定", "1,000 万元"]
    assert said["noodles:objectives/expense-ratio.target"] == [None, "2%"]


def test_nothing_else_is_gone_or_takes_another_place(found: Changes) -> None:
    """Every item of the first version stands in the second, under its id."""
    kinds = {edit.kind for edit in found.edits}
    assert (kinds, found.suggestions, found.unread) == ({"added", "changed"}, (), ())


def test_the_words_of_the_product_are_removed(found: Changes) -> None:
    """Four values and two paragraphs change; each word of the product stands before and in none of them after."""
    changed = edits(found, "changed")
    assert {name: (edit.old, edit.new) for name, edit in changed.items() if "dimensions" not in name} == {
        "noodles:plan.title": ("方便面年度销售计划", "年度销售计划（通用）"),
        "noodles:channels/special.members": (("学校", "社区", "网吧", "团购"), None),
        "noodles:campaigns/linked.mechanics": (("销售累积奖", "箱内设奖"), None),
    }
    before = " ".join([*(str(edit.old) for edit in changed.values()), *(each.before for each in found.passages)])
    after = " ".join([*(str(edit.new) for edit in changed.values()), *(each.after for each in found.passages)])
    assert [word for word in PRODUCT_WORDS if word not in before or word in after] == []


def test_the_narrative_loses_the_first_person_and_gains_two_parts(found: Changes) -> None:
    """What was struck out of the paragraphs that both have; the third of them is the same."""
    struck = {
        each.heading[-1]: [run.text for run in runs(each.before, each.after) if run.kind != "same"]
        for each in found.passages
        if each.kind == "changed"
    }
    assert struck == {"市场分析": ["我", "方便面的"], "营销思路": ["我"]}
    assert [each.heading[-1] for each in found.passages if each.kind == "added"] == ["团队管理", "达到的目的"]


def test_the_label_of_the_third_class_is_reworded_only(found: Changes) -> None:
    """A comma became a colon: one edit of words, and no figure follows from it."""
    places = [place for place, edit in enumerate(found.edits) if edit.id == "changed dimensions/class-c.name"]
    assert [(found.edits[place].old, found.edits[place].new) for place in places] == [
        ("C类（低价、战略防守）", "C类（低价：战略防守）")
    ]
    assert [found.consequences[place].weight.name for place in places] == ["TEXT"]
    assert [found.following(place) for place in places] == [()]


def test_what_both_say_is_no_change(found: Changes) -> None:
    """The growth of 20–30%, the mix 2:3:1, the price policy with its 600 km and the two rebates."""
    spoken = {str(edit.address) for edit in found.edits}
    same = ("objectives/growth", "objectives/mix", "policies/price", "policies/radius", "policies/one-list")
    assert spoken.isdisjoint(f"noodles:{item}" for item in same)
    assert not any("policies" in str(each.address) or "mix" in str(each.address) for each in found.effects)
