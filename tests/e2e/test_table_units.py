"""Amounts of money in 元, 万元 and 亿元: heads, cells, totals and what is taken away say the same."""

import csv
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

from e2e.conftest import NewReader
from e2e.pages import CHILD
from e2e.reader import until
from e2e.test_tables import OBJECTIVES, REGIONS, column, press

QUARTERS = ("一季", "二季", "三季", "四季")
MONTHS = ("1–3 月", "4–6 月", "7–9 月", "10–12 月")
HEADS = "all => all.map(e => [...e.querySelectorAll('.pg-unit')].map(unit => unit.textContent))"


def units(table: Locator, first: int, last: int) -> list[list[str]]:
    """What stands small below the heads of some columns, counted from 0."""
    found: list[list[str]] = table.locator("thead tr:last-child > th").evaluate_all(HEADS)
    return found[first : last + 1]


@pytest.mark.parametrize(
    ("unit", "target", "quarter", "total"),
    [
        ("元", "5,600,000", "1,120,000", ["24,024,000", "4,805,000", "6,006,000", "6,006,000", "7,207,000"]),
        ("万元", "560.0", "112.0", ["2,402.4", "480.5", "600.6", "600.6", "720.7"]),
        ("亿元", "0.05600", "0.01120", ["0.24024", "0.04805", "0.06006", "0.06006", "0.07207"]),
    ],
)
def test_heads_cells_totals_and_csv_agree(
    new_reader: NewReader, tmp_path: Path, unit: str, target: str, quarter: str, total: list[str]
) -> None:
    """浙江 has 560 万元, a fifth of it in the first quarter; the total is 480.5 + 600.6 + 600.6 + 720.7."""
    page = new_reader().open(OBJECTIVES)
    table = page.locator(REGIONS)
    press(table, unit)
    assert units(table, 1, 1) == [[unit]]
    assert units(table, 3, 6) == [[months, unit] for months in MONTHS], "a head that says months says the unit too"
    assert [column(table, place)[0] for place in (2, 4)] == [target, quarter]
    assert [column(table, place)[-1] for place in (2, 4, 5, 6, 7)] == total
    rows = saved(page, table, tmp_path)
    assert rows[0][3:7] == [f"{name}（{months}，{unit}）" for name, months in zip(QUARTERS, MONTHS, strict=True)]
    assert [rows[1][1], rows[1][3]] == [target.replace(",", ""), quarter.replace(",", "")]
    assert [rows[-1][place] for place in (1, 3, 4, 5, 6)] == [text.replace(",", "") for text in total]


def saved(page: Page, table: Locator, folder: Path) -> list[list[str]]:
    """The table as CSV, read back; the file begins as spreadsheets want it."""
    with page.expect_download() as load:
        table.locator(".pg-tool").get_by_text("CSV").click()
    load.value.save_as(folder / "saved.csv")
    assert (folder / "saved.csv").read_bytes().startswith("\ufeff".encode())
    return list(csv.reader((folder / "saved.csv").read_text("utf-8-sig").splitlines()))


def test_the_plans_own_unit_leaves_heads_as_they_were(new_reader: NewReader) -> None:
    """Pressed again, months stand alone below the quarters, as without scripts."""
    table = new_reader().open(OBJECTIVES).locator(REGIONS)
    press(table, "元")
    press(table, "元")
    assert units(table, 3, 6) == [[months] for months in MONTHS]


@pytest.mark.parametrize(
    ("unit", "price", "amounts"),
    [
        ("元", "500", ["6,000", "48,000", "114,000"]),
        ("万元", "0.05", ["0.6", "4.8", "11.4"]),
        ("亿元", "0.000005", ["0.00006", "0.00048", "0.00114"]),
    ],
)
def test_a_budget_in_each_unit(new_reader: NewReader, unit: str, price: str, amounts: list[str]) -> None:
    """500 元 a month for a year are 6,000 元; the year's running costs are 114,000 元."""
    page = new_reader().open(f"2026/{CHILD}budget/")
    page.evaluate("unit => localStorage.setItem('plangen.unit', unit)", unit)
    page.reload()
    table = page.locator("[data-name=running-lines]")
    until(page, lambda: column(table, 4)[-1] == amounts[-1], "the choice is remembered")
    assert column(table, 3)[0] == price
    assert [*column(table, 4)[:2], column(table, 4)[-1]] == amounts
    assert [unit_ for place in units(table, 2, 3) for unit_ in place] == [unit, unit]


def test_a_table_with_its_units_in_the_cells_has_the_choice_too(new_reader: NewReader) -> None:
    """Caps are of several kinds: each says its own unit, and 500 元 are 0.05 万元."""
    page = new_reader().open(f"2026/{CHILD}budget/")
    table = page.locator("[data-name=caps]")
    press(table, "万元")
    assert column(table, 2)[:2] == ["≤0.05 万元", "≤0.4 万元"]


def test_rows_that_name_their_unit_name_the_chosen_one(new_reader: NewReader) -> None:
    """Scenarios side by side: 1,608 万元 are 16,080,000 元, 33.5 万元 a head and month 335,000; shares stay."""
    page = new_reader().open(f"2026/{CHILD}scenarios/")
    table = page.locator("[data-name=objectives-scenarios]")
    assert column(table, 1)[:2] == ["个人指标 万元", "个人指标·单价 万元/人/月"]
    press(table, "元")
    assert column(table, 1)[:2] == ["个人指标 元", "个人指标·单价 元/人/月"]
    assert column(table, 2)[:2] == ["16,080,000", "335,000"]
    assert column(table, 4)[0] == "-17.3"


def test_amounts_in_several_units_are_sorted_by_what_they_are(new_reader: NewReader) -> None:
    """≤18.24 万元 are more than ≤3,800 元, though the number is smaller."""
    page = new_reader().open(f"2026/{CHILD}scenarios/")
    table = page.locator("[data-name=support-scenarios]")
    before = column(table, 2)
    assert before[:2] == ["≤18.24", "≤3,800"]
    table.locator(".pg-sort").nth(1).click()
    assert column(table, 2)[-1] == "≤3,800"
