"""The pages of changes since last year: who has one, what it says, where its links lead, what its numbers are."""

import re
from html import unescape
from pathlib import Path

import pytest

from handbooks import open_files
from plangen.site.book import Book, Page
from unit.site.test_origins import rows

LAST = {
    "2025/demo/plan.yml": "name: 试验计划\nperiod: FY\nunit: 万元\n",
    "2025/demo/objectives.yml": """\
        revenue:
          name: 销售额
          target: 100万元
          channel:
            own-store: {target: 40万元}
            dealer: {target: 60万元}
        calls: {name: 电话, target: 30家}
        """,
    "2025/demo/org.yml": """\
        roles:
          lead: {name: 组长, headcount: 1人}
          rep: {name: 业务员, reports_to: lead, headcount: 4人}
        """,
    "2025/demo/duties.yml": "rep:\n  visit: {text: 拜访客户}\n",
    "2025/demo/market.md": "# 市场\n\n## 找谁\n\n先找大厂，再找小厂。\n",
    "2025/gone/plan.yml": "name: 旧计划\n",
}
NOW = {
    "2026/demo/plan.yml": "name: 试验计划\nperiod: FY\nunit: 万元\n",
    "objectives.yml": """\
        revenue:
          name: 销售额
          target: 150万元
          channel:
            own-store: {target: 60万元}
            dealer: {target: 90万元}
        """,
    "org.yml": """\
        roles:
          lead: {name: 组长, headcount: 1人}
          area-rep: {was: rep, name: 业务员, reports_to: lead, headcount: 5人}
        """,
    "duties.yml": "area-rep:\n  visit: {text: 拜访新老客户}\n",
    "market.md": "# 市场\n\n## 找谁\n\n先找大厂，再找经销商。\n",
    "2026/fresh/plan.yml": "name: 新计划\n",
}


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """The later year of a handbook of two."""
    return open_files(tmp_path_factory.mktemp("changes"), {**LAST, **NOW}).book(2026)


def page_of(book: Book, path: str) -> Page:
    """A page of a book."""
    return next(page for page in book.pages if page.path == path)


def html_of(page: Page) -> str:
    """What fills a page."""
    return "\n".join(page.slots.values())


def text_of(html: str) -> str:
    """What HTML says, without its markup."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def row_of(html: str, start: str) -> list[str]:
    """The cells of the first row whose head begins with some words."""
    for row in re.findall(r'<tr[^>]* class="pg-body.*?</tr>', html, re.DOTALL):
        cells = [text_of(cell) for cell in re.findall(r"<t[dh].*?</t[dh]>", row, re.DOTALL)]
        if cells and cells[0].startswith(start):
            return cells
    raise AssertionError(f"no row {start}")


def test_only_a_year_with_one_before_has_them(tmp_path: Path) -> None:
    """Neither pages nor a tab in the first year; the same plan in both years has no page of its own."""
    workspace = open_files(tmp_path, {**LAST, **{f"2026{path[4:]}": text for path, text in LAST.items()}})
    first, second = workspace.book(2025), workspace.book(2026)
    assert not [page.path for page in first.pages if "changes" in page.path]
    assert "与上年相比" not in first.pages[0].frame.tabs
    assert [page.path for page in second.pages if "changes" in page.path] == ["changes.md"]


def test_the_pages_and_the_ways_to_them(book: Book) -> None:
    """A plan that both years have has a page, last in its navigation; one that is new or gone has none."""
    assert [page.path for page in book.pages if "changes" in page.path] == [
        "changes.md", "demo/changes.md", "demo/changes/cards.md",
    ]  # fmt: skip
    nav = page_of(book, "demo/index.md").frame.nav
    assert nav.index('"market/"') < nav.index('"changes/"')
    assert 'href="changes/"' in page_of(book, "index.md").frame.tabs
    html = html_of(page_of(book, "changes.md"))
    assert row_of(html, "试验计划")[3:6] == ["100 万元", "150 万元", "+50 万元"]
    index = text_of(html)
    assert "新计划 新增 主要" in index
    assert "旧计划 取消 要先看" in index
    assert "旧计划 删去" in index


def test_an_edit_with_both_years_values(book: Book) -> None:
    """100 to 150 is +50; each number names its figure, the difference both."""
    html = html_of(page_of(book, "demo/changes.md"))
    assert row_of(html, "销售额 目标") == ["销售额 目标 见 2025 年", "100 万元", "150 万元", "+50 万元", "主要"]
    assert 'data-address="2025 demo:objectives/revenue.target"' in html
    assert 'data-address="demo:objectives/revenue.target − 2025 demo:objectives/revenue.target"' in html


def test_what_is_light_is_folded_and_what_moves_the_same_is_told_once(tmp_path: Path) -> None:
    """Six targets of 100 rose by 1 %, which is minor; four new quarters move the same figures; the period is first."""
    calls = "".join(f"calls-{n}: {{{{name: 电话 {n}, target: {{calls}}家}}}}\n" for n in range(6))
    text = f"revenue: {{{{name: 收入, target: 100万元{{phasing}}}}}}\n{calls}"
    quarters = ", phasing: {Q1: 10%, Q2: 20%, Q3: 30%, Q4: 40%}"
    files = {
        "2025/demo/plan.yml": "name: 试\nperiod: M01..M06\n",
        "2025/demo/objectives.yml": text.format(calls=100, phasing=""),
        "2026/demo/plan.yml": "name: 试\nperiod: FY\n",
        "2026/demo/objectives.yml": text.format(calls=101, phasing=quarters),
    }
    html = html_of(page_of(open_files(tmp_path, files).book(2026), "demo/changes.md"))
    assert html.index('id="plan"') < html.index('id="objectives"')
    opened, _, folded = html[html.index('data-name="objectives-edits"') :].partition("次要改动 ")
    assert "电话" not in text_of(opened.partition("<details")[0])
    assert text_of(folded).startswith("6 处")
    assert text_of(folded).count("+1 家") == 6
    assert text_of(html).count("个数字随以上几处变化") == 1


def test_every_section_is_a_part_of_its_own(book: Book) -> None:
    """With the section's name as heading, and its kind as anchor."""
    html = html_of(page_of(book, "demo/changes.md"))
    found = re.findall(r'<h2 id="([^"]+)">([^<]+)</h2>', html)
    assert [each for each in found if each[0] in ("objectives", "org", "duties")] == [
        ("objectives", "目标"), ("org", "组织"), ("duties", "岗位职责"),
    ]  # fmt: skip


def test_links_lead_to_the_item_in_both_years(book: Book) -> None:
    """Under the id that it has here, and under the one that it had then; what is gone is linked there alone."""
    html = html_of(page_of(book, "demo/changes.md"))
    assert '<a href="../../roles/demo/area-rep/">' in html
    assert '<a href="../../../2025/demo/org/#rep">见 2025 年</a>' in html
    assert '<a href="../../../2025/demo/objectives/#calls">' in html
    assert '"../objectives/#calls"' not in html


def test_no_link_leads_to_a_year_that_the_site_does_not_have(tmp_path: Path) -> None:
    """A site of one year has no link to another."""
    book = open_files(tmp_path, {**LAST, **NOW}).book(2026, (2026,))
    assert "../2025/" not in "".join(map(html_of, book.pages))
    assert "见 2025 年" in html_of(page_of(book, "demo/changes.md"))


def test_what_followed_is_folded_under_the_edit(book: Book) -> None:
    """The dealers' share is 60 % in both years; the bridge's steps and growths follow from the targets."""
    html = html_of(page_of(book, "demo/changes.md"))
    fold = html[html.index("销售额</a>") :]
    fold = fold[fold.index('<details class="pg-fold">') : fold.index("</details>")]
    assert re.search(r"<summary>.*个数字随之变化</summary>", fold)
    assert 'id="follow-' in fold


def test_the_bridge_leads_from_one_total_to_the_other(book: Book) -> None:
    """+20 and +30 from 100 to 150, and one person more."""
    html = html_of(page_of(book, "demo/changes.md"))
    steps = html[html.index('data-name="bridge-target-data"') :]
    assert re.findall(r'<tr class="pg-(\w+)">', steps)[:4] == ["total", "body", "body", "total"]
    assert row_of(steps, "直营店") == ["直营店", "+20"]
    assert row_of(steps, "经销商") == ["经销商", "+30"]
    people = html[html.index('data-name="bridge-headcount-data"') :]
    assert row_of(people, "业务员") == ["业务员", "+1"]
    assert "销售额比上年 +50 万元" in text_of(html)


def test_a_difference_explains_itself(book: Book) -> None:
    """The page's data file tells it as this year less last year."""
    told = rows(book, "demo/changes.md")
    row = told["demo:objectives/revenue.target − 2025 demo:objectives/revenue.target"]
    assert row[1:4] == ["50 万元", "相减", [
        ["", "demo:objectives/revenue.target"], ["−", "2025 demo:objectives/revenue.target"],
    ]]  # fmt: skip
    assert told["2025 demo:objectives/revenue.target"][1] == "100 万元"


def test_prose_is_marked_word_by_word(book: Book) -> None:
    """Under its heading; what both years say stands unmarked."""
    html = html_of(page_of(book, "demo/changes.md"))
    assert "市场 › 找谁" in text_of(html)
    assert "<del>小厂</del>" in html
    assert "<ins>经销商</ins>" in html
    assert "先找大厂" in text_of(html)


def test_the_same_content_makes_the_same_pages(tmp_path: Path, book: Book) -> None:
    """Twice, from two folders."""
    assert open_files(tmp_path, {**LAST, **NOW}).book(2026) == book


def test_a_card_for_each_role_that_is_touched(book: Book) -> None:
    """Linkable by its id, with both values; who is not touched has none."""
    html = html_of(page_of(book, "demo/changes/cards.md"))
    assert re.findall(r'<section class="pg-slip" id="([^"]+)">', html) == ["area-rep"]
    assert row_of(html, "业务员 · 编制") == ["业务员 · 编制", "4 人", "5 人", "+1 人"]
    assert row_of(html, "拜访新老客户")[1:3] == ["拜访客户", "拜访 新老 客户"]
    assert 'href="cards/#area-rep"' in html_of(page_of(book, "demo/changes.md"))


def test_words_of_a_plan_stand_on_its_page(tmp_path: Path) -> None:
    """A narrative `changes.md` is shown above what plangen tells, and makes no second page."""
    files = {**LAST, **NOW, "changes.md": "# 变了什么\n\n换了打法。\n"}
    book = open_files(tmp_path, files).book(2026)
    pages = [page for page in book.pages if page.path == "demo/changes.md"]
    assert len(pages) == 1
    assert "换了打法。" in pages[0].markdown


def test_items_are_found_by_the_ids_of_other_years(tmp_path: Path) -> None:
    """Each year's page knows what its items are called in the other one."""
    workspace = open_files(tmp_path, {**LAST, **NOW})
    for year, expected in ((2025, '{"area-rep": "rep"}'), (2026, '{"rep": "area-rep"}')):
        html = html_of(page_of(workspace.book(year), "demo/org.md"))
        assert unescape(re.findall(r'data-aliases="([^"]*)"', html)[0]) == expected


def test_english_says_one_edit(tmp_path: Path) -> None:
    """One is one edit, not `1 edits`."""
    head = "format: 1\ntitle: Trial\nlanguage: en\ncurrent: 2026\nas_of: 2026-01-05\n"
    files = {"handbook.yml": head, "2025/demo/plan.yml": "name: Trial\n", "2026/demo/plan.yml": "name: Trial\n"}
    calls = {f"{year}/demo/objectives.yml": f"calls: {{name: Calls, target: {year} CNY}}\n" for year in (2025, 2026)}
    page = page_of(open_files(tmp_path, {**files, **calls}).book(2026), "demo/changes.md")
    assert text_of(html_of(page)).count("1 edit;") == 1


def test_a_meaning_that_changed_stands_with_what_all_plans_share(tmp_path: Path) -> None:
    """What a word meant last year and what it means now, under what the list of terms is called."""
    files = {
        "shared/terms.yml": "end: {name: 终端, definition: 客户}\n",
        "2026/shared/terms.yml": "end: {name: 终端, definition: 自己用的客户}\n",
    }
    page = page_of(open_files(tmp_path, {**LAST, **NOW, **files}).book(2026), "changes.md")
    said = text_of(html_of(page))
    assert "术语与口径" in said
    assert said.index("客户") < said.index("自己用的客户")
