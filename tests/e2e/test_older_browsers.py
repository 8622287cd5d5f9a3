"""Browsers of some years ago: what they lack costs looks, never a number, a word or a tool.

A current Chromium plays them: what older ones do not know is made nonsense in the style sheets, as they read it, and
taken away from the scripts.
"""

import re

import pytest
from playwright.sync_api import Locator, Page, Route

from e2e.conftest import NewReader
from e2e.pages import CHILD
from e2e.reader import PHONE, Reader, until

pytestmark = pytest.mark.browser
OBJECTIVES = f"2026/{CHILD}objectives/"
UNKNOWN = {
    r":has\(": ":unknown(",
    r"::details-content": "::unknown",
    r"[\w-]+:\s*color-mix\([^;}]*": "unknown:x",
    r"content:\s*\"[^\"]*\"\s*/\s*\"\"": "unknown:x",
    r"text-decoration:\s*[\w-]+\s+[^;}]+": "unknown:x",
}
"""What a style sheet may say that Chromium 88 or Safari 15.4 do not read."""
YOUNG = (
    "delete window.structuredClone; delete Object.hasOwn; delete Array.prototype.at; delete Array.prototype.findLast"
)


def _age(route: Route) -> None:
    css = route.fetch().text()
    for pattern, nonsense in UNKNOWN.items():
        css = re.sub(pattern, nonsense, css)
    route.fulfill(body=css, content_type="text/css")


def older(reader: Reader) -> Reader:
    """The reader, in an older browser."""
    reader.context.route("**/*.css", _age)
    reader.context.add_init_script(YOUNG)
    return reader


@pytest.fixture
def aged(new_reader: NewReader) -> Reader:
    """A window of an older browser at a desk."""
    return older(new_reader())


def style(place: Locator, name: str, part: str = "") -> str:
    """What a property of an element, or of a part of it, comes to."""
    found: str = place.evaluate("(e, [name, part]) => getComputedStyle(e, part || null)[name]", [name, part])
    return found


def overlap(page: Page, one: str, other: str) -> list[str]:
    """The charts in whose foot two parts lie over one another."""
    found: list[str] = page.evaluate(
        """([one, other]) => [...document.querySelectorAll('.pg-chart[id]')].filter(chart => {
          const [a, b] = [one, other].map(css => chart.querySelector(css).getBoundingClientRect());
          return a.width && b.width && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
        }).map(chart => chart.id)""",
        [one, other],
    )
    return found


def test_a_phone_shows_all_columns(new_reader: NewReader) -> None:
    """The link that promises them opens them, and then offers to close them."""
    page = older(new_reader(viewport=PHONE, is_mobile=True, has_touch=True)).open(OBJECTIVES)
    table = page.locator(".pg-table:has(> .pg-all):has(.pg-groups)").first
    heads = table.locator("thead tr:last-child th")
    seen = sum(head.is_visible() for head in heads.all())
    link = table.locator(".pg-all")
    assert link.inner_text() == f"显示全部 {heads.count()} 列"
    link.click()
    assert seen < sum(head.is_visible() for head in heads.all()) == heads.count()
    assert table.locator(".pg-groups").is_visible()
    assert link.inner_text() == "收起"
    link.click()
    assert sum(head.is_visible() for head in heads.all()) == seen


def test_what_stands_at_a_chart_does_not_lie_over_one_another(aged: Reader) -> None:
    """The handle of its table stands beside its tools."""
    page = aged.open(OBJECTIVES)
    assert page.locator(".pg-chart .pg-tool--image").count() > 5
    assert overlap(page, ".pg-data > summary", ".pg-chart__foot > .pg-tools") == []


def test_the_panel_keeps_its_columns(aged: Reader) -> None:
    """What uses a number is named in one line, not in one of single letters."""
    page = aged.open(OBJECTIVES)
    page.locator(".pg-grid tbody [data-address]").first.click()
    name = page.locator("button.pg-why__name").first
    name.wait_for()
    height = name.evaluate("e => e.parentElement.offsetHeight / parseFloat(getComputedStyle(e).lineHeight)")
    assert height < 2


def test_colours_lines_and_arrows_are_there(aged: Reader) -> None:
    """Depths of colour, the line below a link, the arrow of a sorted column."""
    page = aged.open(OBJECTIVES)
    deep = [style(page.locator(f"td.pg-heat{step}").first, "backgroundColor") for step in (1, 5)]
    assert "rgba(0, 0, 0, 0)" not in deep
    assert len(set(deep)) == 2
    link = page.locator("article > p a:not(.pg-term)").first
    assert style(link, "textDecorationLine") == "underline"
    assert style(page.locator("span.pg-unset").first, "textDecorationStyle") == "dashed"
    page.locator(".pg-sort").nth(1).click()
    assert "↓" in style(page.locator("[aria-sort] > .pg-sort"), "content", "::before")
    assert aged.notes.slips() == {}


def test_an_item_is_led_to_by_the_id_of_another_year(aged: Reader) -> None:
    """And has its permanent link."""
    page = aged.open(f"2026/{CHILD}org/#rep")
    until(page, lambda: page.url.endswith("#area-rep"), "what it is called this year")
    assert page.locator(".pg-here").count() > 3
    assert aged.notes.slips() == {}
