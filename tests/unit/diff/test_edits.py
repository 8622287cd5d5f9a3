"""Edits: everything that a person changed, named rightly, and nothing else."""

from pathlib import Path

import pytest

from unit.diff.versions import changes, moved, told

PLAN = {
    "objectives.yml": """\
        revenue:
          name: 销售额
          target: 100万元
          channel:
            own-store: {target: 40万元}
            dealer: {target: 60万元}
        visits: {name: 拜访, target: 30家}
        """,
    "duties.yml": """\
        lead:
          plan: {text: 排计划, frequency: 每周}
        rep:
          visit: {text: 拜访客户}
        """,
    "org.yml": """\
        roles:
          lead: {name: 组长}
          rep: {name: 业务员, reports_to: lead}
        """,
}


def with_text(name: str, old: str, new: str) -> dict[str, str]:
    """The plan with one text replaced in one file."""
    assert old in PLAN[name]
    return {**PLAN, name: PLAN[name].replace(old, new)}


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        ("objectives.yml", "30家", "36家", ["changed demo:objectives/visits.target: 30 家 → 36 家"]),
        ("objectives.yml", "{target: 60万元}", "70万元", [
            "changed demo:objectives/revenue/channel/dealer.target: 60 万元 → 70 万元"]),
        ("duties.yml", "每周", "每天", ["changed demo:duties/plan.frequency: 每周 → 每天"]),
        ("org.yml", ", reports_to: lead", "", ["changed demo:org/rep.reports_to: lead → -"]),
        ("objectives.yml", "visits: {name: 拜访, target: 30家}", "", ["removed demo:objectives/visits: - → -"]),
        ("org.yml", "  rep: {", "  clerk: {name: 内勤}\n          rep: {", ["added demo:org/clerk: - → -"]),
        ("objectives.yml", "visits: {name: 拜访,", "calls: {was: visits, name: 拜访,", [
            "renamed demo:objectives/calls.id: visits → calls"]),
    ],
)  # fmt: skip
def test_one_edit(tmp_path: Path, name: str, old: str, new: str, expected: list[str]) -> None:
    """Each by its kind, at its address."""
    assert told(changes(tmp_path, PLAN, with_text(name, old, new))) == expected


def test_order_and_form_are_nothing(tmp_path: Path) -> None:
    """Other order, other quotes, other units and flow style: the same plan."""
    other = {
        "objectives.yml": """\
            visits: {target: "30家", name: '拜访'}
            revenue:
              channel: {dealer: 60万元, own-store: {target: 400000元}}
              target: 1,000,000元   # the same
              name: 销售额
            """,
        "duties.yml": "rep: {visit: {text: 拜访客户}}\nlead: {plan: {frequency: 每周, text: 排计划}}\n",
        "org.yml": "roles:\n  rep: {reports_to: lead, name: 业务员}\n  lead: {name: 组长}\n",
    }
    found = changes(tmp_path, PLAN, other)
    assert found.is_empty
    assert told(found) == []


def test_a_duty_that_another_role_takes_over_is_moved(tmp_path: Path) -> None:
    """It keeps its id: nothing is removed and nothing added."""
    after = {**PLAN, "duties.yml": "rep:\n  visit: {text: 拜访客户}\n  plan: {text: 排计划, frequency: 每周}\n"}
    assert told(changes(tmp_path, PLAN, after)) == ["moved demo:duties/plan.home: lead → rep"]


def test_references_to_a_renamed_role_are_no_edits(tmp_path: Path) -> None:
    """What stands under the old id, and what names it, went with it."""
    files = {
        **PLAN,
        "org.yml": "roles:\n  lead: {name: 组长}\n  seller: {was: rep, name: 业务员, reports_to: lead}\n",
        "duties.yml": "lead: {plan: {text: 排计划, frequency: 每周}}\nseller: {visit: {text: 拜访客户}}\n",
    }
    assert told(changes(tmp_path, PLAN, files)) == ["renamed demo:org/seller.id: rep → seller"]


def test_split_and_merged(tmp_path: Path) -> None:
    """Two items that name one, and one that names two."""
    one = {
        "objectives.yml": "sales: {name: 销售, target: 9家}\na: {name: 甲, target: 1家}\nb: {name: 乙, target: 2家}\n"
    }
    other = {
        "objectives.yml": """\
            east: {was: sales, name: 东, target: 4家}
            west: {was: sales, name: 西, target: 5家}
            both: {was: [a, b], name: 甲乙, target: 3家}
            """
    }
    found = changes(tmp_path, one, other)
    assert told(found) == [
        "split demo:objectives/east.id: sales → ('east', 'west')",
        "merged demo:objectives/both.id: ('a', 'b') → both",
    ]
    assert [[entity.name for entity in edit.before] for edit in found.edits] == [["销售"], ["甲", "乙"]]


def test_a_new_id_for_the_same_name_is_suggested(tmp_path: Path) -> None:
    """It is not taken for a rename: the planner says so with `was`."""
    found = changes(tmp_path, PLAN, with_text("objectives.yml", "visits:", "calls:"))
    assert [line.partition(":")[0] for line in told(found)] == ["removed demo", "added demo"]
    assert [(each.gone.key.item, each.come.key.item) for each in found.suggestions] == [(("visits",), ("calls",))]


def test_an_item_that_goes_to_the_plan_above(tmp_path: Path) -> None:
    """Same id, same section, other plan: moved."""
    task = "visits: {name: 拜访, target: 30家}\n"
    below = {"2026/demo/plan.yml": "name: 上\nperiod: FY\n", "2026/demo/east/plan.yml": "name: 下\nperiod: FY\n"}
    before = {**below, "objectives.yml": "x: {name: 甲, target: 1家}\n", "2026/demo/east/objectives.yml":
              f"y: {{name: 乙, target: 1家}}\n{task}"}  # fmt: skip
    after = {**below, "objectives.yml": f"x: {{name: 甲, target: 1家}}\n{task}", "2026/demo/east/objectives.yml":
             "y: {name: 乙, target: 1家}\n"}  # fmt: skip
    assert told(changes(tmp_path, before, after)) == ["moved demo:objectives/visits.plan: demo/east → demo"]


def test_what_one_side_cannot_read_is_said(tmp_path: Path) -> None:
    """Nothing is told of it, least of all that it was removed."""
    from plangen.diff import compare
    from unit.diff.versions import side

    broken = side(tmp_path, "broken", {**PLAN, "org.yml": "roles: [\n"})
    found = compare(side(tmp_path, "before", PLAN), broken)
    assert told(found) == []
    assert [(each.plan, each.kind, each.side) for each in found.unread] == [("demo", "org", "broken")]


def test_a_plan_folder_renamed_without_was(tmp_path: Path) -> None:
    """It is removed and added, and suggested to be one; a plan of another name is not."""
    before = {**PLAN, "2026/demo/east/plan.yml": "name: 华东\n", "2026/demo/west/plan.yml": "name: 华西\n"}
    after = {**PLAN, "2026/demo/coast/plan.yml": "name: 华东\n", "2026/demo/north/plan.yml": "name: 华北\n"}
    found = changes(tmp_path, before, after)
    assert [(each.gone.key.plan, each.come.key.plan) for each in found.suggestions] == [("demo/east", "demo/coast")]


def test_an_item_that_went_from_two_plans(tmp_path: Path) -> None:
    """Which of the two the new one is nobody can tell: it is no move, but one added and two removed."""
    plans = {f"2026/demo/{name}/plan.yml": f"name: {name}\n" for name in ("a", "b", "c")}
    visits = "visits: {name: 拜访, target: 30家}\n"
    before = {**plans, **{f"2026/demo/{name}/objectives.yml": visits for name in ("a", "b")}}
    found = changes(tmp_path, before, {**plans, "2026/demo/c/objectives.yml": visits})
    assert sorted({edit.kind for edit in found.edits}) == ["added", "removed"]


@pytest.mark.parametrize(
    ("name", "text", "part"),
    [
        ("objectives.yml", "revenue: [\n", ("demo", "objectives")),
        ("plan.yml", "name: [\n", ("demo", "")),
        ("2026/demo/scenarios/stretch.yml", "objectives: [\n", ("", "scenarios")),
        (
            "2026/demo/actuals/revenue.csv",
            "objective,period,value,as_of\nrevenue,M01,多,\n",
            ("demo", "actuals"),
        ),
    ],
)
def test_nothing_follows_from_what_cannot_be_read(tmp_path: Path, name: str, text: str, part: tuple[str, str]) -> None:
    """Figures, texts, scenarios and actuals that hang on a broken file are neither gone nor changed."""
    from plangen.diff import compare
    from unit.diff.versions import side

    files = {
        "objectives.yml": "revenue: {name: 销售额, target: 12万元}\ncheck: {name: 核, target: = revenue × 2}\n",
        "budget.yml": "travel: {name: 差旅, lines: {trips: {name: 出差, amount: = objectives/revenue.target × 10%}}}\n",
        "objectives.md": "一段话。\n",
        "2026/demo/scenarios/stretch.yml": "objectives: {revenue: {target: 15万元}}\n",
        "2026/demo/actuals/revenue.csv": "objective,period,value,as_of\nrevenue,M01,1万元,2026-01-31\n",
    }
    before = side(tmp_path, "before", files)
    found = compare(before, side(tmp_path, "broken", {**files, name: text}))
    assert [(each.plan, each.kind) for each in found.unread] == [part]
    assert (told(found), moved(found), found.passages) == ([], {}, ())


def test_what_a_paper_says_moves_no_money(tmp_path: Path) -> None:
    """A target by hand and its reading on paper were both edited: the target, from which figures follow, stands first.

    300 → 330 on paper is more money than 100 → 120 in the plan, but nothing hangs on it.
    """
    text = "revenue: {{name: x, target: {0}元, channel: {{dealer: {{target: {0}元}}}}, stated: {{target: {1}元}}}}\n"
    before, after = ({"objectives.yml": text.format(*each)} for each in ((100, 300), (120, 330)))
    found = changes(tmp_path, before, after)
    assert "stated" in found.edits[-1].id
    assert found.consequences[-1].money == 0


def test_a_split_has_one_name_in_whatever_order_its_parts_are_written(tmp_path: Path) -> None:
    """The id of the edit is the same, so that an acceptance and a link still fit it."""
    before = {"objectives.yml": "sales: {name: 销售, target: 9家}\n"}
    parts = ["east: {was: sales, name: 东, target: 4家}\n", "west: {was: sales, name: 西, target: 5家}\n"]
    orders = [{"objectives.yml": "".join(parts)}, {"objectives.yml": "".join(reversed(parts))}]
    ids = [[edit.id for edit in changes(tmp_path / str(n), before, after).edits] for n, after in enumerate(orders)]
    assert ids == [["split demo:objectives/east.id"]] * 2


def test_what_the_handbook_shares_is_compared(tmp_path: Path) -> None:
    """What words mean and what things are called: a person typed it, and everybody keeps to it."""
    before = {
        "shared/terms.yml": "end: {name: 终端, definition: 客户}\nold: {name: 旧词, definition: 旧的意思}\n",
        "shared/names.yml": "unit: {name: 市场部, also: [推广部]}\n",
    }
    after = {
        "shared/terms.yml": "end: {name: 终端, definition: 自己用的客户}\nnew: {name: 新词, definition: 新的意思}\n",
        "shared/names.yml": "unit: {name: 营销部, also: [推广部]}\n",
    }
    found = changes(tmp_path, before, after)
    assert sorted(told(found)) == [
        "added terms/new: - → -",
        "changed names/unit.name: 市场部 → 营销部",
        "changed terms/end.definition: 客户 → 自己用的客户",
        "removed terms/old: - → -",
    ]
    meaning = next(n for n, edit in enumerate(found.edits) if edit.field == "definition")
    assert (found.consequences[meaning].governs, found.edits[meaning].after[0].span()) != ("", None)
    assert found.consequences[meaning].governs == "definitions"
