"""Findings in HTML: the excerpt marks exactly the place."""

import pytest

from plangen.render.html.finding import mark_lines
from plangen.values import Span

LINES = ((5, "target: 1"), (6, "phasing: {Q1: 20%}"), (7, "channel:"))


@pytest.mark.parametrize(
    ("span", "marked"),
    [
        (Span.at("a.yml", 6, 10, 9), ["", "{Q1: 20%}", ""]),
        (Span("a.yml", 5, 9, 6, 8), ["1", "phasing", ""]),
        (Span("a.yml", 5, 9, 7, 8), ["1", "phasing: {Q1: 20%}", "channel"]),
        (Span.at("a.yml", 6, 99, 5), ["", "", ""]),
        (Span.whole("a.yml"), ["", "", ""]),
    ],
)
def test_the_marked_part_of_each_line(span: Span, marked: list[str]) -> None:
    """The marked part of each line."""
    lines = list(mark_lines(LINES, span))
    assert [line.marked for line in lines] == marked
    assert [line.before + line.marked + line.after for line in lines] == [text for _, text in LINES]
