"""Several years side by side: what stands in the site's root, and the way from one year to another."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from e2e.conftest import NewReader
from e2e.pages import CHILD, OBJECTIVES, YEARS
from e2e.reader import DESK, Reader, until
from e2e.serving import SiteServer

CURRENT, NEXT = 2025, 2026
PREFIXES = ("/", "/plans/handbook/")
SOURCES = {".yml", ".yaml", ".csv", ".md", ".py"}


@pytest.fixture(params=PREFIXES, ids=["root", "below"])
def anywhere(request: pytest.FixtureRequest, example: Path, new_reader: NewReader) -> Iterator[Reader]:
    """A reader of the example, at the root of its host and below a path."""
    server = SiteServer(example / "site", request.param)
    yield new_reader(server.base)
    server.stop()


def arrive(page: Page, address: str) -> None:
    """Wait until the window is there."""
    until(page, lambda: page.url == address, f"{page.url} leads to {address}")


def test_the_root_of_the_site(example: Path) -> None:
    """A folder a year, the list of years with the alias of the current one, and what a web server needs."""
    site = example / "site"
    assert {path.name for path in site.iterdir()} == {
        *map(str, YEARS), "latest", "_assets", "versions.json", "index.html", "404.html", "robots.txt", "csp.txt",
        "csp.conf", "_headers",
        "plangen-manifest.json", ".nojekyll",
    }  # fmt: skip
    listed = {each["version"]: each["aliases"] for each in json.loads((site / "versions.json").read_bytes())}
    assert listed == {str(NEXT): [], str(CURRENT): ["latest"]}
    for year in YEARS:
        assert {"index.html", "404.html", "sitemap.xml", "search"} <= {
            path.name for path in (site / str(year)).iterdir()
        }


def test_no_source_is_published(example: Path) -> None:
    """Neither by its ending nor under another name."""
    site, content = example / "site", example / "content"
    assert [path for path in site.rglob("*") if path.suffix in SOURCES] == []
    sources = {path.read_bytes().strip() for path in content.rglob("*") if path.suffix in SOURCES}
    assert len(sources) > 20
    assert [path for path in site.rglob("*") if path.is_file() and path.read_bytes().strip() in sources] == []


def test_every_page_of_the_current_year_stands_below_latest(example: Path) -> None:
    """And no other."""
    site = example / "site"
    pages = {
        name: {path.relative_to(site / name).as_posix() for path in (site / name).rglob("index.html")}
        for name in ("latest", str(CURRENT))
    }
    assert pages["latest"] == pages[str(CURRENT)]
    assert len(pages["latest"]) > 100


@pytest.mark.browser
def test_the_selector_lists_the_years(reader: Reader) -> None:
    """Newest first, with their states; the page's own year is the one that is shown."""
    page = reader.open(OBJECTIVES[CURRENT])
    assert page.locator(".md-version__current").inner_text().startswith("2025 现行")
    links = page.locator(".md-version__link")
    assert [link.split()[0] for link in links.all_text_contents()] == ["2026", "2025"]
    assert links.evaluate_all("all => all.map(e => e.href)") == [f"{reader.base}{year}/" for year in (NEXT, CURRENT)]
    assert page.locator(".md-version__alias").first.text_content() == "latest"


@pytest.mark.browser
def test_switching_keeps_page_and_anchor(anywhere: Reader) -> None:
    """There and back, wherever the site stands."""
    page = anywhere.open(f"{OBJECTIVES[CURRENT]}#revenue")
    for year in (NEXT, CURRENT):
        page.locator(".md-version__current").focus()
        page.locator(".md-version__link").filter(has_text=str(year)).click()
        arrive(page, f"{anywhere.base}{OBJECTIVES[year]}#revenue")
        page.locator(".md-version").wait_for()
        place, head = (page.locator(css).first.bounding_box() for css in ("#revenue", ".md-header"))
        assert place
        assert head
        assert head["height"] <= place["y"] < DESK["height"], "the heading is in sight, below the header"
    assert anywhere.notes.slips() == {}


@pytest.mark.browser
def test_switching_goes_home_where_the_page_is_missing(new_reader: NewReader, small_server: SiteServer) -> None:
    """The page `history` is in the first year only; beside it another page, which is in both, is kept."""
    reader = new_reader(small_server.base)
    for path, target in {"2025/sales/history/": "2026/", "2025/sales/org/": "2026/sales/org/"}.items():
        page = reader.open(path)
        page.locator(".md-version__current").focus()
        page.locator(".md-version__link").filter(has_text="2026").click()
        arrive(page, small_server.base + target)
        page.locator("h1").first.wait_for()
        assert page.locator("h1").count() == 1
    assert reader.notes.slips() == {}


@pytest.mark.browser
@pytest.mark.parametrize(
    ("path", "target"),
    [("", "2025/"), ("latest/", "2025/"), (f"latest/{CHILD}objectives/", OBJECTIVES[CURRENT])],
)
def test_the_root_and_latest_lead_to_the_current_year(anywhere: Reader, path: str, target: str) -> None:
    """To the same page."""
    page = anywhere.open(path)
    arrive(page, anywhere.base + target)
    assert anywhere.notes.slips() == {}


@pytest.mark.browser
def test_latest_keeps_the_item(anywhere: Reader) -> None:
    """`latest/…#revenue` leads to the item; the way back does not lead through `latest`."""
    page = anywhere.open("404.html")
    page = anywhere.open(f"latest/{CHILD}objectives/?from=1#revenue")
    arrive(page, f"{anywhere.base}{OBJECTIVES[CURRENT]}?from=1#revenue")
    assert anywhere.notes.slips() == {}
    page.go_back()
    arrive(page, f"{anywhere.base}404.html")


@pytest.mark.browser
def test_latest_needs_no_script(browser: Browser, server: SiteServer) -> None:
    """Without scripts the page is found, if not the item."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{server.base}latest/{CHILD}objectives/")
        arrive(page, f"{server.base}{OBJECTIVES[CURRENT]}")
