"""Pages of a book with the addresses of their numbers, which stand in a data file beside them."""

import json
import re
from collections.abc import Mapping
from html import escape
from pathlib import Path

from plangen.site.book import Book, Page

Rows = dict[str, list[object]]
_NUMBER = re.compile(r'(<span class="pg-num(?: [^"]*)?")(?: data-address="(\d+)")?')


def data_of(book: Book, page: Page) -> tuple[Rows, Mapping[str, list[str]]]:
    """The two arguments of a page's data file: figures by address, and for each page what its numbers are."""
    return _arguments(book.media[page.origins])


def _arguments(data: bytes) -> tuple[Rows, Mapping[str, list[str]]]:
    figures, shown = json.loads(f"[{data.decode().rstrip().removeprefix('plangenOrigins(').removesuffix(');')}]")
    return figures, shown


def published(path: Path) -> str:
    """A published page with the address of each number at it."""
    html = path.read_text(encoding="utf-8")
    found = re.search(r'name="plangen-origins" content="([^"#]+)#([^"]+)"', html)
    if found is None:
        return html
    return put_in(html, _arguments((path.parent / found[1]).resolve().read_bytes())[1][found[2]])


def numbered(book: Book, path: str) -> str:
    """What fills a page, with the address of each number at it."""
    page = next(page for page in book.pages if page.path == path)
    html = "\n".join(page.slots.values())
    return put_in(html, data_of(book, page)[1][path.rpartition("/")[2].removesuffix(".md")]) if page.origins else html


def put_in(html: str, addresses: list[str]) -> str:
    """The HTML with an address at each number: the first of a part says its place, the others follow."""
    last = -1

    def named(found: re.Match[str]) -> str:
        nonlocal last
        last = int(found[2]) if found[2] else last + 1
        return f'{found[1]} data-address="{escape(addresses[last])}"'

    return _NUMBER.sub(named, html)
