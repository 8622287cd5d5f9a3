"""Tables that are folded away behind charts have the tools of open ones; finding and sorting in depth."""

import csv
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize

from e2e.conftest import NewReader
from e2e.pages import CHILD
from e2e.reader import DESK, PHONE, Reader, tab_to, until
from e2e.test_tables import OBJECTIVES, REGIONS, column, find, press

CLIPBOARD = "() => navigator.clipboard.readText()"
MONTHS = "#revenue-cumulative details"


def opened(page: Page) -> None:
    """Open the table behind the first chart, by keyboard."""
    page.locator(f"{MONTHS} > summary").focus()
    page.keyboard.press("Enter")
    until(page, page.locator(f"{MONTHS} table").is_visible, "the table is there")


def test_the_table_behind_a_chart_is_sorted_and_taken_away(new_reader: NewReader, tmp_path: Path) -> None:
    """October has most, 240.3 万元, and 1,922.0 by then; in 元 the head, the cells and the file say so."""
    page = new_reader().open(OBJECTIVES)
    opened(page)
    table = page.locator(MONTHS)
    tab_to(page, lambda here: "pg-sort" in here["css"] and here["text"].startswith("当月"), 12)
    page.keyboard.press("Enter")
    assert column(table, 1)[:3] == ["10 月", "11 月", "12 月"]
    press(table, "元")
    assert [column(table, place)[0] for place in (2, 3)] == ["2,403,000", "19,220,000"]
    assert table.locator("thead .pg-unit").all_text_contents() == ["元", "元"]
    with page.expect_download() as load:
        table.locator(".pg-tool").get_by_text("CSV").click()
    load.value.save_as(tmp_path / "saved.csv")
    assert load.value.suggested_filename == "revenue-cumulative.csv"
    rows = list(csv.reader((tmp_path / "saved.csv").read_text("utf-8-sig").splitlines()))
    assert rows[:2] == [["月份", "当月（元）", "累计（元）"], ["10 月", "2403000", "19220000"]]


def test_it_is_copied_as_it_is_shown(new_reader: NewReader) -> None:
    """Tabs between cells, numbers without commas."""
    page = new_reader(permissions=["clipboard-read", "clipboard-write"]).open(OBJECTIVES)
    opened(page)
    page.bring_to_front()
    page.locator(f"{MONTHS} .pg-tool").get_by_text("复制").click()
    until(page, lambda: str(page.evaluate(CLIPBOARD)).startswith("月份"), "it is copied")
    lines = str(page.evaluate(CLIPBOARD)).splitlines()
    assert lines[0] == "月份\t当月（万元）\t累计（万元）"
    assert lines[-1] == "12 月\t240.2\t2402.4"
    assert len(lines) == 13


def test_a_short_one_is_read_at_a_glance(desk: Reader) -> None:
    """Five steps of a bridge need no line of tools, as open tables of five rows have none."""
    table = desk.open(OBJECTIVES).locator("#revenue-channel-bridge details")
    assert table.locator("tbody tr").count() == 5
    assert table.locator(".pg-tools, .pg-find").count() == 0


def test_tools_of_a_folded_table_fit_a_phone(new_reader: NewReader) -> None:
    """They stand above the table, and nothing reaches over the edge."""
    page = new_reader(viewport=PHONE).open(OBJECTIVES)
    opened(page)
    assert page.locator(f"{MONTHS} .pg-units").is_visible()
    assert page.evaluate("() => document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_tools_of_a_chart_and_of_its_table_have_lines_of_their_own(new_reader: NewReader, size: ViewportSize) -> None:
    """Those of a chart that names no source lay upon those of its table."""
    page = new_reader(viewport=size).open(OBJECTIVES)
    page.evaluate("document.querySelectorAll('.pg-chart .pg-data').forEach(each => { each.open = true })")
    gaps = page.locator(".pg-chart__foot .pg-head").evaluate_all(
        """heads => heads.map(head => head.getBoundingClientRect().top
           - head.closest('.pg-chart__foot').querySelector(':scope > .pg-tools').getBoundingClientRect().bottom)"""
    )
    assert len(gaps) > 1
    assert min(gaps) >= 0


def test_rows_are_found_in_a_folded_table(desk: Reader) -> None:
    """The organisation as a table has 21 rows: the box is there, and one of them manages two."""
    page = desk.open("2026/headquarters/organisation/sales-support/org/")
    table = page.locator("details[data-name=tree-table]")
    table.locator("summary").click()
    assert find(page, table, "管 2 人").startswith("1 / 21 行")
    assert column(table, 1) == ["客户服务主管"]


def test_numbers_are_found_without_commas_and_names_by_initials(desk: Reader) -> None:
    """1608 is 1,608; zj is 浙江, as the search has it."""
    page = desk.open(f"2026/{CHILD}scenarios/")
    table = page.locator("[data-name=objectives-scenarios]")
    assert find(page, table, "1608").startswith("1 / ")
    assert column(table, 2) == ["1,608"]
    find(page, table, "zj")
    assert "浙江 万元" in column(table, 1)
    assert len(column(table, 1)) < 8


PUT = """(table, texts) => [...table.querySelectorAll('tr.pg-body')].forEach((row, place) => {
  row.cells[2].textContent = texts[place];
})"""


def test_shares_are_sorted_by_what_they_are(desk: Reader) -> None:
    """5‰ is less than 1%, below zero is less than nothing, and what is not set comes last both ways."""
    table = desk.open(OBJECTIVES).locator(REGIONS)
    table.evaluate(PUT, ["1%", "5‰", "待定", "-2%", "约 3%", "≥2%", "1–2%", "—"])
    button = table.locator(".pg-sort").nth(2)
    button.click()
    assert column(table, 3)[:6] == ["约 3%", "≥2%", "1–2%", "1%", "5‰", "-2%"]
    assert column(table, 3)[6:8] == ["待定", "—"]
    button.click()
    assert column(table, 3)[:2] == ["-2%", "5‰"]
    assert column(table, 3)[6:8] == ["待定", "—"]
