"""Placeholders, slugs and the search's words."""

import re

import pytest
from markdown import markdown

from plangen.site.narratives.filling import fill, fill_text, without
from plangen.site.narratives.markup import markdown_extensions, slug

SLOTS = {"PGX1X": "<table><tr><td>1 &lt; 2</td></tr></table>", "PGX11X": '<b title="a">十一</b>', "PGX2X": "PGX1X"}


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>PGX1X</p>", SLOTS["PGX1X"]),
        ("<li>\n<p> PGX1X\n</p></li>", f"<li>\n{SLOTS['PGX1X']}</li>"),
        ("<p>是 PGX11X 家</p>", '<p>是 <b title="a">十一</b> 家</p>'),
        ("<td>PGX11X</td>", '<td><b title="a">十一</b></td>'),
        ('<img alt="共 PGX1X" src="a.png" />', '<img alt="共 1 &lt; 2" src="a.png" />'),
        ("<p>PGX2X</p>", "PGX1X"),
        ("<p>PGX3X</p>", "<p>PGX3X</p>"),
    ],
)
def test_fill(html: str, expected: str) -> None:
    """Fill."""
    assert fill(html, SLOTS) == expected


def test_heads_of_tables_say_what_they_stand_above() -> None:
    """As Markdown writes them, with and without placeholders; a table of the plan says it by itself."""
    extensions = list(markdown_extensions({}))
    html = markdown("| 项 | 值 |\n|---|--:|\n| 目标 | PGX2X |\n\n`<thead><th>`\n", extensions=extensions)
    for slots in ({}, SLOTS):
        found = fill(html, slots)
        assert re.findall(r"<th\b[^>]*>", found) == ['<th scope="col">', '<th scope="col" style="text-align: right;">']
        assert "&lt;thead&gt;&lt;th&gt;" in found
    own = '<thead><tr><td></td><th scope="row">a</th></tr></thead><tbody><tr><th>b</th></tr></tbody>'
    assert fill(own, SLOTS) == own
    assert fill("PGX1X", {"PGX1X": "<thead><th>x</th></thead>"}) == "<thead><th>x</th></thead>"


def test_without_slots_nothing_changes() -> None:
    """Without slots nothing changes."""
    assert fill("<p>PGX1X</p>", {}) == "<p>PGX1X</p>"
    assert (fill_text("PGX1X", {}), without("PGX1X", {})) == ("PGX1X", "PGX1X")


def test_titles_get_words_only() -> None:
    """Titles get words only."""
    assert fill_text("目标 PGX11X &amp; PGX1X", SLOTS) == "目标 十一 &amp; 1 &lt; 2"
    assert without("目标 PGX11X", SLOTS) == "目标 "


@pytest.mark.parametrize(
    ("text", "expected"),
    [("销售 目标", "销售-目标"), ("Q1：目标（华东）", "q1目标华东"), ("A <b>B</b>_c", "a-b_c"), ("  ", "")],
)
def test_slug(text: str, expected: str) -> None:
    """Slug."""
    assert slug(text) == expected
