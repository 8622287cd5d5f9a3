"""Bind the documents of a year from the pages that a generator has written."""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path

from plangen.render.html import render_contents, render_cover, render_papers
from plangen.site.book import Book, Whole
from plangen.site.figures import figures_file
from plangen.site.settings import with_settings, without_instant
from plangen.site.whole.chapter import Chapter, around, article
from plangen.site.whole.heading import DEEPEST, Heading

STYLE, SCRIPT, FIGURES = "assets/whole.css", "assets/whole.js", "figures"
"""The keys of the assets that only documents use; `figures` is the data file of one of them."""
Figures = Mapping[str, Sequence[str]]
"""What the charts of each page draw, by its URL path."""
_TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
_PAPER = re.compile(r'<style media="print">@page.*?</style>')
_DATA = re.compile(r'\s*<meta name="plangen-(?:origins|figures|plotly)"[^>]*>')
_SKIP = re.compile(r'<a href="#[^"]*" class="md-skip">')
_CANONICAL = re.compile(r'\s*<link rel="canonical"[^>]*>')


def bind_wholes(out: Path, book: Book, assets: Mapping[str, str]) -> None:
    """Write the documents of a book into its version's folder `out`. `assets`: key → URL relative to that folder.

    What a document shows it takes from the finished pages: there is no second way to render a plan.
    """
    drawn = {page.url: page.figures for page in book.pages}
    for whole in book.wholes:
        pages = {url: _read(out, url) for url, _ in whole.chapters}
        if article(pages[whole.plan]):
            figures = {url: drawn.get(url, ()) for url in pages}
            files = {**assets, **_with_figures(out, [each for some in figures.values() for each in some])}
            (out / whole.path).write_text(_bound(whole, pages, figures, files), encoding="utf-8")


def _with_figures(out: Path, figures: Sequence[str]) -> dict[str, str]:
    """Write what the charts of a document draw; gives the key and the URL of that file, or nothing."""
    if not figures:
        return {}
    path, data = figures_file(figures)
    (out / path).parent.mkdir(exist_ok=True)
    (out / path).write_bytes(data)
    return {FIGURES: path}


def _read(out: Path, url: str) -> str:
    path = out / url / "index.html"
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _bound(whole: Whole, pages: Mapping[str, str], figures: Figures, assets: Mapping[str, str]) -> str:
    """The document as a page: the overview's surroundings, and every chapter in the middle."""
    there = [(url, title) for url, title in whole.chapters if article(pages[url])]
    chapters = list(_chapters(whole, there, figures))
    bodies = [_section(chapter, article(pages[chapter.url])) for chapter in chapters]
    headings = [heading for chapter in chapters for heading in chapter.headings if heading.level < DEEPEST]
    inner = "\n".join([_front(whole, headings), *bodies])
    page = around(pages[whole.plan], f'\n<div class="pg-whole">\n{inner}\n</div>\n')
    return _dressed(page, whole, chapters, assets)


def _chapters(whole: Whole, there: Sequence[tuple[str, str]], figures: Figures) -> Iterator[Chapter]:
    names, before = _names(whole, there), 0
    for number, (url, title) in enumerate(there, 1):
        yield Chapter(url, title, number, whole.plan, names, before)
        before += len(figures[url])


def _names(whole: Whole, there: Sequence[tuple[str, str]]) -> dict[str, str]:
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


def _dressed(page: str, whole: Whole, chapters: list[Chapter], assets: Mapping[str, str]) -> str:
    """The page's head and scripts as the document needs them."""
    up = "../" * whole.plan.count("/")
    for useless in (_DATA, _CANONICAL):
        page = useless.sub("", page)
    heads = {_page(chapter): f"{whole.head}　{chapter.number} {chapter.title}" for chapter in chapters}
    papers = render_papers(whole.head, whole.foot, heads)
    papers += f'\n      <link rel="stylesheet" href="{up}{assets[STYLE]}">'
    page = _PAPER.sub(lambda _: papers, page, count=1)
    page = _TITLE.sub(lambda _: f"<title>{escape(whole.title)}</title>", page, count=1)
    page = _SKIP.sub('<a href="#pg-content" class="md-skip">', page)
    if FIGURES in assets:
        metas = (("figures", assets[FIGURES]), ("plotly", assets["plotly"]))
        lines = "".join(f'<meta name="plangen-{name}" content="{up}{url}">\n' for name, url in metas)
        page = page.replace("</head>", f"{lines}</head>", 1)
    page = with_settings(page, without_instant)
    at = page.rindex("</body>")
    return f'{page[:at]}  <script src="{up}{assets[SCRIPT]}"></script>\n  {page[at:]}'
