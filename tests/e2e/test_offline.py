"""A site that is opened from a folder, without a server."""

import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser

from e2e.drawing import drawn, mismatches
from e2e.pages import CHILD
from e2e.publishing import differences, hashes, once, plangen
from e2e.reader import DESK, Reader, until
from e2e.test_search import search
from sample import copy_unit

pytestmark = pytest.mark.browser
OBJECTIVES = f"{CHILD}objectives/index.html"


@pytest.fixture(scope="module")
def bundle(shared: Path) -> Path:
    """A handbook of one unit, built to be read from the folder `site-offline`, with its archive."""

    def make(root: Path) -> None:
        done = plangen("-C", copy_unit(root), "build", "--offline", "--zip")
        assert done.returncode == 0, done.stderr
        assert "site-offline/index.html" in done.stdout

    return once(shared, "offline", make) / "site-offline"


@pytest.fixture
def folder(bundle: Path, browser: Browser) -> Iterator[Reader]:
    """A window on the folder; every address outside of it is foreign."""
    reader = Reader(browser.new_context(viewport=DESK, color_scheme="light"), f"{bundle.as_uri()}/")
    yield reader
    reader.context.close()


def inside(reader: Reader, url: str) -> str:
    """The path of an address in the folder."""
    return unquote(url.removeprefix(reader.base))


def test_every_link_names_a_file(bundle: Path) -> None:
    """A browser that is led to a folder lists its files."""
    for page in bundle.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        links = re.findall(r'<(?:a|link)\b[^>]*\shref="([^"]*)"', html)
        links += re.findall(r'\sdata-permanent="([^"]*)"', html)
        assert [link for link in links if link.partition("#")[0].endswith(("/", ".."))] == [], page
    assert not (bundle / "404.html").exists()
    assert not (bundle / "csp.txt").exists()


def test_from_the_front_page_to_a_chapter(folder: Reader) -> None:
    """The folder's own page leads to the current year; from there links lead on."""
    page = folder.page
    page.goto(f"{folder.base}index.html")
    until(page, lambda: inside(folder, page.url) == "2025/index.html", "the current year")
    page.locator("article a", has_text="华东").first.click()
    until(page, lambda: inside(folder, page.url) == f"2025/{CHILD}index.html", "the plan")
    page.locator(".pg-nav__link", has_text="目标").first.click()
    until(page, lambda: inside(folder, page.url) == f"2025/{OBJECTIVES}", "the chapter")
    page.go_back()
    until(page, lambda: inside(folder, page.url) == f"2025/{CHILD}index.html", "back")
    assert folder.notes.slips() == {}


@pytest.mark.parametrize("year", [2025, 2026])
def test_every_kind_of_page(folder: Reader, bundle: Path, year: int) -> None:
    """Each chapter of the plan, each of the year's own pages: charts have their tables' numbers, nothing complains."""
    pages = [*(bundle / f"{year}" / CHILD).rglob("index.html"), *(bundle / f"{year}").glob("*/index.html")]
    assert len(pages) > 30
    for path in sorted(pages):
        page = folder.open(path.relative_to(bundle).as_posix())
        folder.draw()
        assert folder.notes.slips() == {}, path
        assert page.locator("h1").count() == 1, path
        charts = drawn(page)
        assert [slip for chart in charts for slip in mismatches(chart)] == [], path
        assert all(chart.marks == chart.wanted_marks() > 0 for chart in charts), path


def test_search(folder: Reader) -> None:
    """Finds what stands on pages, and leads to the file of one."""
    page = folder.open(f"2026/{OBJECTIVES}")
    found = search(page, "经销商")
    assert len(found) >= 3
    assert [url for url in found if not re.search(r"\.html($|[?#])", url)] == []
    page.locator(".md-search-result__link").first.click()
    until(page, lambda: page.url.partition("?")[0] == found[0].partition("?")[0], "the page that was found")
    assert "经销商" in page.locator("article").inner_text()
    assert folder.notes.slips() == {}


def test_search_in_a_browser_of_some_years_ago(folder: Reader) -> None:
    """Chromium 97 and Safari 15.3 have no `structuredClone`."""
    folder.context.add_init_script("delete window.structuredClone")
    assert len(search(folder.open(f"2026/{OBJECTIVES}"), "经销商")) >= 3
    assert folder.notes.slips() == {}


def test_search_in_another_year(folder: Reader) -> None:
    """The other year's index comes when it is asked for; what is found there is a file too."""
    page = folder.open(f"2026/{OBJECTIVES}")
    found = search(page, "@2025 817.2")
    assert any("/2025/" in url for url in found)
    assert [url for url in found if not re.search(r"\.html($|[?#])", url)] == []
    assert folder.notes.slips() == {}


def test_charts_and_colours(folder: Reader) -> None:
    """Charts are drawn when they come near, and again in other colours."""
    page = folder.open(f"2025/{OBJECTIVES}")
    chart = page.locator(".pg-chart").last
    chart.scroll_into_view_if_needed()
    until(page, lambda: drawn(page)[-1].marks == drawn(page)[-1].wanted_marks() > 0, "the chart is drawn")
    colour = "() => getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(colour)
    page.locator("label[for=__palette_1]").click()
    until(page, lambda: page.evaluate(colour) != before, "dark")
    page.reload()
    assert page.evaluate(colour) != before, "the choice is kept"
    assert folder.notes.slips() == {}


def test_why_this_number(folder: Reader) -> None:
    """The panel has its data, from a file beside the pages."""
    page = folder.open(f"2025/{OBJECTIVES}")
    page.locator("td .pg-num[data-address]").first.click()
    panel = page.locator(".pg-why")
    until(page, lambda: panel.locator(".pg-why__number").count() == 1, "the number is explained")
    assert folder.notes.slips() == {}


def test_another_year(folder: Reader) -> None:
    """The selector leads to the same page of the other year, and to its home where it has no such page."""
    page = folder.open(f"2025/{OBJECTIVES}")
    assert page.locator(".md-version__current").inner_text() == "2025 现行"
    page.locator(".md-version__current").focus()
    page.locator(".md-version__link", has_text="2026").click()
    until(page, lambda: inside(folder, page.url) == f"2026/{OBJECTIVES}", "the same page")
    assert folder.notes.slips() == {}


def test_the_document_of_a_plan(folder: Reader) -> None:
    """All its charts are drawn, its contents lead inside it."""
    page = folder.open(f"2025/{CHILD}print.html")
    until(page, lambda: all(each.marks == each.wanted_marks() for each in drawn(page)), "all charts are drawn")
    assert len(drawn(page)) > 5
    page.locator('.pg-contents a[href="#objectives"]').click()
    until(page, lambda: page.url.endswith("#objectives"), "the chapter")
    assert folder.notes.slips() == {}


def test_latest_leads_on(folder: Reader) -> None:
    """With the place that the address names."""
    folder.page.goto(f"{folder.base}latest/{OBJECTIVES}#revenue")
    until(folder.page, lambda: inside(folder, folder.page.url) == f"2025/{OBJECTIVES}#revenue", "the current year")
    assert folder.notes.slips() == {}


def test_the_archive_is_the_folder(bundle: Path, tmp_path: Path) -> None:
    """File by file, and each of the day that means nothing; the manifest names every file."""
    with zipfile.ZipFile(bundle.with_suffix(".zip")) as archive:
        archive.extractall(tmp_path)
        assert {member.date_time[0] for member in archive.infolist()} == {1980}
    assert differences(hashes(tmp_path / "site-offline"), hashes(bundle)) == []
    listed = set(json.loads((bundle / "plangen-manifest.json").read_bytes())["files"])
    files = {path.relative_to(bundle).as_posix() for path in bundle.rglob("*") if path.is_file()}
    assert files - listed == {"plangen-manifest.json"}


def test_an_unchanged_bundle_is_left_alone(bundle: Path, tmp_path: Path) -> None:
    """Nothing is written; one year can be written again."""
    root = Path(shutil.copytree(bundle.parent, tmp_path / "handbook"))
    bundle, before = root / bundle.name, hashes(bundle)
    assert "没有变化" in plangen("-C", root, "build", "--offline").stdout
    done = plangen("-C", root, "build", "--offline", "--year", "2026")
    assert done.returncode == 0, done.stderr
    after = hashes(bundle)
    assert differences(before, after) == ["plangen-manifest.json"]
