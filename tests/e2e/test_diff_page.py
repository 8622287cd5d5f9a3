"""`plangen diff --format html` in a browser: one file that needs nothing, on a phone, in the dark and on paper."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser

from e2e.paper import words_on
from plangen.cli import main

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page_file(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's two years compared, as a file."""
    result = CliRunner().invoke(main, ["-C", str(repository), "diff", "2025", "2026", "--format", "html"])
    path = tmp_path_factory.mktemp("diff") / "changes.html"
    path.write_text(result.stdout, encoding="utf-8")
    return path


def test_the_page_needs_nothing(browser: Browser, page_file: Path) -> None:
    """No request but the page's own, no complaint of the browser, nothing wider than a phone."""
    context = browser.new_context(viewport={"width": 390, "height": 800}, color_scheme="dark")
    page = context.new_page()
    asked, complaints = list[str](), list[str]()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(page_file.as_uri())
    assert (asked, complaints) == ([page_file.as_uri()], [])
    assert page.evaluate("() => document.documentElement.scrollWidth") == 390
    assert page.evaluate("() => getComputedStyle(document.body).backgroundColor") == "rgb(20, 24, 31)"
    page.get_by_role("link", name="说明文字").click()
    assert page.url.endswith("#c1-narratives")
    assert page.locator("#c1-narratives ins").first.is_visible()
    context.close()


def test_the_page_on_paper(browser: Browser, page_file: Path) -> None:
    """Everything is printed, in light colours, without what leads through the page."""
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(page_file.as_uri())
    page.emulate_media(media="print")
    assert page.evaluate("() => getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert not page.locator("nav").is_visible()
    text = words_on(page.pdf(format="A4"))
    assert [word for word in ("192 万元 → 458.4 万元", "不跨第二个月", "上年基数") if word not in text] == []
    context.close()
