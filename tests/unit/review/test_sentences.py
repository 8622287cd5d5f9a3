"""Edits in words: each as somebody who knows the plan would say it."""

from pathlib import Path

import pytest

from handbooks import HANDBOOK, PLAN
from plangen.review.words import say
from unit.review.desk import ENGLISH, sentences, told

BEFORE = {
    "objectives.yml": """\
        revenue:
          name: 销售额
          target: 1092万元
          channel:
            own-store: {target: 900万元}
            dealer: {target: 192万元, rate: 8万元/家/月, heads: 2家}
        visits: {name: 拜访, target: 100家, note: 七月起，每周统计}
        """,
    "org.yml": """\
        roles:
          lead: {name: 组长}
          rep: {name: 业务员, reports_to: lead}
          clerk: {name: 内勤}
        """,
    "duties.yml": """\
        lead:
          plan: {text: 排计划, frequency: 每周}
          files: {text: 保管客户档案}
        rep:
          visit: {text: 拜访客户, to: [lead]}
        """,
    "phases.yml": """\
        opening:
          name: 开局期
          start: 2026-01-01
          end: 2026-06-30
          tasks:
            trip: {name: 首轮走访, start: 2026-03-02, end: 2026-08-31, owner: rep}
            review: {name: 小结, start: 待定, end: 待定, owner: lead, after: [trip]}
        growth: {name: 放量期, start: 2026-07-01, end: 2026-12-31}
        """,
    "budget.yml": """\
        setup:
          name: 办事处
          lines:
            rent: {name: 房租, price: 1500元/月, periods: 3月}
            desk: {name: 桌子, amount: 800元}
          caps:
            trips: {name: 差旅, limit: ≤5000元}
        """,
}
GROWTH = "target: 192万元, rate: 8万元/家/月, heads: 2家"


def edited(name: str, *pairs: tuple[str, str]) -> dict[str, str]:
    """The plan with some texts of one file replaced."""
    text = BEFORE[name]
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return {**BEFORE, name: text}


@pytest.mark.parametrize(
    ("name", "pairs", "expected"),
    [
        ("objectives.yml", [("192万元", "458.4万元")],
         ["目标 › 销售额·经销商: 目标 192 万元 → 458.4 万元（+266.4 万元，+138.8%）"]),
        ("objectives.yml", [("8万元/家", "7.2万元/家")],
         ["目标 › 销售额·经销商: 单价 8 万元/家/月 → 7.2 万元/家/月（−8,000 元/家/月，−10.0%）"]),
        ("objectives.yml", [("100家", "80–90家")], ["目标 › 拜访: 目标 100 家 → 80–90 家"]),
        ("objectives.yml", [("100家", "待定")], ["目标 › 拜访: 目标 100 家 → 待定"]),
        ("objectives.yml", [("target: 100家", 'target: "= 60家 + 50家"')],
         ["目标 › 拜访: 目标 100 家 → = 60家 + 50家，得 110 家（+10 家，+10.0%）"]),
        ("objectives.yml", [("          target: 1092万元\n", "")],
         ["目标 › 销售额: 目标 1,092 万元 → 改为推算（各部分合计），得 1,092 万元"]),
        ("objectives.yml", [("100家, note: 七月起，每周统计", "100家")],
         ["目标 › 拜访: 备注 七月起，每周统计 → 未写"]),
        ("objectives.yml", [("{name: 拜访, target: 100家, note: 七月起，每周统计}",
                             "{name: 拜访, target: 100家, note: 七月起，每周统计, owner: lead, period: H2}")],
         ["目标 › 拜访: 负责人 未写 → 组长", "目标 › 拜访: 期间 未写 → 下半年"]),
        ("org.yml", [("reports_to: lead", "reports_to: clerk")], ["组织 › 业务员: 上级 组长 → 内勤"]),
        ("org.yml", [("clerk: {name: 内勤}\n", "clerk: {name: 内勤}\n          buyer: {name: 采购}\n")],
         ["组织 › 采购: 新增"]),
        ("duties.yml", [("每周", "每天")], ["岗位职责 › 排计划: 频次 每周 → 每天"]),
        ("duties.yml", [("to: [lead]", "to: [lead, clerk]")], ["岗位职责 › 拜访客户: 交给 组长 → 组长、内勤"]),
        ("duties.yml", [("          files: {text: 保管客户档案}\n", ""),
                        ("rep:\n", "rep:\n          files: {text: 保管客户档案}\n")],
         ["岗位职责 › 保管客户档案: 归属 组长 → 业务员"]),
        ("phases.yml", [("2026-08-31", "2026-09-30")],
         ["阶段与任务 › 首轮走访: 结束 8 月 31 日 → 9 月 30 日（推迟 30 天）"]),
        ("phases.yml", [("start: 待定", "start: 2027-01-04")], ["阶段与任务 › 小结: 开始 待定 → 2027 年 1 月 4 日"]),
        ("phases.yml", [(", after: [trip]", "")], ["阶段与任务 › 小结: 前置任务 首轮走访 → 未写"]),
        ("budget.yml", [("1500元/月", "1800元/月")],
         ["费用预算 › 房租: 单价 1,500 元/月 → 1,800 元/月（+300 元/月，+20.0%）"]),
        ("budget.yml", [("3月", "12月")], ["费用预算 › 房租: 期数 3 个月 → 12 个月（+9 个月）"]),
        ("budget.yml", [("≤5000元", "≤4000元")], ["费用预算 › 差旅: 上限 ≤5,000 元 → ≤4,000 元"]),
        ("budget.yml", [("            desk: {name: 桌子, amount: 800元}\n", "")],
         ["费用预算 › 桌子: 删去（金额 800 元）"]),
    ],
)  # fmt: skip
def test_one_edit(tmp_path: Path, name: str, pairs: list[tuple[str, str]], expected: list[str]) -> None:
    """What a planner would write into a message."""
    assert sentences(tmp_path, BEFORE, edited(name, *pairs)) == expected


def test_moved_to_another_phase(tmp_path: Path) -> None:
    """The phase by its name."""
    task = "review: {name: 小结, start: 待定, end: 待定, owner: lead, after: [trip]}"
    pairs = (
        (f"            {task}\n", ""),
        ("end: 2026-12-31}", f"end: 2026-12-31, tasks: {{{task}}}}}"),
    )
    expected = ["阶段与任务 › 小结: 归属 开局期 → 放量期"]
    assert sentences(tmp_path, BEFORE, edited("phases.yml", *pairs)) == expected


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([("rep: {name: 业务员", "seller: {was: rep, name: 业务员")], ["组织 › 业务员: 改了编号 rep → seller"]),
        ([("clerk: {name: 内勤}", "clerk: {name: 内勤}\n          seller: {name: 导购, was: rep}")],
         ["组织 › 导购: 拆分 rep → rep、seller"]),
        ([("rep: {name: 业务员, reports_to: lead}\n          clerk: {name: 内勤}",
           "office: {name: 办公室, was: [rep, clerk]}")], ["组织 › 办公室: 合并 rep、clerk → office"]),
    ],
)  # fmt: skip
def test_other_ids(tmp_path: Path, pairs: list[tuple[str, str]], expected: list[str]) -> None:
    """What `was` declares is told as what it is."""
    org = {"org.yml": BEFORE["org.yml"]}
    after = {"org.yml": edited("org.yml", *pairs)["org.yml"]}
    assert sentences(tmp_path, org, after) == expected


def test_english(tmp_path: Path) -> None:
    """In a handbook of the other language no Chinese word is left, and amounts stand as English writes them."""
    common = {"handbook.yml": ENGLISH, "2026/demo/plan.yml": "name: Trial\nperiod: FY\n"}
    text = "revenue: {name: Revenue, target: 100万元}\nsales: {name: Sales, target: 20%, note: a big plan}\n"
    trip = "start: {name: Start, start: 2026-01-01, end: %s}\n"
    before = {**common, "objectives.yml": text, "phases.yml": trip % "2026-08-31"}
    after = {
        **common,
        "objectives.yml": text.replace("100万元", "120万元").replace("20%", "25%").replace("a big", "one big"),
        "phases.yml": trip % "2026-09-01",
    }
    assert sentences(tmp_path, before, after) == [
        "Objectives › Revenue: target CN¥1 million → CN¥1.2 million (+CN¥200,000, +20.0%)",
        "Objectives › Sales: target 20% → 25% (+5 pp)",
        "Phases and tasks › Start: end 31 Aug → 1 Sep (1 day later)",
        "Objectives › Sales: note a big plan → one big plan",
    ]


def test_several_plans_are_named(tmp_path: Path) -> None:
    """With more than one plan each edit says in which."""
    before = {"2026/east/plan.yml": PLAN.replace("试验", "华东"), "2026/east/org.yml": BEFORE["org.yml"]}
    after = {**before, "2026/east/org.yml": edited("org.yml", ("name: 内勤", "name: 助理"))["org.yml"]}
    assert sentences(tmp_path, before, after) == ["华东计划·组织 › 助理: 名称 内勤 → 助理"]


def test_what_follows(tmp_path: Path) -> None:
    """Under an edit: how many figures, whose, and the total before its share."""
    total = ("          target: 1092万元\n", "")
    before, after = edited("objectives.yml", total), edited("objectives.yml", total, ("192万元", "292万元"))
    block = next(block for block in told(tmp_path, before, after).blocks if block.subject == "销售额·经销商")
    assert block.following.summary("zh").startswith("带动 ")
    assert block.following.told[0].sentence("zh") == "销售额·目标 1,092 万元 → 1,192 万元（+100 万元，+9.2%）"


def test_a_scenario_by_names(tmp_path: Path) -> None:
    """What its file says otherwise, as the plan calls it."""
    name = "2026/demo/scenarios/stretch.yml"
    settings = {"handbook.yml": f"{HANDBOOK}years: {{2026: {{scenarios: {{stretch: 挑战}}}}}}\n"}
    text = "name: 挑战\nobjectives: {revenue: {channel: {dealer: {target: %s}}}}\n"
    before, after = ({**BEFORE, **settings, name: text % target} for target in ("200万元", "210万元"))
    assert sentences(tmp_path, before, after) == ["情景 › 挑战: 目标·销售额·经销商·目标 200万元 → 210万元"]


def test_a_plural_in_a_value_stays() -> None:
    """Only the sentence's own plural is settled, not one that somebody typed."""
    said = say("en", "suggestion", gone="Shop(s)", come="Store(s)", old="shop")
    assert said.startswith("Shop(s) is gone and Store(s) is new")
    assert [say("en", "edits", count) for count in (1, 2)] == ["1 edit", "2 edits"]


def test_a_renamed_plan_folder_is_suggested(tmp_path: Path) -> None:
    """The sentence names the id to write as `was`."""
    before, after = ({f"2026/demo/{name}/plan.yml": "name: 华东\n"} for name in ("east", "coast"))
    assert [each[-9:] for each in told(tmp_path, before, after).suggestions] == ["was: east"]


def test_joined_paragraphs_show_their_break(tmp_path: Path) -> None:
    """Where nothing but a line break went, its mark stands for it."""
    before = {"market.md": "# 客户\n\nDealers.\n\nShops.\n"}
    [prose] = told(tmp_path, before, {"market.md": "# 客户\n\nDealers. Shops.\n"}).prose
    assert [run.text for run in prose.runs if run.kind == "old"] == ["¶"]


def test_what_a_new_plan_holds(tmp_path: Path) -> None:
    """Its sections by their titles, its items by their names."""
    new = {"2026/demo/east/plan.yml": "name: 华东\n", "2026/demo/east/objectives.yml": "visits: {name: 拜访}\n"}
    [line] = told(tmp_path, {}, new).lines()
    assert line.remark == "含 目标、拜访"


def test_a_scenario_takes_away(tmp_path: Path) -> None:
    """`null` in its file is told as what it means; numbers of a scenario are no mere wording."""
    from plangen.diff import Weight

    settings = {"handbook.yml": f"{HANDBOOK}years: {{2026: {{scenarios: {{stretch: 挑战}}}}}}\n"}
    text = "name: 挑战\nobjectives: {revenue: {target: %s}}\n"
    name = "2026/demo/scenarios/stretch.yml"
    before, after = ({**BEFORE, **settings, name: text % target} for target in ("1100万元", "null"))
    assert sentences(tmp_path / "a", before, after) == ["情景 › 挑战: 目标·销售额·目标 1100万元 → 未写"]
    assert [block.weight for block in told(tmp_path / "b", before, after).blocks] == [Weight.MINOR]
