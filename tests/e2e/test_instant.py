"""Going from page to page without loading each anew: everything on the new page works, and nothing piles up.

Material goes instantly between the addresses of a year's sitemap. A site that knows its own address (`site_url`) has it
there; here the server says it in the example's stead.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from e2e.drawing import drawn, mismatches
from e2e.pages import CHILD
from e2e.reader import Reader, until
from e2e.serving import Extra, SiteServer
from e2e.staying import mark, marked

pytestmark = pytest.mark.browser
TRIPS, WARM = 15, 3
MORE = 8_000_000
"""Bytes that twelve more round trips may cost; one page with its charts drawn takes more than that."""


@pytest.fixture
def known(server: SiteServer) -> Iterator[SiteServer]:
    """The example at an address that its sitemaps know."""
    for year in (2025, 2026):
        told = (server.site / str(year) / "sitemap.xml").read_text(encoding="utf-8")
        server.extra[f"/{year}/sitemap.xml"] = Extra(told.replace("http://localhost/", server.base))
    yield server
    for year in (2025, 2026):
        del server.extra[f"/{year}/sitemap.xml"]


def go(page: Page, chapter: str, title: str) -> None:
    """Follow a link of the sidebar; the page comes without being loaded anew."""
    page.locator(f'.pg-sidebar a[href*="{chapter}"]').first.click()
    until(page, lambda: page.locator("h1").inner_text() == title, f"{title} is shown")
    assert marked(page)


def used(page: Page) -> dict[str, float]:
    """Memory and nodes in use, after everything that can go has gone."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    session.send("HeapProfiler.collectGarbage")
    found = {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}
    session.detach()
    return found


def test_back_and_forth(reader: Reader, known: SiteServer) -> None:
    """Fifteen times between two pages with charts: each drawn with its table's numbers, memory stays, no complaint."""
    page = reader.open(f"2025/{CHILD}objectives/")
    mark(page)
    for trip in range(TRIPS):
        go(page, "phases", "阶段与任务")
        reader.draw()
        go(page, "objectives", "目标")
        reader.draw()
        charts = drawn(page)
        assert len(charts) == 5
        assert [slip for chart in charts for slip in mismatches(chart)] == []
        assert all(chart.marks == chart.wanted_marks() > 0 for chart in charts), f"trip {trip}"
        if trip == WARM - 1:
            before = used(page)
    assert used(page)["JSHeapUsedSize"] - before["JSHeapUsedSize"] < MORE
    assert len(reader.asked("plotly")) == 1
    assert reader.notes.slips() == {}


def test_terms_explain_themselves_on_every_page(reader: Reader, known: SiteServer) -> None:
    """On one that came without being loaded anew; the tip of a term that was followed does not stay behind."""
    page = reader.open(f"2026/{CHILD}")
    mark(page)
    go(page, "rules", "销售制度")
    term, tip = page.locator("a.pg-term").first, page.get_by_role("tooltip")
    term.hover()
    assert tip.inner_text() == term.get_attribute("data-tip")
    term.click()
    until(page, lambda: page.url.endswith("/terms/#own-store"), "the page of terms")
    assert marked(page)
    until(page, lambda: tip.count() == 0, "the tip has gone")


def test_the_panel_speaks_of_the_page_that_is_shown(reader: Reader, known: SiteServer) -> None:
    """From one plan to another: the numbers there answer, with the data of that plan; tables have their tools."""
    page = reader.open(f"2025/{CHILD}")
    mark(page)
    page.locator(".md-tabs").get_by_text("首页").click()
    until(page, lambda: page.url == f"{known.base}2025/", "the home page")
    page.locator('article a[href$="condiments/nanjing/"]').first.click()
    until(page, lambda: page.url.endswith("/condiments/nanjing/"), "another plan")
    page.locator(".pg-crumbs").wait_for()  # the address is there before the page is
    assert marked(page)
    number = page.locator("article .pg-num[data-address]").first
    number.click()
    until(page, page.locator(".pg-why__title").is_visible, "the panel is open")
    told = page.locator(".pg-why").inner_text()
    assert (number.get_attribute("data-address") or "?") in told
    assert "没有这个数字的说明" not in told
    page.go_back()
    until(page, lambda: page.url == f"{known.base}2025/", "back")
    until(page, lambda: not page.locator(".pg-why").is_visible(), "the panel went with its page")
    assert page.locator(".pg-tools").count() > 0
    assert reader.notes.slips() == {}


def test_a_page_with_links_in_a_drawing_comes_too(reader: Reader, known: SiteServer) -> None:
    """And the pages after it: the theme would stop at the first link of SVG. There too a term explains itself."""
    page = reader.open(f"2025/{CHILD}phases/")
    mark(page)
    go(page, "org", "组织")
    assert page.locator("article svg a").count() > 0
    go(page, "objectives", "目标")
    page.locator("article a.pg-term").first.focus()
    assert page.get_by_role("tooltip").count() == 1
    go(page, "phases", "阶段与任务")
    assert page.get_by_role("tooltip").count() == 0, "the tip went with its page"
    assert reader.notes.slips() == {}
