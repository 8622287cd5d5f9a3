"""What is told to readers who hear the page, or who set its letters, colours and size themselves."""

from typing import Any

import pytest
from playwright.sync_api import Page

from e2e.conftest import NewReader
from e2e.pages import CHILD, KINDS
from e2e.reader import Reader, focused, until

pytestmark = pytest.mark.browser
OBJECTIVES = f"2026/{CHILD}objectives/"
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }"""
CUT = """() => [...document.querySelectorAll('article *, .md-tabs *, .md-banner *')].filter(e => {
  const style = getComputedStyle(e), own = [...e.childNodes].some(node => node.nodeType === 3 && node.data.trim());
  return own && e.offsetWidth > 2 && !e.closest('.pg-plot, .pg-sr, .pg-part, svg')
    && (style.overflowX !== 'visible' && e.scrollWidth > e.clientWidth + 1
      || style.overflowY !== 'visible' && e.scrollHeight > e.clientHeight + 2);
}).map(e => e.textContent.trim())"""
WIDTH = "() => Math.max(document.documentElement.scrollWidth, innerWidth)"


def told(page: Page, css: str) -> dict[str, Any]:
    """What assistive technology is given of an element: role, name, description and states."""
    session = page.context.new_cdp_session(page)
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": css})["nodeId"]
    found = session.send("Accessibility.getPartialAXTree", {"nodeId": node, "fetchRelatives": False})["nodes"][0]
    session.detach()
    states = {each["name"]: each["value"].get("value") for each in found.get("properties", [])}
    return states | {name: found[name].get("value") for name in ("role", "name", "description") if name in found}


def test_the_panel_of_a_card_begins_with_its_question(reader: Reader) -> None:
    """As a dialog that is named; who opened it hears for which number, and comes back to that."""
    page = reader.open(f"2026/{CHILD}")
    number = page.locator(".pg-card [data-address]").first
    number.focus()
    page.keyboard.press("Enter")
    page.locator("dialog.pg-why").wait_for()
    assert "pg-why__title" in focused(page)["css"]
    assert told(page, "dialog.pg-why")["name"] == "这个数怎么来的"
    page.keyboard.press("Escape")
    assert number.evaluate("e => e === document.activeElement")


def test_the_selector_of_years_tells_the_year(reader: Reader) -> None:
    """What is seen on a button is part of its name, and its list marks the year that is shown."""
    page = reader.open("2026/")
    until(page, lambda: told(page, ".md-version__current")["name"] == "2026 草案, 选择年度", "the year is told")
    assert page.locator(".md-version__link[aria-current]").all_text_contents() == ["2026 草案"]


def test_the_tab_that_a_page_belongs_to_is_told(desk: Reader) -> None:
    """Not by its colour alone: on a page of the index, and on a page that is a tab itself."""
    page = desk.open("2026/gaps/")
    assert page.locator(".md-tabs__link[aria-current]").evaluate_all("all => all.map(e => e.textContent)") == ["索引"]
    assert desk.open("2026/").locator(".md-tabs__link[aria-current=page]").inner_text() == "首页"


def test_how_much_was_found_is_told(reader: Reader) -> None:
    """The place that says so is there before it says anything. Words that are pasted or spoken press no key."""
    page = reader.open("2026/")
    field = page.locator(".md-search__input")
    field.focus()
    until(page, lambda: told(page, ".md-search-result__meta").get("role") == "status", "a place for what is found")
    assert told(page, ".md-search-result__meta")["live"] == "polite"
    field.evaluate("e => { e.value = '销售额'; e.dispatchEvent(new Event('input')) }")
    until(page, lambda: "页有结果" in page.locator(".md-search-result__meta").inner_text(), "pasted words are searched")


def test_a_heading_without_rows_is_found_as_a_row(reader: Reader) -> None:
    """A unit without plans below it stands alone: it is shown, so it is counted; a heading of shown rows is not."""
    page = reader.open("2026/")
    table = page.locator(".pg-table:has(.pg-find)").first
    said, shown = table.locator(".pg-found"), table.locator("tbody tr:not([hidden]):not(.pg-under)")
    table.locator(".pg-find").fill("上海公司")
    assert [row.strip().partition("\t")[0] for row in shown.all_inner_texts()] == ["上海公司"]
    assert said.inner_text().startswith("1 / ")
    table.locator(".pg-find").fill("华东区域")
    assert shown.count() == 2
    assert said.inner_text().startswith("1 / ")


@pytest.mark.parametrize("kind", ["home", "calendar", "checks", "overview", "objectives", "phases", "role"])
def test_four_times_as_large(new_reader: NewReader, kind: str) -> None:
    """A window of 1280 at 400 % has 320 to show: nothing but a table in its own place is wider."""
    reader = new_reader(viewport={"width": 320, "height": 256}, is_mobile=True)
    page = reader.open(f"2026/{KINDS[kind]}")
    reader.draw()
    assert page.evaluate(WIDTH) == 320


@pytest.mark.parametrize("kind", ["home", "overview", "objectives", "phases"])
def test_wider_letters(new_reader: NewReader, kind: str) -> None:
    """With the spaces that a reader may set between letters, words and lines nothing is cut off."""
    page = new_reader(bypass_csp=True).open(f"2026/{KINDS[kind]}")
    before = page.evaluate(CUT)
    page.add_style_tag(content=SPACED)
    assert [text for text in page.evaluate(CUT) if text not in before] == []
    assert page.evaluate(WIDTH) == page.evaluate("() => innerWidth")


def test_forced_colours(new_reader: NewReader) -> None:
    """Where the system gives the colours, the chosen unit and the dots of names are still told apart."""
    page = new_reader(forced_colors="active").open(OBJECTIVES)
    units = page.locator(".pg-units").first.locator("button")
    colours = units.evaluate_all("all => all.map(e => getComputedStyle(e).backgroundColor)")
    assert len(set(colours)) == 2
    dots = page.locator(".pg-grid .pg-dot").evaluate_all("all => all.map(e => getComputedStyle(e).backgroundColor)")
    assert len(set(dots)) > 3
