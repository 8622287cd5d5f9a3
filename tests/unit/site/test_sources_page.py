"""The page 来源对照: what it counts, where its links lead, when there is none."""

import re
from html import unescape
from pathlib import Path

import pytest

from handbooks import HANDBOOK, open_files
from plangen.site.book import Book, Page

REGISTER = """\
id: D1
title: 年度计划
about: 一份提纲
items:
  D1-1: {kind: objectives, about: 全年销售额, numbers: [100]}
  D1-2: {kind: narrative, about: 先做样板}
  D1-3: {kind: duties, about: 口号, left: 没有内容}
  D1-4: {kind: duties, about: 周报}
  D1-5: {kind: swot, about: 只有去年有}
  D1-6: {kind: phases, about: 写错了地方, numbers: [7]}
"""
FILES = {
    "shared/sources/d1.yml": REGISTER,
    "2025/demo/plan.yml": "name: 试验计划\n",
    "2025/demo/swot.yml": "strengths: {near: {text: 离得近, source: D1-5}}\n",
    "objectives.yml": """\
        revenue: {name: 销售额, target: 100万元, source: [D1-1, D1-3]}
        leads: {name: 线索, target: 20家}
        """,
    "org.yml": "roles:\n  lead: {name: 组长, headcount: 1人, source: [D1-1, D1-6]}\n",
    "market.md": "# 市场\n\n## 先做样板\n<!-- source: D1-2 -->\n三家。\n",
    "index.md": """\
        # 试验计划

        <!-- source: D1-2 -->
        总说。

        ## 看 {{ objectives/revenue }}
        <!-- source: D1-2 -->
        细说。
        """,
}


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """The later year of a handbook of two, with one source document."""
    return open_files(tmp_path_factory.mktemp("sources"), FILES).book(2026)


def page_of(book: Book, path: str = "sources.md") -> Page:
    """One page of a book."""
    return next(page for page in book.pages if page.path == path)


def html_of(page: Page) -> str:
    """All that fills a page."""
    return "".join(page.slots.values())


def item_rows(page: Page) -> dict[str, list[str]]:
    """The row of each item, cell by cell, as text."""
    found = re.findall(r'<tr id="(D1-\d)"[^>]*>(.*?)</tr>', html_of(page), re.DOTALL)
    cells = {name: re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for name, row in found}
    return {name: [unescape(re.sub(r"<[^>]*>", "", cell)) for cell in row] for name, row in cells.items()}


def test_every_item_stands_with_its_state_and_its_places(book: Book) -> None:
    """Carried, in another section, in another year only, missing, left out; doubled, and without a figure."""
    told = "试验计划；试验计划·看 …；试验计划·市场·先做样板"
    assert item_rows(page_of(book)) == {
        "D1-1": ["D1-1", "全年销售额", "目标", "写到了；不止一处", "试验计划·销售额；试验计划·组长"],
        "D1-2": ["D1-2", "先做样板", "说明文字", "写到了；不止一处", told],
        "D1-3": ["D1-3", "口号", "岗位职责", "不写：没有内容；可是写了", "试验计划·销售额"],
        "D1-4": ["D1-4", "周报", "岗位职责", "没有着落", ""],
        "D1-5": ["D1-5", "只有去年有", "SWOT", "只在 2025 年", ""],
        "D1-6": ["D1-6", "写错了地方", "阶段与任务", "在别的章节；没有这些数：7", "试验计划·组长"],
    }  # fmt: skip


def test_links_lead_to_the_items_and_passages(book: Book) -> None:
    """An item by its anchor, a passage by its heading where that is certain, else its page."""
    html = html_of(page_of(book))
    links = re.findall(r'<a href="([^"]*)">(试验计划[^<]*)</a>', html)
    assert set(links) == {
        ("../demo/objectives/#revenue", "试验计划·销售额"),
        ("../roles/demo/lead/", "试验计划·组长"),
        ("../demo/market/#先做样板", "试验计划·市场·先做样板"),
        ("../demo/", "试验计划"),
        ("../demo/", "试验计划·看 …"),
    }
    assert '<a href="../demo/objectives/#leads">线索</a>' in html


def test_counts_of_the_document(book: Book) -> None:
    """In the lede, in the table, in the handle of the fold; the bar has a part for each count but those left out."""
    html = html_of(page_of(book))
    told = dict(re.findall(r'data-tally="sources ([^"]*)">(\d+)<', html))
    assert told == {
        "documents": "1", "total": "6", "carried": "2", "other": "1", "elsewhere": "1", "missing": "1", "left": "1",
        "total D1": "6", "carried D1": "2", "other D1": "1", "elsewhere D1": "1", "missing D1": "1", "left D1": "1",
        "due D1": "5", "unnamed demo": "1", "entries demo": "3",
    }  # fmt: skip
    meter = re.findall(r'<span class="pg-meter" aria-hidden="true">(.*?)</span>', html)
    assert [re.findall(r'class="pg-(\w+)" style="--pg-part:(\d+)"', each) for each in meter] == [
        [("good", "2"), ("changed", "1"), ("sealed", "1"), ("bad", "1")]
    ]


def test_the_page_is_in_the_navigation(book: Book) -> None:
    """Between the gap ledger and the checks, on the pages of the year's registers."""
    nav = page_of(book, "gaps.md").frame.nav
    assert re.findall(r'href="([^"]*)"', nav)[-3:] == ["./", "../sources/", "../checks/"]


def test_comments_do_not_show(book: Book) -> None:
    """The page says nothing of a source where the narrative has a comment."""
    page = page_of(book, "demo/market.md")
    assert "source" not in re.sub(r"<!--.*?-->", "", page.markdown)


def test_without_a_register_there_is_no_page(tmp_path: Path) -> None:
    """Neither a page nor a tab."""
    files = {name: text for name, text in FILES.items() if not name.startswith("shared/")}
    pages = open_files(tmp_path, files).book(2026).pages
    assert "sources.md" not in [page.path for page in pages]
    assert all("sources/" not in page.frame.nav for page in pages)


def test_in_english(tmp_path: Path) -> None:
    """Every word of the page."""
    english = {**FILES, "handbook.yml": HANDBOOK.replace("zh-Hans", "en"), "index.md": "# Plan\n"}
    page = page_of(open_files(tmp_path, english).book(2026))
    assert page.title == "Sources"
    states = {name: row[3] for name, row in item_rows(page).items()}
    assert states == {
        "D1-1": "carried; more than once",
        "D1-2": "carried",
        "D1-3": "left out: 没有内容; carried all the same",
        "D1-4": "missing",
        "D1-5": "only in 2025",
        "D1-6": "in another section; without its figures: 7",
    }
    assert item_rows(page)["D1-2"][2] == "Narrative"


def test_a_plan_that_is_called_like_the_page_is_refused(tmp_path: Path) -> None:
    """Its overview would lie where the page lies."""
    workspace = open_files(tmp_path, {"2026/sources/plan.yml": "name: 甲\n"})
    assert [(each.code, each.span.file) for each in workspace.findings] == [("PG217", "content/2026/sources/plan.yml")]


def test_the_second_heading_of_one_text_has_its_own_anchor(tmp_path: Path) -> None:
    """As Markdown numbers the anchors of headings that are alike."""
    market = "# 市场\n\n## 先做样板\n无。\n\n## 先做样板\n<!-- source: D1-2 -->\n三家。\n"
    html = html_of(page_of(open_files(tmp_path, {**FILES, "market.md": market}).book(2026)))
    assert '<a href="../demo/market/#先做样板_1">' in html
