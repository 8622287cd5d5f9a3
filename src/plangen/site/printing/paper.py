"""A document's page on its way to paper: no link to the machine that prints, the revision in the foot, page numbers."""

import re
from collections.abc import Mapping
from html import escape, unescape
from urllib.parse import urljoin

from plangen.render.html import margin_text
from plangen.site.verifying.scan import TAG, split_address

_HREF = re.compile(r"""(\s(?:xlink:)?href=)(?:"([^"]*)"|'([^']*)')""")
_FOOT = re.compile(r'(@bottom-left\{content:"[^"]*)(?=")')
_NUMBER = re.compile(r'(<span class="pg-contents__page" data-of="([^"]*)">)[^<]*')


def for_paper(page: str, site: str, revision: str) -> str:
    """The page as it is printed. `site` is the address of the document where it is published; empty: nowhere.

    Links out of the document lead to the published pages; where there is none they are no links, rather than links
    to the folder it was printed from.
    """
    page = TAG.sub(lambda found: _linked(found, site), page)
    return _FOOT.sub(lambda found: found.group() + margin_text(f"　{revision}"), page) if revision else page


def _linked(found: re.Match[str], site: str) -> str:
    if found.group(1) != "a":
        return found.group()
    return _HREF.sub(lambda href: _outside(href, site), found.group())


def _outside(found: re.Match[str], site: str) -> str:
    url = unescape(found.group(2) or found.group(3) or "")
    parts = split_address(url)
    if url.startswith("#") or parts is None or parts.scheme:
        return found.group()
    return f'{found.group(1)}"{escape(urljoin(site, url))}"' if site else ""


def numbered(page: str, numbers: Mapping[str, int]) -> str:
    """The page with numbers in its contents, as far as they are known."""
    return _NUMBER.sub(lambda found: f"{found.group(1)}{numbers.get(unescape(found.group(2)), '')}", page)
