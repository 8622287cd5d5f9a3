"""Pages on paper, from Chromium's own printing."""

import re
from collections.abc import Iterator
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser

from e2e.conftest import NewReader
from e2e.drawing import drawn
from e2e.pages import CHILD, OBJECTIVES, PATHS
from e2e.paper import words_on
from e2e.reader import PHONE, Reader, until
from e2e.serving import SiteServer

pytestmark = pytest.mark.browser
PAPER = """() => { window.plangenTestPaper = []; for (const name of ['beforeprint', 'afterprint'])
  addEventListener(name, () => plangenTestPaper.push({
    name, scheme: document.body.dataset.mdColorScheme,
    marks: [...document.querySelectorAll('.pg-chart')].map(e => e.querySelectorAll('.point').length),
    widths: [...document.querySelectorAll('.pg-chart svg.main-svg:first-of-type')].map(e => e.width.baseVal.value),
  })) }"""
HIDDEN = [
    ".md-header",
    ".md-tabs",
    ".md-sidebar",
    ".md-search",
    ".pg-tools",
    ".pg-all",
    ".pg-crumbs",
    "details.pg-data",
]


@pytest.fixture(scope="module")
def paper(browser: Browser, server: SiteServer) -> Iterator[Reader]:
    """A window that shows pages as they are printed, as wide as A4 within its margins."""
    reader = Reader(browser.new_context(viewport={"width": 673, "height": 960}), server.base)
    reader.page.emulate_media(media="print")
    yield reader
    reader.context.close()


def test_sheets_are_one_column(paper: Reader) -> None:
    """Firefox left 33 sheets of a plan's contents empty where what holds the page is a box of columns."""
    paper.page.goto(f"{paper.base}2026/{CHILD}print.html")
    assert paper.page.locator(".md-main__inner").evaluate("e => getComputedStyle(e).display") == "block"


def test_paper_of_a_dark_reader_is_light(paper: Reader) -> None:
    """Without the script that changes the scheme before printing too."""
    page = paper.page
    page.goto(f"{paper.base}{OBJECTIVES[2026]}")
    page.evaluate("document.body.setAttribute('data-md-color-scheme', 'slate')")
    seen = """() => { const of = getComputedStyle(document.body), word = document.querySelector('.pg h1');
      return [of.colorScheme, of.backgroundColor, getComputedStyle(word).color] }"""
    assert page.evaluate(seen) == ["light", "rgb(255, 255, 255)", "rgb(27, 36, 48)"]
    margins = (
        "() => { const of = getComputedStyle(document.documentElement); return [of.colorScheme, of.backgroundColor] }"
    )
    assert page.evaluate(margins) == ["light", "rgb(255, 255, 255)"], "what is not set has the window's dark around it"


def test_links_to_last_year_stay_off_paper(paper: Reader, desk: Reader) -> None:
    """They stood in every row of what has changed, where paper leads nowhere."""
    link = "th a:has-text('见 2025 年')"
    desk.page.goto(f"{desk.base}2026/{CHILD}changes/")
    assert desk.page.locator(link).first.is_visible()
    paper.page.goto(f"{paper.base}2026/{CHILD}changes/")
    rows = paper.page.locator(link)
    assert rows.count()
    assert not any(each.is_visible() for each in rows.all())


def test_paper(new_reader: NewReader) -> None:
    """Printed from the dark after one chart was near: every chart, in light colours, as wide as paper; dark again."""
    reader = new_reader(color_scheme="dark")
    page = reader.open(OBJECTIVES[2025])
    page.locator(".pg-chart").first.scroll_into_view_if_needed()
    until(page, lambda: drawn(page)[0].svgs, "the first chart is drawn")
    assert drawn(page)[-1].svgs == 0
    page.evaluate(PAPER)
    paper = page.pdf()
    before, after = page.evaluate("() => plangenTestPaper")
    assert (before["name"], before["scheme"], before["marks"]) == ("beforeprint", "default", [6, 9, 6, 7, 12])
    assert set(before["widths"]) == {323}
    assert (after["name"], page.evaluate("() => document.body.dataset.mdColorScheme")) == ("afterprint", "slate")
    assert paper.startswith(b"%PDF-")
    assert 3 <= len(re.findall(rb"/Type\s*/Page\b", paper)) <= 8
    text = words_on(paper)
    assert [word for word in ("实际 817.2", "业务员丁", "1,092.0", "截至 2026-01-05") if word not in text] == []
    assert re.search(r"(?<!\d)1\s*/\s*[3-8](?!\d)", text)
    assert [word for word in ("数据表", "显示全部", "复制", "跳到正文") if word in text] == []
    assert reader.notes.slips() == {}


WHOLE = f"2025/{CHILD}print.html"
WIDER = """() => [...document.querySelectorAll('article *')]
  .filter(e => e.getBoundingClientRect().right > innerWidth + 15).map(e => e.outerHTML.slice(0, 120)).slice(0, 3)"""


@pytest.mark.parametrize("path", [*PATHS.values(), WHOLE])
def test_nothing_is_wider_than_paper(paper: Reader, path: str) -> None:
    """A browser makes a whole document smaller for one thing that is too wide: all that is read would be tiny."""
    paper.page.goto(paper.base + path)  # `open` waits for the head, which paper does not show
    assert paper.page.evaluate(WIDER) == []


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


EITHER = """() => [...document.querySelectorAll('.pg-chart')].map(chart => {
  const seen = css => [...chart.querySelectorAll(css)].some(e => e.checkVisibility({ contentVisibilityAuto: true })
    && e.getBoundingClientRect().height > 20);
  return (seen('svg.main-svg') ? 'chart' : '') + (seen('.pg-data tbody') ? 'table' : '')
    + (seen('.pg-plot') && !seen('svg.main-svg') ? ' and a gap' : '') })"""


def test_a_table_stands_for_a_chart_that_is_not_drawn(new_reader: NewReader) -> None:
    """The library does not come: on the screen the table opens in the chart's place, on paper all tables are there."""
    reader = new_reader(viewport=PHONE)
    reader.context.route("**/plotly*", lambda route: route.abort())
    page = reader.open(OBJECTIVES[2025])
    page.emulate_media(media="print")
    until(page, lambda: page.evaluate(EITHER) == ["table"] * 5, "tables on paper, before any chart was near")
    page.emulate_media(media="screen")
    assert "table" not in page.evaluate(EITHER)[-1]
    page.locator(".pg-chart").last.scroll_into_view_if_needed()
    until(page, lambda: page.evaluate(EITHER)[-1] == "table", "the table is open, and nothing is empty")
    page.emulate_media(media="print")
    until(page, lambda: page.evaluate(EITHER) == ["table"] * 5, "tables on paper")
    assert not page.get_by_text("数据表").first.is_visible()


def test_paper_without_the_library_in_time(new_reader: NewReader) -> None:
    """Printed at once, the tables are there, opened also where a browser knows no other way, and closed afterwards."""
    reader = new_reader(viewport=PHONE)
    reader.context.route("**/plotly*", lambda _: None)
    page = reader.open(OBJECTIVES[2025])
    opened = "() => [...document.querySelectorAll('.pg-chart details')].map(e => e.open)"
    page.evaluate("() => { dispatchEvent(new Event('beforeprint')) }")
    assert page.evaluate(opened) == [True] * 5
    page.emulate_media(media="print")
    assert page.evaluate(EITHER) == ["table"] * 5
    page.evaluate("() => { dispatchEvent(new Event('afterprint')) }")
    assert page.evaluate(opened) == [False] * 5


SAID = """() => [...document.querySelectorAll('.pg-chart')]
  .map(e => [e.querySelector('.pg-chart__title'), e.querySelector('.pg-data tbody')].map(part => part.textContent))"""


def test_paper_by_the_menu_before_any_chart_was_near(new_reader: NewReader) -> None:
    """The event cannot wait: each chart is printed as sentence and table at once, and the next time as a chart."""
    reader = new_reader(viewport={"width": 1280, "height": 120})
    page = reader.open(OBJECTIVES[2025])
    charts = page.evaluate(SAID)
    assert not reader.asked("plotly")
    first = "".join(words_on(page.pdf()).split())
    assert len(charts) == 5
    for sentence, table in charts:
        assert "".join(normalize("NFKC", sentence).split()) in first
        numbers = re.findall(r"\d[\d,.]*", table)
        assert len(numbers) > 6
        assert [number for number in numbers if number not in first] == []
    assert "累计900.0" not in first
    until(page, lambda: page.evaluate("() => Boolean(window.Plotly)"), "the library has come")
    page.wait_for_load_state("networkidle")
    words = "".join(words_on(page.pdf()).split())
    assert [each for each in ("实际817.2", "累计900.0") if each not in words] == []
    assert drawn(page)[0].marks > 0
    assert reader.notes.slips() == {}


def test_paper_from_a_phone(new_reader: NewReader) -> None:
    """Every chart is drawn on paper where one was near before, at any width."""
    reader = new_reader(viewport={"width": PHONE["width"], "height": 120})
    page = reader.open(OBJECTIVES[2025])
    page.locator(".pg-chart").first.scroll_into_view_if_needed()
    until(page, lambda: drawn(page)[0].svgs, "the first chart is drawn")
    assert " and a gap" in page.evaluate(EITHER), "others are not drawn yet"
    page.evaluate("() => { dispatchEvent(new Event('beforeprint')) }")
    page.emulate_media(media="print")
    assert page.evaluate(EITHER) == ["chart"] * 5
    assert reader.notes.slips() == {}


@pytest.mark.parametrize("path", [f"2026/{CHILD}print.html", f"2026/responsibility/{CHILD}"])
def test_no_table_is_wider_than_the_sheet(new_reader: NewReader, path: str) -> None:
    """One that is makes Chromium shrink the whole document; the one with a column for each chapter is the widest."""
    page = new_reader(viewport={"width": 673, "height": 950}).open(path)
    page.emulate_media(media="print")
    until(page, lambda: page.evaluate("() => document.documentElement.scrollWidth") <= 674, "all fits A4")


def test_a_head_is_repeated_with_its_words(new_reader: NewReader) -> None:
    """On the sheet where a table of two heads goes on, with sorting at hand: both are there again."""
    page = new_reader().open(OBJECTIVES[2025])
    page.emulate_media(media="print")
    assert page.locator(".pg-sort").first.evaluate("e => getComputedStyle(e).display") == "contents"
