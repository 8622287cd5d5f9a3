"""Analysis: counts by area and sign, answers, sides, the page."""

import pytest

from plangen.sections.analysis import views
from plangen.sections.analysis.model import Analysis
from plangen.views import Chart, Table
from unit.sections.reading import Read, read, text

ANALYSIS = """
sales:
  name: 销售
  factors:
    late: {sign: negative, text: 定位不稳, answer: analysis/process}
    process: {sign: positive, text: 过程管理, evidence: 周报}
    trend: {sign: neutral, text: 渠道下移}
costs:
  name: 费用
  factors:
    contract: {sign: positive, text: 费用承包}
    blind: {sign: negative, text: 没有数据, note: 明年再说}
    unsigned: {sign: negative, text: 一笔签}
"""


def analysis(yaml: str) -> Read:
    """An analysis alone."""
    return read({"analysis.yml": yaml})


def test_counts() -> None:
    """One, one and one in sales; one and two in costs; one of all is answered."""
    found = analysis(ANALYSIS)
    expected = {
        "sales.positive": 1,
        "sales.neutral": 1,
        "sales.factors": 3,
        "costs.negative": 2,
        "total.positive": 2,
        "total.negative": 3,
        "total.factors": 6,
        "total.answered": 1,
    }
    assert {name: found.says(f"analysis/{name}") for name in expected} == {
        name: f"{number} 条" for name, number in expected.items()
    }
    assert found.codes == ["ANA101"]
    assert "一笔签" in found.message("ANA101")


GOOD = "g: {sign: positive, text: 好}"
BOTH = "a: {name: 甲, factors: {g: {sign: positive, text: 好}, b: {sign: negative, text: 坏, note: 另议}}}\n"
BAD = "b: {sign: negative, text: 坏, note: 另议}"


@pytest.mark.parametrize(
    ("yaml", "codes"),
    [
        (f"a: {{name: 甲, factors: {{{GOOD}}}}}\n", []),
        (
            BOTH + "c: {name: 乙, factors: {x: {sign: positive, text: 好}}}\n",
            ["ANA102"],
        ),
        (
            BOTH + "c: {name: 乙, factors: {x: {sign: neutral, text: 中}}}\n",
            [],
        ),
        (f"a: {{name: 甲, stated: {{positive: 2条}}, factors: {{{GOOD}}}}}\n", ["ANA103"]),
        (f"a: {{name: 甲, stated: {{positive: 1, negative: 1条}}, factors: {{{GOOD}, {BAD}}}}}\n", []),
        ("a: {name: 甲, factors: {b: {sign: negative, text: 坏, answer: analysis/b}}}\n", ["ANA101"]),
    ],
)
def test_checks(yaml: str, codes: list[str]) -> None:
    """One finding a mistake; no factor answers itself."""
    assert analysis(yaml).codes == codes


def test_the_lede_leaves_no_factor_out() -> None:
    """Two, three and one are the six of the count; the neutral ones are not said where there is none."""
    assert lede(ANALYSIS) == "正面 2 条，负面 3 条，中性 1 条，1 条已有对应。"
    assert lede(BOTH) == "正面 1 条，负面 1 条，0 条已有对应。"


def lede(yaml: str) -> str:
    """What stands under the title of the page."""
    scope = analysis(yaml).scope()
    section = scope.section("analysis")
    assert isinstance(section, Analysis)
    return text(views.lede(section, scope))


def test_the_chart_says_where_most_factors_are() -> None:
    """Two against one."""
    (chart, _) = analysis(BOTH + "c: {name: 乙, factors: {x: {sign: positive, text: 好}}}\n").blocks("analysis")
    assert isinstance(chart, Chart)
    assert text(chart.title) == "甲最多，2 条"


def test_page() -> None:
    """The areas compared, then every factor at its anchor, helpful ones first."""
    chart, table = analysis(ANALYSIS).blocks("analysis")
    assert isinstance(chart, Chart)
    assert isinstance(table, Table)
    assert text(chart.title) == "每个领域都是 3 条"
    assert [[text(cell) for cell in row.cells] for row in chart.table.rows] == [
        ["销售", "1", "1", "1", "3"],
        ["费用", "1", "2", "0", "3"],
    ]
    rows = {row.id: [text(cell) for cell in row.cells] for row in table.rows}
    assert list(rows) == ["sales", "process", "late", "trend", "costs", "contract", "blind", "unsigned"]
    assert rows["costs"][1] == "费用　＋ 1　− 2"
    assert rows["process"] == ["＋ 正面", "过程管理", "周报", "—"]
    assert rows["late"][3] == "过程管理"
    assert rows["unsigned"][3] == "! 还没有对应"
    assert [type(block) for block in analysis("a: {name: 甲, factors: {}}\n").blocks("analysis")] == [Table]
