"""Pages on paper, from Chromium's own printing."""

import re
import shutil
import subprocess

import pytest

from e2e.conftest import NewReader
from e2e.drawing import drawn
from e2e.pages import OBJECTIVES
from e2e.reader import until

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


def test_paper(new_reader: NewReader) -> None:
    """Printed from the dark, unscrolled: every chart, in light colours and the paper's width; then dark again."""
    reader = new_reader(color_scheme="dark")
    page = reader.open(OBJECTIVES[2025])
    until(page, lambda: page.evaluate("() => !!window.Plotly"), "the chart library is at hand")
    assert drawn(page)[-1].svgs == 0
    page.evaluate(PAPER)
    paper = page.pdf()
    before, after = page.evaluate("() => plangenTestPaper")
    assert (before["name"], before["scheme"], before["marks"]) == ("beforeprint", "default", [7, 9, 7, 12])
    assert set(before["widths"]) == {323}
    assert (after["name"], page.evaluate("() => document.body.dataset.mdColorScheme")) == ("afterprint", "slate")
    assert paper.startswith(b"%PDF-")
    assert 3 <= len(re.findall(rb"/Type\s*/Page\b", paper)) <= 6
    if shutil.which("pdftotext"):
        text = subprocess.run(["pdftotext", "-", "-"], input=paper, capture_output=True, check=True).stdout.decode()
        assert [word for word in ("累计 1,092.0", "业务员丁", "1,092", "截至 2026-01-05") if word not in text] == []
        assert re.search(r"\b1\s*/\s*[3-6]\b", text)
        assert [word for word in ("数据表", "显示全部", "复制", "跳到正文") if word in text] == []
    assert reader.notes.slips() == {}


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
