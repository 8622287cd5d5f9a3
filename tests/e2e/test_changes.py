"""The pages of changes since last year, and the change cards on paper."""

import re

import pytest
from playwright.sync_api import Page

from e2e.conftest import NewReader
from e2e.pages import CHILD
from e2e.paper import words_on
from e2e.reader import PHONE, Reader, focused, tab_to, until

pytestmark = pytest.mark.browser
PLAN = CHILD.rstrip("/")
CHANGES, CARDS = f"2026/{CHILD}changes/", f"2026/{CHILD}changes/cards/"
TOTAL = f"{PLAN}:objectives/revenue.target"


def row(page: Page, *words: str) -> str:
    """The selector of the first row of an edit that says some words."""
    return "tr[id^=edit-]" + "".join(f":has-text('{word}')" for word in words)


def test_the_index_leads_to_the_plans(desk: Reader) -> None:
    """From the tab of every page of 2026 to the index, from there to the plan; 2025 has no such tab."""
    page = desk.open(f"2026/{CHILD}objectives/")
    page.locator(".md-tabs").get_by_text("与上年相比").click()
    assert page.locator("h1").inner_text() == "与上年相比"
    page.locator(".pg-grid").first.get_by_text("华东区域市场开发计划").click()
    until(page, lambda: page.url == desk.base + CHANGES, f"{page.url} is the plan's page")
    assert page.locator(".pg-sidebar [aria-current]").last.inner_text().strip() == "与上年相比"
    assert desk.notes.slips() == {}
    page = desk.open(f"2025/{CHILD}objectives/")
    assert page.locator(".md-tabs").get_by_text("与上年相比").count() == 0


@pytest.mark.parametrize(("link", "path"), [(0, f"2026/roles/{CHILD}area-rep/"), (1, f"2025/{CHILD}org/#rep")])
def test_an_item_is_linked_in_both_years(desk: Reader, link: int, path: str) -> None:
    """A renamed role under the id of each year: its page here; in the year before the item, in sight."""
    page = desk.open(CHANGES)
    page.locator(row(page, "片区业务员", "名称")).get_by_role("link").nth(link).click()
    until(page, lambda: page.url == desk.base + path, f"{page.url} is {path}")
    place = page.locator(f"#{path.partition('#')[2] or 'pg-content'}").bounding_box()
    assert place is not None
    assert desk.notes.slips() == {}


def test_a_fold_opens_by_keyboard(desk: Reader) -> None:
    """Enter shows what followed from the edit, and hides it again."""
    page = desk.open(f"{CHANGES}#objectives")
    tab_to(page, lambda here: here["tag"] == "summary" and "随之变化" in here["text"])
    assert "pg-fold" in focused(page)["around"]
    inside = page.locator("details:has(> summary:focus) table")
    assert not inside.is_visible()
    page.keyboard.press("Enter")
    until(page, inside.is_visible, "the table is open")
    assert inside.locator("tbody tr").count() > 0
    page.keyboard.press("Enter")
    until(page, lambda: not inside.is_visible(), "the table is closed")
    assert desk.notes.slips() == {}


def test_a_number_of_last_year_explains_itself(desk: Reader) -> None:
    """1,092 was typed in 2025; the difference is this year less last year, and leads on to both."""
    page = desk.open(CHANGES)
    line = page.locator(row(page, "销售额", "+1,310.4 万元")).first
    line.locator(f'[data-address="2025 {TOTAL}"]').click()
    panel = page.locator(".pg-why")
    until(page, panel.is_visible, "the panel is open")
    assert "1,092 万元" in panel.inner_text()
    assert "content/2025/adhesives/east-china/objectives.yml:" in panel.inner_text()
    page.keyboard.press("Escape")
    line.locator(f'[data-address="{TOTAL} − 2025 {TOTAL}"]').click()
    until(page, panel.is_visible, "the panel is open")
    assert "相减" in panel.inner_text()
    values = panel.locator(".pg-why__value").all_inner_texts()
    assert values == ["2,402.4 万元", "1,092 万元"]
    assert desk.notes.slips() == {}


def test_the_bridge_is_drawn(desk: Reader) -> None:
    """Last year's total, three channels, this year's total."""
    page = desk.open(CHANGES)
    desk.draw()
    assert page.locator("#bridge-target .point").count() == 5
    assert page.locator("#bridge-target .pg-chart__title").inner_text() == "销售额比上年 +1,310.4 万元"
    assert desk.notes.slips() == {}


def test_nothing_stands_out_on_a_phone(phone: Reader) -> None:
    """No page of changes is wider than the window."""
    for path in ("2026/changes/", CHANGES, CARDS):
        page = phone.open(path)
        assert page.evaluate("() => document.documentElement.scrollWidth") <= PHONE["width"], path
    assert phone.notes.slips() == {}


def test_an_address_of_the_other_year_finds_the_renamed_item(reader: Reader) -> None:
    """The version selector keeps `#area-rep`; in 2025 that is `#rep`, and back."""
    page = reader.open(f"2026/{CHILD}org/#area-rep")
    for year, anchor in ((2025, "rep"), (2026, "area-rep")):
        page.locator(".md-version__current").focus()
        page.locator(".md-version__link").filter(has_text=str(year)).click()
        target = f"{reader.base}{year}/{CHILD}org/#{anchor}"
        until(page, lambda at=target: page.url == at, f"{page.url} is {target}")  # type: ignore[misc]
        page.locator(".md-version").wait_for()
    assert reader.notes.slips() == {}


def test_a_change_card_on_paper(new_reader: NewReader) -> None:
    """Each on a sheet of its own, in light colours, with both years' values and without tools."""
    reader = new_reader(color_scheme="dark")
    page = reader.open(CARDS)
    paper = page.pdf()
    sheets = words_on(paper)
    found = [
        word for word in ("业务员甲", "225 万元", "486 万元", "+261 万元", "区域经理", "受理投诉") if word not in sheets
    ]
    assert found == []
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) >= page.locator(".pg-slip").count()  # a long one goes on
    page.emulate_media(media="print", color_scheme="dark")
    begins = page.locator(".pg-slip").evaluate_all("slips => slips.map(slip => getComputedStyle(slip).breakBefore)")
    assert begins[1:] == ["page"] * (len(begins) - 1)
    assert [word for word in ("复制", "CSV", "数字的由来") if word in sheets] == []
    assert reader.notes.slips() == {}


def test_one_card_can_be_linked(desk: Reader) -> None:
    """`#rep-a` leads to the card of that person."""
    page = desk.open(f"{CARDS}#rep-a")
    card = page.locator("#rep-a")
    assert card.locator("h2").inner_text() == "业务员甲"
    assert desk.notes.slips() == {}
