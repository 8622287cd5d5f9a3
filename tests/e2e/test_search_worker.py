"""What the worker finds, and how it says it: a small index, every query asked of the worker that the pages start."""

import json
from collections.abc import Sequence
from typing import Any

import pytest

from e2e.asking import ask, pages_of, read
from e2e.reader import Reader
from e2e.serving import Extra, SiteServer
from plangen.site.book import Page
from plangen.site.search import Entry, Trove
from plangen.site.search.index import index_of

pytestmark = pytest.mark.browser

EVIL = '<img src=x onerror="document.title=1">&amp;\''
PAGES = (
    Page("index.md", "手册", "", trove=Trove(entries=(Entry("计划", value="27 份"),))),
    Page(
        "east/objectives.md", "目标", "",
        trove=Trove("粘合剂·华东区域", (
            Entry("销售额", "按渠道", "revenue", "1,092 万元", "单价 30 万元/人/月 · S000-3-06"),
            Entry("门店租金", "", "rent", "约 8,000.5 元", "SPIN 提问法"),
            Entry("合计", "", "total", "50,000 万元"),
        )),
    ),
    Page("east/budget.md", "费用预算", "", trove=Trove("粘合剂·华东区域", (Entry("办公桌", "", "desks", "6 张"),))),
    Page("west/budget.md", "费用预算", "", trove=Trove("外墙保温·西安办事处", (Entry("会议桌", "", "table"),))),
    Page("roles/head.md", "销售总监", "", trove=Trove("粘合剂", (Entry("", text="销售额与租金都归他"),), lists=True)),
    Page("evil.md", EVIL, "", trove=Trove(EVIL, (Entry(EVIL, EVIL, "a\"'<>", EVIL, f"{EVIL} 词 {EVIL}"),))),
)  # fmt: skip
LATE = """([docs, query]) => new Promise(done => {
  const worker = new Worker(new URL(JSON.parse(document.getElementById('__config').textContent).search, location.href));
  worker.onmessage = ({ data }) => {
    if (data.type === 1) worker.postMessage({ type: 2, data: query });
    else if (data.data.items.length) { worker.terminate(); done(data.data.items[0].map(hit => hit.location)); }
  };
  worker.postMessage({ type: 0, data: { docs } });
})"""
"""The first group that is found at last: another year's index comes after the first answer."""
DOCS = json.loads(index_of(PAGES, 2026, "2026 草案", "zh"))["docs"]
EAST, BUDGET, WEST = "east/objectives/", "east/budget/", "west/budget/"


def found(desk: Reader, *queries: str, docs: object = DOCS) -> list[list[list[dict[str, Any]]]]:
    """The groups for each query."""
    return ask(desk.open("2026/"), list(queries), docs)


def addresses(desk: Reader, groups: Sequence[list[dict[str, Any]]]) -> list[str]:
    """The pages of groups, below the year."""
    return [url.removeprefix(f"{desk.base}2026/") for url in pages_of(list(groups))]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("售额", EAST),
        ("銷售額", EAST),
        ("ＸＳＥ", EAST),
        ("xse", EAST),
        ("fyys", BUDGET),
        ("1092", EAST),
        ("1,092万", EAST),
        ("1092 万元", EAST),
        ("１０９２万元", EAST),
        ("30万元/人/月", EAST),
        ("5亿元", EAST),
        ("0.1092亿元", EAST),
        ("s000-3-06", EAST),
        ("spin提问法", EAST),
        ("ＳＰＩＮ　提问", EAST),
        ("rent", EAST),
        ("objectives/revenue", EAST),
        ("east:objectives/revenue", EAST),
        ("费用 西安", WEST),
        ("西安，费用", WEST),
        ("预算 会议桌", WEST),
        ("华东 预算", BUDGET),
        ("门店 合计", EAST),
        ("销售总监", "roles/head/"),
        ("租金", EAST),
    ],
)
def test_the_first_page_found(desk: Reader, query: str, first: str) -> None:
    """Parts of words, other characters and widths, initials, numbers as they are typed, ids, several terms."""
    (groups,) = found(desk, query)
    assert addresses(desk, groups)[0] == first
    assert "pg-found-note" not in groups[0][0]["title"]


@pytest.mark.parametrize("query", ["鑫龘", "", "   ", "，。", "qqq", "一二三四五"])
def test_what_is_not_there_is_not_found(desk: Reader, query: str) -> None:
    """An empty answer; the dialog says so."""
    assert found(desk, query) == [[]]


def test_a_whole_number_comes_before_a_part_of_another(desk: Reader) -> None:
    """`92万` stands in 1,092万 too, but that is another number."""
    docs = index_of(
        [
            Page("a.md", "甲", "", trove=Trove(entries=(Entry("一", value="1,092 万元"),))),
            Page("b.md", "乙", "", trove=Trove(entries=(Entry("二", text="其中 92 万元"),))),
        ],
        2026, "2026", "zh",
    )  # fmt: skip
    (groups,) = found(desk, "92万元", docs=json.loads(docs)["docs"])
    assert addresses(desk, groups) == ["b/", "a/"]


def test_one_han_character_is_found_but_says_little(desk: Reader) -> None:
    """A single sign matches; a page that answers another term with a whole name comes first."""
    (groups,) = found(desk, "桌")
    assert set(addresses(desk, groups)) == {BUDGET, WEST}


LINE = f"{'说' * 80} · 91 万元 · 只算老客户"
PLACES = (
    Page("org.md", "组织", "", trove=Trove("华东", (
        Entry("九名员工都在华东", text="定编九人"),
        Entry("区域经理", "岗位", "manager", "1 人", "营销经理 · 8 人", ("编制", "上级", "管辖")),
        Entry("业务员", "岗位", "staff", "4 人", "区域经理 · 8 人", ("编制", "上级", "管辖")),
    ))),
    Page("objectives.md", "目标", "", trove=Trove("华东", (
        Entry("", text="全年九项目标。"),
        Entry("经销商", "按渠道", "dealer", "458 万元", LINE, ("目标", "说明", "一季", "备注")),
    ))),
    Page("forecasting.md", "预测", "", trove=Trove("华东", (Entry("价格敏不敏感", "", "p", "", "比较前后的销量"),))),
    Page("sources.md", "来源对照", "", trove=Trove("", (Entry("S001-1", "", "s", "", "价格敏感度分析"),), lists=True)),
)  # fmt: skip
PLACED = json.loads(index_of(PLACES, 2026, "2026 草案", "zh"))["docs"]
ENGLISH = json.loads(index_of(PLACES[:1], 2026, "2026 draft", "en"))["docs"]


def test_what_stands_in_a_table_says_of_which_column_it_is(desk: Reader) -> None:
    """Before the value at the right, and before each part of the line; the colon is the language's."""
    (groups,) = found(desk, "营销经理", docs=PLACED)
    hit = groups[0][1]
    assert '<span class="pg-found-head">编制</span> 1 人' in hit["title"]
    assert hit["text"] == "<p>上级：<mark>营销经理</mark> · 管辖：8 人</p>"
    (groups,) = found(desk, "营销经理", docs=ENGLISH)
    assert "上级: <mark>营销经理</mark>" in groups[0][1]["text"]


def test_a_long_line_begins_with_a_part(desk: Reader) -> None:
    """Around the mark that the name does not have; else at its beginning."""
    (other,) = found(desk, "老客户", docs=PLACED)
    assert other[0][1]["text"] == "<p>…一季：91 万元 · 备注：只算<mark>老客户</mark></p>"
    (named,) = found(desk, "经销商", docs=PLACED)
    assert named[0][1]["text"].startswith("<p>说明：说说")


def test_a_head_counts_beside_what_a_row_says(desk: Reader) -> None:
    """`区域经理 上级` is answered by the manager's own row; a head alone finds no row."""
    (groups,) = found(desk, "区域经理 上级", docs=PLACED)
    assert [hit["location"].partition("#")[2] for hit in groups[0]] == ["", "manager", "staff"]
    (alone,) = found(desk, "管辖", docs=PLACED)
    assert [each for each in alone if "pg-found-note" not in each[0]["title"]] == []


def test_a_title_alone_comes_with_the_first_words_of_its_page(desk: Reader) -> None:
    """Whatever the terms, and unmarked."""
    (groups,) = found(desk, "华东 目标", docs=PLACED)
    assert [hit["title"] for hit in groups[0][1:]] == ['<span class="pg-found-name">全年九项<mark>目标</mark>。</span>']
    (groups,) = found(desk, "华东 组织", docs=PLACED)
    assert groups[0][1]["title"] == '<span class="pg-found-name">九名员工都在<mark>华东</mark></span>'
    (groups,) = found(desk, "预测", docs=PLACED)
    assert groups[0][1]["title"] == '<span class="pg-found-name">价格敏不敏感</span>'


def test_a_question_is_asked_by_its_words(desk: Reader) -> None:
    """Without those that only make it a question; it is said that nothing reads like that."""
    (groups,) = found(desk, "区域经理的上级是谁", docs=PLACED)
    assert addresses(desk, groups) == ["org/"]
    assert groups[0][1]["location"].endswith("#manager")
    assert "没有一字不差的" in groups[0][0]["title"]


def test_where_only_a_list_has_it_the_nearest_follows(desk: Reader) -> None:
    """The list first, then with a sentence what comes nearest; ids have no nearest."""
    (groups,) = found(desk, "价格敏感", docs=PLACED)
    assert addresses(desk, groups) == ["sources/", "forecasting/"]
    assert "别处没有一字不差的" in groups[1][0]["title"]
    (groups,) = found(desk, "S001-1", docs=PLACED)
    assert addresses(desk, groups) == ["sources/"]


def test_the_nearest_is_given_and_said(desk: Reader) -> None:
    """Nothing reads `办公桌子费`; the nearest comes with a sentence that says so, once."""
    (groups,) = found(desk, "办公桌子费")
    assert addresses(desk, groups)[0] == BUDGET
    assert [("pg-found-note" in group[0]["title"]) for group in groups] == [True] + [False] * (len(groups) - 1)


def test_a_result_says_page_place_year_kind_and_value(desk: Reader) -> None:
    """The group is the page; below it the hits, the best three open, the others folded by the theme."""
    page = desk.open("2026/")
    ((group, *_),) = ask(page, ["销售额"], DOCS)
    assert read(page, group[0]["title"])[0] == "目标粘合剂·华东区域2026 草案"
    text, _, marks = read(page, group[1]["title"])
    assert (text, marks) == ("按渠道销售额1,092 万元", ["销售额"])
    assert group[1]["url"] == f"{desk.base}2026/{EAST}#revenue"
    many = [Page("a.md", "甲", "", trove=Trove(entries=tuple(Entry(f"任务{n}", "", f"t{n}") for n in range(30))))]
    ((group,),) = ask(page, ["任务"], json.loads(index_of(many, 2026, "2026", "zh"))["docs"])
    assert [hit["score"] for hit in group] == [1] * 4 + [0.5] * 17


def test_texts_are_escaped_before_they_are_marked(desk: Reader) -> None:
    """A name that looks like HTML is shown as it is, in every place where names stand, marked or not."""
    page = desk.open("2026/")
    for query, marked in (("词", "词"), ("onerror", "onerror"), ("img src", "img"), ("<img", "<img"), ("amp", "amp")):
        (groups,) = ask(page, [query], DOCS)
        hits = [hit for group in groups if "evil" in group[0]["url"] for hit in group]
        assert len(hits) == 2
        for hit in hits:
            for html in (hit["title"], hit["text"]):
                assert set(read(page, html)[1]) <= {"span", "mark", "p"}
        assert marked in [mark for hit in hits for html in (hit["title"], hit["text"]) for mark in read(page, html)[2]]
        assert EVIL in read(page, hits[0]["title"])[0]
        assert hits[1]["url"].endswith("evil/#a%22'%3C%3E")


def test_another_year_is_that_of_the_same_language(desk: Reader, server: SiteServer) -> None:
    """It lies beside this one, in the folder of the language."""
    server.extra["/en/2025/search/search_index.json"] = Extra(index_of(PAGES, 2025, "2025", "en", "en").decode())
    docs = json.loads(index_of(PAGES[:1], 2026, "2026", "en", "en"))["docs"]
    urls = desk.open("2026/").evaluate(LATE, [docs, "门店租金 @2025"])
    assert urls[0] == f"{desk.base}en/2025/{EAST}"
    del server.extra["/en/2025/search/search_index.json"]


def test_a_year_that_was_sealed_with_the_themes_index_is_found_too(desk: Reader) -> None:
    """What older sites hold: sections as HTML."""
    older = [
        {"location": "", "title": "手册", "text": ""},
        {"location": "east/", "title": "目标 &amp; <b>", "text": ""},
        {"location": "east/#revenue", "title": "销售额", "text": "<p>共 <b>1,092</b> 万元 &lt;x&gt;</p>"},
    ]
    (groups,) = found(desk, "1092", docs=older)
    assert addresses(desk, groups) == ["east/"]
    assert groups[0][1]["url"].endswith("east/#revenue")
