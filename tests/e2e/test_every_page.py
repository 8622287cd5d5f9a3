"""Every page of both years, opened at a desk and on a phone, over http with the site's own policy.

No request leaves the site, nothing fails, the browser has nothing to complain of, every chart is drawn with the numbers
of its table, nothing is wider than the screen, and axe-core finds nothing serious. Light and dark take turns, so that
of page, year, width and colours every pair is opened.
"""

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page

from e2e.axe import grave
from e2e.bilingual import SMALL
from e2e.drawing import drawn, mismatches
from e2e.pages import KINDS, PATHS, YEARS, kind_of
from e2e.reader import PHONE, Reader, until
from e2e.serving import Extra, SiteServer
from plangen.catalogue import kinds
from plangen.model.reading import PERMANENT

pytestmark = pytest.mark.browser
ICON = "<link rel='icon' href='data:,'>"
LEFT_OVER = ("{{", "｛｛", "xplangenslot", "Traceback")
LEVELS = """() => [...document.querySelectorAll('article :is(h1, h2, h3, h4, h5, h6)')]
  .filter((e, at, all) => at && e.tagName[1] > Number(all[at - 1].tagName[1]) + 1).map(e => e.textContent)"""
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
WORN = {"light": "default", "dark": "slate"}
TURNS = {path: SCHEMES[turn % 2] for turn, path in enumerate(PATHS.values())}
"""Page → its colours at a desk; a phone has the other ones. Pages of the second year take turns with the first."""
TURNS |= {f"2026/{path}": SCHEMES[(turn + 1) % 2] for turn, path in enumerate(KINDS.values())}
SMALL_PATHS = [f"2026/sales/{name}/" for name in ("objectives", "phases", "org", "budget")]
SMALL_PATHS += ["2025/", "2026/checks/", "2026/gaps/", "2025/sales/", "2025/sales/history/"]


def look_at(reader: Reader, path: str, scheme: Scheme | None = None) -> Page:
    """Open a page, in colours where it has a switch, draw its charts, and say what must be true of every page."""
    page = dressed(reader, path, scheme) if scheme else reader.open(path)
    reader.draw()
    assert reader.notes.slips() == {}
    assert page.locator("h1").count() == 1
    assert page.evaluate(LEVELS) == [], "headings that leave out a level"
    assert page.locator("article th:not([scope])").count() == 0
    html = page.content()
    assert [text for text in LEFT_OVER if text in html] == []
    assert "}}" not in words(page)
    for chart in drawn(page):
        assert chart.svgs >= 1, f"{chart.id} has no drawing"
        assert chart.marks == chart.wanted_marks() > 0, f"{chart.id}: {chart.marks} marks of {chart.wanted_marks()}"
        assert list(mismatches(chart)) == []
    return page


def dressed(reader: Reader, path: str, scheme: Scheme) -> Page:
    """Open a page and turn the switch of its header to these colours: a window remembers those of the page before."""
    page = reader.open(path)
    body, switch = page.locator("body"), page.locator("[data-md-component=palette] label:visible")
    until(page, switch.count, "the switch is there")
    if body.get_attribute("data-md-color-scheme") != WORN[scheme]:
        switch.click()
    until(page, lambda: body.get_attribute("data-md-color-scheme") == WORN[scheme], f"the page is {scheme}")
    return page


def words(page: Page) -> str:
    """What a page says, without the lines of plan files that findings show: YAML may end in `}}`."""
    said = page.locator("body").inner_text()
    for lines in page.locator("pre.pg-excerpt").all_inner_texts():
        said = said.replace(lines, "")
    return said


def width(page: Page) -> int:
    """How wide the page is; a phone's window grows with it, so that comparing the two says nothing."""
    found: int = page.evaluate("() => Math.max(document.documentElement.scrollWidth, innerWidth)")
    return found


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_at_a_desk(desk: Reader, path: str) -> None:
    """The chart library is asked for where there is a chart, once, from the folder that the years share."""
    page = look_at(desk, path, TURNS[path])
    assert grave(page) == []
    assert page.locator(".pg-plot:not(.pg-plot--empty)").count() == len(drawn(page))
    library = desk.asked("plotly")
    assert len(library) == (1 if drawn(page) else 0)
    assert all(url.startswith(f"{desk.base}_assets/plotly-") for url in library)


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_on_a_phone(phone: Reader, path: str) -> None:
    """Nothing scrolls sideways at a width of 390, but tables in their own places."""
    page = look_at(phone, path, "light" if TURNS[path] == "dark" else "dark")
    assert width(page) == PHONE["width"]


@pytest.mark.parametrize("path", SMALL_PATHS)
def test_the_other_language(small_phone: Reader, path: str) -> None:
    """An English handbook below a path of its host, with ranges, rectangles and hostile signs in its titles."""
    page = look_at(small_phone, path)
    assert page.locator("html").get_attribute("lang") == "en"
    assert width(page) == PHONE["width"]


def test_every_pair_is_opened() -> None:
    """Each kind of page in both colours at each width, over the two years; each width and each year in both colours."""
    at_a_desk = {(kind, TURNS[f"{year}/{path}"]) for year in YEARS for kind, path in KINDS.items()}
    assert at_a_desk == {(kind, scheme) for kind in KINDS for scheme in SCHEMES}
    years = {(path[:4], scheme) for path, scheme in TURNS.items()}
    assert years == {(str(year), scheme) for year in YEARS for scheme in SCHEMES}


def test_what_is_not_accessible_is_seen(reader: Reader, server: SiteServer) -> None:
    """The control of axe: an image without words, and grey on white."""
    server.extra["/grey/"] = Extra(
        f"<html lang='zh-Hans'><head><title>x</title>{ICON}</head><body><main><h1>x</h1>"
        "<img src='data:,'><p style='color: #ccc'>grey on white</p></main></body></html>"
    )
    assert [each.split(":")[0] for each in grave(reader.open("grey/"))] == ["color-contrast", "image-alt"]


def test_no_kind_of_page_goes_unopened(example: Path, small: Path) -> None:
    """Every page that is opened is there, and of each kind of page of the site one is opened."""
    site, sections = example / "site", frozenset(kinds())
    found = (path.relative_to(site) for year in YEARS for path in (site / str(year)).rglob("*.html"))
    built = {path.as_posix() for path in found if path.parts[1] != PERMANENT}
    opened = {path if path.endswith(".html") else f"{path}index.html" for path in PATHS.values()}
    assert opened - built == set()
    assert {kind_of(path, sections) for path in built} == {kind_of(path, sections) for path in opened}
    assert all((small / "site" / path / "index.html").is_file() for path in SMALL_PATHS)
    assert len([name for name in SMALL if name.endswith("history.md")]) == 1


def test_an_unknown_address(reader: Reader) -> None:
    """Of any depth: a page that leads back, and nothing but the status itself is an error."""
    page = reader.open("2025/adhesives/nowhere/at/all/")
    assert page.locator("h1").inner_text() == "没有这个页面"
    assert reader.notes.failed == [f"404 {reader.base}2025/adhesives/nowhere/at/all/"]
    assert (reader.notes.foreign, reader.notes.refused) == ([], [])
    page.get_by_role("link", name="回到手册首页").click()
    assert page.url == f"{reader.base}2025/"


def test_an_inline_script_is_refused_and_noted(reader: Reader, server: SiteServer) -> None:
    """The control of the policy: a script that the site has not, an image of another origin."""
    server.extra["/control/"] = Extra(
        ICON + "<h1>x</h1><script>document.title='ran'</script><img src='http://127.0.0.1:1/x.png' alt=''>"
    )
    page = reader.open("control/")
    until(page, lambda: len(reader.notes.refused) == 2, "two violations")
    assert sorted(each.split()[0] for each in reader.notes.refused) == ["img-src", "script-src-elem"]
    assert page.title() != "ran"
    assert len(reader.notes.errors) == 2


def test_a_foreign_request_and_an_error_are_noted(reader: Reader, server: SiteServer) -> None:
    """The control of the notes: without the policy the same page asks elsewhere, and its script fails."""
    server.extra["/loose/"] = Extra(
        ICON + "<h1>x</h1><script>noSuchThing()</script><img src='http://127.0.0.1:1/x.png' alt=''>", obeys=False
    )
    page = reader.open("loose/")
    until(page, lambda: len(reader.notes.slips()) == 3, "a foreign request, an error, a failure")
    assert reader.notes.foreign == ["http://127.0.0.1:1/x.png"]
    assert any("noSuchThing" in error for error in reader.notes.errors)
    assert reader.notes.failed == ["http://127.0.0.1:1/x.png"]


def test_a_page_that_is_too_wide_is_seen(phone: Reader) -> None:
    """The control of the width."""
    page = phone.open(PATHS["2025-overview"])
    page.locator("article").evaluate("e => { e.style.width = '500px' }")
    assert width(page) > PHONE["width"]
