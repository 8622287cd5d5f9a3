"""One finished page as a chapter of a document: its own anchors, links that stay inside, numbered headings."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape, unescape
from urllib.parse import unquote

from plangen.site.verifying.scan import ATTRIBUTE, TAG, split_address
from plangen.site.whole.heading import Counter, Heading

_ARTICLE = '<article class="md-content__inner md-typeset pg">'
_END = "</article>"
_HEADING = re.compile(r"<h([1-3])((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>(.*?)</h\1>", re.DOTALL)
_TAGS = re.compile(r"<[^<>]*>")
_CRUMBS = re.compile(r'<nav class="pg-crumbs".*?</nav>\s*', re.DOTALL)
_NAMES = frozenset({"id", "for", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns"})
_ADDRESSES = frozenset({"href", "src", "poster", "xlink:href"})
_HEAD = "pg-content"
"""The anchor of a page's head: in a document that of the chapter."""


def article(page: str) -> str:
    """What stands in the middle of a finished page of ours; empty for a page of somebody else."""
    start = page.find(_ARTICLE)
    if start < 0:
        return ""
    return _CRUMBS.sub("", page[start + len(_ARTICLE) : page.rindex(_END)])


def around(page: str, inner: str) -> str:
    """The same page with something else in its middle."""
    start = page.index(_ARTICLE) + len(_ARTICLE)
    return page[:start] + inner + page[page.rindex(_END) :]


@dataclass(slots=True)
class Chapter:
    """A chapter in the making. `url` is the page's, `home` the document's folder, `names` those of all its chapters.

    `figures` counts the drawings of the chapters before it, which stand before its own in the document's data file.
    """

    url: str
    title: str
    number: int
    home: str
    names: Mapping[str, str]
    figures: int = 0
    headings: list[Heading] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The anchor of the chapter, which begins all anchors in it."""
        return self.names[self.url]

    def bind(self, html: str) -> str:
        """The page's article as this chapter."""
        return self._numbered(TAG.sub(self._tag, html))

    def _tag(self, found: re.Match[str]) -> str:
        tag, attributes = found.group(1), found.group(2)
        if not attributes:
            return found.group()
        changed = ATTRIBUTE.sub(self._attribute, attributes)
        if tag == "details" and "pg-data" not in changed and not re.search(r"\sopen\b", changed):
            changed = f" open{changed}"  # paper has nothing to click at
        return f"<{tag}{changed}>"

    def _attribute(self, found: re.Match[str]) -> str:
        key = found.group(1).lower()
        value = unescape(found.group(2) or found.group(3) or found.group(4) or "")
        if key == "data-address":
            return ""  # the panel "why this number" belongs to the pages
        if key == "data-figure":
            return f'{key}="{int(value) + self.figures}"'
        if key in _NAMES:
            return f'{key}="{escape(" ".join(map(self.anchor, value.split())))}"'
        if key in _ADDRESSES:
            return f'{key}="{escape(self.link(value))}"'
        return found.group()

    def anchor(self, name: str, chapter: str = "") -> str:
        """What an anchor of a chapter (this one) is called in the document."""
        chapter = chapter or self.name
        return chapter if name == _HEAD else f"{chapter}.{name}"

    def link(self, url: str) -> str:
        """Where an address of this page leads in the document: to a place of it, or to the same page as before."""
        parts = split_address(url)
        if parts is None or parts.scheme or parts.netloc or parts.path.startswith("/"):
            return url
        target = posixpath.normpath(posixpath.join(self.url, parts.path)) if parts.path else self.url
        chapter = self.names.get(f"{target.rstrip('/')}/")
        if chapter:
            return f"#{self.anchor(unquote(parts.fragment) or _HEAD, chapter)}"
        ending = "/" if parts.path.endswith(("/", "..", ".")) else ""
        rest = "".join(f"{sign}{part}" for sign, part in (("?", parts.query), ("#", parts.fragment)) if part)
        return posixpath.relpath(f"/v/v/{target}", f"/v/v/{self.home}") + ending + rest

    def _numbered(self, html: str) -> str:
        counter = Counter(self.number)
        return _HEADING.sub(lambda found: self._heading(found, counter), html)

    def _heading(self, found: re.Match[str], counter: Counter) -> str:
        level, attributes, inner = int(found.group(1)), found.group(2), found.group(3)
        if level == 1:
            inner, number = escape(self.title), str(self.number)
        else:
            number = counter.number(level, _words(inner))
        anchor = re.search(r'\sid="([^"]*)"', attributes)
        if anchor is None:
            attributes += f' id="{self.name}.h{len(self.headings)}"'
        named = unescape(anchor.group(1)) if anchor else f"{self.name}.h{len(self.headings)}"
        self.headings.append(Heading(level, number, _words(inner), named))
        shown = f'<span class="pg-no">{number}</span> ' if number else ""
        return f"<h{level}{attributes}>{shown}{inner}</h{level}>"


def _words(html: str) -> str:
    return " ".join(unescape(_TAGS.sub("", html)).split())
