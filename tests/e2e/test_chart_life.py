"""The life of charts: nothing is loaded before one comes near, all are there for paper, none outlives its page."""

import re
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Page

from e2e.conftest import NewReader
from e2e.drawing import drawn
from e2e.pages import CHILD, OBJECTIVES
from e2e.reader import PHONE, Reader, until

pytestmark = pytest.mark.browser
LOW = {"width": 1280, "height": 120}
PRINTED = """window.print = () => { window.plangenTestPrinted =
  [...document.querySelectorAll('.pg-chart[data-figure]')].map(e => e.querySelectorAll('svg.main-svg').length > 0) }"""
ROUND_TRIPS = 15
SWAP = """async ([path, base]) => {
  // what instant navigation does: the address first, then head and content, then it tells its subscribers
  const html = await (await fetch(base + path)).text();
  const next = new DOMParser().parseFromString(html, 'text/html');
  history.pushState(null, '', base + path);
  for (const meta of document.querySelectorAll('meta[name^=plangen-]')) meta.remove();
  for (const meta of next.querySelectorAll('meta[name^=plangen-]')) document.head.append(meta.cloneNode());
  document.querySelector('.md-content').replaceWith(document.importNode(next.querySelector('.md-content'), true));
  document$.next(document);
}"""
COUNT_PURGES = """() => { const purge = Plotly.purge; window.plangenTestPurged = 0;
  Plotly.purge = plot => { window.plangenTestPurged += 1; return purge(plot); } }"""


def files(reader: Reader) -> tuple[int, int]:
    """How often this page asked for the library, and for figures."""
    return len(reader.asked("plotly")), len(reader.asked("_figures/"))


def test_nothing_is_loaded_before_a_chart_comes_near(new_reader: NewReader) -> None:
    """In a low window the charts are far below; scrolled to, the library and the page's figures come, once each."""
    reader = new_reader(viewport=LOW)
    page = reader.open(OBJECTIVES[2025])
    page.wait_for_load_state("networkidle")
    assert files(reader) == (0, 0)
    page.locator(".pg-chart").last.scroll_into_view_if_needed()
    until(page, lambda: drawn(page)[-1].marks, "the last chart is drawn")
    reader.draw()
    assert files(reader) == (1, 1)
    assert reader.notes.slips() == {}


def test_a_page_without_charts_loads_nothing(new_reader: NewReader) -> None:
    """Neither by scrolling nor for paper."""
    reader = new_reader()
    page = reader.open("2025/checks/")
    reader.draw()
    page.wait_for_load_state("networkidle")
    assert files(reader) == (0, 0)


def test_the_key_that_prints_draws_first(new_reader: NewReader) -> None:
    """Ctrl+P on a page of which nobody has seen a chart: paper is asked for when all are drawn."""
    reader = new_reader(viewport=LOW)
    reader.context.add_init_script(PRINTED)
    page = reader.open(OBJECTIVES[2025])
    page.keyboard.press("Control+p")
    printed = until(page, lambda: page.evaluate("() => window.plangenTestPrinted"), "paper is asked for")
    assert printed == [True] * len(drawn(page))


def test_without_the_library_paper_is_not_kept_waiting(new_reader: NewReader) -> None:
    """It is asked for all the same."""
    reader = new_reader(viewport=LOW)
    reader.context.add_init_script(PRINTED)
    reader.context.route("**/plotly*", lambda route: route.abort())
    page = reader.open(OBJECTIVES[2025])
    page.keyboard.press("Control+p")
    assert True not in until(page, lambda: page.evaluate("() => window.plangenTestPrinted"), "paper is asked for")


def test_a_narrow_window_gets_the_narrow_set(new_reader: NewReader) -> None:
    """Crossing 520 pixels draws again, both ways: fewer days on the axis of a Gantt chart, no words beside its bars."""
    reader = new_reader()
    page = reader.open(f"2025/{CHILD}phases/")
    reader.draw()
    wide = drawn(page)[0].texts
    page.set_viewport_size(PHONE)
    narrow = until(page, lambda: (now := drawn(page)[0].texts) != wide and now, "the narrow set")
    assert len(narrow) < len(wide)
    page.set_viewport_size({"width": 1280, "height": 900})
    until(page, lambda: drawn(page)[0].texts == wide, "the wide set again")
    assert reader.notes.slips() == {}


def kept(page: Page) -> tuple[float, float]:
    """Nodes and megabytes that a window keeps after its rubbish has been collected."""
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    session.send("Performance.enable")
    found = {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}
    session.detach()
    return found["Nodes"], found["JSHeapUsedSize"] / 1e6


def test_round_trips_keep_nothing(new_reader: NewReader) -> None:
    """Two pages, back and forth, their content exchanged under one window: one library, and what is gone is purged."""
    reader = new_reader()
    page = reader.open(OBJECTIVES[2025])
    reader.draw()
    page.evaluate(COUNT_PURGES)
    seen, charts = [], len(drawn(page))
    for trip in range(ROUND_TRIPS):
        for year in (2026, 2025):
            page.evaluate(SWAP, [OBJECTIVES[year], reader.base])
            reader.draw()
            assert all(chart.svgs for chart in drawn(page)), (trip, year)
            charts += len(drawn(page))
        seen.append(kept(page))
    assert len(reader.asked("plotly")) == 1
    assert page.evaluate("() => window.plangenTestPurged") == charts - len(drawn(page))
    (nodes, size), (last_nodes, last_size) = seen[4], seen[-1]
    assert last_nodes < nodes * 1.5, seen
    assert last_size < size * 1.25, seen
    assert reader.notes.slips() == {}


def _is_at(page: Page, address: str) -> bool:
    return page.url == address


def test_back_and_forth_through_the_history(new_reader: NewReader) -> None:
    """As the site is published: each time the charts are there, in the colours of the page."""
    reader = new_reader()
    page = reader.open(OBJECTIVES[2025])
    page.goto(reader.base + OBJECTIVES[2026])
    for turn in range(ROUND_TRIPS):
        (page.go_back if turn % 2 == 0 else page.go_forward)()
        wanted = reader.base + OBJECTIVES[2025 + turn % 2]
        until(page, partial(_is_at, page, wanted), "the page comes")  # going, the theme notes where the reader was
        page.wait_for_load_state()
        reader.draw()
        assert drawn(page)
        assert all(chart.svgs for chart in drawn(page)), turn
    assert reader.notes.slips() == {}


def test_a_page_opened_from_a_folder_draws(new_reader: NewReader, example: Path) -> None:
    """Nothing is fetched: library and figures are scripts."""
    reader = new_reader(base=f"{(example / 'site').as_uri()}/")
    page = reader.page
    page.goto(f"{reader.base}{OBJECTIVES[2025]}index.html")
    reader.draw()
    assert all(chart.svgs and chart.marks == chart.wanted_marks() for chart in drawn(page))
    assert len(drawn(page)) > 3


def test_the_data_that_is_saved_is_the_table(new_reader: NewReader) -> None:
    """下载数据: the rows of the table behind the chart, with its head, as a spreadsheet reads them."""
    reader = new_reader(accept_downloads=True)
    page = reader.open(OBJECTIVES[2025])
    reader.draw()
    chart = page.locator(".pg-chart[data-figure]").first
    with page.expect_download() as saving:
        chart.get_by_role("button", name="下载数据").click()
    lines = Path(saving.value.path()).read_text("utf-8-sig").splitlines()
    assert saving.value.suggested_filename == "revenue-cumulative.csv"
    assert len(lines) == len(drawn(page)[0].rows) + 1
    assert lines[0].startswith("月份,")
    with page.expect_download() as saving:
        chart.get_by_role("button", name="下载图片").click()
    assert Path(saving.value.path()).read_bytes().startswith(b"\x89PNG")
    assert reader.notes.slips() == {}


def test_an_empty_chart_says_who_can_fill_it(new_reader: NewReader) -> None:
    """The same frame: a sentence, 还没有数据, who answers for it, its table; and nothing is loaded for it."""
    reader = new_reader()
    page = reader.open("2026/gates/training/")
    chart = page.locator("#training-calendar")
    assert chart.locator("figcaption").inner_text() == "各门课的时间都待定"
    assert chart.locator(".pg-plot--empty").inner_text().split() == ["还没有数据", "负责人：营销总监"]
    assert chart.locator("details tbody tr").count() > 5
    assert chart.get_by_role("button", name="下载图片").count() == 0
    assert files(reader) == (0, 0)


def test_the_pages_that_the_documentation_names_are_there(example: Path, repository: Path) -> None:
    """Those of docs/charts.md that belong to no section."""
    named = re.findall(r"page `(20\d\d/[^`]+)`", (repository / "docs/charts.md").read_text(encoding="utf-8"))
    assert len(named) > 3
    assert [path for path in named if not (example / "site" / path / "index.html").is_file()] == []
