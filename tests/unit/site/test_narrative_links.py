"""Links of narratives are looked at by `plangen check`, and what is left to the finished site is told at its source."""

from pathlib import Path

import pytest

from handbooks import open_files
from plangen.findings import Finding
from plangen.site.codes import BROKEN_LINK
from plangen.site.publishing.publish import publish
from plangen.site.verifying.source_place import at_source
from plangen.values.span import Span
from plangen.workspace import open_handbook
from unit.site.books import FakeHost, FakeShelf, book, handbook

PNG = b"\x89PNG\r\n\x1a\n0000"
MARKET = """\
# 市场

## 客户 **在哪里**（2026）

客户

分布 {{ objectives/revenue.target }}
----

<b id="here">x</b>
"""
FILES: dict[str, str | bytes] = {
    "objectives.yml": "revenue: {name: 销售额, target: 100万元}\n",
    "market.md": MARKET,
    "2026/demo/img/a.png": PNG,
    "2026/demo/north/plan.yml": "name: 北\n",
    "2026/index.md": "[计划](demo/index.md) [市场](demo/market.md#客户-在哪里2026) [检查](checks.md)\n",
}


def found(root: Path, text: str, **more: str) -> list[str]:
    """Code, place and link of what is wrong with the links of a plan's overview."""
    files = {**FILES, "index.md": text, **{name.replace("__", "/").replace("_", "."): t for name, t in more.items()}}
    findings = [each for each in open_files(root, files).findings if each.code in {"PG811", "PG812"}]
    return [f"{each.code} {each.span} {each.args['link']}" for each in findings]


@pytest.mark.parametrize(
    "text",
    [
        "[a](objectives.md) [a](objectives.md#revenue) [a](market.md) [a](index.md) [a](north/index.md)",
        "![a](img/a.png) ![a](../demo/img/a.png)",
        "[a](../index.md) [a](../checks.md) [a](../demo/market.md) [a](m%61rket.md)",
        "[a](market.md#客户-在哪里2026) [a](market.md#%E5%88%86%E5%B8%83) [a](market.md#here) [a](#anything)",
        "[a](calendar.md) [a](../calendar.md#d-2026-03-05) [a](calendar.ics) [a](calendar/rep.ics)",
        "[a](../calendar.ics)",
        "[a](objectives/) [a](market/#x) [a](../) [a](north) [a](img/a.png) [a](./) [a](../../2025/demo/)",
    ],
)
def test_what_leads_somewhere(tmp_path: Path, text: str) -> None:
    """Files as they lie, pages of sections, headings, ids; addresses as a reader's browser sees them."""
    assert found(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一 [a](gone.md)", "PG811 content/2026/demo/index.md:1:7 gone.md"),
        ("![a](img/b.png)", "PG811 content/2026/demo/index.md:1:6 img/b.png"),
        ("[a](objectives.yml)", "PG811 content/2026/demo/index.md:1:5 objectives.yml"),
        ("[a](north.md)", "PG811 content/2026/demo/index.md:1:5 north.md"),
        ("[a](../../2025/demo/market.md)", "PG811 content/2026/demo/index.md:1:5 ../../2025/demo/market.md"),
        ("[a](http://[)", "PG811 content/2026/demo/index.md:1:5 http://["),
        ("[a](gone/)", "PG811 content/2026/demo/index.md:1:5 gone/"),
        ("[a](market.md#gone)", "PG812 content/2026/demo/index.md:1:5 market.md#gone"),
    ],
)
def test_what_leads_nowhere(tmp_path: Path, text: str, expected: str) -> None:
    """At the place where it is typed."""
    assert found(tmp_path, text) == [expected]


def test_what_a_refused_file_hides_is_not_guessed_at(tmp_path: Path) -> None:
    """A section, a plan, a page and a picture that other findings speak of."""
    text = "[a](swot.md) [a](south/market.md) ![a](b.png) [a](c.md)"
    more = {"swot_yml": "x: [\n", "south__plan_yml": "nam: x\n", "south__market_md": "x\n", "b_png": "no picture"}
    more["c_md"] = "\x00\n"
    more = {(f"2026__demo__{name}" if "__" in name else name): value for name, value in more.items()}
    assert found(tmp_path, text, **more) == []


def test_a_page_of_the_site_beside_the_plan_is_there(tmp_path: Path) -> None:
    """In a site whose own pages lie in another folder."""
    assert len(found(tmp_path, "[a](../about.md)")) == 1
    config = tmp_path / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").replace("docs_dir: content", "docs_dir: pages"), "utf-8")
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "about.md").write_text("# About\n", encoding="utf-8")
    assert [each.code for each in open_handbook(tmp_path).findings if each.code == "PG811"] == []


@pytest.mark.parametrize(
    ("page", "link", "place"),
    [
        ("2025/index.html", "gone/", "content/2025/index.md:2:5"),
        ("2025/plan/market/index.html", "x", "content/2025/plan/market.md:1:1"),
        ("2025/plan/index.html", "../objectives/#%E5%AE%A2", "content/2025/plan/index.md:1:14"),
        ("2025/plan/objectives/index.html", "gone/", "content/2025/plan/objectives.yml:1:1"),
        ("404.html", "gone/", "404.html:1:1"),
        ("2025/checks/index.html", "gone/", "2025/checks/index.html:1:1"),
    ],
)
def test_a_place_on_a_page_is_told_at_its_source(tmp_path: Path, page: str, link: str, place: str) -> None:
    """The line that has the link; the file where none has it; the page where no file made it."""
    texts = {"index.md": "一\n[a](gone/)", "plan/index.md": "[a](market.md#客)", "plan/market.md": "市场"}
    for name, text in {**texts, "plan/objectives.yml": "x: 1"}.items():
        path = tmp_path / "content" / "2025" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    finding = Finding(BROKEN_LINK, Span.whole(page), {"link": link})
    assert str(at_source(finding, tmp_path, "content").span) == place


def test_a_build_tells_the_source_of_what_only_the_site_shows(tmp_path: Path, host: FakeHost) -> None:
    """Raw HTML is looked at on the finished page; the finding names the narrative."""
    order = handbook(tmp_path)
    (tmp_path / "content/2025/index.md").write_text('一\n<a href="gone/">x</a>\n', encoding="utf-8")
    shelf = FakeShelf({2025: book(extra='<a href="gone/">x</a>')})
    outcome = publish(order, lambda: shelf, lambda *_, **__: None)
    assert [f"{each.code} {each.span}" for each in outcome.findings] == ["PG811 content/2025/index.md:2:10"]
