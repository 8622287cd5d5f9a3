"""What a reader does with a page: read its numbers, and go through it without a mouse."""

from decimal import Decimal

import pytest
from playwright.sync_api import Page

from e2e.conftest import NewReader
from e2e.drawing import numbers
from e2e.pages import CHILD, OBJECTIVES
from e2e.reader import PHONE, Reader, focused, know_numbers, tab_to, until
from e2e.serving import SiteServer

pytestmark = pytest.mark.browser
TARGET = "adhesives/east-china:objectives/revenue.target"
PARTS = {"end-customer": Decimal(720), "own-store": Decimal(180), "dealer": Decimal(192)}


def amounts(page: Page, table: str) -> dict[str, list[Decimal]]:
    """Address → the numbers of its cell, for every addressed number of one table."""
    know_numbers(page)
    cells = page.locator(f"[data-name={table}] .pg-num[data-address]")
    pairs = cells.evaluate_all("all => all.map(e => [e.dataset.address, e.textContent])")
    return {address: numbers(text) for address, text in pairs}


def test_the_total_and_its_three_parts(desk: Reader) -> None:
    """1092 = 720 + 180 + 192, on the page of 2025, by exact decimals; and nothing is left over."""
    found = amounts(desk.open(OBJECTIVES[2025]), "revenue-channel")
    parts = {address: value for address, value in found.items() if address.startswith(f"{TARGET}/")}
    assert parts == {f"{TARGET}/{name}": [value] for name, value in PARTS.items()}
    assert found[TARGET] == [Decimal(1092)] == [sum(PARTS.values())]
    assert found["adhesives/east-china:objectives/revenue.gap/channel"] == [Decimal(0)]


@pytest.mark.parametrize("year", OBJECTIVES)
def test_rows_and_columns_add_up(desk: Reader, year: int) -> None:
    """As printed, not only as computed: each member's quarters make its target, each quarter's members the quarter."""
    page = desk.open(OBJECTIVES[year])
    add_up(amounts(page, "revenue-channel"))
    add_up(amounts(page, "personal-person"))


def add_up(found: dict[str, list[Decimal]]) -> None:
    """Hold the numbers of a table of members and periods against one another."""
    targets = {key.partition(".target")[2]: value[0] for key, value in found.items() if ".target" in key}
    members = {key.partition("/")[2] for key in targets if "/" in key}
    periods = {key.partition("/")[0] for key in targets if key.startswith("@")}
    assert len(members) in {3, 4}
    assert len(periods) in {3, 4}
    for member in members:
        assert sum(targets[f"{period}/{member}"] for period in periods) == targets[f"/{member}"]
    for period in periods:
        assert sum(targets[f"{period}/{member}"] for member in members) == targets[period]
    assert sum(targets[f"/{member}"] for member in members) == sum(targets[period] for period in periods) == targets[""]


def test_the_first_stop_of_the_keyboard_skips_the_head(desk: Reader) -> None:
    """Visible only then; from its target the keyboard goes on in the text, and the title is not under the header."""
    page = desk.open(f"2025/{CHILD}")
    know_numbers(page)  # the last thing that a page does by itself
    page.keyboard.press("Tab")
    assert focused(page)["text"] == "跳到正文"
    skip = page.locator(".pg-skip")
    until(page, lambda: (skip.bounding_box() or {"y": -1})["y"] >= 0, "the link is in sight")
    page.keyboard.press("Enter")
    until(page, page.locator("#pg-content:target").count, "the address names the title, and the page is there")
    page.keyboard.press("Tab")
    assert page.evaluate("() => !!document.activeElement.closest('article')")
    edges = page.evaluate("() => ['h1', '.md-header'].map(css => document.querySelector(css).getBoundingClientRect())"
                          ".map(box => [box.top, box.bottom])")  # fmt: skip
    assert edges[0][0] >= edges[1][1]


def test_a_table_behind_a_chart_opens_by_keyboard(desk: Reader) -> None:
    """Tab to 数据表, Enter: its rows are there; Enter again: gone."""
    page = desk.open(OBJECTIVES[2025])
    tab_to(page, lambda here: here["tag"] == "summary" and here["text"] == "数据表")
    table = page.locator("details.pg-data:focus-within table")
    assert not table.is_visible()
    page.keyboard.press("Enter")
    until(page, table.is_visible, "the table is there")
    assert table.locator("tbody tr").count() == 7
    page.keyboard.press("Enter")
    until(page, lambda: not table.is_visible(), "the table is gone")


def test_a_wide_table_scrolls_by_keyboard(new_reader: NewReader) -> None:
    """On a phone the space bar asks for all columns; their box then takes the keyboard and says its name."""
    page = new_reader(viewport=PHONE).open(OBJECTIVES[2025])
    box = page.locator("[data-name=revenue-channel] .pg-scroll")
    assert box.get_attribute("tabindex") is None
    tab_to(page, lambda here: here["around"] == "pg-all")
    page.keyboard.press("Space")
    until(page, lambda: box.evaluate("e => e.scrollWidth > e.clientWidth"), "the table is wider than its box")
    until(page, lambda: box.get_attribute("tabindex") == "0", "the box can be reached")
    assert (box.get_attribute("role"), box.get_attribute("aria-label")) == ("region", "按渠道")
    page.keyboard.press("Shift+Tab")
    assert "pg-num" in focused(page)["css"], "one number of the table is a stop of its own"
    page.keyboard.press("Shift+Tab")
    assert "pg-scroll" in focused(page)["css"]
    page.keyboard.press("ArrowRight")
    until(page, lambda: box.evaluate("e => e.scrollLeft"), "the table moves")


def test_whatever_scrolls_can_be_reached(new_reader: NewReader) -> None:
    """On a phone with everything opened: each table wider than its box can be scrolled by keyboard."""
    page = new_reader(viewport=PHONE).open(OBJECTIVES[2026])
    for opener in (*page.locator("details > summary").all(), *page.locator(".pg-all").all()):
        opener.click()
    boxes = page.locator(".pg-scroll").evaluate_all("all => all.map(e => [e.scrollWidth - e.clientWidth, e.tabIndex])")
    assert {index for wider, index in boxes if wider > 1} == {0}
    assert {index for wider, index in boxes if wider <= 1} == {-1}


RECORD = """selector => {
    const region = document.querySelector(selector);
    window.told = [];
    new MutationObserver(() => window.told.push(region.textContent)).observe(region, {childList: true});
}"""
"""Keeps what a region says: it is there for a moment only, which a slow machine may miss."""


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (OBJECTIVES[2025], ("复制", "已复制", "目标（万元）")),
        ("2026/sales/objectives/", ("Copy", "Copied", "Target (CN¥ k)")),
    ],
)
def test_copying_is_told_to_who_listens(
    new_reader: NewReader, server: SiteServer, small_server: SiteServer, path: str, words: tuple[str, str, str]
) -> None:
    """The region is there and empty before; what is copied has the brackets of its language."""
    button, said, head = words
    base = (server if "adhesives" in path else small_server).base
    page = new_reader(base, permissions=["clipboard-read", "clipboard-write"]).open(path)
    region = page.locator("[aria-live=polite].pg-said")
    assert region.text_content() == ""
    page.evaluate(RECORD, ".pg-said")
    page.bring_to_front()
    page.locator(".pg-tool").get_by_text(button, exact=True).first.click()
    until(page, lambda: page.evaluate("() => window.told") == [said, ""], "it is told, and nothing is left")
    assert head in page.evaluate("() => navigator.clipboard.readText()")
