"""A plan's finished pages bound to one document."""

import re
from pathlib import Path

import pytest

from plangen.site.book import Book, Page, Whole
from plangen.site.verifying.scan import scan_html
from plangen.site.whole.binding import bind_wholes
from plangen.site.whole.heading import Counter

ASSETS = {"assets/whole.css": "../_assets/whole-1.css", "assets/whole.js": "../_assets/whole-2.js"}
ASSETS["plotly"] = "../_assets/plotly.js"
SHELL = """<html><head><title>{title} - 手册</title><link rel="canonical" href="https://a.b/c/">
<meta name="plangen-origins" content="../../_origins/1.js">{more}
<style media="print">@page{{@top-right{{content:"x"}}}}</style></head><body>
<a href="#one" class="md-skip">跳转</a>
<article class="md-content__inner md-typeset pg"><nav class="pg-crumbs"><a href="../">上级</a></nav>
<header class="pg-page"><h1 id="pg-content">{title}</h1></header>{text}</article>
<script src="../../_assets/plangen-1.js"></script></body></html>"""
OVERVIEW = '<h2 id="goals">目标怎么分</h2><p><a href="goals/#revenue">销售额</a> <a href="../east/">东区</a></p>'
GOALS = """<h2 id="revenue">销售额 <b>A &amp; B</b></h2><h3>按渠道</h3><h3>按月</h3><h2>（二）增长</h2>
<p><span class="pg-num" data-address="a:goals/revenue.target">1</span> <a href="#revenue">见上</a>
<a href="../">概览</a>
<a href="../../glossary/#cake">口径</a> <a href="https://x.y/">外面</a> <a href="http://[">不是地址</a>
<img src="../img/a.png"></p>
<details class="pg-fold"><summary>更多</summary>一</details>
<details class="pg-data"><summary>数据表</summary>一</details>"""
WHOLE = Whole(
    "sales/",
    "销售计划 <A>",
    (("sales/", "概览"), ("sales/goals/", "目标"), ("sales/gone/", "没有的"), ("who/sales/", "分工")),
    above=("手册",),
    facts=(("版本", "2026 草案"),),
    contents="目录",
    head="草案　销售",
    foot="手册 2026",
)
PLOTLY = '<meta name="plangen-plotly" content="../../../_assets/plotly.js">'
CHARTS = '<figure class="pg-chart" data-figure="{}"></figure>'


@pytest.fixture
def document(tmp_path: Path) -> str:
    """The document of a plan with an overview, a chapter with a chart and a page from elsewhere."""
    pages = {"sales/": ("销售计划 <A>", OVERVIEW, ""), "sales/goals/": ("目标", GOALS + CHARTS.format(0), PLOTLY)}
    pages["who/sales/"] = ("分工", "<h2>谁</h2>" + CHARTS.format(0) + CHARTS.format(1), "")
    book = [
        Page("sales/goals.md", "目标", "", figures=("[1]",)),
        Page("who/sales.md", "分工", "", figures=("[2]", "[3]")),
    ]
    for url, (title, text, more) in pages.items():
        (tmp_path / url).mkdir(parents=True, exist_ok=True)
        html = SHELL.format(title=title, text=text, more=more)
        (tmp_path / url / "index.html").write_text(html, encoding="utf-8")
    bind_wholes(tmp_path, Book(2026, "手册", "2026 草案", "zh", tuple(book), wholes=(WHOLE,)), ASSETS)
    return (tmp_path / "sales" / "print.html").read_text(encoding="utf-8")


def test_chapters_follow_the_contents(document: str) -> None:
    """All that there are, in their order, each under its number and its own title."""
    heads = re.findall(r'<h1 id="([^"]*)">(?:<span class="pg-no">(\d)</span> )?(.*?)</h1>', document)
    assert heads == [
        ("pg-content", "", "销售计划 &lt;A&gt;"),
        ("overview", "1", "概览"),
        ("goals", "2", "目标"),
        ("who", "3", "分工"),
    ]
    lines = re.findall(r'<a href="#([^"]*)"><span class="pg-contents__no">([^<]*)</span><span [^>]*>([^<]*)', document)
    assert lines[:5] == [
        ("overview", "1", "概览"),
        ("overview.goals", "1.1", "目标怎么分"),
        ("goals", "2", "目标"),
        ("goals.revenue", "2.1", "销售额 A &amp; B"),
        ("goals.h4", "", "（二）增长"),
    ]


def test_every_place_is_there_once(document: str) -> None:
    """Two pages may use one anchor; in the document no anchor is twice, and no link inside leads nowhere."""
    anchors = re.findall(r'\sid="([^"]*)"', document)
    assert len(anchors) == len(set(anchors))
    inside = {each.url[1:] for each in scan_html(document).references if each.url.startswith("#")}
    assert inside - set(anchors) == set()


def test_links_stay_inside_where_they_can(document: str) -> None:
    """To a chapter: to its place here; to another page: as seen from the document; to elsewhere: untouched."""
    links = re.findall(r'<(?:a|img) (?:href|src)="([^"]*)"', document[document.index("pg-chapter") :])
    assert links == [
        "#goals.revenue",
        "../east/",
        "#goals.revenue",
        "#overview",
        "../glossary/#cake",
        "https://x.y/",
        "http://[",
        "img/a.png",
    ]


def test_what_belongs_to_the_page_only_stays_there(document: str) -> None:
    """No panel of origins, no way up, no canonical address; folds are open, tables of charts are not."""
    gone = ("data-address", "plangen-origins", "canonical", "pg-crumbs", "#one")
    assert [word for word in gone if word in document] == []
    assert '<details open class="pg-fold">' in document
    assert '<details class="pg-data">' in document


def test_what_the_document_needs_is_named(document: str) -> None:
    """Its style and script, the chart library that only another chapter names, its head and foot on paper."""
    assert '<link rel="stylesheet" href="../../_assets/whole-1.css">' in document
    assert '<script src="../../_assets/whole-2.js">' in document
    assert '<meta name="plangen-plotly" content="../../_assets/plotly.js">' in document
    assert "<title>销售计划 &lt;A&gt;</title>" in document
    assert '@page pg-2{@top-right{content:"草案\\003000销售\\0030002\\000020目标"}}' in document


def test_charts_find_their_drawings(document: str, tmp_path: Path) -> None:
    """What the charts of all chapters draw stands in one file, in their order."""
    assert re.findall(r'data-figure="(\d)"', document) == ["0", "1", "2"]
    named = re.findall(r'<meta name="plangen-figures" content="\.\./([^"]*)">', document)
    assert [(tmp_path / name).read_text(encoding="utf-8") for name in named] == [
        "plangenFigures([\n[1],\n[2],\n[3]\n]);\n"
    ]


def test_a_page_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    """A site whose own page stands where the overview would: no document is made of it."""
    (tmp_path / "sales").mkdir()
    (tmp_path / "sales" / "index.html").write_text("<html><body>eigen</body></html>", encoding="utf-8")
    bind_wholes(tmp_path, Book(2026, "手册", "2026", "zh", (), wholes=(WHOLE,)), ASSETS)
    assert not (tmp_path / "sales" / "print.html").exists()


def test_headings_are_counted() -> None:
    """Level by level; what has a number of its own is counted too, so that what follows does not repeat it."""
    counter = Counter(3)
    told = [
        (2, "甲"),
        (3, "乙"),
        (3, "丙"),
        (2, "第二条 丁"),
        (3, "戊"),
        (2, "己"),
        (3, "3.1 庚"),
        (2, "2026 年"),
        (2, "三、辛"),
    ]
    numbers = [counter.number(level, text) for level, text in told]
    assert numbers == ["3.1", "3.1.1", "3.1.2", "", "3.2.1", "3.3", "", "3.4", ""]


def test_a_heading_without_one_above_it() -> None:
    """Has a number without nothing in it."""
    assert Counter(1).number(3, "甲") == "1.1"
