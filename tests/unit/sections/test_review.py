"""The review: periods, growth by total and by month, parts, what is said against what the numbers say, the page."""

from pathlib import Path
from textwrap import dedent

import pytest

from handbooks import open_files
from plangen.catalogue import load_checks
from plangen.findings import message
from plangen.model import carried
from plangen.render.figure_words import measure_word
from plangen.values import write_quantity
from plangen.views import Chart, Table
from unit.sections.reading import Read, read, text

EQUAL = "period: 2025 M08..M12\ncompare_to: 2025 M03..M07\n"
LONGER = "period: 2025 M08..M12\ncompare_to: 2025 M02..M07\n"


def review(results: str, periods: str = EQUAL, **files: str) -> Read:
    """A review of these results; `files` are other sections by kind."""
    yaml = f"{periods}results:\n" + "".join(f"  {line}\n" for line in results.strip().splitlines())
    return read({"review.yml": yaml, **{f"{kind}.yml": each for kind, each in files.items()}})


def test_a_bad_period_has_its_place() -> None:
    """It is found where it stands, and the section is refused."""
    found = review("a: {name: 甲, statement: 好}", "period: 2025年8~12月\n")
    assert [(each.code, each.span.line) for each in found.findings] == [("REV100", 1)]


def test_growth_of_equal_periods() -> None:
    """66 on 60 is 10%, by total; nothing is averaged. 66 of 60 is 110% of the target."""
    found = review("paid: {name: 回款, actual: 66万元, before: 60万元, target: 60万元, data: 财务部}")
    assert found.codes == []
    assert found.says("review/paid.growth") == "10%"
    assert found.says("review/paid.change") == "6 万元"
    assert found.says("review/paid.attainment") == "110%"
    assert found.says("review/total.months") == "5 个月"
    with pytest.raises(AssertionError):
        found.figure("review/paid.monthly")


def test_growth_by_the_month() -> None:
    """60 in 5 months is 12 a month, 66 in 6 is 11: −9.09% in total, +9.09% by the month. A share has no month."""
    found = review(
        "paid: {name: 回款, actual: 60万元, before: 66万元, data: 财务部}\n"
        "rate: {name: 成功率, actual: 42%, before: 40%, data: 周报}",
        LONGER,
    )
    assert found.codes == ["REV102"]
    assert found.says("review/paid.growth") == "-9.09%"
    assert found.says("review/paid.monthly") == "12 万元/月"
    assert found.says("review/paid.before-monthly") == "11 万元/月"
    assert found.says("review/paid.monthly-growth") == "9.09%"
    assert found.says("review/rate.change") == "2%"
    with pytest.raises(AssertionError):
        found.figure("review/rate.monthly")


@pytest.mark.parametrize(
    ("periods", "codes"),
    [
        (EQUAL, []),
        (LONGER, ["REV102"]),
        ("period: 2025 M08..M12\ncompare_to: 2025 M03..M08\n", ["REV101", "REV102"]),
        ("period: 2025 M08..M12\ncompare_to: 2025 M04..M08\n", ["REV101"]),
        ("period: 2024 M08..M12\ncompare_to: 2025 M08..M12\n", ["REV103", "REV114"]),
        ("period: 2024 M08..2025 M01\n", []),
        ("period: 2024\nnote: 有意\n", []),
        ("period: 2025 M08..M12\ncompare_to: 2024 M08..M12\n", []),
        ("period: 2025 M08..M12\n", []),
    ],
)
def test_periods(periods: str, codes: list[str]) -> None:
    """Apart, of one length, the earlier one compared with; August in both and 5 months against 6 are two mistakes."""
    assert review("paid: {name: 回款, actual: 60万元, before: 50万元, data: 财务部}", periods).codes == codes


@pytest.mark.parametrize(
    ("result", "codes"),
    [
        ("{name: 回款, trend: up}", ["REV102", "REV104"]),
        ("{name: 成功率, actual: 42%, before: 40%, data: 周报}", []),
        ("{name: 人数, actual: 8人, before: 6人, data: 人事部}", []),
        ("{name: 人次, actual: 8人, before: 6人, data: 人事部, adds_up: 'yes'}", ["REV102"]),
        ("{name: 库存, actual: 8万元, before: 6万元, data: 仓库, adds_up: 'no'}", []),
        ("{name: 团队, statement: 主动多了}", []),
    ],
)
def test_lengths_matter_where_months_add_up(result: str, codes: list[str]) -> None:
    """Averages and headcounts are compared as they are; what adds up, or may, is not."""
    assert review(f"a: {result}", LONGER).codes == codes


@pytest.mark.parametrize(
    ("result", "codes"),
    [
        ("{name: 回款}", ["REV104"]),
        ("{name: 回款, trend: up, actual: 待定, before: 待定}", []),
        ("{name: 回款, trend: up, actual: 待定}", ["REV104"]),
        ("{name: 回款, status: met, actual: 待定}", ["REV104"]),
        ("{name: 回款, actual: 60万元}", ["REV105"]),
        ("{name: 回款, actual: 60万元, source: S003-5-01}", []),
        ("{name: 回款, parts: {a: {name: 甲, actual: 60万元}}}", ["REV105"]),
        ("{name: 回款, actual: = 30万元 × 2}", []),
        ("{name: 回款, actual: 50万元, before: 60万元, data: 台账}", ["REV106"]),
        ("{name: 成本, better: lower, actual: 50万元, before: 60万元, data: 台账}", []),
        ("{name: 成本, better: lower, actual: 60万元, before: 50万元, data: 台账}", ["REV106"]),
        ("{name: 回款, actual: 50万元, before: 60万元, data: 台账, note: 停产一月}", []),
        ("{name: 回款, actual: 50万元, before: 60万元, data: 台账, actions: review/a}", []),
        ("{name: 回款, actual: 约50万元, before: 60万元, data: 台账}", []),
        ("{name: 回款, actual: 60万元, before: 50家, data: 台账}", ["REV113"]),
        ("{name: 回款, actual: 60万元, target: 50家, data: 台账}", ["PG215", "REV113"]),
    ],
)
def test_values_sources_and_consequences(result: str, codes: list[str]) -> None:
    """Said without a number, a number without a source, a bad result without a consequence, numbers of two units."""
    assert review(f"a: {result}").codes == codes


def test_unset_numbers_are_counted() -> None:
    """One of three has a value; what is only said expects none."""
    found = review("a: {name: 甲, actual: 待定}\nb: {name: 乙, actual: 5家, data: 表}\nc: {name: 丙, statement: 好}")
    assert (found.says("review/total.measured"), found.says("review/total.results")) == ("1 项", "3 项")
    assert found.lede("review") == "回顾 2025 年 8–12 月（5 个月），对比 2025 年 3–7 月（5 个月）。3 项结果，1 项有数。"


FOUR = "a: {name: 一, actual: 58304元}, b: {name: 二, actual: 35120元}, c: {name: 三, actual: 19000元}"


@pytest.mark.parametrize(
    ("result", "codes"),
    [
        (f"{{name: 销售, data: 台账, actual: 112424元, parts: {{{FOUR}}}}}", []),
        (f"{{name: 销售, data: 台账, actual: 144961元, parts: {{{FOUR}}}}}", ["REV107"]),
        (f"{{name: 销售, data: 台账, actual: 144961元, parts: {{{FOUR}, d: {{name: 四, actual: 待定}}}}}}", []),
        (f"{{name: 销售, data: 台账, actual: 144961元, parts: {{{FOUR}, d: {{name: 四}}}}}}", []),
        (f"{{name: 销售, data: 台账, parts: {{{FOUR}, d: {{actual: 1元}}}}}}", ["REV108"]),
        (f"{{name: 销售, data: 台账, stated: {{parts: 8类}}, parts: {{{FOUR}}}}}", ["REV109"]),
        (f"{{name: 销售, data: 台账, stated: {{parts: 3类}}, parts: {{{FOUR}}}}}", []),
        ("{name: 销售, data: 台账, stated: {parts: 3类}, actual: 1元}", ["REV109"]),
    ],
)
def test_parts(result: str, codes: list[str]) -> None:
    """Three amounts make 112,424 and not 144,961, unless a fourth is not known; each has a name; all are listed."""
    assert review(f"sales: {result}").codes == codes


def test_the_rest_is_told() -> None:
    """144,961 − 112,424 = 32,537; without a written total the sum is the result."""
    found = review(f"sales: {{name: 销售, data: 台账, actual: 144961元, parts: {{{FOUR}}}}}")
    assert found.says("review/sales.actual.gap") == "3.2537 万元"
    assert "写 144,961 元，分项之和是 112,424 元，差 32,537 元" in found.message("REV107")
    assert review(f"sales: {{name: 销售, data: 台账, parts: {{{FOUR}}}}}").says("review/sales.actual") == "11.2424 万元"


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("stated: {growth: 20%}", []),
        ("stated: {growth: 25%}", ["REV110"]),
        ("stated: {growth: 20.0%}", []),
        ("trend: up", []),
        ("trend: down, note: 另议", ["REV112"]),
        ("trend: level", ["REV112"]),
        ("status: met, target: 60万元", []),
        ("status: missed, target: 60万元, note: 另议", ["REV112"]),
        ("status: met, target: 61万元, note: 另议", ["REV112"]),
        ("status: met, target: 55–65万元", []),
    ],
)
def test_what_is_said(said: str, codes: list[str]) -> None:
    """60 on 50 is 20% up; 60 of 60 is met."""
    assert review(f"a: {{name: 回款, actual: 60万元, before: 50万元, data: 台账, {said}}}").codes == codes


@pytest.mark.parametrize(("growth", "codes"), [("33%", []), ("33.3%", []), ("33.4%", ["REV110"]), ("34%", ["REV110"])])
def test_stated_growth_is_rounded(growth: str, codes: list[str]) -> None:
    """4 on 3 is 33.33%: right to the decimals that are written."""
    assert (
        review(f"a: {{name: 回款, actual: 4万元, before: 3万元, data: 台账, stated: {{growth: {growth}}}}}").codes
        == codes
    )


@pytest.mark.parametrize(
    ("numbers", "codes"),
    [("", ["REV104", "REV111"]), ("actual: 6万元", ["REV111"]), ("actual: 6万元, before: 待定", ["REV111"])],
)
def test_growth_without_a_base(numbers: str, codes: list[str]) -> None:
    """Half more than what nobody knows."""
    yaml = f"a: {{name: 销量, data: 台账, stated: {{growth: 50%}}, {numbers}}}"
    assert review(yaml).codes == codes


def test_words_are_judged_by_the_month() -> None:
    """60 in 5 months against 66 in 6 is less in total and more by the month: up is right."""
    yaml = "a: {{name: 回款, actual: 60万元, before: 66万元, data: 台账, trend: {}, note: 另议}}"
    assert review(yaml.format("up"), LONGER).codes == ["REV102"]
    assert review(yaml.format("down"), LONGER).codes == ["REV102", "REV112"]


def test_formulas(tmp_path: Path) -> None:
    """A quarter of the plan's target: 25% of 720 is 180, of which 171 are 95%. Part of the actuals are 171."""
    yaml = """
    period: Q1
    results:
      a: {name: 回款, actual: 171万元, target: = objectives/revenue.target@Q1, data: 台账, note: 另议}
      b: {name: 两项, actual: = a.actual × 2}
      c: {name: 回款, actual: = actual(objectives/revenue.target@M01), before: = actual(objectives/revenue.target@M02)}
    """
    files = {
        "review.yml": dedent(yaml),
        "objectives.yml": "revenue: {name: 销售额, target: 720万元, phasing: {Q1: 25%, Q2: 25%, Q3: 25%, Q4: 25%}}\n",
        "2026/demo/actuals/sales.csv": (
            "objective,period,value,as_of\nrevenue,M01,66万元,2026-02-01\nrevenue,M02,60万元,2026-03-01\n"
        ),
    }
    workspace = open_files(tmp_path, files)
    assert not [message(each) for each in workspace.findings if each.code[:2] == "PG" or each.code[:3] == "REV"]
    found = {str(key.address): write_quantity(figure.quantity) for key, figure in workspace.figures.items()}
    assert found["demo:review/a.target"] == "180 万元"
    assert found["demo:review/a.attainment"] == "95%"
    assert found["demo:review/b.actual"] == "342 万元"
    assert found["demo:review/c.growth"] == "10%"


def test_page() -> None:
    """Results with averages, a chart of those of one unit, what follows, then the parts with what is left."""
    found = review(
        "paid: {name: 回款, actual: 60万元, before: 66万元, target: 60万元, trend: up, data: 财务部}\n"
        "cost: {name: 成本, better: lower, actual: 10万元, before: 11万元, data: 财务部}\n"
        f"sales: {{name: 销售, data: 台账, actual: 144961元, parts: {{{FOUR}}}, note: 待核}}\n"
        "team: {name: 团队, statement: 主动多了}",
        LONGER,
    )
    table, chart, told, _, parts = found.blocks("review")
    assert isinstance(table, Table)
    assert [column.key for column in table.columns] == [
        "result", "actual", "before", "growth", "monthly", "before-monthly", "like", "target", "attainment",
    ]  # fmt: skip
    assert [text(cell) for cell in table.rows[0].cells] == [
        "回款", "600,000 元", "660,000 元", "-9.1%", "120,000 元/月", "110,000 元/月",
        "▲9.1%", "600,000 元", "✓ 100.0%",
    ]  # fmt: skip
    assert len(table.notes) == 2
    assert isinstance(chart, Chart)
    assert [text(row.cells[0]) for row in chart.table.rows] == ["回款", "成本"]
    assert text(chart.title) == "回款 ▲9.1%，成本 ▲9.1%"
    assert isinstance(parts, Table)
    assert [text(row.cells[1]) for row in parts.rows[-2:]] == ["112,424 元", "32,537 元"]
    assert isinstance(told, Table)
    assert [text(row.cells[0]) for row in told.rows] == ["回款", "成本", "销售", "团队"]
    assert text(told.rows[0].cells[1]) == "上升"
    assert [row.id for row in (*table.rows, *told.rows) if row.id] == ["paid", "cost", "sales", "team"]


def test_its_periods_are_looked_at_again_next_year(tmp_path: Path) -> None:
    """A copied year lists the months that are looked back on, as it lists days."""
    workspace = open_files(tmp_path, {"review.yml": f"{EQUAL}results: {{a: {{name: 甲, statement: 好}}}}\n"})
    assert workspace.handbook is not None
    listed = {each.local for each in carried(workspace.handbook, 2026)}
    assert {"review.period", "review.compare_to"} <= listed, listed


def test_a_measure_is_called_by_its_own_kind() -> None:
    """`before` is a period of a review, whatever other kinds mean by it."""
    load_checks()
    assert measure_word("zh", "before", "review") == "对比期"
    assert measure_word("zh", "before", "incentives") == "差一点到这一档"
    assert measure_word("en", "actual", "review") == "actual"


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        ("name: paid", "“paid” has no actual"),
        ("name: paid, trend: up", "“paid” is said to be up, and has neither an actual nor a number before"),
        ("name: paid, trend: up, actual: 3万元", "“paid” is said to be up, and has no number before"),
    ],
)
def test_what_a_result_lacks_in_english(result: str, expected: str, tmp_path: Path) -> None:
    """One thing is not there, or neither of two."""
    handbook = "format: 1\ntitle: T\nlanguage: en\ncurrent: 2026\nas_of: 2026-01-05\n"
    files = {"handbook.yml": handbook, "review.yml": f"period: 2025 H2\nresults: {{a: {{{result}}}}}\n"}
    told = [message(each, "en") for each in open_files(tmp_path, files).findings if each.code == "REV104"]
    assert told == [expected]
