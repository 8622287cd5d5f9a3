"""A whole journey by keyboard: a duty, why a number, the other year, paper. Each stop is in sight and has a ring."""

from urllib.parse import unquote

import pytest
from playwright.sync_api import Page

from e2e.conftest import NewReader
from e2e.drawing import drawn
from e2e.pages import CHILD
from e2e.reader import focused, know_numbers, tab_to, until

pytestmark = pytest.mark.browser
DUTY, DUTIES = "与每名业务员通话", f"{CHILD}duties/"
STOP = """() => {
  const e = document.activeElement, style = getComputedStyle(e);
  const boxes = [...e.getClientRects()].filter(box => box.width && box.height);
  const seen = boxes.some(box => {
    const at = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 10));
    return at && e.contains(at);
  });
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1 || style.boxShadow !== "none";
  return [seen ? "" : "not in sight", ring ? "" : "no ring"].filter(Boolean).join(", ");
}"""
"""What is wrong with the element that has the keyboard: something lies over it, or nothing shows that it has it."""
ADDRESS = "() => document.activeElement.dataset.address || ''"


def stop(page: Page) -> None:
    """The reader sees where the keyboard is."""
    until(page, lambda: page.evaluate(STOP) == "", f"{focused(page)}: {page.evaluate(STOP)}", 5)


def arrive(page: Page, address: str) -> None:
    """The page is there, with its version selector."""
    until(page, lambda: unquote(page.url).partition("#")[0].partition("?")[0] == address, f"{page.url} leads there")
    page.locator(".md-version").wait_for()


def tab_on(page: Page, css: str, text: str = "") -> None:
    """Press Tab until an element that fits has the keyboard; what is passed on the way is in sight too."""
    fits = "css => document.activeElement.matches(css)"
    tab_to(page, lambda here: page.evaluate(fits, css) and text in here["text"], 250)
    stop(page)


def find(page: Page, words: str, url: str) -> None:
    """Search with the theme's key, walk down to the page that was found, and open it."""
    page.keyboard.press("/")
    field = page.locator(".md-search__input")
    until(page, lambda: field.evaluate("e => e === document.activeElement"), "the search field has the keyboard")
    stop(page)
    page.keyboard.type(words)
    page.keyboard.press("Shift")
    hit = page.locator(f".md-search-result__link[href*='{DUTIES}']").first
    hit.wait_for()
    for _ in range(10):
        page.keyboard.press("ArrowDown")
        stop(page)
        if DUTIES in page.evaluate("() => document.activeElement.href || ''"):
            break
    page.keyboard.press("Enter")
    arrive(page, url)


def ask_why(page: Page) -> None:
    """Open the panel of a computed number, follow an input, come back on the number."""
    know_numbers(page)
    tab_on(page, "article table .pg-num[data-address]")
    number = page.evaluate(ADDRESS)
    page.keyboard.press("Enter")
    panel = page.locator(".pg-why")
    until(page, panel.is_visible, "the panel is open")
    stop(page)
    assert number in panel.inner_text()
    tab_on(page, ".pg-why button.pg-why__name")
    page.keyboard.press("Enter")
    until(page, lambda: panel.get_attribute("data-address") != number, "the input's own panel")
    stop(page)
    page.keyboard.press("Escape")
    until(page, lambda: not panel.count(), "the panel is closed")
    assert page.evaluate(ADDRESS) == number
    stop(page)


def switch(page: Page, year: str, url: str) -> None:
    """Take the version selector: it opens where the keyboard comes, its years are the next stops."""
    page.keyboard.press("Control+Home")
    tab_back(page, ".md-version__current")
    tab_on(page, ".md-version__link", year)
    page.keyboard.press("Enter")
    arrive(page, url)


def tab_back(page: Page, css: str) -> None:
    """Press Shift+Tab until an element that fits has the keyboard."""
    for _ in range(150):
        page.keyboard.press("Shift+Tab")
        if page.evaluate("css => document.activeElement.matches(css)", css):
            stop(page)
            return
    raise AssertionError(f"Shift+Tab does not lead to {css}")


def print_it(page: Page) -> None:
    """Press the key that prints: before the browser is asked for paper, every chart is drawn, and stays for it."""
    assert [chart.id for chart in drawn(page) if not chart.svgs], "not all charts are near"
    page.evaluate("() => { window.print = () => { window.plangenTestPrinted = true } }")
    page.keyboard.press("Control+p")
    until(page, lambda: page.evaluate("() => window.plangenTestPrinted"), "the browser is asked to print", 60)
    assert page.pdf().startswith(b"%PDF-")
    assert [chart.id for chart in drawn(page) if not chart.svgs] == []


def test_a_whole_journey_by_keyboard(new_reader: NewReader) -> None:
    """From the home page to paper, without a mouse."""
    reader = new_reader()
    page = reader.open("2025/")
    find(page, DUTY, f"{reader.base}2025/{DUTIES}")
    assert DUTY in page.locator("article").inner_text()
    ask_why(page)
    switch(page, "2026", f"{reader.base}2026/{DUTIES}")
    tab_on(page, ".pg-nav__link", "目标")
    page.keyboard.press("Enter")
    arrive(page, f"{reader.base}2026/{CHILD}objectives/")
    print_it(page)
    tab_on(page, ".pg-nav__link", "整本打印")
    page.keyboard.press("Enter")
    arrive(page, f"{reader.base}2026/{CHILD}print.html")
    assert reader.notes.slips() == {}


def test_a_stop_that_nobody_sees_is_told(new_reader: NewReader) -> None:
    """The control: below the header, or without a ring."""
    page = new_reader().open("2025/")
    page.keyboard.press("Tab")
    stop(page)
    page.add_style_tag(content=":focus-visible { outline: none !important; box-shadow: none !important }")
    assert page.evaluate(STOP) == "no ring"
