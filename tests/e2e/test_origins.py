"""Why this number: a panel with formula, inputs and source, by mouse, by keyboard and on paper."""

import pytest
from playwright.sync_api import Locator, Page

from e2e.pages import CHILD, OBJECTIVES
from e2e.reader import PHONE, Reader, know_numbers, until

pytestmark = pytest.mark.browser
PRINT = """() => {
    dispatchEvent(new Event('beforeprint'));
    return document.querySelectorAll('.pg-origins li').length;
}"""
QUARTER = f"{CHILD.rstrip('/')}:objectives/revenue.target@Q3"
MONTH = f"{CHILD.rstrip('/')}:objectives/revenue.target@M08"
TOTAL = f"{CHILD.rstrip('/')}:objectives/revenue.target"


def test_a_click_says_where_a_number_comes_from(desk: Reader) -> None:
    """The third quarter is the sum of its months; each month leads on, down to the line that somebody typed."""
    page = desk.open(OBJECTIVES[2025])
    page.locator(f'[data-address="{QUARTER}"]').first.click()
    panel = page.locator(".pg-why")
    until(page, panel.is_visible, "the panel is open")
    assert "各月合计" in panel.inner_text()
    months = panel.locator(".pg-why__name").all_inner_texts()[:3]
    assert months == ["7 月", "8 月", "9 月"]
    panel.locator(".pg-why__name").first.click()
    panel.locator(".pg-why__name").first.click()
    assert "手工填写" in panel.inner_text()
    assert "content/2025/adhesives/east-china/objectives.yml:" in panel.inner_text()
    panel.get_by_text("返回").click()
    panel.get_by_text("返回").click()
    assert "各月合计" in panel.inner_text()
    page.keyboard.press("Escape")
    assert not panel.is_visible()
    assert desk.notes.slips() == {}


def in_a_table(page: Page, address: str) -> Locator:
    """A number in a row of a table that is seen."""
    return page.locator(f'.pg-table .pg-grid tbody [data-address="{address}"]').first


def test_it_opens_under_the_row_of_the_number(desk: Reader) -> None:
    """As a row, so that nothing is covered, and the cell that was asked has a ring; asked again, it closes."""
    page = desk.open(OBJECTIVES[2025])
    number, panel = in_a_table(page, QUARTER), page.locator(".pg-why")
    number.click()
    until(page, panel.is_visible, "the panel is open")
    asked = page.locator(f'tr:has(+ tr.pg-whyrow .pg-why) .pg-asked [data-address="{QUARTER}"][aria-expanded="true"]')
    assert asked.count() == page.locator(".pg-asked").count() == 1
    assert page.locator(".pg-asked").evaluate("e => getComputedStyle(e).boxShadow") != "none"
    number.click()
    assert page.locator(".pg-why, .pg-whyrow, .pg-asked, [aria-expanded]:is([data-address])").count() == 0
    assert desk.notes.slips() == {}


def test_another_number_takes_the_panel_over(desk: Reader) -> None:
    """One panel at a time; Escape puts it away, and the number that was asked last has the keyboard."""
    page = desk.open(OBJECTIVES[2025])
    panel = page.locator(".pg-why")
    for address in (QUARTER, MONTH):
        in_a_table(page, address).click()
        until(page, lambda: panel.count() and panel.get_attribute("data-shown") == address, address)  # noqa: B023
    assert (panel.count(), page.locator(".pg-asked").count()) == (1, 1)
    page.keyboard.press("Escape")
    assert page.locator(".pg-why, .pg-asked").count() == 0
    assert page.evaluate("() => document.activeElement.dataset.address") == MONTH


def test_it_says_who_uses_the_number(desk: Reader) -> None:
    """The first five, the others unfold; one of them is asked by a click, and tells what it was made from."""
    page = desk.open(OBJECTIVES[2025])
    number = page.locator(f'.pg [data-address="{TOTAL}"]').first
    number.click()
    panel = page.locator(".pg-why")
    until(page, panel.is_visible, "the panel is open")
    users = panel.locator("section:has(> h3)").filter(has_text="谁在用它")
    rows = users.locator("li")
    assert [row.is_visible() for row in rows.all()] == [True] * 5 + [False] * 3
    assert users.locator("summary").inner_text() == "另有 3 个"
    users.locator("summary").click()
    assert rows.last.is_visible()
    users.locator(".pg-why__name").first.click()
    assert panel.get_attribute("data-shown") == f"{CHILD.rstrip('/')}:budget/running.sales-share"
    assert panel.get_by_role("button", name="返回").count() == 1
    page.keyboard.press("Escape")
    until(page, lambda: panel.count() == 0, "the panel is closed")
    assert page.evaluate("() => document.activeElement.dataset.address") == TOTAL


def test_a_bar_says_where_it_comes_from(desk: Reader) -> None:
    """A click into a chart opens the panel of the figure that is drawn there."""
    page = desk.open(f"2025/{CHILD}budget/")
    page.evaluate("() => window.plangenRenderAll()")
    bar = page.locator(".pg-chart--waterfall .point path").first
    bar.scroll_into_view_if_needed()
    box = bar.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    panel = page.locator(".pg-why")
    until(page, panel.is_visible, "the panel is open")
    assert f"{CHILD.rstrip('/')}:budget/rent.amount" in panel.inner_text()


def test_it_works_by_keyboard(desk: Reader) -> None:
    """In a table one number is a tab stop; arrows lead to its neighbours, Enter opens the panel."""
    page = desk.open(OBJECTIVES[2026])
    know_numbers(page)
    table = page.locator("table:has([data-address])").first
    stops = table.locator('[data-address][tabindex="0"]')
    assert stops.count() == 1
    first = stops.first.get_attribute("data-address")
    stops.first.focus()
    page.keyboard.press("ArrowDown")
    second = page.evaluate("() => document.activeElement.dataset.address")
    assert second not in (None, first)
    page.keyboard.press("Enter")
    until(page, lambda: page.locator(".pg-why").is_visible(), "the panel is open")
    assert second in page.locator(".pg-why").inner_text()
    page.keyboard.press("Escape")
    assert page.evaluate("() => document.activeElement.dataset.address") == second


def test_the_data_is_one_file_beside_the_pages(desk: Reader) -> None:
    """Nothing is fetched by script; a page without numbers asks for nothing."""
    page = desk.open(OBJECTIVES[2026])
    page.locator("[data-address]").first.click()
    until(page, lambda: page.locator(".pg-why").is_visible(), "the panel is open")
    assert len(desk.asked("_origins/")) == 1
    desk.open(f"2026/{CHILD}swot/")
    assert desk.asked("_origins/") == []


@pytest.mark.parametrize("place", [".pg-lede", ".pg-table .pg-grid tbody"])
def test_on_a_phone_the_panel_fits(phone: Reader, place: str) -> None:
    """It comes from below, or under its row, and nothing moves sideways."""
    page = phone.open(OBJECTIVES[2026])
    page.locator(f"{place} [data-address]").first.click()
    panel = page.locator(".pg-why")
    until(page, panel.is_visible, "the panel is open")
    assert panel.evaluate("e => e.tagName") == ("DIALOG" if place == ".pg-lede" else "DIV")
    box = panel.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE["width"]
    assert panel.evaluate("e => e.scrollWidth <= e.clientWidth"), "no line of it is cut"
    assert page.evaluate("() => Math.max(document.documentElement.scrollWidth, innerWidth)") == PHONE["width"]


def test_on_paper_the_origins_stand_at_the_end(desk: Reader) -> None:
    """Every computed number of the page once, with its method and inputs."""
    page = desk.open(OBJECTIVES[2025])
    until(page, lambda: desk.asked("_origins/"), "the data is there before anybody prints")
    until(page, lambda: page.evaluate(PRINT), "the list is made")
    text = str(page.locator(".pg-origins").text_content())
    assert "各月合计" in text
    assert "（7 月）" in text


def test_a_file_that_does_not_come_is_told(desk: Reader) -> None:
    """The panel opens and says that nothing is known; the next click tries again."""
    desk.context.route("**/_origins/*", lambda route: route.abort())
    page = desk.open(OBJECTIVES[2026])
    panel = page.locator(".pg-why")
    page.locator("[data-address]").first.click()
    until(page, panel.is_visible, "the panel is open")
    assert "没有这个数字的说明" in panel.inner_text()
    page.keyboard.press("Escape")
    desk.context.unroute("**/_origins/*")
    page.locator("[data-address]").first.click()
    until(page, lambda: panel.locator(".pg-why__number").count(), "the number is explained")


def test_a_number_of_a_scenario_leads_to_its_file(desk: Reader) -> None:
    """The stretch's total grows from last year by what the scenario's own file says; the distance names both."""
    page = desk.open(f"2026/{CHILD}scenarios/")
    page.locator(f'.pg-table [data-address="2026@stretch {TOTAL}"]').first.click()
    panel = page.locator(".pg-why")
    until(page, panel.is_visible, "the panel is open")
    assert "2,730 万元" in panel.inner_text()
    assert "挑战" in panel.inner_text()
    panel.get_by_role("button", name="增长").click()
    assert "150%" in panel.inner_text()
    assert "content/2026/adhesives/east-china/scenarios/stretch.yml:" in panel.inner_text()
    page.keyboard.press("Escape")
    page.locator(f'.pg-table [data-address="2026@stretch {TOTAL}.variance"]').first.click()
    until(page, panel.is_visible, "the panel is open again")
    assert "327.6 万元" in panel.inner_text()
    assert "2,402.4 万元" in panel.inner_text()
    assert desk.notes.slips() == {}
