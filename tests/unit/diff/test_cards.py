"""Change cards: what is different for one person or role, and nothing of what is not."""

from pathlib import Path

from plangen.diff import CardLine, ChangeCard, cards
from plangen.values import Quantity, write_quantity
from unit.diff.versions import changes

DIMENSIONS = "person: {name: 人员, members: {ann: {name: 安}, ben: {name: 本}}}\n"
BEFORE = {
    "2026/shared/dimensions.yml": DIMENSIONS,
    "objectives.yml": """\
        revenue:
          name: 销售额
          target: 100万元
          owner: lead
          person:
            ann: {target: 40万元}
            ben: {share: 60%}
        visits: {name: 拜访, target: 30家, owner: rep, note: 每周}
        """,
    "duties.yml": """\
        lead:
          plan: {text: 排计划, frequency: 每周}
          files: {text: 管档案}
        rep:
          visit: {text: 拜访客户}
        """,
    "org.yml": """\
        roles:
          boss: {name: 总监}
          lead: {name: 组长, headcount: 1人}
          rep: {name: 业务员, reports_to: lead, headcount: 4人}
        """,
}


def told(root: Path, *changed: tuple[str, str, str]) -> dict[str, list[str]]:
    """The cards of an edited plan, in words."""
    after = dict(BEFORE)
    for name, old, new in changed:
        assert old in after[name], old
        after[name] = after[name].replace(old, new)
    return {card.person.id: [_line(line) for line in card.lines] for card in cards(changes(root, BEFORE, after))}


def _line(line: CardLine) -> str:
    values = f"{_value(line.old)} → {_value(line.new)}" if line.way == "changed" else line.way
    return f"{line.address or line.item} {line.field} {values}".replace("demo:", "").replace("  ", " ")


def _value(value: object) -> str:
    return write_quantity(value) if isinstance(value, Quantity) else str(value)


def test_nothing_changed_no_card(tmp_path: Path) -> None:
    """The same plan has no cards."""
    assert told(tmp_path) == {}


def test_a_target_and_what_follows_from_it(tmp_path: Path) -> None:
    """The lead's total is typed; Ben's share of it is computed; Ann's target stays, so that she has no card."""
    assert told(tmp_path, ("objectives.yml", "100万元", "120万元"), ("objectives.yml", "60%", "66%")) == {
        "ben": [
            "objectives/revenue.share/ben share 60% → 66%",
            "objectives/revenue.target/ben target 60 万元 → 79.2 万元",
        ],
        "lead": ["objectives/revenue.target target 100 万元 → 120 万元"],
    }  # fmt: skip


def test_a_duty_that_is_handed_over(tmp_path: Path) -> None:
    """It is away for the one and here for the other; an edited duty is its role's alone."""
    moved = ("duties.yml", "  files: {text: 管档案}\n        rep:\n", "rep:\n          files: {text: 管档案}\n")
    assert told(tmp_path, moved, ("duties.yml", "每周", "每天")) == {
        "lead": ["duties/files home away", "duties/plan frequency 每周 → 每天"],
        "rep": ["duties/files home here"],
    }


def test_superior_and_headcount(tmp_path: Path) -> None:
    """The role itself is told, and both superiors; a figure comes first."""
    edits = (("org.yml", "reports_to: lead", "reports_to: boss"), ("org.yml", "headcount: 4人", "headcount: 5人"))
    assert told(tmp_path, *edits) == {
        "boss": ["org/rep reports_to here"],
        "lead": ["org/rep reports_to away"],
        "rep": ["org/rep.headcount headcount 4 人 → 5 人", "org/rep reports_to lead → boss"],
    }


def test_who_answers_for_it_now(tmp_path: Path) -> None:
    """Handing an objective to another role is on both cards."""
    found = told(tmp_path, ("objectives.yml", "owner: rep", "owner: lead"))
    assert found == {"lead": ["objectives/visits owner here"], "rep": ["objectives/visits owner away"]}


def test_notes_and_sources_are_no_news(tmp_path: Path) -> None:
    """A note alone makes no card."""
    assert told(tmp_path, ("objectives.yml", "note: 每周", "note: 每月")) == {}


def test_a_renamed_role_keeps_its_card(tmp_path: Path) -> None:
    """It is told as a new id, and its duties are neither away nor new."""
    found = told(
        tmp_path,
        ("org.yml", "rep: {name: 业务员,", "area-rep: {was: rep, name: 业务员,"),
        ("duties.yml", "rep:", "area-rep:"),
        ("objectives.yml", "owner: rep", "owner: area-rep"),
    )
    assert found == {"area-rep": ["org/area-rep id renamed"]}


def test_the_card_of_a_person_belongs_to_the_plan_that_it_speaks_of(tmp_path: Path) -> None:
    """Persons are of the handbook; their card stands where their figures are."""
    after = {**BEFORE, "objectives.yml": BEFORE["objectives.yml"].replace("40万元", "50万元")}
    found: dict[str, ChangeCard] = {card.name: card for card in cards(changes(tmp_path, BEFORE, after))}
    assert found["安"].person.plan == ""
    assert found["安"].plan == "demo"


def test_who_leaves_has_a_card(tmp_path: Path) -> None:
    """A person and a role that are gone: what was theirs, and that it is gone; a renamed role has not left."""
    gone = (
        ("2026/shared/dimensions.yml", ", ben: {name: 本}", ""),
        ("objectives.yml", "            ben: {share: 60%}\n", ""),
        ("org.yml", "          rep: {name: 业务员, reports_to: lead, headcount: 4人}\n", ""),
        ("duties.yml", "        rep:\n          visit: {text: 拜访客户}\n", ""),
    )
    found = told(tmp_path / "gone", *gone)
    assert list(found)[-2:] == ["ben", "rep"]
    assert any(line.endswith("removed") for line in found["rep"])
    assert "duties/visit removed" in found["rep"]
    after = dict(BEFORE)
    for name, old, new in gone:
        after[name] = after[name].replace(old, new)
    names = {card.person.id: card.name for card in cards(changes(tmp_path / "names", BEFORE, after))}
    assert (names["ben"], names["rep"]) == ("本", "业务员")
    assert "rep" not in told(tmp_path / "renamed", ("org.yml", "rep: {name", "seller: {was: rep, name"))
