"""Does the search find what stands in the titles?"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from plangen.findings import Finding
from plangen.site.book import Book
from plangen.site.codes import NOT_FOUND
from plangen.values.span import Span

_INDEX = "search/search_index.json"
_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")


def compact_index(version: Path) -> None:
    """Write a version's index as UTF-8 instead of escapes: half the size, the same content."""
    path = version / _INDEX
    if path.is_file():
        index = json.loads(path.read_bytes())
        path.write_bytes(json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode())


def check_search(root: Path, book: Book) -> Iterator[Finding]:
    """Findings for words from the middle of the pages' titles that stand in the year's index but are not found by it.

    Without the search plugin there is no index and nothing to check. An index with none of the words is a finding too.
    """
    path = root / book.folder / _INDEX
    if not path.is_file():
        return
    index = json.loads(path.read_bytes())
    separator = _compiled(index["config"].get("separator", ""))
    texts = [f"{entry['title']} {entry['text']}".lower() for entry in index["docs"]]
    words = frozenset(word for text in texts for word in separator.split(text) if word)
    terms = {found.group()[1:3]: None for page in book.pages if (found := _HAN.search(page.title))}
    known = [term for term in terms if any(term in text for text in texts)]
    lost = [term for term in known if not all(_knows(words, part) for part in separator.split(term) if part)]
    for term in lost or ([] if known else list(terms)[:1]):
        yield Finding(NOT_FOUND, Span.whole(f"{book.folder}/{_INDEX}"), {"term": term}, book.year)


def _knows(words: frozenset[str], term: str) -> bool:
    """Whether the search, which looks for words that begin with a term, finds it."""
    return term in words or any(word.startswith(term) for word in words)


def _compiled(separator: str) -> re.Pattern[str]:
    """The separator as the browser uses it; one that only the browser understands counts as blanks."""
    try:
        return re.compile(separator or r"\s+")
    except re.error:
        return re.compile(r"\s+")
