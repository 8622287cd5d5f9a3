"""Search, in Chinese, as somebody types it."""

import pytest
from playwright.sync_api import Page

from e2e.reader import Reader, until

pytestmark = pytest.mark.browser


def search(page: Page, words: str) -> list[str]:
    """Type into the search field; gives the addresses that are found. Typed Han letters come without `keyup`."""
    page.keyboard.press("f")
    field = page.locator(".md-search__input")
    until(page, lambda: field.evaluate("e => e === document.activeElement"), "the search field has the keyboard")
    field.fill("")
    page.keyboard.type(words)
    page.keyboard.press("Shift")
    said = page.locator(".md-search-result__meta")
    until(page, lambda: "页有结果" in said.inner_text() or "没有找到" in said.inner_text(), "the search answers")
    seen: list[list[str]] = []
    until(page, lambda: _stays(page, seen), "the answer to the last letter has come")
    return seen[-1]


def _stays(page: Page, seen: list[list[str]]) -> bool:
    """Whether the results are those of three looks ago: each letter typed is answered by itself."""
    links = page.locator(".md-search-result__item > a.md-search-result__link")
    seen.append([str(link) for link in links.evaluate_all("all => all.map(e => e.href)")])
    page.wait_for_timeout(150)
    return len(seen) > 3 and seen[-1] == seen[-2] == seen[-3] == seen[-4]


@pytest.mark.parametrize("words", ["经销商", "区域经理"])
def test_search_finds_words_inside_sentences(desk: Reader, words: str) -> None:
    """Whole words that stand inside Chinese sentences; one of the first three pages that are found has them."""
    page = desk.open("2025/")
    found = search(page, words)
    assert len(found) >= 3
    assert all(url.startswith(f"{desk.base}2025/") for url in found)
    page.locator(".md-search-result__link").first.click()
    until(page, lambda: page.url.partition("?")[0] == found[0].partition("?")[0], "the page that was found")
    pages = list(dict.fromkeys(url.partition("#")[0].partition("?")[0] for url in found))[:3]
    texts = [desk.open(url.removeprefix(desk.base)).locator("article").inner_text() for url in pages]
    assert any(words in text for text in texts)
    assert desk.notes.slips() == {}


def test_search_says_when_there_is_nothing(desk: Reader) -> None:
    """The control: words that no page has."""
    page = desk.open("2025/")
    assert search(page, "鑫龘") == []
    assert page.locator(".md-search-result__meta").inner_text() == "没有找到"
    assert desk.notes.slips() == {}
