"""Roll-ups by each measure's own rule: over members and child plans, over months and quarters."""

from pathlib import Path

import pytest

from unit.sections.objectives.plans import TOLERANT, children, plans

REVENUE = "revenue: {name: 销售额, target: 400万元, channel: {own-store: 100万元, dealer: 300万元}}\n"
MARGIN = """\
margin:
  name: 毛利率
  aggregate: {members: weighted, weight: revenue}
  channel: {own-store: 30%, dealer: 20%}
"""
HEADS = "heads: {name: 在岗人数, aggregate: {time: last}, phasing: {Q1: 5人, M06: 7人}}\n"


def months(item: str, *numbers: int) -> list[str]:
    """The addresses of months of a target."""
    return [f"objectives/{item}.target@M{number:02}" for number in numbers]


def quarters(item: str, suffix: str = "") -> list[str]:
    """The addresses of the four quarters of a target."""
    return [f"objectives/{item}.target@Q{number}{suffix}" for number in range(1, 5)]


def test_a_margin_is_weighted_by_revenue(tmp_path: Path) -> None:
    """(30% × 100 + 20% × 300) ÷ 400 = 22.5%, said with its rule and its step."""
    found = plans(tmp_path, REVENUE + MARGIN)
    assert found.codes == []
    assert found.says("objectives/margin.target", "objectives/margin.gap/channel") == ["22.5%", "0%"]
    assert found.quantity("objectives/margin.share/dealer") is None
    assert "整体：按销售额加权平均，四舍五入到 0.01%" in found.page()


def test_a_total_that_no_rule_gives_is_told_with_the_rule(tmp_path: Path) -> None:
    """25% written, 22.5% by revenue."""
    found = plans(tmp_path, REVENUE + MARGIN.replace("毛利率\n", "毛利率\n  target: 25%\n"))
    assert found.codes == ["OBJ101"]
    assert found.message("OBJ101") == "毛利率按渠道按销售额加权平均得 22.5%，合计写着 25%，差 2.5%"


def test_a_written_step_is_what_a_mean_is_compared_at(tmp_path: Path) -> None:
    """(30% × 100 + 20% × 200) ÷ 300 = 23.33…%: 23% in steps of 1%, and not 23% in steps of 0.01%."""
    revenue = REVENUE.replace("300万元}", "200万元}").replace("400万元", "300万元")
    margin = MARGIN.replace("毛利率\n", "毛利率\n  target: 23%\n")
    assert plans(tmp_path / "fine", revenue + margin).codes == ["OBJ101"]
    assert plans(tmp_path / "coarse", revenue + margin.replace("23%", "23%\n  step: 1%")).codes == []


@pytest.mark.parametrize(
    ("rule", "whole"), [("mean", "25%"), ("max", "30%"), ("min", "20%"), ("sum", "50%")]
)  # fmt: skip
def test_other_rules_over_members(tmp_path: Path, rule: str, whole: str) -> None:
    """30% and 20%: shares of one market may even add up, where the plan says so."""
    text = f"part: {{name: 占有率, aggregate: {{members: {rule}}}, channel: {{own-store: 30%, dealer: 20%}}}}\n"
    found = plans(tmp_path, text)
    assert found.codes == []
    assert found.says("objectives/part.target", "objectives/part.gap/channel") == [whole, "0%"]


def test_without_a_rule_a_rate_has_no_total(tmp_path: Path) -> None:
    """As before: nothing is added up silently, and `none` says the same aloud."""
    text = "part: {name: 毛利率, channel: {own-store: 30%, dealer: 20%}}\n"
    for number, each in enumerate((text, text.replace("毛利率,", "毛利率, aggregate: {members: none},"))):
        found = plans(tmp_path / str(number), each)
        assert found.says("objectives/part.target", "objectives/part.gap/channel") == ["待定", "—"]


def test_parts_that_are_not_set_leave_the_mean_open(tmp_path: Path) -> None:
    """A margin that is not set yet, or a weight that is not: there is no mean, and nothing is wrong."""
    margin = MARGIN.replace("20%", "待定").replace("毛利率\n", "毛利率\n  target: 25%\n")
    found = plans(tmp_path / "value", REVENUE + margin)
    assert found.codes == []
    assert found.says("objectives/margin.target.rollup/channel") == ["待定"]
    weight = REVENUE.replace("dealer: 300万元", "dealer: 待定")
    assert plans(tmp_path / "weight", weight + MARGIN).says("objectives/margin.target") == ["待定"]


def test_child_plans_roll_up_by_the_parents_rule(tmp_path: Path) -> None:
    """30% of 100 and 20% of 300 are 22.5%, quarters too; people add up, and end where the last month ends."""
    parent = (
        "revenue: {name: 销售额, rollup: children}\nheads: {name: 人数, rollup: children}\n"
        "margin: {name: 毛利率, rollup: children, aggregate: {members: weighted, time: weighted, weight: revenue}}\n"
    )
    child = (
        "revenue: {{name: 销售额, target: {0}}}\nheads: {{name: 人数, aggregate: {{time: last}}, phasing: {{{2}}}}}\n"
        "margin: {{name: 毛利率, target: {1}, aggregate: {{time: weighted, weight: revenue}}}}\n"
    )
    below = child.format("100万元", "30%", "Q1: 3人, Q2: 4人"), child.format("300万元", "20%", "Q1: 5人, Q3: 7人")
    found = plans(tmp_path, parent, children(*below, covers=("zhejiang", "jiangsu")))
    assert found.codes == []
    assert found.says("objectives/margin.target", *quarters("margin")) == ["22.5%"] * 5
    assert found.says("objectives/margin.target/zhejiang", "objectives/margin.target@Q2/jiangsu") == ["30%", "20%"]
    assert found.says(*quarters("heads"), "objectives/heads.target") == ["8 人", "9 人", "11 人", "11 人", "11 人"]
    assert found.says("objectives/heads.cumulative@M02") == ["—"]


def test_a_stock_ends_where_its_last_month_ends(tmp_path: Path) -> None:
    """5 in the first quarter, carried to May, 7 from June: the quarter and the year end with what is there."""
    found = plans(tmp_path, HEADS)
    assert found.codes == []
    assert found.says(*months("heads", 1, 3, 5, 6, 12)) == ["5 人", "5 人", "5 人", "7 人", "7 人"]
    assert found.says(*quarters("heads"), "objectives/heads.target") == ["5 人", "7 人", "7 人", "7 人", "7 人"]
    assert "各季度是多少" in found.page()


def test_months_before_the_first_value_are_not_set(tmp_path: Path) -> None:
    """Nobody said how many there are in January."""
    found = plans(tmp_path, HEADS.replace("Q1: 5人, ", ""))
    assert found.says(*months("heads", 5, 6)) == ["待定", "7 人"]


def test_a_written_end_is_compared_with_the_path(tmp_path: Path) -> None:
    """8 at the end of the year, and the path ends with 7."""
    found = plans(tmp_path, HEADS.replace("在岗人数,", "在岗人数, target: 8人,"))
    assert found.codes == ["OBJ101"]
    assert found.message("OBJ101") == "在岗人数按期间期末值得 7 人，合计写着 8 人，差 1 人"
    assert found.says("objectives/heads.gap/phasing") == ["1 人"]


def test_a_mean_over_time_counts_every_month(tmp_path: Path) -> None:
    """Three months with 5, two with 5, seven with 7: 74 ÷ 12 = 6.17; the largest is 7."""
    for rule, whole in (("mean", "6.17 人"), ("max", "7 人"), ("min", "5 人")):
        found = plans(tmp_path / rule, HEADS.replace("last", rule))
        assert found.says("objectives/heads.target") == [whole]


def test_a_weighted_path_is_compared_by_weight(tmp_path: Path) -> None:
    """20% of 40 and 25% of 60 make 23 of 100: 23%, not 25%; and not 22.5%, which is their plain mean."""
    text = (
        "revenue: {name: 销售额, target: 100万元, phasing: {H1: 40%, H2: 60%}}\n"
        "margin: {name: 毛利率, target: 25%, phasing: {H1: 20%, H2: 25%}, "
        "aggregate: {time: weighted, weight: revenue}}\n"
    )
    assert plans(tmp_path / "bad", text).message("OBJ101").startswith("毛利率按期间按销售额加权平均得 23%")
    assert plans(tmp_path / "good", text.replace("target: 25%", "target: 23%")).codes == []


def test_without_a_phasing_every_month_has_the_target(tmp_path: Path) -> None:
    """The total and its parts."""
    text = "heads: {name: 人数, aggregate: {time: last}, region: {zhejiang: 3人, jiangsu: 4人}}\n"
    found = plans(tmp_path, text)
    assert found.says("objectives/heads.target@M04", "objectives/heads.target@Q2/jiangsu") == ["7 人", "4 人"]


def test_a_path_of_the_total_says_nothing_about_its_parts(tmp_path: Path) -> None:
    """Parts have no months then, and their columns are not shown empty."""
    text = HEADS.replace("在岗人数,", "在岗人数, region: {zhejiang: 3人, jiangsu: 4人},")
    found = plans(tmp_path, text)
    assert found.codes == []
    assert found.says("objectives/heads.target@M04/jiangsu", "objectives/heads.target") == ["—", "7 人"]


@pytest.mark.parametrize(
    "text",
    [
        "heads: {name: 人数, target: 7人, phasing: {H1: 5人, H2: 2人}}\n",
        "heads: {name: 毛利率, target: 20%, phasing: {H1: 18%, H2: 22%}}\n",
        "heads: {name: 人均, target: 7.5万元/人/月, phasing: {H1: 50%, H2: 50%}}\n",
        "heads: {name: 率, target: 2%, aggregate: {members: mean}, spread: [{axis: region, members: [zhejiang]}]}\n",
        "heads: {name: 人, target: 7人, aggregate: {members: max}, spread: [{axis: region, members: [zhejiang]}]}\n",
    ],
)
def test_what_does_not_add_up_must_say_how(tmp_path: Path, text: str) -> None:
    """People and averages by month, and a spread of what does not add up: refused with the rule to write."""
    found = plans(tmp_path, text)
    assert found.codes == ["OBJ114"]
    assert found.says("objectives/heads.target@M01") == ["—"]


def test_people_who_are_hired_add_up_where_the_plan_says_so(tmp_path: Path) -> None:
    """Twelve hires in a year are one a month."""
    found = plans(tmp_path, "hires: {name: 招聘, target: 12人, aggregate: {time: sum}, phasing: {H1: 50%, H2: 50%}}\n")
    assert found.codes == []
    assert found.says("objectives/hires.target@M01", "objectives/hires.target@Q1") == ["1 人", "3 人"]


def test_a_total_may_come_from_its_periods(tmp_path: Path) -> None:
    """30 and 70 are 100; a period that is not set is counted."""
    text = "revenue: {name: 销售额, phasing: {H1: 30万元, H2: 70万元}}\n"
    found = plans(tmp_path / "all", text)
    assert found.codes == []
    assert found.says("objectives/revenue.target", "objectives/revenue.target@M01") == ["100 万元", "5 万元"]
    some = plans(tmp_path / "some", text.replace("70万元", "待定"))
    assert some.says("objectives/revenue.target") == ["30 万元，另有 1 项未定"]


def test_a_ratio_is_divided_where_it_stands(tmp_path: Path) -> None:
    """100 ÷ 5 and 300 ÷ 5 by channel, 400 ÷ 10 in all: never 20 + 60, and never their mean."""
    text = (
        REVENUE + "heads: {name: 人数, aggregate: {time: last}, channel: {own-store: 5人, dealer: 5人}}\n"
        "each: {name: 人均, aggregate: {members: ratio, time: ratio, numerator: revenue, denominator: heads}}\n"
    )
    found = plans(tmp_path, text)
    assert found.codes == []
    addresses = [f"objectives/each.target{suffix}" for suffix in ("", "/own-store", "/dealer", "@Q1", "@Q1/dealer")]
    assert found.says(*addresses) == ["40 万元/人", "20 万元/人", "60 万元/人", "10 万元/人", "15 万元/人"]


def test_a_written_ratio_is_compared(tmp_path: Path) -> None:
    """45 written, 40 divided."""
    text = (
        REVENUE + "heads: {name: 人数, target: 10人}\n"
        "each: {name: 人均, target: 45万元/人, aggregate: {members: ratio, numerator: revenue, denominator: heads}}\n"
    )
    found = plans(tmp_path, text)
    assert found.codes == ["OBJ101"]
    assert "销售额 ÷ 人数得 40 万元/人，合计写着 45 万元/人" in found.message("OBJ101")


def test_a_month_that_nothing_is_sold_in_has_no_margin(tmp_path: Path) -> None:
    """A weight of zero is no error where nobody asked for that month."""
    text = (
        "revenue: {name: 销售额, target: 100万元, phasing: {H1: 0%, H2: 100%}}\n"
        "margin: {name: 毛利率, target: 25%, aggregate: {time: weighted, weight: revenue}}\n"
    )
    found = plans(tmp_path, text)
    assert found.codes == []
    assert found.says(*quarters("margin")) == ["待定", "待定", "25%", "25%"]


def test_about_leaves_the_tolerance(tmp_path: Path) -> None:
    """约30% may be off by 5%: 31.5% × 100 and 20% × 300 reach 22.88% and not 23.5%."""
    about = MARGIN.replace("30%", "约30%")
    for target, codes in (("22.8%", []), ("26%", ["OBJ101"])):
        text = REVENUE + about.replace("毛利率\n", f"毛利率\n  target: {target}\n")
        assert plans(tmp_path / target, text, TOLERANT).codes == codes


@pytest.mark.parametrize(
    ("aggregate", "code", "says"),
    [
        ("{members: weighted}", "OBJ140", "少了 weight"),
        ("{time: ratio, numerator: revenue}", "OBJ140", "少了 denominator"),
        ("{time: ratio}", "OBJ140", "少了 numerator、denominator"),
        ("{members: mean, weight: revenue}", "OBJ140", "用不到 weight"),
        ("{members: weighted, weight: revenu}", "OBJ141", "是不是“revenue”？"),
        ("{members: weighted, weight: margin}", "OBJ141", "不是这份计划里的另一个目标"),
    ],
)
def test_rules_need_what_they_use(tmp_path: Path, aggregate: str, code: str, says: str) -> None:
    """A weight that is missing, superfluous, unknown or the measure itself."""
    text = REVENUE + f"margin: {{name: 毛利率, aggregate: {aggregate}, channel: {{own-store: 30%, dealer: 20%}}}}\n"
    found = plans(tmp_path, text)
    assert found.codes == [code]
    assert says in found.message(code)


def test_a_weight_without_the_axis_is_told(tmp_path: Path) -> None:
    """Revenue that is not split by region cannot weigh margins by region."""
    found = plans(
        tmp_path, REVENUE + MARGIN.replace("channel: {own-store: 30%, dealer: 20%}", "region: {zhejiang: 30%}")
    )
    assert found.codes == ["OBJ142"]
    assert "objectives/revenue.target/zhejiang" in found.message("OBJ142")


def test_a_level_takes_values_of_its_own_unit(tmp_path: Path) -> None:
    """Shares of heads are no heads."""
    assert plans(tmp_path, HEADS.replace("数,", "数, target: 7人,").replace("Q1: 5人", "Q1: 5%")).codes == ["OBJ118"]
