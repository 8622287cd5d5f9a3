"""What a finished page refers to: read once for the link check, the origin check and the content security policy."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Literal
from urllib.parse import SplitResult, urlsplit

from plangen.values import record

_SCRIPT = re.compile(r"(<script\b[^>]*>)(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_STYLE = re.compile(r"(<style\b[^>]*>)(.*?)</style\s*>", re.DOTALL | re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
TAG = re.compile(r"<([a-zA-Z][\w:-]*)((?:[^>\"']++|\"[^\"]*\"|'[^']*')*+)>")
"""An opening tag: its name and its attributes."""
ATTRIBUTE = re.compile(r"([^\s=>\"'/]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+))")
"""One attribute: its name, and its value in double quotes, in single ones, or in none."""
_URL = re.compile(
    r"url\(\s*(?:\"([^\"]*)\"|'([^']*)'|([^)\s]*))\s*\)|@import\s+(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE
)
_PLAIN = re.compile(r'(?:\s+(?:class|role|scope|colspan|tabindex|lang|dir|(?:data|aria)-[a-z-]+)="[^"]*")*\s*/?')
"""A tag's attributes when none of them tells anything: most tags of a page, and so not looked at closely."""
_LOADS = frozenset({"src", "poster", "background", "data", "action", "formaction"})
_SETS = frozenset({"srcset", "imagesrcset"})
_LINK_ONLY = frozenset({"canonical", "alternate", "prev", "next", "author", "license", "help", "language"})
_SCRIPT_TYPES = frozenset({"", "module", "text/javascript", "application/javascript"})

Kind = Literal["link", "load"]


@record
class Reference:
    """One address on a page: a `link` is followed by the reader, a `load` is asked for by the browser itself."""

    kind: Kind
    url: str
    offset: int


@record
class Facts:
    """What a page holds: its anchors, the addresses it names, the texts of its inline scripts."""

    anchors: frozenset[str]
    references: tuple[Reference, ...]
    scripts: tuple[str, ...]


def split_address(url: str) -> SplitResult | None:
    """An address in its parts; None for what is no address, such as `http://[`, which anybody may have typed."""
    try:
        return urlsplit(url)
    except ValueError:
        return None


def scan_html(html: str) -> Facts:
    """Read a page. Made for pages that we or the theme have written: it is no general HTML parser."""
    scripts = tuple(
        found.group(2)
        for found in _SCRIPT.finditer(html)
        if "src" not in (named := _attributes(found.group(1))) and named.get("type", "").lower() in _SCRIPT_TYPES
    )
    styles = [Reference("load", url, found.start()) for found in _STYLE.finditer(html) for url in css_urls(found[2])]
    markup = _COMMENT.sub(_blank, _STYLE.sub(_blank, _SCRIPT.sub(_blank, html)))
    anchors: set[str] = set()
    references = styles
    for tag in TAG.finditer(markup):
        if not _PLAIN.fullmatch(tag.group(2)):
            attributes = _attributes(tag.group(2))
            anchors.update(attributes[key] for key in ("id", "name") if key in attributes)
            references += (Reference(kind, url, tag.start()) for kind, url in _named(tag.group(1).lower(), attributes))
    return Facts(frozenset(anchors), tuple(references), scripts)


def css_urls(css: str) -> Iterator[str]:
    """The addresses that a style sheet loads."""
    for found in _URL.finditer(css):
        yield next((part for part in found.groups() if part is not None), "")


def _named(tag: str, attributes: Mapping[str, str]) -> Iterator[tuple[Kind, str]]:
    for key, value in attributes.items():
        if key in {"href", "xlink:href"}:
            yield _kind_of(tag, attributes), value
        elif key in _SETS:
            yield from (("load", part.split()[0]) for part in value.split(",") if part.strip())
        elif key in _LOADS:
            yield "load", value
        elif key == "style":
            yield from (("load", url) for url in css_urls(value))
    if tag == "meta" and attributes.get("http-equiv", "").lower() == "refresh":
        yield "link", attributes.get("content", "").partition("url=")[2]


def _kind_of(tag: str, attributes: Mapping[str, str]) -> Kind:
    if tag in {"a", "area", "base"}:
        return "link"
    return "link" if tag == "link" and set(attributes.get("rel", "").lower().split()) <= _LINK_ONLY else "load"


def _attributes(text: str) -> dict[str, str]:
    return {
        found.group(1).lower(): unescape(found.group(2) or found.group(3) or found.group(4) or "").strip()
        for found in ATTRIBUTE.finditer(text)
    }


def _blank(found: re.Match[str]) -> str:
    """The opening tag of what is cut out, then blanks: places on the page stay where they were."""
    opening = found.group(1) if found.re.groups else ""
    return opening + re.sub(r"[^\n]", " ", found.group()[len(opening) :])
