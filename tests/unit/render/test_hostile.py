"""No text of a plan becomes markup, whatever it says and wherever it stands."""

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from plangen.findings import CODES, Finding, Level, declare
from plangen.render.html import (
    HtmlContext,
    NavItem,
    render_banner,
    render_block,
    render_breadcrumb,
    render_document,
    render_line,
    render_nav,
    render_paper,
    render_tabs,
)
from plangen.values import Span
from plangen.views import Findings, Link
from unit.render.page_reader import PageReader
from unit.render.samples import CONTEXT, Everywhere, blocks, document

HOSTILE = "\"'><img src=x onerror=alert(1)><script>1</script></style>{{7*7}}{%x%}&amp;<!--plangen-slot:narrative-->"
KNOWN_TAGS = {
    "a", "abbr", "b", "caption", "code", "dd", "del", "details", "div", "dl", "dt", "figcaption", "figure", "g", "h1",
    "h2", "h3", "header", "i", "img", "input", "label", "li", "mark", "nav", "ol", "p", "path", "pre", "rect",
    "section", "span", "summary", "svg", "table", "tbody", "td", "text", "th", "thead", "time", "title", "tr", "ul",
}  # fmt: skip


def assert_harmless(html: str) -> PageReader:
    """Check that a fragment is well formed and holds nothing that runs."""
    page = PageReader(html)
    assert page.open == []
    assert page.tags() <= KNOWN_TAGS
    for tag, attributes in page.elements:
        assert tag != "img" or {"alt", "loading"} <= attributes.keys(), "only those of pictures"
        assert not [name for name in attributes if name.startswith("on")]
        assert "7*7" not in attributes.get("style", "")
    assert "49" not in page.text.replace("{{7*7}}", "")
    return page


def test_a_whole_page_of_hostile_texts_stays_text() -> None:
    """A whole page of hostile texts stays text."""
    page = assert_harmless(render_document(document(HOSTILE), CONTEXT))
    assert page.text.count(HOSTILE) > 30


@pytest.mark.parametrize("place", range(len(blocks())))
def test_every_block_alone_is_harmless(place: int) -> None:
    """Every block alone is harmless."""
    assert_harmless(render_block(blocks(HOSTILE)[place], CONTEXT))


def test_chart_labels_hold_no_markup_of_the_plan() -> None:
    """Chart labels hold no markup of the plan."""
    context = replace(CONTEXT, figures=[])
    page = PageReader(render_document(document(HOSTILE), context))
    assert [chart["data-figure"] for chart in page.all("figure", "pg-chart")] == [*"01234567"]
    assert len(context.figures) == 8
    for text in _strings([json.loads(figure) for figure in context.figures]):
        assert "<img" not in text
        assert "<script" not in text


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _strings(inner)


def test_findings_are_harmless() -> None:
    """Findings are harmless."""
    if "TST901" not in CODES:
        declare("TST901", Level.ERROR, zh="{text}", en="{text}", fix_zh="{text}", fix_en="{text}", manual="")
    span = Span.at(HOSTILE, 2, 3, 4)
    context = HtmlContext("zh", Everywhere(), lambda _: ((1, HOSTILE), (2, HOSTILE)), lambda _: "../manual/?" + HOSTILE)
    found = Finding("TST901", span, {"text": HOSTILE}, waived=HOSTILE, related=((span, HOSTILE),))
    assert_harmless(render_block(Findings((found,)), context))


def test_frames_are_harmless() -> None:
    """Frames are harmless."""
    items = [NavItem(HOSTILE, HOSTILE, (NavItem(HOSTILE),), here=True)]
    for html in (render_tabs(items, "zh"), render_nav(items, items, "zh", HOSTILE), render_breadcrumb(items, "zh")):
        assert_harmless(html)
    assert_harmless(render_banner("draft", HOSTILE, (HOSTILE,), CONTEXT))


def test_the_running_head_cannot_leave_its_string() -> None:
    """The running head cannot leave its string."""
    style = render_paper('a"}</style>\\', "b\n}")
    inner = style.removeprefix('<style media="print">').removesuffix("</style>")
    assert "<" not in inner
    assert inner.count('"') == 4


@pytest.mark.parametrize("href", ["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "vbscript:x"])
def test_a_link_that_runs_code_is_no_link(href: str) -> None:
    """A link that runs code is no link."""
    assert render_line((Link("go"),), HtmlContext("zh", Everywhere(href))) == "go"


@pytest.mark.parametrize("href", ["../a/", "#x", "./b:c/", "https://example.org/", "mailto:a@example.org", "?q=a:b"])
def test_a_link_that_leads_somewhere_is_one(href: str) -> None:
    """A link that leads somewhere is one."""
    assert "<a href=" in render_line((Link("go"),), HtmlContext("zh", Everywhere(href)))
