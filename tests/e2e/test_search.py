"""Search, in Chinese, as somebody types it."""

from http import HTTPStatus

import pytest
from playwright.sync_api import Page

from e2e.reader import PHONE, Reader, until
from e2e.serving import Extra, SiteServer

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


def test_results_say_where_what_and_how_much(desk: Reader) -> None:
    """The page with its place and year; below it the hit with the list it stands in, its value at the right, marks."""
    page = desk.open("2026/")
    search(page, "华东 终端客户")
    group = page.locator(".md-search-result__item", has_text="粘合剂·华东区域").first
    assert group.locator("h1 .pg-found-year").inner_text() == "2026 草案"
    hit = group.locator("h2", has_text="1,584 万元").first
    assert hit.locator(".pg-found-kind").inner_text() == "目标怎么分"
    assert hit.locator("mark").all_inner_texts() == ["终端客户"]
    name, value = hit.locator(".pg-found-name").bounding_box(), hit.locator(".pg-found-value").bounding_box()
    dialog = page.locator(".md-search__output").bounding_box()
    assert name
    assert value
    assert dialog
    assert name["x"] < value["x"]
    assert dialog["x"] + dialog["width"] - 40 < value["x"] + value["width"] < dialog["x"] + dialog["width"]
    assert desk.notes.slips() == {}


def test_the_keys_of_the_dialog(desk: Reader) -> None:
    """Arrows walk through the results, Enter opens one, Escape closes."""
    page = desk.open("2026/")
    found = search(page, "华东 费用预算")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("() => document.activeElement.href") == found[0]
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Escape")
    until(page, lambda: not page.locator("#__search").is_checked(), "the dialog is closed")
    search(page, "华东 费用预算")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    until(page, lambda: page.url == found[0], "the first result")
    assert page.url == f"{desk.base}2026/adhesives/east-china/budget/"
    assert desk.notes.slips() == {}


@pytest.mark.parametrize("how", ["mouse", "keys"])
def test_other_years_on_request(reader: Reader, how: str) -> None:
    """Their index is not loaded before somebody asks; then their pages stand among the results and lead there."""
    page = reader.open("2026/")
    found = search(page, "准客户名录")
    assert all(url.startswith(f"{reader.base}2026/") for url in found)
    assert reader.asked("2025/search/") == []
    also = page.locator(".pg-found-also")
    assert also.all_inner_texts() == ["也搜 2025 现行"]
    if how == "mouse":
        also.click()
    else:
        page.keyboard.press("ArrowUp")
        assert page.evaluate("() => document.activeElement.matches('.pg-found-also')")
        page.keyboard.press("Enter")
    field = page.locator(".md-search__input")
    until(page, lambda: field.input_value() == "准客户名录 @2025", "the year stands in the field")
    older = page.locator(".md-search-result__item", has_text="2025 现行").first
    until(page, older.is_visible, "pages of 2025")
    assert also.count() == 0
    older.locator(".md-search-result__link").first.click()
    until(page, lambda: page.url.startswith(f"{reader.base}2025/adhesives/"), "the page of 2025")
    assert reader.notes.slips() == {}


def test_a_year_that_is_not_there_is_passed_over(desk: Reader) -> None:
    """Who types `@1999` gets this year's pages."""
    page = desk.open("2026/")
    assert search(page, "准客户名录 @1999") == search(page, "准客户名录") != []
    assert desk.notes.failed == [f"404 {desk.base}1999/search/search_index.json"]


def test_the_dialog_on_a_phone(phone: Reader) -> None:
    """Everything inside the width of the screen."""
    page = phone.open("2026/")
    page.locator("label.md-header__button[for='__search']").tap()
    field = page.locator(".md-search__input")
    field.tap()
    page.keyboard.type("订单")
    page.keyboard.press("Shift")
    until(page, lambda: page.locator(".md-search-result__item").count() > 3, "results")
    titles = page.locator(".md-search-result__item h1, .md-search-result__item h2")
    ends = "all => all.filter(e => e.offsetParent).map(e => e.getBoundingClientRect()).flatMap(r => [r.left, r.right])"
    until(
        page,
        lambda: all(0 <= end <= PHONE["width"] for end in titles.evaluate_all(ends)),
        "the dialog has slid in, and nothing stands outside",
    )
    wide = page.locator(".md-search__scrollwrap").evaluate("e => e.scrollWidth - e.clientWidth")
    assert wide == 0
    assert phone.notes.slips() == {}


def test_nothing_found_says_what_can_be_typed(desk: Reader) -> None:
    """And offers the other year."""
    page = desk.open("2026/")
    assert search(page, "鑫龘") == []
    assert "拼音首字母" in page.locator(".pg-found-help").inner_text()
    assert page.locator(".pg-found-also").count() == 1


def test_a_lost_address_of_any_depth_is_searched_for(reader: Reader) -> None:
    """The page that was meant is among those offered, in the year of the address; other words can be typed."""
    page = reader.open("2026/adhesives/east-chna/objective/old.html")
    links = page.locator(".pg-lost-list a")
    until(page, lambda: links.count() > 0, "what may have been meant")
    assert links.first.get_attribute("href") == f"{reader.base}2026/adhesives/east-china/objectives/"
    page.get_by_role("searchbox").fill("差额台账")
    until(page, lambda: links.first.get_attribute("href") == f"{reader.base}2026/gaps/", "what was typed")
    assert (reader.notes.foreign, reader.notes.refused) == ([], [])


def test_a_lost_address_of_no_year_is_searched_for_in_the_current_one(reader: Reader) -> None:
    """Of a year that is not there, too."""
    for path in ("adhesives/duty", "1999/adhesives/duty"):
        page = reader.open(path)
        link = page.locator(".pg-lost-list a").first
        until(page, link.is_visible, "what may have been meant")
        assert str(link.get_attribute("href")).startswith(f"{reader.base}2025/adhesives/")


@pytest.mark.parametrize("version", ["2025", "2025-1"])
def test_a_permanent_link_into_a_year_without_such_is_searched_for(
    reader: Reader, server: SiteServer, version: str
) -> None:
    """A year that was sealed before there were permanent links: its item is the first that is offered."""
    lost = Extra((server.site / "404.html").read_text(encoding="utf-8"), HTTPStatus.NOT_FOUND)
    address = f"{version}/id/adhesives/east-china/incentives/"
    server.extra[f"/{address}"] = lost
    page = reader.open(f"{address}#first-finisher")
    links = page.locator(".pg-lost-list a")
    until(page, lambda: links.count() > 1, "what may have been meant")
    assert page.get_by_role("searchbox").input_value() == "adhesives east-china incentives first-finisher"
    place = f"{reader.base}2025/adhesives/east-china/incentives/"
    assert [links.nth(n).get_attribute("href") for n in (0, 1)] == [place, f"{place}#first-finisher"]
    assert (reader.notes.foreign, reader.notes.refused) == ([], [])
    del server.extra[f"/{address}"]


def test_a_lost_address_in_another_language_is_searched_for_there(reader: Reader, server: SiteServer) -> None:
    """A server knows one page for all lost addresses; what the address begins with is no word to search for."""
    index = (server.site / "2025/search/search_index.json").read_text(encoding="utf-8")
    server.extra["/en/2025/search/search_index.json"] = Extra(index)
    for path in ("en/2025/adhesives/duty", "en/latest/adhesives/duty"):
        page = reader.open(path)
        link = page.locator(".pg-lost-list a").first
        until(page, link.is_visible, "what may have been meant")
        assert str(link.get_attribute("href")).startswith(f"{reader.base}en/2025/adhesives/")
        assert page.get_by_role("searchbox", name="在手册里找").input_value() == "adhesives duty"
    del server.extra["/en/2025/search/search_index.json"]


def test_the_lost_page_of_a_version_searches_too(desk: Reader) -> None:
    """In the frame of its year; its address starts at the host, as the site's does."""
    page = desk.open("2026/404.html")
    assert page.locator("h1").inner_text() == "没有这个页面"
    page.get_by_role("searchbox", name="在手册里找").fill("费用预算 西安")
    link = page.locator(".pg-lost-list a").first
    until(page, link.is_visible, "what was typed")
    assert link.get_attribute("href") == f"{desk.base}2026/insulation/xian/budget/"
    assert desk.notes.slips() == {}
