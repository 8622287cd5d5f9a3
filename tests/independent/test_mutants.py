"""The second reader sees what is wrong: pages of the example with one thing changed."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from independent.charts import problems
from independent.pages import Page
from independent.reading import Read


def _mutants(html: str) -> Iterator[tuple[str, str]]:
    """The page with one address taken away: every fiftieth number of tables, cards and share bars."""
    inside = r"<(?:td|dd|li class=\"pg-part)[^>]*>(?:(?!</td>|</dd>|</li>).)*?"
    found = list(re.finditer(rf'{inside}( data-address="[^"]*")', html, re.DOTALL))
    for each in found[::50]:
        yield html[each.start(1) - 40 : each.end() + 20], html[: each.start(1)] + html[each.end(1) :]


def test_a_number_that_loses_its_name_is_seen(pages: list[Read]) -> None:
    """Mutants of real pages: one address taken away makes one number without origin."""
    tried = 0
    for page in pages:
        html = page.html()
        for place, mutant in _mutants(html):
            if "pg-na" in place or "pg-unset" in place:  # a dash or 待定 has no digits
                continue
            tried += 1
            assert list(Read(page.site, page.year, page.name, Page(mutant), page.content).orphans()), (page.name, place)
    assert tried > 30


@pytest.mark.parametrize(
    "place",
    [
        *(
            "<td",
            '<th scope="row"',
            '<th scope="col"',
            "<dd",
            "<h1",
            "<h2",
            "<h3",
            '<li class="pg-part',
            '<div class="pg-card"',
        ),
        *(f'class="pg-{name}"' for name in ("chart__title", "chart__sub", "lede", "aside", "notes", "list", "source")),
    ],
)
def test_a_bare_number_is_seen_wherever_it_stands(pages: list[Read], place: str) -> None:
    """Planted into a real page: amounts that some figure has, shares, counts with their own unit, ranges."""
    page, html = next((page, text) for page in pages if place in (text := page.html()))
    end = html.index(">", html.index(place)) + 1
    for bare in (
        "4711",
        "1,092 万元",
        "37 家",
        "9%",
        "12 个百分点",
        "24 个月",
        "15 个工作日",
        "7-10 家",
        "6 万元/人/月",
    ):
        mutant = Page(f"{html[:end]}比上年多 {bare} 呢；{html[end:]}")
        assert list(Read(page.site, page.year, page.name, mutant, page.content).orphans()), bare


def test_a_chart_that_loses_a_name_is_seen(pages: list[Read]) -> None:
    """Mutants of real charts: the first point that says a number names no figure any more."""
    tried = 0
    for page in pages:
        for data in page.page.charts:
            chart = json.loads(data)
            spot = next(_spots(chart), None)
            if spot is None:  # all is 待定: nothing is said
                continue
            trace, place = spot
            trace["meta"][place] = ""
            assert list(problems(json.dumps(chart), page.year, page.site.figures)), page.name
            tried += 1
    assert tried > 100


def _spots(chart: dict[str, Any]) -> Iterator[tuple[dict[str, Any], int]]:
    """Each point of a chart, as trace and place, that says a number and names its figure."""
    for trace in chart["data"]:
        if trace.get("hoverinfo") != "skip":
            said = zip(trace.get("text") or trace["customdata"], trace["meta"], strict=True)
            yield from ((trace, place) for place, (text, name) in enumerate(said) if name and re.search(r"\d", text))


def test_a_number_that_says_something_else_is_seen(pages: list[Read]) -> None:
    """A digit changed behind an address disagrees with the figure."""
    page = next(page for page in pages if page.name.endswith("objectives/index.html"))
    html = page.html()
    mutant = re.sub(r'(data-address="[^"]*objectives/revenue\.target">)(\d)', r"\g<1>9\2", html, count=1)
    assert mutant != html
    assert list(Read(page.site, page.year, page.name, Page(mutant), page.content).disagreements())
