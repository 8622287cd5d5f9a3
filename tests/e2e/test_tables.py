"""Tables as a reader uses them: order, find, change the unit, take away; heads that stay; whole columns on a phone."""

import csv
from pathlib import Path

from playwright.sync_api import Locator, Page

from e2e.conftest import NewReader
from e2e.pages import CHILD
from e2e.reader import Reader, focused, tab_to, until

OBJECTIVES = f"2026/{CHILD}objectives/"
REGIONS = "[data-name=revenue-region]"
PLAN = ["浙江", "江苏", "四川", "山东", "安徽", "湖北", "上海", "重庆", "未分解", "合计"]
DOWN = ["浙江", "江苏", "上海", "山东", "四川", "安徽", "湖北", "重庆", "未分解", "合计"]
UP = ["安徽", "四川", "山东", "上海", "江苏", "浙江", "湖北", "重庆", "未分解", "合计"]
COLUMN = """(table, place) => {
  const rows = table.querySelectorAll(':scope .pg-grid > tbody > tr:not([hidden], .pg-under)');
  return [...rows].map(row => {
  const copy = row.cells[place - 1].cloneNode(true);
  copy.querySelectorAll('.pg-sr, .pg-missing').forEach(node => node.remove());
  return copy.textContent.trim();
  }) }"""


def column(table: Locator, place: int) -> list[str]:
    """The texts of a column of the rows that are shown, as they are seen; one question, however long the table is."""
    texts: list[str] = table.evaluate(COLUMN, place)
    return texts


def press(table: Locator, unit: str) -> None:
    """Choose a unit of money."""
    table.locator(".pg-units button").get_by_text(unit, exact=True).click()


def test_a_column_is_sorted_by_value(desk: Reader) -> None:
    """The largest first, then the smallest, then as the plan has it; not set is last both ways, sums stay below.

    A range counts by its low end (200–260 is more than about 160), ≥120 is 120 or more, about is no different.
    """
    table = desk.open(OBJECTIVES).locator(REGIONS)
    head = table.locator("th[scope=col]").nth(1)
    orders = []
    for _ in range(3):
        head.locator("button").click()
        orders.append((head.get_attribute("aria-sort"), column(table, 1)))
    assert orders == [("descending", DOWN), ("ascending", UP), (None, PLAN)]
    assert desk.notes.slips() == {}


def test_words_are_sorted_too_and_only_one_column_at_a_time(desk: Reader) -> None:
    """Whoever sorts by another column sees the sign there, and no longer at the first."""
    table = desk.open(OBJECTIVES).locator(REGIONS)
    heads = table.locator("th[scope=col]")
    heads.nth(1).locator("button").click()
    heads.nth(0).locator("button").click()
    assert table.locator("[aria-sort]").count() == 1
    assert column(table, 1) == [*["安徽", "重庆", "湖北", "江苏", "山东", "上海", "四川", "浙江", "未分解", "合计"]]


def test_rows_stay_below_what_they_are_part_of(desk: Reader) -> None:
    """Belts are sorted, and inside each of them its regions; the sum of all stays at the end."""
    table = desk.open(OBJECTIVES).locator("[data-name=personal-belt]")
    table.locator("th[scope=col] button").nth(1).click()
    table.locator("th[scope=col] button").nth(1).click()
    assert column(table, 1) == [
        "北线", "山东", "长江中上游", "四川", "重庆", "湖北", "长三角", "安徽", "浙江", "江苏", "各部分合计",
    ]  # fmt: skip


def test_sorting_works_by_keyboard_and_is_told(new_reader: NewReader) -> None:
    """Tab to the head of a column, Enter: sorted; who listens hears by what and which way."""
    page = new_reader().open(OBJECTIVES)
    page.locator(f"{REGIONS} .pg-tool").last.focus()
    tab_to(page, lambda here: "pg-sort" in here["css"] and here["text"].startswith("目标"), 5)
    page.keyboard.press("Enter")
    assert column(page.locator(REGIONS), 1) == DOWN
    assert page.locator(".pg-said").text_content() == "目标：从大到小"
    assert "pg-sort" in focused(page)["css"], "who sorts again need not look for the head"


def test_short_tables_are_not_sorted(desk: Reader) -> None:
    """Three channels are in sight at once."""
    assert desk.open(OBJECTIVES).locator("[data-name=revenue-channel] .pg-sort").count() == 0


def test_the_reader_chooses_the_unit_of_money(new_reader: NewReader) -> None:
    """Exact to the digit in every unit, ranges and signs kept, shares and words as they are; other pages follow."""
    reader = new_reader()
    table = reader.open(OBJECTIVES).locator(REGIONS)
    shown = {unit: _in(table, unit) for unit in ("元", "亿元", "万元")}
    assert shown["元"][0] == "目标元"
    assert shown["元"][1:6] == ["5,600,000", "5,200,000", "约 1,600,000", "2,000,000–2,600,000", "≥1,200,000"]
    assert shown["亿元"][1:6] == ["0.05600", "0.05200", "约 0.016", "0.02–0.026", "≥0.012"]
    assert shown["亿元"][-2:] == ["约 ≤0.04424", "0.24024"]
    assert shown["万元"][1:6] == ["560.0", "520.0", "约 160", "200–260", "≥120"]
    press(table, "元")
    assert [column(table, place)[0] for place in (3, 4, 8)] == ["23.3", "1,120,000", "片区业务员"]
    overview = reader.open(f"2026/{CHILD}").locator(".pg-table").filter(has_text="24,024,000")
    until(overview.page, lambda: overview.count() > 0, "the total is in 元 there too")
    assert set(overview.page.locator(".pg-units [aria-pressed=true]").all_text_contents()) == {"元"}
    assert reader.notes.slips() == {}


def _in(table: Locator, unit: str) -> list[str]:
    """The head and the cells of the goals in a unit."""
    press(table, unit)
    head = table.locator("th[scope=col]").nth(1)
    assert table.page.locator(".pg-said").text_content() == f"单位 {unit}"
    return [head.text_content() or "", *column(table, 2)]


def test_pressing_the_chosen_unit_again_gives_the_plans_own(new_reader: NewReader) -> None:
    """What the plan has in 元 is in 元 again, and nothing is remembered."""
    page = new_reader().open(f"2026/{CHILD}budget/")
    table = page.locator("[data-name=setup-lines]")
    before = table.inner_text()
    press(page.locator(".pg-head:has(h2#setup)"), "万元")
    assert table.inner_text() != before
    assert "0.18" in table.inner_text()
    press(page.locator(".pg-head:has(h2#setup)"), "万元")
    assert table.inner_text() == before
    assert page.evaluate("() => localStorage.getItem('plangen.unit')") is None


def test_a_rounded_amount_is_exact_in_another_unit(new_reader: NewReader) -> None:
    """A cell that shows 442 for 442.4 is 4,424,000 元, not 4,420,000."""
    page = new_reader().open(OBJECTIVES)
    cell = page.locator(f"{REGIONS} tbody tr").first.locator("td").first
    cell.evaluate("e => { e.innerHTML = '<span class=pg-num data-amount=5604999.5>560.5</span>' }")
    page.locator(f"{REGIONS}").evaluate("e => e.querySelector('.pg-units button').click()")
    assert cell.inner_text() == "5,604,999.5"


def test_what_is_taken_away_is_what_is_shown(new_reader: NewReader, tmp_path: Path) -> None:
    """Sorted and in the chosen unit, numbers as numbers, the unit in the head of each column of money."""
    page = new_reader(permissions=["clipboard-read", "clipboard-write"]).open(OBJECTIVES)
    table = page.locator(REGIONS)
    table.locator(".pg-sort").nth(1).click()
    press(table, "元")
    with page.expect_download() as load:
        table.locator(".pg-tool").get_by_text("CSV").click()
    load.value.save_as(tmp_path / "saved.csv")
    rows = list(csv.reader((tmp_path / "saved.csv").read_text("utf-8-sig").splitlines()))
    assert rows[0][:4] == ["区域", "目标（元）", "占比（%）", "一季（1–3 月，元）"]
    assert rows[1][:4] == ["浙江", "5600000", "23.3", "1120000"]
    assert [row[0] for row in rows[1:]] == DOWN
    page.bring_to_front()
    table.locator(".pg-tool").get_by_text("复制").click()
    until(page, lambda: page.locator(".pg-said").text_content() == "已复制", "it is copied")
    pasted = str(page.evaluate("() => navigator.clipboard.readText()"))
    assert pasted.splitlines()[1].split("\t")[:4] == rows[1][:4]


def find(page: Page, table: Locator, what: str) -> str:
    """Type into the table's box; what is said about it."""
    table.locator(".pg-find").fill(what)
    return table.locator(".pg-found").text_content() or ""


def test_rows_are_found_by_a_part_of_their_words(desk: Reader) -> None:
    """In a group only what fits, under its heading; groups without anything go; full-width letters are the same."""
    page = desk.open("2026/unset/")
    table = page.locator("[data-name=register]")
    every = column(table, 1)
    said = find(page, table, "ＢＵＤＧＥＴ.yml")
    shown = column(table, 1)
    assert 0 < len(shown) < len(every)
    fitting = table.locator("tbody tr.pg-body:not([hidden])")
    assert all("budget.yml" in text for text in fitting.all_text_contents())
    assert said.startswith(f"{fitting.count()} / {table.locator('tbody tr.pg-body').count()} 行")
    empty = """e => [...e.querySelectorAll('tr.pg-group:not([hidden])')].filter(group => {
      let next = group.nextElementSibling;
      while (next && next.hidden) { next = next.nextElementSibling; }
      return !next || next.matches('.pg-group');
    }).length"""
    assert table.evaluate(empty) == 0, "a heading of a group without rows"
    table.locator(".pg-find").press("Escape")
    assert column(table, 1) == every
    assert table.locator(".pg-found").text_content() == ""


def test_a_heading_that_fits_shows_its_rows(desk: Reader) -> None:
    """Who looks for a person's name finds what that person owes."""
    page = desk.open("2026/unset/")
    table = page.locator("[data-name=register]")
    heading = table.locator("tr.pg-group th").filter(has_text="财务").first.inner_text()
    find(page, table, heading.rstrip("0123456789 "))
    assert table.locator("tr.pg-group:not([hidden])").count() >= 1
    assert table.locator("tr.pg-body:not([hidden])").count() >= 1


def test_sums_never_stand_below_some_of_their_rows(desk: Reader) -> None:
    """The calendar's totals are of all days: they go while only one day is shown, and the reader is told."""
    page = desk.open(f"2026/{CHILD}routines/")
    table = page.locator("[data-name=routines-calendar]")
    assert "合计" in column(table, 1)
    said = find(page, table, "15 日")
    assert column(table, 1) == ["15 日"]
    assert said == "1 / 31 行，合计是全部 31 行的，筛选时不显示"
    assert find(page, table, "没有的字") == "没有一行含“没有的字” 显示全部"
    table.locator(".pg-found button").click()
    assert "合计" in column(table, 1)
    assert "pg-find" in focused(page)["css"]


def test_a_link_to_a_hidden_row_shows_it(desk: Reader) -> None:
    """Somebody filters, then follows a link on the page to a row that does not fit."""
    page = desk.open(f"2026/{CHILD}calendar/")
    table = page.locator("[data-name=m-2026-06]")
    name = table.locator("tbody tr[id]").last.get_attribute("id")
    find(page, table, "没有的字")
    page.evaluate("id => { location.hash = id }", name)
    until(page, page.locator(f"tr[id='{name}']").is_visible, "the row is there")
