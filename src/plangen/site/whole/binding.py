"""Bind the documents of a year from the pages that a generator has written."""

import posixpath
import re
from collections.abc import Mapping
from html import escape
from pathlib import Path

from plangen.render.html import render_contents, render_cover, render_papers
from plangen.site.book import Book, Whole
from plangen.site.whole.chapter import Chapter, around, article
from plangen.site.whole.heading import Heading

STYLE, SCRIPT = "assets/whole.css", "assets/whole.js"
"""The keys of the assets that only documents use."""
_TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
_PAPER = re.compile(r'<style media="print">@page.*?</style>')
_PLOTLY = re.compile(r'<meta name="plangen-plotly"[^>]*>')
_ORIGINS = re.compile(r'\s*<meta name="plangen-origins"[^>]*>')
_WHY = re.compile(r'\s*<script src="[^"]*plangen-why[^"]*"></script>')
_SKIP = re.compile(r'<a href="#[^"]*" class="md-skip">')
_CANONICAL = re.compile(r'\s*<link rel="canonical"[^>]*>')


def bind_wholes(out: Path, book: Book, assets: Mapping[str, str]) -> None:
    """Write the documents of a book into its version's folder `out`. `assets`: key → URL relative to that folder.

    What a document shows it takes from the finished pages: there is no second way to render a plan.
    """
    for whole in book.wholes:
        pages = {url: _read(out, url) for url, _ in whole.chapters}
        if article(pages[whole.plan]):
            (out / whole.path).write_text(_bound(whole, pages, assets), encoding="utf-8")


def _read(out: Path, url: str) -> str:
    path = out / url / "index.html"
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _bound(whole: Whole, pages: Mapping[str, str], assets: Mapping[str, str]) -> str:
    """The document as a page: the overview's surroundings, and every chapter in the middle."""
    there = [(url, title) for url, title in whole.chapters if article(pages[url])]
    names = _names(whole, there)
    chapters = [Chapter(url, title, number, whole.plan, names) for number, (url, title) in enumerate(there, 1)]
    bodies = [_section(chapter, article(pages[chapter.url])) for chapter in chapters]
    headings = [heading for chapter in chapters for heading in chapter.headings if heading.level < 3]
    inner = "\n".join([_front(whole, headings), *bodies])
    shell = pages[whole.plan] if _has_charts(pages, whole.plan) else _with_charts(pages, whole)
    return _dressed(around(shell, f'\n<div class="pg-whole">\n{inner}\n</div>\n'), whole, chapters, assets)


def _names(whole: Whole, there: list[tuple[str, str]]) -> dict[str, str]:
    """The anchor of each chapter: the last part of its address; one name is given once."""
    names: dict[str, str] = {}
    for url, _ in there:
        own = "overview" if url == whole.plan else url.removeprefix(whole.plan).strip("/").split("/")[0]
        names[url] = own if own not in names.values() else f"{own}-{len(names)}"
    return names


def _section(chapter: Chapter, html: str) -> str:
    return f'<section class="pg-chapter" style="page:{_page(chapter)}">\n{chapter.bind(html)}\n</section>'


def _page(chapter: Chapter) -> str:
    """The name of a chapter's sheets of paper."""
    return f"pg-{chapter.number}"


def _front(whole: Whole, headings: list[Heading]) -> str:
    entries = [(each.level, each.number, each.text, each.anchor) for each in headings]
    cover = render_cover(whole.title, whole.above, whole.lede, whole.facts)
    return cover + render_contents(whole.contents, entries)


def _has_charts(pages: Mapping[str, str], url: str) -> bool:
    return _PLOTLY.search(pages[url]) is not None


def _with_charts(pages: Mapping[str, str], whole: Whole) -> str:
    """The overview's page with the address of the chart library, where another chapter has charts."""
    shell = pages[whole.plan]
    other = next((url for url, _ in whole.chapters if _has_charts(pages, url)), None)
    if other is None:
        return shell
    found = re.search(r'name="plangen-plotly" content="([^"]*)"', pages[other])
    assert found, "such a page names the library"
    target = posixpath.normpath(posixpath.join("/v/v", other, found.group(1)))
    url = posixpath.relpath(target, posixpath.join("/v/v", whole.plan))
    return shell.replace("</head>", f'  <meta name="plangen-plotly" content="{url}">\n  </head>', 1)


def _dressed(page: str, whole: Whole, chapters: list[Chapter], assets: Mapping[str, str]) -> str:
    """The page's head and scripts as the document needs them."""
    up = "../" * whole.plan.count("/")
    for useless in (_ORIGINS, _WHY, _CANONICAL):
        page = useless.sub("", page)
    heads = {_page(chapter): f"{whole.head}　{chapter.number} {chapter.title}" for chapter in chapters}
    papers = render_papers(whole.head, whole.foot, heads)
    papers += f'\n      <link rel="stylesheet" href="{up}{assets[STYLE]}">'
    page = _PAPER.sub(lambda _: papers, page, count=1)
    page = _TITLE.sub(lambda _: f"<title>{escape(whole.title)}</title>", page, count=1)
    page = _SKIP.sub('<a href="#pg-content" class="md-skip">', page)
    at = page.rindex("</body>")
    return f'{page[:at]}  <script src="{up}{assets[SCRIPT]}"></script>\n  {page[at:]}'
