"""Look at a staged site before it is published: nothing unfilled, no dead link, no foreign request, search works."""

import json
import posixpath
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from plangen.findings import Finding
from plangen.site.book import Book
from plangen.site.codes import BROKEN_ANCHOR, BROKEN_LINK, FOREIGN, LOST_PAGE, LOST_VERSION, SOURCE_LEAK, UNFILLED
from plangen.site.publishing.manifest import hash_file
from plangen.site.search.check import check_search
from plangen.site.tongues import below, split, version_of
from plangen.site.verifying.scan import Facts, css_urls, scan_html, split_address
from plangen.values import record
from plangen.values.span import Span

VERSIONS = "versions.json"
_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_TEXTS = frozenset({".html", ".json", ".xml", ".txt"})
_SOURCES = frozenset({".yml", ".yaml", ".csv", ".md"})


@record
class Seen:
    """What was found: problems, and the inline scripts that the content security policy must name."""

    findings: tuple[Finding, ...]
    scripts: frozenset[str]


@dataclass(slots=True)
class _Site:
    """A staged site while it is looked at. `prefix` is the path below which it will be served, ending in `/`.

    `built` are the versions that were made now.
    """

    root: Path
    prefix: str
    names: frozenset[str]
    built: frozenset[str] = frozenset()
    facts: dict[str, Facts] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)

    def anchors(self, name: str) -> Collection[str] | None:
        """The places that links to a page can name; None where there is no such page."""
        return self.facts[name].anchors if name in self.facts else None


def verify(
    root: Path, site_url: str, books: Sequence[Book], sources: frozenset[str], closed: frozenset[str] = frozenset()
) -> Seen:
    """Look at every file of the staged site `root`.

    `books` are the years that were built now; those carried over were looked at when they were built, but their links
    are followed again. `sources` are the SHA-256 of the plan's source files, none of which may be in the site.
    `closed` are the folders of sealed years: their links were followed when they were sealed, and cannot be changed.
    """
    names = frozenset(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    site = _Site(root, urlsplit(site_url).path.rstrip("/") + "/", names, _versions_of(books))
    for name in sorted(name for name in names if posixpath.splitext(name)[1] in _TEXTS):
        site.texts[name] = (root / name).read_text(encoding="utf-8", errors="replace")
        if name.endswith(".html"):
            site.facts[name] = scan_html(site.texts[name])
    found = [
        *_references(site, closed),
        *_styles(site),
        *_unfilled(site, books),
        *_lost(site, books),
        *_leaks(site, sources),
    ]
    found += _versions(site)
    found += [finding for book in books for finding in check_search(root, book, site.anchors)]
    return Seen(tuple(found), frozenset(script for facts in site.facts.values() for script in facts.scripts))


def _references(site: _Site, closed: frozenset[str]) -> Iterator[Finding]:
    """Dead links and foreign requests, each address once: the first page that has it."""
    told: set[tuple[str, str]] = set()
    for name, facts in ((name, facts) for name, facts in site.facts.items() if version_of(name) not in closed):
        for reference in facts.references:
            code, target = _judge(site, name, reference.kind, reference.url)
            if code == BROKEN_ANCHOR and version_of(target) in closed:
                continue  # a place that a closed year never had, or had under another name: the page itself is there
            if code and (code, target) not in told:
                told.add((code, target))
                yield Finding(code, _place(site, name, reference.offset), {"link": reference.url})


def _judge(site: _Site, page: str, kind: str, url: str) -> tuple[str, str]:
    """What is wrong with an address (empty: nothing), and what it comes down to."""
    parts = split_address(url)
    if parts is None:
        return BROKEN_LINK, url
    if parts.scheme == "data" and kind == "load":
        return "", ""
    if parts.scheme or parts.netloc:
        return ("" if kind == "link" and parts.scheme in _SCHEMES else FOREIGN), url
    target = _resolve(site, page, unquote(parts.path))
    if _is_between(site, page, target):
        return "", ""
    if target not in site.names:
        return BROKEN_LINK, target + url
    anchor = unquote(parts.fragment)
    if anchor and target in site.facts and anchor not in site.facts[target].anchors:
        return BROKEN_ANCHOR, f"{target}#{anchor}"
    return "", ""


def _versions_of(books: Sequence[Book]) -> frozenset[str]:
    return frozenset(book.folder for book in books)


def _is_between(site: _Site, page: str, target: str) -> bool:
    """Whether an address leads from one version into another, and one of them was not made now.

    What a version that is kept as it was says of the other one may be out of date; it is told when both are made.
    """
    here, there = version_of(page), version_of(target)
    between = here != there and all(split(each)[1].isdecimal() for each in (here, there))
    return between and f"{there}/index.html" in site.names and not {here, there} <= site.built


def _resolve(site: _Site, page: str, path: str) -> str:
    """The file that a path on a page names; `path` may start at the host."""
    if not path:
        return page
    if path.startswith("/"):
        if not path.startswith(site.prefix):
            return path
        joined = path.removeprefix(site.prefix)
    else:
        joined = posixpath.join(posixpath.dirname(page), path)
    normal = posixpath.normpath(joined) if joined else "."
    if normal in site.names and not path.endswith("/"):
        return normal
    return posixpath.normpath(posixpath.join(normal, "index.html"))


def _styles(site: _Site) -> Iterator[Finding]:
    for name in sorted(name for name in site.names if name.endswith(".css")):
        for url in css_urls((site.root / name).read_text(encoding="utf-8", errors="replace")):
            parts = split_address(url)
            if parts is None or parts.netloc or parts.scheme not in {"", "data"}:
                yield Finding(FOREIGN, Span.whole(name), {"link": url})
            elif parts.path and not parts.scheme and _resolve(site, name, unquote(parts.path)) not in site.names:
                yield Finding(BROKEN_LINK, Span.whole(name), {"link": url})


def _unfilled(site: _Site, books: Sequence[Book]) -> Iterator[Finding]:
    """Placeholders left in any text, in any letter case (an anchor would show them in small letters)."""
    for book in books:
        tokens = sorted({token.lower() for page in book.pages for token in page.slots})
        start = posixpath.commonprefix(tokens) if len(tokens) > 1 else ""
        for name, text in site.texts.items():
            small = text.lower() if name.startswith(f"{book.folder}/") else ""
            if tokens and start in small:
                found = re.search("|".join(re.escape(token) for token in reversed(tokens)), small)
                if found:
                    yield Finding(UNFILLED, _place(site, name, found.start()), {"token": found.group()}, book.year)


def _lost(site: _Site, books: Sequence[Book]) -> Iterator[Finding]:
    for book in books:
        for page in book.pages:
            if f"{book.folder}/{page.url}index.html" not in site.names:
                yield Finding(LOST_PAGE, Span.whole(f"{book.folder}/{page.url}"), {"page": page.path}, book.year)


def _versions(site: _Site) -> Iterator[Finding]:
    """Versions that the selector would offer and the site does not hold."""
    for name in (name for name in site.texts if split(name)[1] == VERSIONS):
        for version in (str(entry["version"]) for entry in json.loads(site.texts[name])):
            if f"{below(split(name)[0], version)}/index.html" not in site.names:
                yield Finding(LOST_VERSION, Span.whole(name), {"version": version})


def _leaks(site: _Site, sources: frozenset[str]) -> Iterator[Finding]:
    for name in sorted(name for name in site.names if posixpath.splitext(name)[1].lower() in _SOURCES):
        path = site.root / name
        if path.stat().st_size and hash_file(path) in sources:
            yield Finding(SOURCE_LEAK, Span.whole(name), {"file": name})


def _place(site: _Site, name: str, offset: int) -> Span:
    before = site.texts[name][:offset]
    return Span.at(name, before.count("\n") + 1, offset - before.rfind("\n"))


def source_hashes(files: Mapping[str, Path]) -> frozenset[str]:
    """The hashes that `verify` takes, of the plan's source files."""
    return frozenset(hash_file(path) for name, path in files.items() if posixpath.splitext(name)[1] in _SOURCES)
