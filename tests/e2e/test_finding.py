"""From one page to another: permanent links, who uses an item, what a term means; and pictures."""

import pytest
from playwright.sync_api import Page

from e2e.conftest import NewReader
from e2e.pages import CHILD
from e2e.reader import PHONE, Reader, until
from e2e.serving import SiteServer

KPIS = f"2026/{CHILD}kpis/"
RULES = f"2026/{CHILD}rules/"
FLOW = "2026/liquor/field-platform/procedures/"

pytestmark = pytest.mark.browser


def arrive(page: Page, address: str) -> None:
    """Wait until the window is there."""
    until(page, lambda: page.url == address, f"{page.url} leads to {address}")


@pytest.mark.parametrize(
    ("link", "place"),
    [
        (f"2026/id/{CHILD}kpis/#attitude", f"{KPIS}#attitude"),
        (f"2026/id/{CHILD}org/#area-rep", f"2026/roles/{CHILD}area-rep/"),
        (f"2026/id/{CHILD}org/#rep", f"2026/roles/{CHILD}area-rep/"),
        (f"2025/id/{CHILD}org/#area-rep", f"2025/roles/{CHILD}rep/"),
        (f"latest/id/{CHILD}kpis/#attitude", f"2025/{CHILD}kpis/#attitude"),
        (f"2026/id/{CHILD}kpis/#definitions", f"{KPIS}#definitions"),
        (f"2026/id/{CHILD}", f"2026/{CHILD}"),
    ],
)
def test_a_permanent_link_leads_there(reader: Reader, link: str, place: str) -> None:
    """An item by its id, by the id that it had or will have, in the current year; a place that is no item; a plan."""
    page = reader.open(link)
    arrive(page, reader.base + place)
    assert reader.notes.slips() == {}


def test_without_scripts_it_is_one_click(new_reader: NewReader) -> None:
    """The page lists the items; the one that is asked for is marked."""
    reader = new_reader(java_script_enabled=False)
    page = reader.page
    page.goto(f"{reader.base}2026/id/{CHILD}org/#rep")
    page.locator(":target a").click()
    assert page.url == f"{reader.base}2026/roles/{CHILD}area-rep/"


def test_the_permanent_link_is_copied(new_reader: NewReader) -> None:
    """By keyboard: one tab stop a table, arrows to the others; what is copied leads there. Cells stay as they are."""
    reader = new_reader(permissions=["clipboard-read", "clipboard-write"])
    page = reader.open(KPIS)
    table = page.locator(".pg-table").first
    assert [each.get_attribute("tabindex") for each in table.locator("tr .pg-here").all()][:2] == ["0", "-1"]
    table.locator("tr .pg-here").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    until(page, lambda: page.locator(".pg-said").inner_text() == "已复制固定链接", "it is said")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{reader.base}2026/id/{CHILD}kpis/#new-customers"
    assert page.url == f"{reader.base}{KPIS}"
    page.goto(copied)
    arrive(page, f"{reader.base}{KPIS}#new-customers")
    assert "#" not in page.locator("tr#new-customers th").inner_text()


def test_who_uses_an_item(desk: Reader) -> None:
    """Folded at the end of the page; each place is a link that leads there."""
    page = desk.open(f"2026/{CHILD}objectives/")
    page.locator("summary").filter(has_text="谁用到这一页").click()
    row = page.locator("#used li").filter(has=page.locator("a[href$='#revenue']"))
    assert "费用预算" in row.inner_text()
    row.get_by_role("link", name="市场支持费用").click()
    assert page.url.startswith(f"{desk.base}2026/{CHILD}budget/#")
    assert desk.notes.slips() == {}


def test_a_term_explains_itself_by_keyboard(reader: Reader) -> None:
    """With its meaning as description; Escape closes it, Enter leads to the page of terms."""
    page = reader.open(RULES)
    term = page.locator("a.pg-term").first
    term.focus()
    tip = page.get_by_role("tooltip")
    assert tip.inner_text() == term.get_attribute("data-tip")
    assert term.get_attribute("aria-describedby") == tip.get_attribute("id")
    page.keyboard.press("Escape")
    assert tip.count() == 0
    term.press("Enter")
    arrive(page, f"{reader.base}2026/terms/#own-store")
    assert page.locator("tr:target th").inner_text() == "直营店"
    assert reader.notes.slips() == {}


def test_a_term_explains_itself_by_mouse(reader: Reader) -> None:
    """The tip stays while the pointer is on it, and goes with it."""
    page = reader.open(RULES)
    page.locator("a.pg-term").first.hover()
    page.get_by_role("tooltip").hover()
    page.wait_for_timeout(400)
    assert page.get_by_role("tooltip").count() == 1
    page.mouse.move(5, 5)
    until(page, lambda: page.get_by_role("tooltip").count() == 0, "the tip goes")


def test_a_term_explains_itself_by_touch(new_reader: NewReader) -> None:
    """The first tap explains, inside the window; the second leads to the definition."""
    reader = new_reader(viewport=PHONE, is_mobile=True, has_touch=True)
    page = reader.open(RULES)
    term = page.locator("a.pg-term").first
    term.tap()
    box = page.get_by_role("tooltip").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE["width"]
    assert page.url == f"{reader.base}{RULES}"
    term.tap()
    arrive(page, f"{reader.base}2026/terms/#own-store")


def test_pictures_have_their_size(reader: Reader, server: SiteServer) -> None:
    """Their place is kept before they are there; on a phone they fit; a click opens them in full."""
    page = reader.open(FLOW)
    image = page.locator(".pg-picture img")
    assert (image.get_attribute("width"), image.get_attribute("height")) == ("720", "242")
    image.scroll_into_view_if_needed()
    until(page, lambda: image.evaluate("e => e.naturalWidth") == 780, "it is loaded")
    assert "订单怎样走到终端" in page.locator(".pg-picture figcaption").inner_text()
    page.set_viewport_size(PHONE)
    box = image.bounding_box()
    assert box
    assert box["width"] <= PHONE["width"]
    assert abs(box["height"] / box["width"] - 242 / 720) < 0.02
    assert reader.notes.slips() == {}
    image.click()  # a drawing alone names no icon, so that the browser asks for one
    arrive(page, f"{server.base}2026/liquor/field-platform/order-flow.svg")
