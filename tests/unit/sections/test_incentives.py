"""Incentives: thresholds in figures, pay on ladders, ladders that do not fit together, what says too little."""

import pytest

from plangen.sections.incentives import views
from plangen.sections.incentives.model import Incentives
from plangen.views import Chart, Table
from unit.sections.reading import Read, read, text

LADDER = "low: {at_least: 10万元, rate: 1%}, middle: {at_least: 20万元, rate: 2%}, high: {at_least: 50万元, rate: 3%}"


def bonus(ladder: str, more: str = "") -> Read:
    """One incentive with a ladder."""
    return read({"incentives.yml": f"bonus: {{name: 回款奖, note: 按回款, ladder: {{{ladder}}}{more}}}\n"})


def pay(result: str, ladder: str = LADDER, counts: str = "whole") -> str:
    """What is paid for a result."""
    found = bonus(ladder, f", counts: {counts}, samples: {{one: {{result: {result}}}}}")
    return found.says("incentives/bonus/one.pay")


@pytest.mark.parametrize(
    ("result", "whole", "part"),
    [
        ("5万元", "0 元", "0 元"),
        ("10万元", "1,000 元", "0 元"),
        ("20万元", "4,000 元", "1,000 元"),  # 2% of 20; 1% of 10
        ("60万元", "1.8 万元", "1 万元"),  # 3% of 60; 1% of 10 + 2% of 30 + 3% of 10
    ],
)
def test_pay_on_a_ladder(result: str, whole: str, part: str) -> None:
    """The rate of the step for everything, or each rate for its own part."""
    assert pay(result) == whole
    assert pay(result, counts="part") == part


def test_pay_without_a_ladder() -> None:
    """2‰ of 100万元 are 2000元; 50元 for each of 8 stores and 100元 are 500元; an amount is an amount."""
    found = read({
        "incentives.yml": """
fee: {name: 管理费, note: 按订单, rate: 2‰, samples: {a: {result: 100万元}}}
stores: {name: 开店, note: 按家, rate: 50元/家, amount: 100元, samples: {b: {result: 8家}}}
first: {name: 首位, amount: 1000元, samples: {c: {result: 1人}}}
"""
    })  # fmt: skip
    assert found.codes == []
    assert found.says("incentives/fee/a.pay") == "2,000 元"
    assert found.says("incentives/stores/b.pay") == "500 元"
    assert found.says("incentives/first/c.pay") == "1,000 元"
    assert found.says("incentives/total.incentives") == "3 条"


def test_fixed_amounts_of_steps() -> None:
    """They stand beside the rate of the step that is reached."""
    ladder = "low: {at_least: 1家, amount: 100元}, high: {at_least: 5家, amount: 200元, rate: 50元/家}"
    assert pay("4家", ladder) == "100 元"
    assert pay("6家", ladder) == "500 元"


def test_a_result_in_a_gap_and_a_rate_that_is_not_known() -> None:
    """Nobody knows what is paid."""
    assert (
        pay("15万元", "low: {at_least: 1万元, below: 10万元, rate: 1%}, high: {at_least: 20万元, rate: 2%}") == "待定"
    )
    assert pay("15万元", "low: {at_least: 1万元, rate: 待定}") == "待定"
    assert pay("5万元–15万元", LADDER) == "待定"


def test_thresholds_in_figures() -> None:
    """80% of two months of 37.5万元 are 60万元; of the whole year 360万元."""
    months = ", ".join(f"M{month:02}: 37.5万元" for month in range(1, 13))
    found = read({
        "objectives.yml": f"sales: {{name: 销售额, target: 450万元, phasing: {{{months}}}}}\n",
        "incentives.yml": """
trial:
  name: 延长试用期
  kind: penalty
  consequence: 延长一个月
  conditions:
    two: {measure: objectives/sales.target, period: M06..M07, threshold: <80%}
    year: {measure: objectives/sales.target, threshold: <80%}
""",
    })  # fmt: skip
    assert found.codes == []
    assert found.says("incentives/trial/two.level") == "<60 万元"
    assert found.says("incentives/trial/year.level") == "<360 万元"
    (table,) = found.blocks("incentives")
    assert isinstance(table, Table)
    said = text(table.rows[0].cells[2])
    assert said == "6–7 月 销售额 <80%（<60 万元）；销售额 <80%（<360 万元）"


def test_a_rate_on_a_figure_of_the_plan() -> None:
    """2‰ of 500万元 are 1万元."""
    found = read({
        "objectives.yml": "orders: {name: 订单, target: 500万元}\n",
        "incentives.yml": "fee: {name: 管理费, recipients: team, base: objectives/orders.target, rate: 2‰}\n",
    })  # fmt: skip
    assert found.codes == []
    (table,) = found.blocks("incentives")
    assert isinstance(table, Table)
    said = [text(cell) for cell in table.rows[0].cells]
    assert said[1:4] == ["团队", "—", "订单 2‰（照此数 1 万元）"]


def test_steps_of_attainment() -> None:
    """The rate is paid on what was reached of the base: 2% of 110% of 100万元."""
    plan = {"objectives.yml": "sales: {name: 销售额, target: 100万元}\n"}
    ladder = "ladder: {low: {at_least: 80%, rate: 1%}, high: {at_least: 100%, rate: 2%}}, samples: {s: {result: 110%}}"
    found = read({**plan, "incentives.yml": f"b: {{name: 乙, base: objectives/sales.target, {ladder}}}\n"})
    assert found.codes == []
    assert found.says("incentives/b/s.pay") == "2.2 万元"
    assert found.says("incentives/b/high.jump") == "1 万元"
    assert read({"incentives.yml": f"b: {{name: 乙, note: 按销售额, {ladder}}}\n"}).says("incentives/b/s.pay") == "待定"


def test_a_rate_that_gives_no_money() -> None:
    """2% of eight stores."""
    found = read({"incentives.yml": "b: {name: 乙, note: x, rate: 2%, samples: {s: {result: 8家}}}\n"})
    assert found.codes == ["PG215"]
    assert found.says("incentives/b/s.pay") == "待定"


@pytest.mark.parametrize(
    ("ladder", "codes"),
    [
        (LADDER, []),
        ("a: {at_least: 0元, below: 10万元, rate: 1%}, b: {at_least: 10万元, rate: 2%}", []),
        ("a: {at_least: 0元, below: 10万元, rate: 1%}, b: {at_least: 12万元, rate: 2%}", ["INC101"]),
        ("a: {at_least: 0元, below: 15万元, rate: 1%}, b: {at_least: 12万元, rate: 2%}", ["INC102"]),
        ("a: {at_least: 12万元, rate: 1%}, b: {at_least: 12万元, rate: 2%}", ["INC102"]),
        ("a: {at_least: 0元, rate: 2%}, b: {at_least: 12万元, rate: 1%}", ["INC103"]),
        ("a: {at_least: 0元, amount: 500元}, b: {at_least: 12万元, amount: 400元}", ["INC103"]),
        ("a: {at_least: 0元, rate: 2%}, b: {at_least: 12万元, rate: 待定}", []),
        ("a: {at_least: 0元, rate: 2%}, b: {at_least: 12家, rate: 3%}", ["INC108"]),
    ],
)
def test_ladders(ladder: str, codes: list[str]) -> None:
    """One finding a mistake."""
    assert bonus(ladder).codes == codes


def test_lower_rates_for_the_part_above_never_fall() -> None:
    """2% up to 12万元 and 1% of what is above: who sells more still has more."""
    ladder = "a: {at_least: 0元, rate: 2%}, b: {at_least: 12万元, rate: 1%}"
    assert bonus(ladder, ", counts: part").codes == []


def test_how_much_it_falls() -> None:
    """2% of 12万元 are 2400元, 1% are 1200元."""
    found = bonus("a: {at_least: 0元, rate: 2%}, b: {at_least: 12万元, rate: 1%}")
    assert found.message("INC103") == (
        "“回款奖”在 12 万元 处不升反降：差一点没到得 2,400 元，到了只得 1,200 元，少 1,200 元"
    )


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ("amount: 1000元", []),
        ("consequence: 表彰", []),
        ("amount: 待定", []),
        ("role: rep", ["INC104"]),
        ("kind: penalty, consequence: 警告", ["INC105"]),
        ("amount: 100元, conditions: {a: {threshold: 80%}}", ["INC106"]),
        ("rate: 2%", ["INC107"]),
        ("rate: 2%, note: 按回款", []),
        ("rate: 2%, note: 按回款, ladder: {a: {at_least: 0元, rate: 1%}}", ["INC109"]),
        ("amount: 1元, conditions: {a: {text: x}}, samples: {a: {result: 1家}}", ["INC110"]),
    ],
)
def test_what_says_too_little(fields: str, codes: list[str]) -> None:
    """One finding a mistake."""
    assert read({"incentives.yml": f"one: {{name: 甲, {fields}}}\n"}).codes == codes


def test_a_rate_is_a_share_or_money_for_each() -> None:
    """Stores a month are no pay."""
    assert read({"incentives.yml": "one: {name: 甲, note: x, rate: 3家/月}\n"}).codes == ["PG205"]


def test_page() -> None:
    """Rules, the ladder with what it jumps by, its chart, and samples; the fall is marked."""
    found = bonus(
        "a: {at_least: 0元, rate: 2‰}, b: {at_least: 10万元, rate: 3%}, c: {at_least: 20万元, rate: 1%}",
        ", samples: {s: {result: 15万元, note: 常见}}",
    )
    rules, ladder, chart, samples = found.blocks("incentives")
    assert isinstance(rules, Table)
    assert rules.rows[0].id == "bonus"
    assert [text(cell) for cell in rules.rows[0].cells[:4]] == ["奖 回款奖（按回款）", "个人", "—", "按阶梯"]
    assert isinstance(ladder, Table)
    assert [[text(cell) for cell in row.cells] for row in ladder.rows] == [
        ["0 元起，不到 10 万元", "2‰", "—", "0", "—", "—"],
        ["10 万元起，不到 20 万元", "3%", "—", "3,000", "200", "2,800"],
        ["20 万元起", "1%", "—", "2,000", "6,000", "▼-4,000"],
    ]
    assert isinstance(chart, Chart)
    assert [text(row.cells[1]) for row in chart.table.rows] == ["0", "3,000", "2,000"]
    assert isinstance(samples, Table)
    assert [text(cell) for cell in samples.rows[0].cells] == ["15 万元", "4,500", "常见"]


def test_lines_of_text() -> None:
    """Summary and lede."""
    scope = read({
        "incentives.yml": "a: {name: 甲, amount: 1元, approver: x}\n"
        "b: {name: 乙, kind: penalty, consequence: 警告, conditions: {c: {text: 迟报}}}\n"
    }).scope()  # fmt: skip
    section = scope.section("incentives")
    assert isinstance(section, Incentives)
    assert text(views.summary(section, scope)) == "2 条奖惩规则"
    assert text(views.lede(section, scope)) == "2 条奖惩规则，其中 1 条是罚，1 条须批准。"
