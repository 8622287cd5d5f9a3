"""What stands beside the years in the site's root: version list, the way to the current year, error page."""

import gzip
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from pathlib import Path
from types import MappingProxyType
from urllib.parse import quote, urlsplit

from plangen.site.assets import FOLDER, STYLE, asset_files, asset_urls
from plangen.site.search.slot import LOST, worker_name
from plangen.site.tongues import below
from plangen.values import say

LATEST = "latest"
"""The alias of the current year."""
NONE: Mapping[str, str] = MappingProxyType({})
_SCRIPT = "assets/latest.js"
_LASTMOD = re.compile(rb"\s*<lastmod>[^<]*</lastmod>")
_OPENING = ("正在打开", "Opening")
_LOST = ("没有这个页面", "There is no such page")
_BACK = ("回到手册首页", "Back to the handbook")


def version_list(titles: Mapping[int, str], current: int, editions: Mapping[str, str] = NONE) -> bytes:
    """`versions.json`, newest year first, as Material's version selector reads it.

    `editions` are those of a year that an amendment has replaced; each stands below its year.
    """
    entries: list[dict[str, object]] = []
    for year in sorted(titles, reverse=True):
        entries.append({"version": str(year), "title": titles[year], "aliases": [LATEST] if year == current else []})
        before = [name for name in reversed(list(editions)) if name.startswith(f"{year}-")]
        entries += [{"version": name, "title": editions[name], "aliases": []} for name in before]
    return (json.dumps(entries, ensure_ascii=False, indent=1) + "\n").encode()


def root_pages(title: str, language: str, current: int, site_url: str, base: str = "") -> Iterator[tuple[str, bytes]]:
    """Path → content of the pages in the root of a language. `site_url`, of the whole site, may be empty.

    The error page is shown for addresses of any depth, so that all its own start at the host. It says what is missing
    and where home is; a script searches for the words of the lost address. Nothing else here runs a script.
    """
    opening, lost, back = (say(pair, language) for pair in (_OPENING, _LOST, _BACK))
    home = f"{current}/"
    yield "index.html", bare_page(language, title, _forward(home, opening, title), _refresh(home))
    top = escape(quote(urlsplit(site_url).path.rstrip("/") + "/"))
    start, urls = top + below(base, ""), asset_urls(f"{top}{FOLDER}/")
    body = f'<main class="pg pg-lost" id="pg-lost" data-worker="{worker_name(urls)}" data-year="{current}">'
    body += f'<h1>{lost}</h1><p><a href="{start}{home}">{back}</a></p></main>\n<script src="{urls[LOST]}"></script>'
    yield "404.html", bare_page(language, f"404 - {title}", body, _style(urls[STYLE]))


def root_files() -> Iterator[tuple[str, bytes]]:
    """Path → content of the files in the root that are no pages."""
    yield "robots.txt", b"User-agent: *\nDisallow: /\n"
    yield ".nojekyll", b""


def forward_page(language: str, base: str) -> bytes:
    """The page in the root of a site that has only one further language: it leads there."""
    opening = say(_OPENING, language)
    return bare_page(language, opening, _forward(f"{base}/", opening, ""), _refresh(f"{base}/"))


def latest_pages(urls: Iterable[str], language: str, current: int, assets: str) -> Iterator[tuple[str, bytes]]:
    """Path → content of a page below `latest/` for each page of the current year, leading there.

    `urls` are the pages' addresses inside their version: empty for the home page, else ending in `/`; `assets` is where
    the shared files are, from there. A script takes
    along the item that an address names (`#revenue`), which a refresh cannot: that is for browsers without scripts.
    """
    opening = say(_OPENING, language)
    script = f"{assets.removeprefix('../')}{asset_files()[_SCRIPT][0]}"
    for url in urls:
        top = "../" * (url.count("/") + 1)
        target = f"{top}{current}/{quote(url)}"
        head = f'<script src="{top}{script}" data-target="{escape(target)}"></script>\n'
        head += f"<noscript>{_refresh(target)}</noscript>"
        yield f"{LATEST}/{url}index.html", bare_page(language, opening, _forward(target, opening, ""), head)


def page_urls(version: Path) -> list[str]:
    """The addresses of all pages of a version's folder, as `latest_pages` takes them."""
    found = (path.relative_to(version).as_posix() for path in version.rglob("index.html"))
    return sorted(path.removesuffix("index.html") for path in found)


def timeless(version: Path) -> None:
    """Take the day out of a version's sitemap, plain and packed: the version selector reads no days."""
    path = version / "sitemap.xml"
    if path.is_file():
        plain = _LASTMOD.sub(b"", path.read_bytes())
        path.write_bytes(plain)
        packed = bytearray(gzip.compress(plain, mtime=0))
        packed[9] = 255  # the operating system's number: unknown
        path.with_suffix(".xml.gz").write_bytes(packed)


def _style(url: str) -> str:
    return f'<link rel="stylesheet" href="{url}">\n'


def _forward(target: str, opening: str, title: str) -> str:
    return f'<p>{opening} <a href="{escape(target)}">{escape(title or target)}</a></p>'


def _refresh(target: str) -> str:
    return f'<meta http-equiv="refresh" content="0; url={escape(target)}">'


def bare_page(language: str, title: str, body: str, head: str = "") -> bytes:
    """A page of a few lines that no theme dresses; `title` is plain text, `body` and `head` are HTML."""
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n<meta name="robots" content="noindex">\n'
        '<link rel="icon" href="data:,">\n'
        f"<title>{escape(title)}</title>\n{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    ).encode()
