"""The page of the review: one unit of money, parts that are new, what is told without empty columns."""

import pytest

from plangen.sections.review.money import money_unit
from plangen.values import read_quantity
from plangen.views import Chart, Table
from unit.sections.reading import read, text


def tables(results: str) -> dict[str, Table]:
    """The tables of a review of these results, by id."""
    yaml = "period: 2025 M08..M12\ncompare_to: 2025 M03..M07\nresults:\n"
    yaml += "".join(f"  {line}\n" for line in results.splitlines())
    blocks = read({"review.yml": yaml}).blocks("review")
    return {block.id: block for block in blocks if isinstance(block, Table)}


@pytest.mark.parametrize(
    ("amounts", "unit"),
    [
        (["58304元", "144961元"], "元"),
        (["58304元", "60万元"], "元"),
        (["58300元", "60万元"], ""),
        (["58304元", "100万元"], ""),
        (["-58304元", "约60万元"], "元"),
        (["待定", "12345元"], "元"),
    ],
)
def test_one_unit_of_money(amounts: list[str], unit: str) -> None:
    """元 where 万元 would take more than two decimals, but not for a million or more."""
    assert money_unit([None, *(read_quantity(each, kind="money") for each in amounts)]) == unit


def test_amounts_of_a_page_have_one_unit() -> None:
    """58,304 in 元 beside 600,000: a column that can be read down; a count keeps its own unit."""
    found = tables(
        "a: {name: 甲, data: 台账, parts: {x: {name: 子, actual: 58304元}}}\n"
        "b: {name: 乙, actual: 60万元, data: 台账}\nc: {name: 丙, actual: 3家, data: 台账}"
    )
    assert [text(row.cells[1]) for row in found["review-results"].rows] == ["58,304 元", "600,000 元", "3 家"]
    assert text(found["parts-a"].rows[0].cells[1]) == "58,304 元"


def test_a_chart_has_the_unit_of_the_tables() -> None:
    """58,304 and 600,000 are drawn in whole 元, as the tables have them."""
    yaml = "period: 2025 M08..M12\ncompare_to: 2025 M03..M07\nresults:\n"
    yaml += "  a: {name: 甲, data: 台账, actual: 58304元, before: 5万元}\n"
    yaml += "  b: {name: 乙, data: 台账, actual: 60万元, before: 50万元}\n"
    chart = next(block for block in read({"review.yml": yaml}).blocks("review") if isinstance(block, Chart))
    assert [[text(cell) for cell in row.cells] for row in chart.table.rows] == [
        ["甲", "58,304", "50,000"],
        ["乙", "600,000", "500,000"],
    ]


def test_a_part_that_was_not_there_before_is_new() -> None:
    """From none to three is no growth that a number could tell; from four to four it is 0%."""
    parts = "{old: {name: 旧, actual: 4类, before: 4类}, new: {name: 新, actual: 3类, before: 0类}}"
    table = tables(f"a: {{name: 甲, data: 台账, parts: {parts}}}")["parts-a"]
    assert [text(row.cells[3]) for row in table.rows] == ["0.0%", "新增", ""]


def test_what_is_told_stands_before_the_parts_without_empty_columns() -> None:
    """Nobody names causes or actions here, and no trend is said."""
    found = tables("a: {name: 甲, data: 台账, statement: 好, parts: {x: {name: 子, actual: 3家}}}")
    assert list(found) == ["review-results", "review-told", "parts-a"]
    assert [column.key for column in found["review-told"].columns] == ["result", "statement", "data"]
