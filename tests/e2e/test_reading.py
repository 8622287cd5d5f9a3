"""What a reader does with a page: read the numbers, use the keyboard, search, print."""

import re
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path

import pytest
from playwright.sync_api import Page

from e2e.conftest import NewReader
from e2e.drawing import drawn, numbers
from e2e.pages import CHILD, OBJECTIVES
from e2e.reader import PHONE, Reader, focused, tab_to, until

pytestmark = pytest.mark.browser
TARGET = "adhesives/east-china:objectives/revenue.target"
PARTS = {"end-customer": Decimal(720), "own-store": Decimal(180), "dealer": Decimal(192)}


def amounts(page: Page, table: str) -> dict[str, list[Decimal]]:
    """Address → the numbers of its cell, for every addressed number of one table."""
    cells = page.locator(f"[data-name={table}] .pg-num[data-address]")
    pairs = cells.evaluate_all("all => all.map(e => [e.dataset.address, e.textContent])")
    return {address: numbers(text) for address, text in pairs}


def test_the_total_and_its_three_parts(desk: Reader) -> None:
    """1092 = 720 + 180 + 192, on the page of 2025, by exact decimals; and nothing is left over."""
    found = amounts(desk.open(OBJECTIVES[2025]), "revenue-channel")
    parts = {
        address.removeprefix(f"{TARGET}/"): value
        for address, value in found.items()
        if address.startswith(f"{TARGET}/")
    }
    assert parts == {name: [value] for name, value in PARTS.items()}
    assert found[TARGET] == [Decimal(1092)] == [sum(PARTS.values())]
    assert found["adhesives/east-china:objectives/revenue.gap/channel"] == [Decimal(0)]


@pytest.mark.parametrize("year", OBJECTIVES)
@pytest.mark.parametrize("table", ["revenue-channel", "personal-person"])
def test_rows_and_columns_add_up(desk: Reader, year: int, table: str) -> None:
    """As printed, not only as computed: each member's quarters make its target, each quarter's members the quarter."""
    found = amounts(desk.open(OBJECTIVES[year]), table)
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
    page.keyboard.press("Tab")
    assert focused(page)["text"] == "跳到正文"
    skip = page.locator(".pg-skip")
    until(page, lambda: (skip.bounding_box() or {"y": -1})["y"] >= 0, "the link is in sight")
    page.keyboard.press("Enter")
    until(page, lambda: page.url.endswith("#pg-content"), "the address names the title")
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
    """On a narrow screen all columns are asked for with the space bar; their box takes the keyboard and says its name."""
    page = new_reader(viewport=PHONE).open(OBJECTIVES[2025])
    box = page.locator("[data-name=revenue-channel] .pg-scroll")
    assert box.get_attribute("tabindex") is None
    tab_to(page, lambda here: here["around"] == "pg-all")
    page.keyboard.press("Space")
    until(page, lambda: box.evaluate("e => e.scrollWidth > e.clientWidth"), "the table is wider than its box")
    until(page, lambda: box.get_attribute("tabindex") == "0", "the box can be reached")
    assert (box.get_attribute("role"), box.get_attribute("aria-label")) == ("region", "按渠道")
    page.keyboard.press("Shift+Tab")
    assert "pg-scroll" in focused(page)["css"]
    page.keyboard.press("ArrowRight")
    until(page, lambda: box.evaluate("e => e.scrollLeft"), "the table moves")


def search(page: Page, words: str) -> list[str]:
    """Type into the search field; gives the addresses that are found. Typed Han letters come without `keyup`."""
    page.keyboard.press("f")
    field = page.locator(".md-search__input")
    until(page, lambda: field.evaluate("e => e === document.activeElement"), "the search field has the keyboard")
    field.fill("")
    page.keyboard.type(words)
    page.keyboard.press("Shift")
    said = page.locator(".md-search-result__meta")
    until(page, lambda: "页有结果" in said.inner_text() or "没有找到" in said.inner_text(), "the search answers")
    links = page.locator(".md-search-result__item > a.md-search-result__link").evaluate_all(
        "all => all.map(e => e.href)"
    )
    return [str(link) for link in links]


@pytest.mark.parametrize("words", ["经销商", "区域经理"])
def test_search_finds_words_inside_sentences(desk: Reader, words: str) -> None:
    """Whole words that stand inside Chinese sentences; the first page that is found has them."""
    page = desk.open("2025/")
    found = search(page, words)
    assert len(found) >= 3
    assert all(url.startswith(f"{desk.base}2025/") for url in found)
    page.locator(".md-search-result__link").first.click()
    until(page, lambda: page.url.partition("?")[0] == found[0].partition("?")[0], "the page that was found")
    assert words in page.locator("article").inner_text()
    assert desk.notes.slips() == {}


def test_search_says_when_there_is_nothing(desk: Reader) -> None:
    """The control: words that no page has."""
    page = desk.open("2025/")
    assert search(page, "鑫龘") == []
    assert page.locator(".md-search-result__meta").inner_text() == "没有找到"
    assert desk.notes.slips() == {}


PAPER = """() => { window.plangenTestPaper = []; for (const name of ['beforeprint', 'afterprint'])
  addEventListener(name, () => plangenTestPaper.push({
    name, scheme: document.body.dataset.mdColorScheme,
    marks: [...document.querySelectorAll('.pg-chart')].map(e => e.querySelectorAll('.point').length),
    widths: [...document.querySelectorAll('.pg-chart svg.main-svg:first-of-type')].map(e => e.width.baseVal.value),
  })) }"""
HIDDEN = (
    ".md-header",
    ".md-tabs",
    ".md-sidebar",
    ".pg-tools",
    ".pg-all",
    "details.pg-data",
    ".pg-crumbs",
    ".md-search",
)


def test_paper(new_reader: NewReader, tmp_path: Path) -> None:
    """Printed from the dark, unscrolled: every chart, in light colours and the paper's width; then dark again."""
    reader = new_reader(color_scheme="dark")
    page = reader.open(OBJECTIVES[2025])
    until(page, lambda: page.evaluate("() => !!window.Plotly"), "the chart library is at hand")
    assert drawn(page)[-1].svgs == 0
    page.evaluate(PAPER)
    paper = page.pdf()
    before, after = page.evaluate("() => plangenTestPaper")
    assert (before["name"], before["scheme"], before["marks"]) == ("beforeprint", "default", [7, 9, 7, 12])
    assert set(before["widths"]) == {323}
    assert (after["name"], page.evaluate("() => document.body.dataset.mdColorScheme")) == ("afterprint", "slate")
    assert paper.startswith(b"%PDF-")
    assert 3 <= len(re.findall(rb"/Type\s*/Page\b", paper)) <= 6
    if shutil.which("pdftotext"):
        (tmp_path / "paper.pdf").write_bytes(paper)
        text = subprocess.run(
            ["pdftotext", tmp_path / "paper.pdf", "-"], capture_output=True, text=True, check=True
        ).stdout
        assert [word for word in ("累计 1,092.0", "业务员丁", "1,092", "截至 2026-01-05") if word not in text] == []
        assert re.search(r"\b1\s*/\s*[3-6]\b", text)
        assert [word for word in ("数据表", "显示全部", "复制", "跳到正文") if word in text] == []
    assert reader.notes.slips() == {}


def test_the_look_of_paper(new_reader: NewReader) -> None:
    """What only helps on a screen is gone, what a phone leaves out is there, and the colours are light."""
    reader = new_reader(color_scheme="dark")
    page = reader.open(OBJECTIVES[2025])
    reader.draw()
    assert all(page.locator(css).first.is_visible() for css in (".md-header", ".md-sidebar", ".pg-all, .pg-tools"))
    page.emulate_media(media="print")
    assert [css for css in HIDDEN for each in page.locator(css).all() if each.is_visible()] == []
    assert all(cell.is_visible() for cell in page.locator("[data-name=revenue-channel] th").all())
    assert all(chart.marks == chart.wanted_marks() > 0 for chart in drawn(page))
    assert page.locator("body").evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator("h1").evaluate("e => getComputedStyle(e).color") == "rgb(27, 36, 48)"
