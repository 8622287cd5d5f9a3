"""What is looked for in a staged site. Every test plants one thing and must find exactly that."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from plangen.findings import Finding, message
from plangen.site.book import Book
from plangen.site.publishing.manifest import hash_file
from plangen.site.search import Entry, Trove
from plangen.site.search.index import INDEX, index_of
from plangen.site.verifying.verify import verify
from unit.site.books import FakeHost, book, codes, handbook, page, run, tree

CLEAN = "<p>"


def look(tmp_path: Path, html: str, site_url: str = "", **files: str) -> list[tuple[str, str]]:
    """Code and place of what is found in a site of one page with this HTML and other files."""
    return [(finding.code, str(finding.span)) for finding in look_at(tmp_path, html, site_url, **files)]


def look_at(tmp_path: Path, html: str, site_url: str = "", **files: str) -> tuple[Finding, ...]:
    """Look at."""
    (tmp_path / "2025" / "plan").mkdir(parents=True)
    (tmp_path / "2025" / "index.html").write_text('<h1 id="top">x</h1>', encoding="utf-8")
    (tmp_path / "2025" / "plan" / "index.html").write_text(f"<body>\n{html}</body>", encoding="utf-8")
    for name, text in files.items():
        (tmp_path / name.replace("__", "/").replace("_dot_", ".")).write_text(text, encoding="utf-8")
    return verify(tmp_path, site_url, [], frozenset()).findings


@pytest.mark.parametrize(
    "html",
    [
        '<a href="../">x</a><a href="..">x</a><a href="../index.html#top">x</a><a href="#">x</a><a href="">x</a>',
        '<p id="销售"><a href="#%E9%94%80%E5%94%AE">x</a><a href="#销售">x</a>',
        '<svg><a xlink:href="https://example.org/a">x</a></svg>',
        '<a href="https://example.org/a?b#c">x</a><a href="mailto:a@example.org">x</a>',
        '<img src="data:image/png;base64,AAAA"><link rel="canonical" href="https://example.org/">',
        '<script>var html = "<a href=\\"nowhere/\\">"</script><!-- <img src="//example.org/x.png"> -->',
        '<pre>&lt;img src="https://example.org/x.png"&gt;</pre><div data-figure=\'{"a": "<b>"}\'></div>',
        '<a name="old"></a><a href="#old">x</a><a href="../?q=1#top">x</a><div style="color:red">x</div>',
    ],
)
def test_what_is_fine(tmp_path: Path, html: str) -> None:
    """What is fine."""
    assert look(tmp_path, html) == []


@pytest.mark.parametrize(
    ("html", "code"),
    [
        ('<a href="../other/">x</a>', "PG811"),
        ('<a href="other.md">x</a>', "PG811"),
        ('<a xlink:href="../other/">x</a>', "PG811"),
        ('<img src="a.png">', "PG811"),
        ("<img src=a.png>", "PG811"),
        ('<a href="../../../etc/">x</a>', "PG811"),
        ('<meta http-equiv="refresh" content="0; url=gone/">', "PG811"),
        ('<a href="#gone">x</a>', "PG812"),
        ('<a href="../#gone">x</a>', "PG812"),
        ('<a href="javascript:alert(1)">x</a>', "PG813"),
        ('<img src="https://example.org/a.png">', "PG813"),
        ('<img src="//example.org/a.png">', "PG813"),
        ('<img srcset="a.png 1x, https://example.org/b.png 2x" src="data:,">', "PG813"),
        ('<script src="https://example.org/a.js"></script>', "PG813"),
        ('<link rel="preconnect" href="https://example.org">', "PG813"),
        ('<link rel="stylesheet" href="https://example.org/a.css">', "PG813"),
        ('<style>@import "https://example.org/a.css";</style>', "PG813"),
        ('<p style="background:url(https://example.org/a.png)">x</p>', "PG813"),
        ('<form action="https://example.org/"></form>', "PG813"),
        ('<use xlink:href="https://example.org/a.svg#b"/>', "PG813"),
        ('<a xlink:href="../gone/">x</a>', "PG811"),
        ("<iframe src='https://example.org/'></iframe>", "PG813"),
    ],
)
def test_what_is_found(tmp_path: Path, html: str, code: str) -> None:
    """What is found."""
    found = look(tmp_path, html)
    assert (code, "2025/plan/index.html:2:1") in found
    assert {each for each, _ in found} <= {code, "PG811"}


@pytest.mark.parametrize("css", ['@import url("//example.org/a.css");', "p{background:url(http://example.org/a.png)}"])
def test_a_style_sheet_may_not_ask_others(tmp_path: Path, css: str) -> None:
    """A style sheet may not ask others."""
    assert look(tmp_path, CLEAN, **{"2025__a_dot_css": css}) == [("PG813", "2025/a.css:1:1")]


def test_a_style_sheet_may_not_name_what_is_not_there(tmp_path: Path) -> None:
    """A style sheet may not name what is not there."""
    css = "a{background:url(data:,x)} b{background:url(../index.html)} c{background:url('gone.png#x')}"
    assert look(tmp_path, CLEAN, **{"2025__plan__a_dot_css": css}) == [("PG811", "2025/plan/a.css:1:1")]


def test_links_from_the_host_start_below_the_site_url(tmp_path: Path) -> None:
    """Links from the host start below the site url."""
    html = '<a href="/plans/2025/">x</a><a href="/2025/">x</a>'
    found = look_at(tmp_path, html, "https://example.org/plans/")
    assert [finding.args["link"] for finding in found] == ["/2025/"]


def test_one_dead_link_on_many_pages_is_told_once(tmp_path: Path) -> None:
    """One dead link on many pages is told once."""
    assert len(look(tmp_path, '<a href="gone/">x</a><a href="gone/#a">x</a><a href="gone/">y</a>')) == 2


def test_a_placeholder_that_was_not_filled(tmp_path: Path, host: FakeHost) -> None:
    """A placeholder that was not filled."""
    broken = replace(book(), pages=(*book().pages, replace(page("a.md", "甲"), markdown="pgslot1x und PGSLOT1X")))
    outcome = run(handbook(tmp_path), broken)
    assert (outcome.status, codes(outcome)) == (1, ["PG810"])
    assert message(outcome.findings[0], "en") == "the placeholder pgslot1x was left on the page"
    assert not (tmp_path / "site").exists()


def test_a_page_that_was_not_written(tmp_path: Path, host: FakeHost, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that was not written."""
    whole = host.build

    def build(book: Book, config: Path, out: Path, assets: dict[str, str]) -> list[str]:
        whole(book, config, out, assets)
        (out / "adhesives/objectives/index.html").unlink()
        return []

    monkeypatch.setattr(host, "build", build)
    assert "PG816" in codes(run(handbook(tmp_path), book()))


def test_a_source_file_in_the_site(tmp_path: Path) -> None:
    """A source file in the site."""
    (tmp_path / "2025").mkdir()
    (tmp_path / "2025" / "data.csv").write_text("a,b\n", encoding="utf-8")
    (tmp_path / "2025" / "other.csv").write_text("c,d\n", encoding="utf-8")
    found = verify(tmp_path, "", [], frozenset({hash_file(tmp_path / "2025" / "data.csv")})).findings
    assert [(finding.code, finding.args["file"]) for finding in found] == [("PG817", "2025/data.csv")]


@pytest.mark.parametrize(
    ("index", "expected"),
    [
        ("ours", []),
        ("another page", ["PG815"]),
        ("a place that is not there", ["PG812"]),
        ("the theme's", ["PG815"]),
        ("none", ["PG815"]),
    ],
)
def test_what_the_search_cannot_find(tmp_path: Path, index: str, expected: list[str]) -> None:
    """A page that the index does not have, and a place that the page does not have."""
    entry = Entry("销售额", anchor="gone" if index == "a place that is not there" else "revenue")
    one = page("index.md", "目标分解", trove=Trove(entries=(entry,)))
    data = index_of([page("a.md", "别的")] if index == "another page" else [one], 2025, "2025", "zh")
    data = json.dumps({"docs": [{"title": one.title}]}).encode() if index == "the theme's" else data
    (tmp_path / "2025" / "search").mkdir(parents=True)
    if index != "none":
        (tmp_path / "2025" / INDEX).write_bytes(data)
    (tmp_path / "2025" / "index.html").write_text('<h1 id="revenue">目标分解</h1>', encoding="utf-8")
    book = Book(2025, "手册", "2025", "zh", (one,), {INDEX: data})
    assert [finding.code for finding in verify(tmp_path, "", [book], frozenset()).findings] == expected


def test_a_refused_site_leaves_the_old_one(tmp_path: Path, host: FakeHost) -> None:
    """A refused site leaves the old one."""
    order = handbook(tmp_path)
    run(order, book())
    before = tree(order.site)
    (tmp_path / "content/2025/plan.yml").write_text("name: 新\n", encoding="utf-8")
    outcome = run(order, book(extra='<img src="https://example.org/x.png">'))
    assert (outcome.status, codes(outcome), tree(order.site)) == (1, ["PG813"], before)


def test_a_listed_version_that_is_missing_is_found(tmp_path: Path) -> None:
    """The selector must not offer a year that the site does not hold."""
    (tmp_path / "2026").mkdir()
    (tmp_path / "2026" / "index.html").write_text("<h1>2026</h1>", encoding="utf-8")
    listed = '[{"version": "2026", "title": "", "aliases": []}, {"version": "2025", "title": "", "aliases": []}]'
    (tmp_path / "versions.json").write_text(listed, encoding="utf-8")
    found = verify(tmp_path, "http://localhost/", [], frozenset()).findings
    assert [(finding.code, finding.args["version"]) for finding in found] == [("PG814", "2025")]


@pytest.mark.parametrize(
    ("built", "link", "expected"),
    [
        ((2025, 2026), "../2026/gone/", ["PG811"]),
        ((2025, 2026), "../2026/#gone", ["PG812"]),
        ((2025, 2026), "../2026/#top", []),
        ((2025,), "../2026/gone/", []),
        ((2026,), "../2026/#gone", []),
        ((2025,), "../2027/", ["PG811"]),
    ],
)
def test_links_between_versions_are_judged_where_both_are_new(
    tmp_path: Path, built: tuple[int, ...], link: str, expected: list[str]
) -> None:
    """A version that is kept as it was may name what the other one has no more; no version may be named that is not."""
    for year, html in ((2025, f'<a href="{link}">x</a>'), (2026, "")):
        (tmp_path / str(year)).mkdir()
        (tmp_path / str(year) / "index.html").write_text(f'<h1 id="top">x</h1>{html}', encoding="utf-8")
    books = [replace(book(year), pages=()) for year in built]
    found = [each for each in verify(tmp_path, "", books, frozenset()).findings if each.args.get("link") == link]
    assert [finding.code for finding in found] == expected
