"""What rendering to HTML needs to know about its surroundings."""

from collections.abc import Callable, Sequence
from dataclasses import field
from html import escape
from typing import Protocol

from plangen.values import record
from plangen.values.span import Span
from plangen.views import Link

Excerpt = Callable[[Span], Sequence[tuple[int, str]]]
"""Gives the source lines around a span, each with its number counted from 1; nothing where there is no source."""


class Links(Protocol):
    """Knows where items and pages stand, seen from the page being rendered."""

    def href(self, link: Link) -> str | None:
        """The relative URL of a link's target; None where it has no page in this edition."""
        ...


def no_excerpt(span: Span) -> Sequence[tuple[int, str]]:
    """Show no source."""
    return ()


def no_manual(code: str) -> str | None:
    """Know no manual page."""
    return None


def no_terms(text: str) -> str:
    """Explain nothing: the text, escaped."""
    return escape(text)


@record
class HtmlContext:
    """The surroundings of one page.

    `language` is that of the generated words; `links` resolves links; `excerpt` gives source lines for findings;
    `manual` gives the URL of a finding code's manual page, or None. `figures` takes what the charts of the page draw:
    each chart's `[wide, narrow]` as JSON, in the order of the page; the chart names its place in it. `terms` gives a
    text as HTML, its terms explained.
    """

    language: str
    links: Links
    excerpt: Excerpt = no_excerpt
    manual: Callable[[str], str | None] = no_manual
    figures: list[str] = field(default_factory=list, compare=False)
    terms: Callable[[str], str] = no_terms
