"""Who has to approve a change, how large it is, and which changes are accepted: all expected sizes reckoned by hand."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from handbooks import HANDBOOK
from plangen.diff import Changes, compare
from plangen.diff.acceptance import accepted
from plangen.diff.approvals import approvals
from plangen.diff.size import sizes
from plangen.model import Review
from unit.diff.versions import side

OBJECTIVES = """\
revenue:
  name: 销售额
  channel:
    own-store: {target: 40万元}
    dealer: {target: 60万元}
visits: {name: 拜访, target: 200家, better: higher}
"""
BUDGET = """\
travel:
  name: 差旅
  lines:
    trips: {name: 出差, price: 1000元/次, quantity: 10次}
    food: {name: 招待, amount: 9万元}
  caps: {per-trip: {name: 每次, limit: ≤1200元, line: trips}}
"""
DUTIES = "manager: {plan: {text: 排计划}}\n"
ORG = "roles: {manager: {name: 区域经理, headcount: 1人}, director: {name: 总监, headcount: 1人}}\n"
FILES = {"objectives.yml": OBJECTIVES, "budget.yml": BUDGET, "duties.yml": DUTIES, "org.yml": ORG}
ACTUALS = "objective,period,value,as_of\nvisits,M01,20家,2026-01-31\n"
RULES = """\
  approvals:
    - {up_to: 5%, by: manager}
    - {above: 5%, by: director}
    - {always: [caps, definitions], by: director}
"""


def changed(root: Path, *edits: tuple[str, str, str], review: str = "") -> tuple[Changes, Review]:
    """What follows when texts of files are replaced, and the settings of the handbook before."""
    files = {
        "handbook.yml": HANDBOOK + (f"review:\n{review}" if review else ""),
        "2026/demo/actuals/sales.csv": ACTUALS,
        **FILES,
    }
    after = dict(files)
    for name, old, new in edits:
        assert old in after[name]
        after[name] = after[name].replace(old, new, 1)
    root.mkdir(exist_ok=True)
    before = side(root, "old", files)
    return compare(before, side(root, "new", after)), before.scope.handbook.review()


def size(root: Path, *edits: tuple[str, str, str]) -> list[tuple[str, Decimal | None] | None]:
    """The size of each edit, with the figure that has it."""
    return [(str(each.figure), each.share) if each else None for each in sizes(changed(root, *edits)[0])]


def asked(root: Path, *edits: tuple[str, str, str], rules: str = RULES) -> dict[str, list[str]]:
    """Who has to approve, and each reason: the edit, what it governs, the line of the rule."""
    changes, review = changed(root, *edits, review=rules)
    return {
        each.role: [
            f"{changes.edits[why.edit].id} {why.governs}".strip() + f" L{why.rule.line}" for why in each.because
        ]
        for each in approvals(changes, review.approvals)
    }


def test_the_size_is_that_of_the_typed_number(tmp_path: Path) -> None:
    """60 → 63 is 5%; the total moves by 3 of 100 only."""
    found = size(tmp_path, ("objectives.yml", "60万元", "63万元"))
    assert found == [("demo:objectives/revenue.target/dealer", Decimal("0.05"))]


def test_the_size_is_that_of_what_follows_where_that_is_larger(tmp_path: Path) -> None:
    """Two cells by 4% and 6%: both move the total from 100 to 104 + …; the smaller edit has the total's size."""
    found = size(tmp_path, ("objectives.yml", "40万元", "40.4万元"), ("objectives.yml", "60万元", "66万元"))
    # 0.4 of 40 is 1%, but the total goes from 100 to 106.4; 6 of 60 is 10%
    assert sorted(found, key=str) == [
        ("demo:objectives/revenue.target", Decimal("0.064")),
        ("demo:objectives/revenue.target/dealer", Decimal("0.1")),
    ]


def test_something_new_has_the_size_of_what_follows(tmp_path: Path) -> None:
    """A line of 2000元 in a group of 100000元 is 2%."""
    line = "    food: {name: 招待, amount: 9万元}\n"
    found = size(tmp_path, ("budget.yml", line, f"{line}    gifts: {{name: 礼品, amount: 2000元}}\n"))
    assert found == [("demo:budget/travel.amount", Decimal("0.02"))]


def test_something_new_that_moves_nothing_is_above_every_limit(tmp_path: Path) -> None:
    """There is nothing to compare it with; so are what is gone and another unit."""
    new = "visits: {name: 拜访, target: 200家, better: higher}\n"
    assert size(tmp_path / "a", ("objectives.yml", new, f"{new}calls: {{name: 电话, target: 5次}}\n")) == [
        ("demo:objectives/calls.target", None)
    ]
    assert ("demo:objectives/visits.target", None) in size(tmp_path / "b", ("objectives.yml", new, ""))
    assert size(tmp_path / "c", ("objectives.yml", "200家", "200次")) == [("demo:objectives/visits.target", None)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("≥200家", "≥210家", "0.05"),
        ("≥200家", "≤200家", None),
        ("100–200家", "100–220家", "0.1"),
        ("100–200家", "90–220家", "0.1"),
        ("0–200家", "0–230家", "0.15"),
        ("0家", "5家", None),
        ("待定", "5家", None),
        ("200家", "约200家", "0"),
        ("200家", "150家", "0.25"),
    ],
)
def test_every_kind_of_number(tmp_path: Path, old: str, new: str, expected: str | None) -> None:
    """By the end that moved further; an open, unknown or zero start is above every limit."""
    versions = ({**FILES, "objectives.yml": OBJECTIVES.replace("200家", text)} for text in (old, new))
    before, after = (side(tmp_path, label, files) for label, files in zip("ab", versions, strict=True))
    changes = compare(before, after)
    assert [each.share for each in sizes(changes) if each] == [expected and Decimal(expected)]


def test_words_have_no_size(tmp_path: Path) -> None:
    """A duty, a name."""
    assert size(tmp_path, ("duties.yml", "排计划", "排月计划"), ("objectives.yml", "拜访", "走访")) == [None, None]


def test_a_formula_has_the_size_of_its_figure(tmp_path: Path) -> None:
    """60 → 60 × 1.1 is 10%, though the total moves by 6% only."""
    found = size(tmp_path, ("objectives.yml", "target: 60万元", "target: = 60万元 * 1.1"))
    assert found == [("demo:objectives/revenue.target/dealer", Decimal("0.1"))]


@pytest.mark.parametrize(("target", "role", "line"), [("210家", "manager", 8), ("211家", "director", 9)])
def test_the_limit_itself_is_up_to(tmp_path: Path, target: str, role: str, line: int) -> None:
    """200 → 210 is 5%, 211 is 5.5%."""
    found = asked(tmp_path, ("objectives.yml", "200家", target))
    assert found == {role: [f"changed demo:objectives/visits.target L{line}"]}


def test_caps_and_definitions_always(tmp_path: Path) -> None:
    """However small; every rule that fits applies."""
    found = asked(tmp_path, ("budget.yml", "≤1200元", "≤1201元"), ("objectives.yml", "better: higher", "better: lower"))
    assert found == {
        "manager": ["changed demo:budget/per-trip.limit caps L8"],
        "director": [
            "changed demo:budget/per-trip.limit caps L10",
            "changed demo:objectives/visits.better definitions L10",
        ],
    }


def test_words_need_no_approval_unless_a_rule_has_no_condition(tmp_path: Path) -> None:
    """A duty in other words."""
    assert asked(tmp_path / "a", ("duties.yml", "排计划", "排月计划")) == {}
    found = asked(tmp_path / "b", ("duties.yml", "排计划", "排月计划"), rules="  approvals: [{by: manager}]\n")
    assert found == {"manager": ["changed demo:duties/plan.text L7"]}


def test_the_largest_stands_first(tmp_path: Path) -> None:
    """What cannot be compared, then by size; what has none last."""
    edits = (
        ("objectives.yml", "200家", "220家"),
        ("objectives.yml", "60万元", "90万元"),
        ("duties.yml", "排计划", "排月计划"),
        ("objectives.yml", "revenue:", "calls: {name: 电话, target: 5次}\nrevenue:"),
    )
    found = asked(tmp_path, *edits, rules="  approvals: [{by: manager}]\n")
    assert found["manager"] == [
        "added demo:objectives/calls L7",
        "changed demo:objectives/revenue/channel/dealer.target L7",
        "changed demo:objectives/visits.target L7",
        "changed demo:duties/plan.text L7",
    ]


@pytest.mark.parametrize(
    ("narrowed", "fits"),
    [
        ("plans: demo", True),
        ("plans: [dem]", False),
        ("plans: other", False),
        ("kinds: objectives", True),
        ("kinds: [budget, duties]", False),
        ("measures: [amount, target]", True),
        ("measures: amount", False),
        ("plans: demo, kinds: objectives, measures: amount", False),
    ],
)
def test_narrowed_rules(tmp_path: Path, narrowed: str, fits: bool) -> None:
    """A plan's path begins with whole ids; all that is narrowed must fit."""
    rules = f"  approvals: [{{above: 1%, by: director, {narrowed}}}]\n"
    assert bool(asked(tmp_path, ("objectives.yml", "200家", "220家"), rules=rules)) is fits


def test_actuals_need_no_approval_unless_a_rule_names_them(tmp_path: Path) -> None:
    """They say what has happened."""
    edit = ("2026/demo/actuals/sales.csv", "20家", "30家")
    assert asked(tmp_path / "a", edit, rules="  approvals: [{by: manager}]\n") == {}
    assert list(asked(tmp_path / "b", edit, rules="  approvals: [{by: manager, kinds: actuals}]\n")) == ["manager"]


def test_without_rules_or_changes_nobody_is_asked(tmp_path: Path) -> None:
    """The default."""
    assert asked(tmp_path / "a", ("objectives.yml", "200家", "400家"), rules="  major: 5%\n") == {}
    assert asked(tmp_path / "b") == {}


def test_accepted_changes(tmp_path: Path) -> None:
    """A figure that was typed, an item, a figure that follows; without a plan too; the last one is stale."""
    review = "  accepted:\n" + "".join(
        f"    - {{address: '{address}', reason: r, owner: manager, until: {until}}}\n"
        for address, until in (
            ("demo:objectives/revenue.target", "2026-12-31"),
            ("objectives/visits.target", "2026-12-31"),
            ("demo:duties/plan", "2026-01-05"),
            ("demo:objectives/revenue.target/dealer", "2026-01-04"),
            ("demo:budget/travel.amount", "2026-12-31"),
        )
    )
    edits = (
        ("objectives.yml", "60万元", "90万元"),
        ("objectives.yml", "200家", "220家"),
        ("duties.yml", "排计划", "排月计划"),
    )
    changes, settings = changed(tmp_path, *edits, review=review)
    found = accepted(changes, settings.accepted, date(2026, 1, 5))
    assert sorted(str(changes.edits[place].id) for place in found.edits) == [
        "changed demo:duties/plan.text",
        "changed demo:objectives/visits.target",
    ]
    assert [str(address) for address in found.effects] == ["demo:objectives/revenue.target"]
    assert [str(each.target) for each in found.stale] == ["demo:budget/travel.amount"]


def test_an_item_that_is_accepted_stays_so_under_its_new_id(tmp_path: Path) -> None:
    """The address before counts as well as the one after."""
    review = "  accepted: [{address: 'demo:objectives/visits', reason: r, owner: manager, until: 2026-12-31}]\n"
    changes, settings = changed(
        tmp_path, ("objectives.yml", "visits: {", "calls: {was: visits, note: 改名, "), review=review
    )
    found = accepted(changes, settings.accepted, None)
    assert {changes.edits[place].kind for place in found.edits} == {"renamed", "changed"}
    assert found.stale == ()
