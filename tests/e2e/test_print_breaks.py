"""Where sheets of paper end: what is not cut, what is, and what a column needs, from Chromium's own printing."""

from collections.abc import Iterator
from io import BytesIO
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from e2e.conftest import NewReader
from e2e.reader import DESK, Reader
from e2e.serving import SiteServer

pytestmark = pytest.mark.browser
PUT = "html => { document.querySelector('article').innerHTML = html }"
HEIGHTS = range(140, 240, 9)
"""What stands above the table, in millimetres: the end of a sheet falls on each of its parts once."""


@pytest.fixture(scope="module")
def sheet(browser: Browser, server: SiteServer) -> Iterator[Reader]:
    """A page of the example whose content a test replaces."""
    reader = Reader(browser.new_context(viewport=DESK), server.base)
    reader.open("2025/terms/")
    yield reader
    reader.context.close()


def printed(reader: Reader, html: str) -> list[list[str]]:
    """The words of each sheet."""
    reader.page.evaluate(PUT, html)
    sheets = PdfReader(BytesIO(reader.page.pdf(prefer_css_page_size=True))).pages
    return [normalize("NFKC", each.extract_text()).split() for each in sheets]


def table(rows: int) -> str:
    """A table with notes, as pages have them."""
    body = "".join(
        f'<tr class="pg-body"><th scope="row">row{n}</th><td class="pg-n">{n}</td></tr>' for n in range(rows)
    )
    head = '<thead><tr><th scope="col">head</th><th scope="col" class="pg-n">value</th></tr></thead>'
    grid = f'<div class="pg-scroll"><table class="pg-grid">{head}<tbody>{body}</tbody></table></div>'
    return f'<section class="pg-table"><h3>title</h3>{grid}<ul class="pg-notes"><li>note</li></ul></section>'


def rows_of(sheets: list[list[str]]) -> list[int]:
    """How many rows stand on each sheet that has any of the table."""
    found = [[word for word in words if word.startswith("row")] for words in sheets]
    return [len(each) for each, words in zip(found, sheets, strict=True) if each or {"title", "note"} & set(words)]


@pytest.mark.parametrize("above", HEIGHTS)
def test_a_short_table_is_not_cut(sheet: Reader, above: int) -> None:
    """Title, rows and notes stand on one sheet."""
    assert rows_of(printed(sheet, f'<div style="height:{above}mm"></div>{table(7)}')) == [7]


@pytest.mark.parametrize("above", HEIGHTS)
def test_no_row_is_left_alone(sheet: Reader, above: int) -> None:
    """A longer table goes on overleaf with its head: at least two rows stay, and two go with the notes."""
    sheets = printed(sheet, f'<div style="height:{above}mm"></div>{table(24)}')
    rows = rows_of(sheets)
    assert sum(rows) == 24
    assert min(rows) >= 2
    assert [words.count("head") for words in sheets if any(word.startswith("row") for word in words)] == [1] * len(rows)


def test_a_fold_goes_on_overleaf(sheet: Reader) -> None:
    """It begins where there is room for some of it, instead of on a sheet of its own."""
    fold = f'<details class="pg-fold pg-fold--block"><summary>fold</summary><div>{table(24)}</div></details>'
    first, *_ = printed(sheet, f'<div style="height:150mm"></div>{fold}')
    assert "fold" in first
    assert "row1" in first


def test_an_empty_chart_stays_one(new_reader: NewReader) -> None:
    """It says so, and who can fill it, instead of a list of months that are not set."""
    page = new_reader().open("2026/jewellery/objectives/")
    count = page.locator(".pg-plot--empty").count()
    assert count > 2
    words = normalize("NFKC", "".join(each.extract_text() for each in PdfReader(BytesIO(page.pdf())).pages))
    assert words.count("还没有数据") == count
    assert "12 月" not in words


def test_a_reason_has_room(new_reader: NewReader) -> None:
    """In a table of many columns names go into two lines, so that sentences are not one letter wide."""
    page = new_reader().open("2026/gaps/")
    page.set_viewport_size({"width": 673, "height": 960})
    page.emulate_media(media="print")
    widths = page.locator(".pg-grid td:has(.pg-muted)").evaluate_all(
        "cells => cells.filter(e => e.innerText.length > 20).map(e => e.getBoundingClientRect().width)"
    )
    assert len(widths) >= 2
    assert min(widths) > 75
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 673
