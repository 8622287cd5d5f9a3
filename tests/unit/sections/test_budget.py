"""The budget: amounts of lines, what the lines leave unexplained, caps, shares. Figures of S000-1 by hand."""

import pytest

from plangen.sections.budget import views
from plangen.sections.budget.model import Budget
from plangen.values import Address, Quantity
from plangen.views import Chart, Num, Table
from unit.sections.reading import Read, read, text

SETUP = """
setup:
  name: 办事处筹备费用
  stated: {amount: 34700元}
  source: S000-1-29
  lines:
    rent: {name: 房租, price: 约1500元/月, periods: 3月, source: S000-1-30}
    desks: {name: 办公桌, quantity: 6张, amount: 约2400元}
    table: {name: 会议桌, quantity: 1张, amount: 约800元}
    chairs: {name: 椅子, quantity: 12把, amount: 约1800元}
    computers: {name: 台式电脑, quantity: 2台, amount: 约5000元}
    printer: {name: 一体机与加墨, quantity: 1台, amount: 待定}
    other: {name: 其他支出, amount: 待定, source: S000-1-36}
"""


def budget(yaml: str, **files: str) -> Read:
    """One budget, with other sections beside it."""
    return read({"budget.yml": yaml, **{f"{kind}.yml": content for kind, content in files.items()}})


def group(lines: str, more: str = "") -> str:
    """A budget of one group `g` with lines in flow style."""
    return f"g:\n  name: 费用\n  lines: {{{lines}}}\n{more}"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("budget/rent.amount", "约 4,500 元"),  # 1500 × 3
        ("budget/desks.unit-price", "约 400 元/张"),  # 2400 ÷ 6
        ("budget/chairs.unit-price", "约 150 元/把"),  # 1800 ÷ 12
        ("budget/computers.unit-price", "约 2,500 元/台"),  # 5000 ÷ 2
        ("budget/printer.unit-price", "待定"),
        ("budget/setup.amount.rollup", "约 1.45 万元，另有 2 项未定"),  # 4500 + 2400 + 800 + 1800 + 5000
        ("budget/setup.amount.stated", "3.47 万元"),
        ("budget/setup.amount", "3.47 万元"),  # the paper's total binds
        ("budget/setup.amount.gap", "约 2.02 万元，另有 2 项未定"),  # 34700 − 14500
        ("budget/setup.share.gap", "约 58.21%，另有 2 项未定"),  # 20200 ÷ 34700 = 0.58213
        ("budget/rent.share", "约 12.97%"),  # 4500 ÷ 34700 = 0.12968
        ("budget/other.share", "待定"),
    ],
)
def test_setup_figures(address: str, shown: str) -> None:
    """The set-up costs of S000-1, worked out by hand."""
    assert budget(SETUP).says(address) == shown


def test_setup_finding_names_lines_and_both_places() -> None:
    """One warning: how much, which lines could hold it, where the total and the lines stand."""
    found = budget(SETUP)
    assert found.codes == ["BUD101"]
    said = found.message("BUD101")
    assert "3.47" not in said
    assert "34,700 元" in said
    assert "约 14,500 元" in said
    assert "约 20,200 元" in said
    assert "“一体机与加墨”“其他支出”" in said
    (finding,) = found.findings
    assert finding.span.line == 4
    assert {span.line for span, _ in finding.related} == {6, 12, 13}


def test_setup_page() -> None:
    """The waterfall's title says the finding; the rest stands above the total."""
    blocks = budget(SETUP).blocks("budget")
    (chart,) = (block for block in blocks if isinstance(block, Chart))
    assert text(chart.title) == "明细只能解释约 14,500 元，其余约 20,200 元没有去向"
    assert [row.role for row in chart.table.rows] == ["body"] * 5 + ["residual", "total"]
    assert text(chart.table.rows[5].cells[0]) == "无明细：2 行待定"
    assert chart.source == "来源 S000-1-29 至 S000-1-36"
    (table,) = (block for block in blocks if isinstance(block, Table))
    assert [row.id for row in table.rows[:7]] == ["rent", "desks", "table", "chairs", "computers", "printer", "other"]
    assert [row.role for row in table.rows[7:]] == ["residual", "total"]
    assert [text(cell) for cell in table.rows[0].cells] == [
        "房租", "3 个月", "约 1,500", "约 4,500", "约 13.0", "单价 × 月数",
    ]  # fmt: skip
    assert [text(cell) for cell in table.rows[5].cells] == ["一体机与加墨", "1 台", "待定", "待定", "—", "待定"]
    assert text(table.rows[8].cells[4]) == "100.0"
    assert text(table.rows[8].cells[-1]) == "文件写明；≠ 明细 约 14,500 元"


def test_three_factors_and_months() -> None:
    """5000 × 2 × 4 = 40000; 3000 × 4 = 12000 (S000-3-C26); 500 + 4000 + 5000 = 9500 a month (S000-1-C02)."""
    found = budget("""
support:
  name: 支持
  lines:
    travel: {name: 差旅, price: 5000元/人/月, quantity: 4人, periods: 2月}
    advance: {name: 预借, price: 3000元/人, quantity: 4人}
running:
  name: 日常
  lines:
    office: {name: 办公, price: 500元/月}
    fuel: {name: 油费, amount: 4000元/月}
    hosting: {name: 招待, amount: 5000元/月}
""")
    assert found.says("budget/travel.amount") == "4 万元"
    assert found.says("budget/advance.amount") == "1.2 万元"
    assert found.says("budget/running.amount") == "9,500 元/月"
    assert found.codes == []


@pytest.mark.parametrize(
    ("lines", "more", "codes"),
    [
        ("a: {name: 甲, amount: 400元}", "  stated: {amount: 400元}", []),
        ("a: {name: 甲, amount: 400元}", "  stated: {amount: 500元}", ["BUD102"]),
        ("a: {name: 甲, amount: 600元}", "  stated: {amount: 500元}", ["BUD102"]),
        ("a: {name: 甲, amount: 600元}, b: {name: 乙, amount: 待定}", "  stated: {amount: 500元}", ["BUD102"]),
        ("a: {name: 甲, amount: 400元}, b: {name: 乙}", "  stated: {amount: 500元}", ["BUD101"]),
        ("a: {name: 甲, amount: 待定}", "  stated: {amount: 500元}", ["BUD101"]),
        ("a: {name: 甲, amount: 400–600元}", "  stated: {amount: 500元}", []),
        ("a: {name: 甲, amount: ≤400元}", "  stated: {amount: 500元}", ["BUD102"]),
        ("a: {name: 甲, amount: 待定}", "  stated: {amount: 待定}", []),
    ],
)
def test_total_against_lines(lines: str, more: str, codes: list[str]) -> None:
    """A warning where unset lines can hold the difference, an error where they cannot; one finding a mistake."""
    assert budget(group(lines, more)).codes == codes


@pytest.mark.parametrize(
    ("lines", "more", "codes"),
    [
        ("a: {name: 甲, amount: 10000元, cap: 10000元}", "", []),
        ("a: {name: 甲, amount: ≤10000元, cap: 10000元}", "", []),
        ("a: {name: 甲, amount: 10001元, cap: ≤10000元}", "", ["BUD103"]),
        ("a: {name: 甲, amount: 10000元, cap: <10000元}", "", ["BUD103"]),
        ("a: {name: 甲, amount: 9000–11000元, cap: 10000元}", "", ["BUD104"]),
        ("a: {name: 甲, amount: ≥9000元, cap: 10000元}", "", ["BUD104"]),
        ("a: {name: 甲, amount: 待定, cap: 10000元}", "", []),
        ("a: {name: 甲, amount: 600元}", "  caps: {c: {name: 上限, limit: ≤500元, line: a}}", ["BUD103"]),
        ("a: {name: 甲, amount: 600元}", "  caps: {c: {name: 上限, limit: ≤500元, basis: 每笔}}", []),
        ("a: {name: 甲, amount: 300元}, b: {name: 乙, amount: 300元}",
         "  caps: {c: {name: 上限, limit: ≤500元}}", ["BUD103"]),
        ("a: {name: 甲, price: 600元/人/月, quantity: 2人, periods: 2月}",
         "  caps: {c: {name: 上限, limit: ≤500元/人/月, line: a}}", ["BUD103"]),
        ("a: {name: 甲, amount: 600元}", "  caps: {c: {name: 上限, limit: ≤500元/人, line: a}}", ["BUD107"]),
    ],
)  # fmt: skip
def test_caps(lines: str, more: str, codes: list[str]) -> None:
    """An error above a cap, a warning where a range reaches above it; a cap on each order is not compared."""
    assert budget(group(lines, more)).codes == codes


def test_cap_says_by_how_much() -> None:
    """10850 − 10000 = 850."""
    said = budget(group("ads: {name: 广告, amount: 10850元, cap: ≤10000元}")).message("BUD103")
    assert said == "“广告”10,850 元，超过上限 10,000 元（多 850 元）"


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("{name: 桌, price: 400元/张, quantity: 6张, amount: 2400元}", []),
        ("{name: 桌, price: 400元/张, quantity: 6张, amount: 2000元}", ["BUD106"]),
        ("{name: 桌, price: 400元/张, quantity: 6张, amount: 待定}", []),
        ("{name: 桌, price: 400元/张, quantity: 5–7张, amount: 2400元}", []),
        ("{name: 桌, price: 待定, quantity: 6张}", []),
    ],
)
def test_amount_against_product(line: str, codes: list[str]) -> None:
    """Two typed answers must agree, where both are known."""
    assert budget(group(f"a: {line}, b: {{name: 椅, amount: 100元}}")).codes == codes


@pytest.mark.parametrize(
    "line", ["{name: 桌, price: 400元/张, periods: 6月}", "{name: 桌, price: 400元, quantity: 6张}"]
)
def test_product_must_be_money(line: str) -> None:
    """A product that is no money is refused by its units, and the total is not compared on top of it."""
    found = budget(group(f"a: {line}", "  stated: {amount: 500元}"))
    assert set(found.codes) == {"PG215"}
    assert found.findings[0].address == Address.parse("budget/a.amount", "demo")


def test_tolerance_of_about() -> None:
    """约 2400 is 4% off 2500: within a tolerance of 5%, not without one."""
    files = {"budget.yml": group("a: {name: 桌, amount: 约2400元}", "  stated: {amount: 2500元}")}
    assert read(files).codes == ["BUD102"]
    assert read(files, "{format: 1, title: 手册, tolerance: 5%}").codes == []


def test_share_of_another_figure() -> None:
    """66500 ÷ 10920000 = 0.0060897 → 0.61%, above 0.5%."""
    more = "  share_of: budget/sales.amount\n  max_share: 0.5%\nsales:\n  name: 销售额\n  stated: {amount: 1092万元}\n"
    found = budget(group("fuel: {name: 油费, price: 9500元/月, periods: 7月}", more))
    assert found.says("budget/g.sales-share") == "0.61%"
    assert found.codes == ["BUD105"]
    assert found.message("BUD105") == "“费用”66,500 元，占 销售额 的 0.61%，超过上限 0.5%（54,600 元）"


def test_bounds_need_no_share() -> None:
    """A group of bounds may be zero: its lines have no share, and nobody is told off for it."""
    found = budget(group("a: {name: 甲, amount: ≤100元}, b: {name: 乙, amount: ≤300元}"))
    assert found.codes == []
    assert found.says("budget/g.amount") == "≤400 元"
    assert found.figure("budget/a.share").quantity.unset


def test_a_line_without_numbers_is_unset_not_zero() -> None:
    """Neither amount nor price: counted as missing."""
    found = budget(group("a: {name: 甲, amount: 100元}, b: {name: 乙}"))
    assert found.says("budget/g.amount") == "100 元，另有 1 项未定"
    assert found.figure("budget/b.amount").quantity == Quantity.unset_(found.figure("budget/a.amount").quantity.unit)


def test_caps_table_marks_the_excess() -> None:
    """The caps table shows what is planned against each cap."""
    more = "  caps: {c: {name: 广告, limit: ≤10000元, line: ads}}"
    blocks = budget(group("ads: {name: 门店广告, amount: 10850元}", more)).blocks("budget")
    (caps,) = (block for block in blocks if isinstance(block, Table) and block.id == "caps")
    assert caps.rows[0].id == "c"
    assert text(caps.rows[0].cells[1]) == "≤10,000 元"
    assert text(caps.rows[0].cells[3]) == "10,850 元 ▲ 超 850 元"


def test_a_group_without_anything_is_unset() -> None:
    """Neither a total nor lines: 待定, and a page all the same."""
    found = budget("g: {name: 费用}")
    assert found.says("budget/g.amount") == "待定"
    assert len(found.blocks("budget")) == 3


def test_every_block_has_its_own_id() -> None:
    """Ids of blocks and rows are unique on the page."""
    blocks = budget(SETUP).blocks("budget")
    ids = [block.id for block in blocks if hasattr(block, "id")]
    rows = [row.id for block in blocks if isinstance(block, Table) for row in block.rows if row.id]
    assert len({*ids, *rows}) == len(ids) + len(rows)


def test_cards_and_lines_of_text() -> None:
    """Summary, lede and cards carry the numbers that matter."""
    scope = budget(SETUP).scope()
    section = scope.section("budget")
    assert isinstance(section, Budget)
    assert text(views.summary(section, scope)) == "1 类 7 行，2 行待定"
    said = text(views.lede(section, scope))
    assert said == "办事处筹备费用 34,700 元。办事处筹备费用里约 20,200 元没有明细。"
    (card,) = views.cards(section, scope)
    assert text(card.note) == "≠ 明细 约 14,500 元"
    (number,) = card.figure
    assert isinstance(number, Num)
    assert number.address == Address.parse("budget/setup.amount", "demo")
