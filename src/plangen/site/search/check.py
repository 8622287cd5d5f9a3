"""Does the search find every page, and lead to places that are there?"""

import json
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any

from plangen.findings import Finding
from plangen.site.book import Book
from plangen.site.codes import BROKEN_ANCHOR, NOT_FOUND
from plangen.site.search.index import FORMAT, INDEX
from plangen.values.span import Span

Anchors = Callable[[str], Collection[str] | None]
"""The places that links to a page can name; None where there is no such page."""


def check_search(root: Path, book: Book, anchors: Anchors) -> Iterator[Finding]:
    """Findings for pages of a book whose title its year's index does not know, and for places that no page has.

    A book without an index is not looked at. What another tool has written over ours knows no title.
    """
    if INDEX not in book.media:
        return
    span = Span.whole(f"{book.folder}/{INDEX}")
    rows = {str(row[1] if len(row) > 1 else ""): row for row in _rows(root / span.file)}
    for page in book.pages:
        row = rows.get(page.url)
        if row is None or row[0] != page.title:
            yield Finding(NOT_FOUND, span, {"term": page.title}, book.year)
        else:
            yield from _places(row, f"{book.folder}/{page.url}", anchors, span)


def _rows(path: Path) -> list[Any]:
    try:
        docs = json.loads(path.read_bytes())["docs"]
        return list(docs["pages"]) if docs["format"] == FORMAT else []
    except (OSError, ValueError, KeyError, TypeError):
        return []


def _places(row: list[Any], url: str, anchors: Anchors, span: Span) -> Iterator[Finding]:
    """The places of one page's entries that it does not have, each once."""
    there = anchors(f"{url}index.html")
    named = dict.fromkeys(entry[2] for entry in (row[4] if len(row) > 4 else ()) if len(entry) > 2 and entry[2])
    for anchor in named:
        if there is not None and anchor not in there:
            yield Finding(BROKEN_ANCHOR, span, {"link": f"{url}#{anchor}"})
