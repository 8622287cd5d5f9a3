"""What stands before the chapters of a document: its cover and its contents."""

from collections.abc import Sequence

from plangen.render.html.partial import fill

Entry = tuple[int, str, str, str]
"""A line of the contents: level (1: a chapter), number, words, anchor."""


def render_cover(title: str, above: Sequence[str], lede: str, facts: Sequence[tuple[str, str]]) -> str:
    """The cover: what stands above the title, the title, a sentence, and facts as names and values."""
    return fill("cover", title=title, above=above, lede=lede, facts=facts)


def render_contents(title: str, entries: Sequence[Entry]) -> str:
    """The list of contents. The place of each page number is empty: only who has printed the document knows it."""
    return fill("contents", title=title, entries=entries)
