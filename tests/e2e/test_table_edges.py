"""Tables and the edges of the screen: heads that stay, whole columns on a phone, depths, no scripts, paper."""

import pytest

from e2e.conftest import NewReader
from e2e.pages import CHILD, KINDS, RICH
from e2e.reader import PHONE, Reader, until
from e2e.test_tables import OBJECTIVES, PLAN, REGIONS, press

EDGES = "e => { const box = e.getBoundingClientRect(); return [box.left, box.top, box.bottom] }"


def test_the_head_stays_below_the_header_of_the_page(desk: Reader) -> None:
    """In the middle of a long table its head is in sight, right below the page's."""
    page = desk.open(f"2026/{CHILD}routines/")
    page.locator("[data-name=routines-calendar] tbody tr").nth(25).evaluate("e => e.scrollIntoView({block: 'center'})")
    header = page.locator(".md-header").evaluate(EDGES)
    head = page.locator("[data-name=routines-calendar] thead").evaluate(EDGES)
    assert abs(head[1] - header[2]) < 1.5


def test_head_and_first_column_stay_in_a_table_that_scrolls_in_itself(new_reader: NewReader) -> None:
    """On a phone with all columns: scrolled to the right and down, both are where they were, and the corner above."""
    page = new_reader(viewport=PHONE).open(f"2026/{CHILD}routines/")
    box = page.locator("[data-name=routines-calendar] .pg-scroll")
    page.locator("[data-name=routines-calendar] .pg-all").click()
    until(page, lambda: box.evaluate("e => e.scrollHeight > e.clientHeight + 50"), "it is higher than its box")
    box.evaluate("e => e.scrollIntoView({block: 'center'})")
    corner, row = box.locator("thead th").first, box.locator("tbody tr").nth(28).locator("th")
    left = corner.evaluate(EDGES)[0]
    box.evaluate("e => e.scrollTo(120, 400)")
    frame = box.evaluate(EDGES)
    assert abs(corner.evaluate(EDGES)[0] - left) < 1.5
    assert abs(corner.evaluate(EDGES)[1] - frame[1]) < 1.5
    assert abs(row.evaluate(EDGES)[0] - left) < 1.5
    at_corner = """e => { const b = e.getBoundingClientRect();
      return document.elementFromPoint(b.left + 4, b.top + 4).closest('thead') !== null }"""
    assert box.evaluate(at_corner), "the corner lies above rows and columns that move"
    assert page.evaluate("() => document.documentElement.scrollWidth") <= PHONE["width"]


WIDER = """() => [...document.querySelectorAll('.pg-table > .pg-scroll')]
  .filter(e => e.offsetWidth && e.scrollWidth > e.clientWidth + 1).map(e => e.parentElement.dataset.name)"""


@pytest.mark.parametrize("kind", ["objectives", "roles", "budget", "org", "sources", "support", "kpis", "risks"])
def test_on_a_phone_no_column_is_cut_at_the_edge(phone: Reader, kind: str) -> None:
    """What the plan wants seen, as far as it fits; the rest is behind one link that says how many there are."""
    page = phone.open(f"2026/{KINDS.get(kind) or RICH[kind]}")
    for fold in page.locator("details.pg-fold--block > summary").all()[:3]:
        fold.click()
    until(page, lambda: page.evaluate(WIDER) == [], "no table is wider than its place")


def test_columns_that_do_not_fit_are_one_press_away(new_reader: NewReader) -> None:
    """People by regions has eight columns that the plan wants all: a phone shows four of them, whole, and a link."""
    page = new_reader(viewport=PHONE).open(OBJECTIVES)
    table = page.locator("[data-name=personal-person-region]")
    assert 2 <= len([head for head in table.locator("th[scope=col]").all() if head.is_visible()]) < 9
    assert "显示全部 9 列" in table.locator(".pg-all").inner_text()
    table.locator(".pg-all input").focus()
    page.keyboard.press("Space")
    until(page, lambda: all(head.is_visible() for head in table.locator("th[scope=col]").all()), "all are there")


CONTRAST = """cell => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const light = colour => {
    for (const layer of [getComputedStyle(document.body).backgroundColor, colour]) {
      canvas.fillStyle = layer;
      canvas.fillRect(0, 0, 1, 1);
    }
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map(v => v / 255)
      .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const pair = [light(getComputedStyle(cell).backgroundColor), light(getComputedStyle(cell).color)];
  return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
}"""


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_numbers_can_be_read_on_every_depth(desk: Reader, scheme: str) -> None:
    """At least 4.5 : 1 in light and in dark; the deeper, the further from the page."""
    page = desk.open(f"2026/{CHILD}routines/")
    page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
    cell = page.locator("td[class*=pg-heat]").first
    found = []
    for step in range(1, 6):
        cell.evaluate("(e, step) => { e.className = `pg-n pg-heat${step}` }", step)
        found.append(float(cell.evaluate(CONTRAST)))
    assert min(found) >= 4.5
    assert found == sorted(found, reverse=True)


def test_without_scripts_tables_are_whole_and_offer_nothing(new_reader: NewReader) -> None:
    """Every value is there, in the plan's order and unit; no button that would do nothing."""
    reader = new_reader(java_script_enabled=False)
    reader.page.goto(f"{reader.base}{OBJECTIVES}")
    table = reader.page.locator(REGIONS)
    assert table.locator("tbody th").all_text_contents() == PLAN
    assert "2,402.4" in table.inner_text()
    assert "待定 应填未填" in table.locator(".pg-legend").inner_text()
    assert reader.page.locator(".pg-table button, .pg-find").count() == 0


def test_paper_has_what_is_shown_and_no_tools(new_reader: NewReader) -> None:
    """In the chosen unit and order, head and first column in their places, all columns, no box and no buttons."""
    page = new_reader().open(OBJECTIVES)
    table = page.locator(REGIONS)
    press(table, "元")
    page.emulate_media(media="print")
    assert not table.locator(".pg-tools").is_visible()
    assert table.locator("thead").evaluate("e => getComputedStyle(e).position") == "static"
    assert table.locator(".pg-scroll").evaluate("e => getComputedStyle(e).maxHeight") == "none"
    assert "5,600,000" in table.inner_text()


def test_a_phone_that_is_turned_back_shows_what_it_showed(new_reader: NewReader) -> None:
    """What was left out on a narrower screen comes back where there is room for it, and the link goes."""
    page = new_reader(viewport=PHONE).open(OBJECTIVES)
    table, heads = page.locator("[data-name=personal-person-region]"), "th[scope=col]:visible"
    page.set_viewport_size({"width": 300, "height": 800})
    until(page, lambda: 2 <= table.locator(heads).count() < 5, "few columns fit")
    page.set_viewport_size(PHONE)
    until(page, lambda: 5 <= table.locator(heads).count() < 9, "more of them fit")
    page.set_viewport_size({"width": 1280, "height": 800})
    until(page, lambda: table.locator(heads).count() == 9, "all of them")
    assert table.locator(".pg-all--own").count() == 0
