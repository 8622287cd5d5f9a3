"""Pages in a browser that runs no script: nothing to be read needs one, and nothing offers what it cannot do."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from e2e.pages import PATHS
from e2e.reader import DESK
from e2e.serving import SiteServer

pytestmark = pytest.mark.browser
HIDDEN = """() => [...document.querySelectorAll('article :is(h1, h2, h3, th, td, p, li, .pg-num)')]
  .filter(e => !e.closest('details:not([open]), .pg-sr, .pg-tree__list, .pg-key') && e.textContent.trim())
  .filter(e => !e.checkVisibility()).map(e => e.outerHTML.slice(0, 160))"""
"""What has words and cannot be seen, outside of what a reader opens."""
DEAD = """() => [...document.querySelectorAll('article :is(button, [role=button], input[type=search], select)')]
  .filter(e => e.checkVisibility()).map(e => e.outerHTML.slice(0, 160))"""
"""Controls that only a script could answer."""
CHARTS = """() => [...document.querySelectorAll('.pg-chart')].map(chart => {
  const rows = chart.querySelectorAll('table tbody tr').length;
  return [chart.id, rows > 0, [...chart.querySelectorAll('table')].some(e => e.checkVisibility())] })
  .filter(([, rows, seen]) => !rows || !seen)"""
"""Charts whose table is not there or not seen."""


@pytest.fixture(scope="module")
def plain(browser: Browser) -> Iterator[Page]:
    """A window without scripts."""
    context = browser.new_context(viewport=DESK, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_the_text_is_complete(plain: Page, server: SiteServer, path: str) -> None:
    """Words, numbers and tables are seen, each chart's table stands in its place, the ways on are links."""
    plain.goto(server.base + path)
    assert plain.locator("h1").is_visible()
    assert plain.evaluate(HIDDEN) == []
    assert plain.evaluate(DEAD) == []
    assert plain.evaluate(CHARTS) == []
    assert plain.locator("#pg-lost a" if path.endswith("404.html") else ".md-tabs a, .md-nav a").count() > 0
