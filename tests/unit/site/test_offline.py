"""Pages and folders that need no server."""

import json
from pathlib import Path

import pytest

from plangen.site.offline.archive import write_archive
from plangen.site.offline.bundle import to_files, without_server
from plangen.site.offline.page import as_file, named_file
from plangen.site.publishing.disk import Disk

VERSIONS = [{"version": "2026", "title": "2026 草案"}, {"version": "2025", "title": "2025 <现行>"}]
SETTINGS = (
    '{"base": "../..", "features": ["navigation.instant", "toc.follow"], "translations": {"x": "<\\/a>"}, '
    '"version": {"provider": "mike"}}'
)
PAGE = f"""<a href="../../plan/#a">a</a><svg><a xlink:href="../../plan/">b</a></svg><div class="md-header__topic">
<span class="md-ellipsis">手册</span></div><div class="md-header__topic"><span class="md-ellipsis">页</span></div>
<script id="__config" type="application/json">{SETTINGS}</script><script src="bundle.js"></script>"""
NAMES = {
    "2026/plan/index.html",
    "2025/plan/index.html",
    "2025/index.html",
    "en/2026/plan/index.html",
    "en/2025/index.html",
}


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("plan/", "plan/index.html"),
        ("../..", "../../index.html"),
        ("./", "./index.html"),
        (".", "./index.html"),
        ("plan/?a=1#b", "plan/index.html?a=1#b"),
        ("#b", "#b"),
        ("", ""),
        ("plan/index.html", "plan/index.html"),
        ("calendar.ics", "calendar.ics"),
        ("https://a.b/c/", "https://a.b/c/"),
        ("mailto:a@b.c", "mailto:a@b.c"),
        ("http://[", "http://["),
    ],
)
def test_a_folder_becomes_the_page_in_it(url: str, file: str) -> None:
    """Everything else stays; what was changed once is not changed again."""
    assert named_file(url) == file
    assert named_file(file) == file


def test_a_page(tmp_path: Path) -> None:
    """Links, settings, selector and script; a second time nothing is added."""
    del tmp_path
    page = as_file(PAGE, "2026/plan/index.html", NAMES, VERSIONS, "_assets/offline-1.js")
    assert '<a href="../../plan/index.html#a">' in page
    assert '<a xlink:href="../../plan/index.html">' in page
    settings = json.loads(page.partition('type="application/json">')[2].partition("</script>")[0])
    assert settings == {"base": "../..", "features": ["toc.follow"], "translations": {"x": "</a>"}}
    assert page.count('<div class="md-version">') == 1
    assert page.index("offline-1.js") < page.index("__config")
    assert '<a href="../../2025/plan/index.html" class="md-version__link">2025 &lt;现行&gt;</a>' in page
    assert as_file(page, "2026/plan/index.html", NAMES, VERSIONS, "_assets/offline-1.js") == page


def test_links_in_drawings() -> None:
    """They lead to files as all others do."""
    page = '<svg><a xlink:href="../roles/rep/#a"><rect/></a></svg>'
    assert as_file(page, "2026/plan/index.html", NAMES, VERSIONS, "x.js") == page.replace("rep/", "rep/index.html")


def test_a_year_without_the_page() -> None:
    """The selector leads to its front page, in the same language."""
    page = as_file(PAGE, "en/2026/plan/index.html", NAMES, VERSIONS, "_assets/offline-1.js")
    assert '<a href="../../2025/index.html" class="md-version__link">' in page
    assert '<a href="index.html" class="md-version__link">2026 草案</a>' in page
    assert '<script src="../../../_assets/offline-1.js">' in page


def test_a_page_that_leads_on() -> None:
    """With and without scripts."""
    html = (
        '<script data-target="../../2026/plan/"></script><meta http-equiv="refresh" content="0; url=../../2026/plan/">'
    )
    page = as_file(html, "latest/plan/index.html", NAMES, VERSIONS, "x.js")
    assert page.count("../../2026/plan/index.html") == 2


def test_what_servers_need_is_left_out(tmp_path: Path) -> None:
    """And the index is a script; what a plan calls by such a name stays."""
    files = {
        "versions.json": json.dumps(VERSIONS), "csp.txt": "x", "404.html": "x", "2026/404.html": "x",
        "2026/sitemap.xml": "x", "2026/search/search_index.json": '{"docs": "\u2028"}', "2026/plan/index.html": PAGE,
        "2026/plan/robots/robots.txt": "x",
    }  # fmt: skip
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    to_files(tmp_path, Disk())
    without_server(tmp_path, Disk())
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert left == {
        "versions.json", "2026/search/search_index.js", "2026/plan/index.html", "2026/plan/robots/robots.txt"
    }  # fmt: skip
    index = (tmp_path / "2026/search/search_index.js").read_text(encoding="utf-8")
    assert index == 'var __index = {"docs": "\\u2028"};\n'


def test_the_same_files_are_the_same_archive(tmp_path: Path) -> None:
    """Whenever they were written."""
    made = []
    for name in ("a", "b"):
        (tmp_path / name / "site").mkdir(parents=True)
        (tmp_path / name / "site" / "x.html").write_text("x", encoding="utf-8")
        made.append(write_archive(tmp_path / name / "site").read_bytes())
    assert made[0] == made[1]
