"""Totals of the budget: which one counts, when it agrees with its lines, shares of it, amounts per month."""

import pytest

from plangen.sections.budget import views
from plangen.sections.budget.model import Budget
from plangen.views import Chart, Table
from unit.sections.reading import Read, read, text

TOLERANT = "{format: 1, title: 手册, tolerance: 5%}"
PLAIN = "{format: 1, title: 手册}"


def group(lines: str, stated: str = "", head: str = PLAIN) -> Read:
    """A budget of one group `g`."""
    more = f"stated: {{amount: {stated}}}, " if stated else ""
    return read({"budget.yml": f"g: {{name: 费用, {more}lines: {{{lines}}}}}\n"}, head)


def table(found: Read) -> Table:
    """The table of the lines."""
    return next(block for block in found.blocks("budget") if isinstance(block, Table) and block.id == "g-lines")


@pytest.mark.parametrize(
    ("lines", "stated", "amount"),
    [
        ("a: {name: 甲, amount: 9万元}", "4万元", "9 万元"),
        ("a: {name: 甲, amount: 400–600元}", "500元", "400–600 元"),
        ("a: {name: 甲, amount: 400元}, b: {name: 乙, amount: 待定}", "500元", "500 元"),
        ("a: {name: 甲, amount: 600元}, b: {name: 乙, amount: 待定}", "500元", "500 元"),
        ("a: {name: 甲, amount: 待定}", "500元", "500 元"),
        ("a: {name: 甲, amount: 400元}, b: {name: 乙, amount: 待定}", "待定", "400 元，另有 1 项未定"),
        ("", "500元", "500 元"),
        ("a: {name: 甲, amount: 400元}", "待定", "400 元"),
    ],
)
def test_the_sum_counts_and_the_stated_total_stands_while_lines_are_missing(
    lines: str, stated: str, amount: str
) -> None:
    """What is computed counts; the paper's total is all there is while a line is not known."""
    assert group(lines, stated).says("budget/g.amount") == amount


@pytest.mark.parametrize(
    ("lines", "stated", "head", "codes"),
    [
        ("a: {name: 甲, amount: 4900元}", "约5000元", TOLERANT, []),  # 4750–5250
        ("a: {name: 甲, amount: 4700元}", "约5000元", TOLERANT, ["BUD102"]),
        ("a: {name: 甲, amount: 约4900元}", "5000元", TOLERANT, []),  # 4655–5145
        ("a: {name: 甲, amount: 约4900–5100元}", "5300元", TOLERANT, []),  # up to 5355
        ("a: {name: 甲, amount: 约100元}, b: {name: 乙, amount: 4800元}", "5000元", TOLERANT, ["BUD102"]),  # 4895–4905
        ("a: {name: 甲, amount: 4900元}", "≥5000元", PLAIN, ["BUD102"]),
        ("a: {name: 甲, amount: 5000元}", "≥5000元", PLAIN, []),
        ("a: {name: 甲, amount: 6000元}", "≥5000元", PLAIN, []),
        ("a: {name: 甲, amount: 6000元}", "≤5000元", PLAIN, ["BUD102"]),
        ("a: {name: 甲, amount: ≥4000元}", "5000元", PLAIN, []),
        ("a: {name: 甲, amount: 4000–7000元}", "5000–6000元", PLAIN, []),
        ("a: {name: 甲, amount: 4900元}, b: {name: 乙, amount: 待定}", "约5000元", TOLERANT, []),
        ("a: {name: 甲, amount: 4000元}, b: {name: 乙, amount: 待定}", "约5000元", TOLERANT, ["BUD101"]),
        ("a: {name: 甲, amount: 4000–6000元}, b: {name: 乙, amount: 待定}", "5000元", PLAIN, []),
    ],
)
def test_totals_agree_as_far_as_they_can(lines: str, stated: str, head: str, codes: list[str]) -> None:
    """A range, a bound, 约 on either side and a line that is not set leave room; 约 in one line only its own."""
    assert group(lines, stated, head).codes == codes


def test_an_open_line_leaves_the_gap_open() -> None:
    """5000 − 4900 = 100 for the line that is not set: no finding, and the page says so."""
    found = group("a: {name: 甲, amount: 4900元}, b: {name: 乙, amount: 待定}", "约5000元", TOLERANT)
    assert found.says("budget/g.amount.gap") == "约 100 元，另有 1 项未定"
    rows = table(found).rows
    assert [row.role for row in rows] == ["body", "body", "residual", "total"]
    assert text(rows[-1].cells[-1]) == "文件写明"


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("price: 400元/张, quantity: 6张, amount: 约2300元", []),  # 2185–2415
        ("price: 约400元/张, quantity: 6张, amount: 2500元", []),  # 2280–2520
        ("price: 400元/张, quantity: 6张, amount: 约2000元", ["BUD106"]),
        ("price: 400元/张, quantity: 6张, amount: ≤2400元", []),
        ("price: 1500元/月, periods: 3月, amount: 1500元/月", ["PG215"]),
    ],
)
def test_a_typed_amount_agrees_with_its_product(line: str, codes: list[str]) -> None:
    """The same notion of agreement; an amount of another unit is told, not passed over."""
    assert group(f"a: {{name: 甲, {line}}}", "", TOLERANT).codes == codes


def test_no_share_of_a_sum_that_lacks_parts() -> None:
    """400 + 100 + 待定: nobody knows the whole, so nothing is a share of it, on the page and in the chart."""
    found = group("a: {name: 甲, amount: 400元}, b: {name: 乙, amount: 100元}, c: {name: 丙, amount: 待定}")
    assert found.says("budget/a.share") == "待定"
    rows = table(found).rows
    assert [text(row.cells[4]) for row in rows] == ["—", "—", "—", ""]
    (chart,) = (block for block in found.blocks("budget") if isinstance(block, Chart))
    assert text(chart.title) == "最大的一项是甲，400 元"


def test_shares_of_a_stated_total_while_lines_are_missing() -> None:
    """400 ÷ 1000 = 40%, 100 ÷ 1000 = 10%, the rest 500 = 50%: with the rest they are the whole."""
    found = group("a: {name: 甲, amount: 400元}, b: {name: 乙, amount: 100元}, c: {name: 丙, amount: 待定}", "1000元")
    assert [text(row.cells[4]) for row in table(found).rows] == ["40.0", "10.0", "—", "50.0", "100.0"]


@pytest.mark.parametrize(
    ("lines", "share"),
    [
        ("a: {name: 甲, amount: 100–150元}", "100%"),  # its only part is the whole
        ("a: {name: 甲, amount: 约100元}", "100%"),
        ("a: {name: 甲, amount: 100–150元}, b: {name: 乙, amount: 100元}", "50–60%"),  # 100/200, 150/250
        ("a: {name: 甲, amount: 100–150元}, b: {name: 乙, amount: 50–100元}", "50–75%"),  # 100/200, 150/200
        ("a: {name: 甲, amount: 100元}, b: {name: 乙, amount: ≥100元}", "0–50%"),
        ("a: {name: 甲, amount: 300元}, b: {name: 乙, amount: -100元}", "150%"),  # 300 of 200
        ("a: {name: 甲, amount: 0元}, b: {name: 乙, amount: 0元}", "待定"),
    ],
)
def test_shares_inside_a_sum_are_tight(lines: str, share: str) -> None:
    """Part ÷ (part + rest): a large part makes its own whole large."""
    assert group(lines).says("budget/a.share") == share


def test_a_sum_that_differs_is_the_total_of_the_table() -> None:
    """The lines are the total, 100%; the paper's total stands beside it, marked."""
    found = group("a: {name: 甲, amount: 300元}, b: {name: 乙, amount: 100元}", "1000元")
    rows = table(found).rows
    assert [row.role for row in rows] == ["body", "body", "total"]
    assert [text(row.cells[4]) for row in rows] == ["75.0", "25.0", "100.0"]
    assert text(rows[-1].cells[3]) == "400"
    assert text(rows[-1].cells[-1]) == "≠ 文件写明 1,000 元"
    (chart,) = (block for block in found.blocks("budget") if isinstance(block, Chart))
    assert text(chart.title) == "明细比写明的合计少 600 元"
    assert [row.role for row in chart.table.rows] == ["body", "body", "total"]
    scope = found.scope()
    section = scope.section("budget")
    assert isinstance(section, Budget)
    (card,) = views.cards(section, scope)
    assert (text(card.figure), text(card.note)) == ("400 元", "≠ 文件写明 1,000 元")
    assert text(views.lede(section, scope)) == "费用 400 元。费用的明细比文件写明的少 600 元。"


@pytest.mark.parametrize(
    ("line", "amount", "codes"),
    [
        ("amount: 1500元/月, periods: 3月", "4,500 元", []),
        ("amount: 约1500元/月, periods: 3–4月", "约 4,500–6,000 元", []),
        ("amount: 1500元/月, quantity: 2间, periods: 3月", "4,500 元", []),  # of both rooms together
        ("amount: 1500元/月", "1,500 元/月", ["PG215"]),  # against a stated total in 元
        ("amount: 4500元, periods: 3月", "4,500 元", []),
    ],
)
def test_an_amount_per_month_counts_for_its_months(line: str, amount: str, codes: list[str]) -> None:
    """1500 × 3 = 4500."""
    found = group(f"a: {{name: 房租, {line}}}")
    assert (found.says("budget/a.amount"), found.codes) == (amount, [])
    assert group(f"a: {{name: 房租, {line}}}", "约4500元").codes == codes


def test_an_amount_per_month_is_told_where_it_was_typed() -> None:
    """The price of a month stands at `amount`, column and all; the page names the factors."""
    found = group("a: {name: 房租, amount: 1500元/月, periods: 3月}")
    source = found.figure("budget/a.price").source
    assert source is not None
    assert (source.line, source.column) == (1, len("g: {name: 费用, lines: {a: {name: 房租, amount: ") + 1)
    assert text(table(found).rows[0].cells[-1]) == "每月金额 × 月数"
