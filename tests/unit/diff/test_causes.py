"""Causes: the edits that a rule reads beside its figures' inputs, and never words."""

from pathlib import Path

from unit.diff.versions import changes

BEFORE = """\
revenue: {name: 销售额, target: 100万元, rate: 10万元/人/月, heads: 2人, note: 草稿, phasing: {H1: 40%, H2: 60%}}
"""


def causes(folder: Path, after: str, figure: str) -> list[str]:
    """What a figure follows from, once the objectives are written otherwise."""
    found = changes(folder, {"objectives.yml": BEFORE}, {"objectives.yml": after})
    assert found.unexplained == ()
    effect = next(each for each in found.effects if str(each.address) == f"demo:objectives/revenue.{figure}")
    return [found.edits[place].id.partition("revenue.")[2] for place in effect.causes]


def test_phasing_is_a_cause(tmp_path: Path) -> None:
    """The months follow from the phasing, though its parts are figures by themselves."""
    assert causes(tmp_path, BEFORE.replace("H1: 40%, H2: 60%", "H1: 50%, H2: 50%"), "target@M01") == [
        "phasing.H1",
        "phasing.H2",
    ]


def test_a_period_is_a_cause_and_words_are_none(tmp_path: Path) -> None:
    """How many months there are follows from the period, whatever the note says."""
    after = BEFORE.replace("note: 草稿", "note: 定稿, period: M01..M11")
    assert causes(tmp_path, after, "months") == ["period"]


def test_a_reported_number_is_a_cause(tmp_path: Path) -> None:
    """A newer row: what was reached is typed, the older one's own figure and the attainment follow."""
    rows = "objective,period,value,as_of\nrevenue,M01,8万元,2026-01-31\n"
    before = {"objectives.yml": "revenue: {name: 销售额, target: 120万元}\n", "2026/demo/actuals/sales.csv": rows}
    after = {**before, "2026/demo/actuals/sales.csv": f"{rows}revenue,M01,9万元,2026-02-10\n"}
    for old, new in ((before, after), (after, before)):
        found = changes(tmp_path / str(old is before), old, new)
        assert [edit.id.partition(" ")[0] for edit in found.edits] == ["added" if old is before else "removed"]
        assert found.unexplained == ()
        addresses = {str(effect.address) for effect in found.effects}
        assert "demo:objectives/revenue.attainment@M01" in addresses
        assert "demo:objectives/revenue.target.actual@M01" not in addresses


def test_who_owns_something_moves_no_figure(tmp_path: Path) -> None:
    """A role without a holder is counted; a target that is handed to it at the same time counts for nothing."""
    before = {
        "objectives.yml": "visits: {name: 拜访, target: 30家, owner: lead}\n",
        "org.yml": "roles: {lead: {name: 组长, holder: 甲}}\n",
    }
    after = {
        "objectives.yml": "visits: {name: 拜访, target: 30家, owner: rep}\n",
        "org.yml": "roles: {lead: {name: 组长, holder: 甲}, rep: {name: 业务员, holder: 待定}}\n",
    }
    found = changes(tmp_path, before, after)
    place = next(n for n, edit in enumerate(found.edits) if edit.field == "owner")
    assert found.effects
    assert [effect.address for effect in found.following(place)] == []
