"""The index of a year: everything that can be found, as the browser's search reads it.

The theme loads the file when the search is opened and hands `docs` to the worker. Rows are lists, blanks at their ends
are left out, and each kind is written once: nothing else is needed to stay far below the theme's own index.
"""

import json
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

from plangen.site.book import Page
from plangen.site.search.entry import Entry

INDEX = "search/search_index.json"
"""The path inside the version; the theme asks for it there."""
FORMAT = "plangen-1"
"""What the worker looks for, so that it knows an index of an older site (the theme's own) from one of these."""


def index_of(pages: Iterable[Page], year: int, title: str, language: str, base: str = "") -> bytes:
    """The index as JSON: the same bytes for the same pages. `base` is the folder of the language in the site.

    `docs` holds `format`, `year`, `title` (of the version), `language`; `folder` (with a slash) where its years are not
    in the root; `kinds` and `heads`, lists of words; `pages`, rows of `[title, url, place, lists, entries]`; each entry
    is `[name, kind, anchor, value, text, heads]`, its kind a place in `kinds`, its heads places in `heads`. `initials`
    and `simplified` are what is needed of the tables of Han characters.
    """
    kinds: dict[str, int] = {"": 0}
    heads: dict[str, int] = {"": 0}
    rows = [_page(page, kinds, heads) for page in pages]
    docs = {"format": FORMAT, "year": year, "title": title, "language": language}
    docs |= {"kinds": list(kinds), "heads": list(heads), "pages": rows}
    if base:
        docs["folder"] = f"{base}/"
    used = frozenset(_json(docs))
    return _json({"config": {}, "docs": {**docs, **_han(used)}}).encode()


def as_script(index: bytes) -> bytes:
    """The index as a script, for pages opened from a folder: there the theme loads `search/search_index.js`."""
    text = index.decode().replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"var __index = {text};\n".encode()


def _page(page: Page, kinds: dict[str, int], heads: dict[str, int]) -> list[object]:
    trove = page.trove
    entries = [_entry(entry, kinds, heads) for entry in trove.entries]
    return _short([page.title, page.url, trove.place, int(trove.lists), entries])


def _entry(entry: Entry, kinds: dict[str, int], heads: dict[str, int]) -> list[object]:
    kind = kinds.setdefault(entry.kind, len(kinds))
    told = [heads.setdefault(head, len(heads)) for head in entry.heads]
    return _short([entry.name, kind, entry.anchor, entry.value, entry.text, told])


def _short(row: Sequence[object]) -> list[object]:
    """A row without what is empty at its end."""
    kept = list(row)
    while kept and not kept[-1]:
        kept.pop()
    return kept


def _han(used: frozenset[str]) -> dict[str, object]:
    """Of the tables what these characters need: a traditional one counts where it or its simplified one is used."""
    initials, pairs = _tables()
    simplified = "".join(f"{a}{b}" for a, b in pairs if a in used or b in used)
    known = used | frozenset(simplified)
    found = {letter: "".join(c for c in text if c in known) for letter, text in initials.items()}
    return {"initials": {letter: text for letter, text in found.items() if text}, "simplified": simplified}


@cache
def _tables() -> tuple[dict[str, str], list[tuple[str, str]]]:
    """The tables that `scripts/search_tables.py` has written."""
    read = json.loads((files("plangen.site.search") / "han.json").read_bytes())
    both = read["simplified"]
    return read["initials"], list(zip(both[::2], both[1::2], strict=True))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
