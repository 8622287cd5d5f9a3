"""Where links and images of a narrative lead: no scripts, nothing loaded from elsewhere."""

import html
import re
from collections.abc import Iterator

from plangen.findings import Finding, Level, declare
from plangen.source.page import FILLED, Page, escaped
from plangen.source.wording import MISPLACED, bad_reference

PG402 = declare(
    "PG402",
    Level.ERROR,
    zh="不允许的链接：{scheme}",
    en="a link that is not allowed: {scheme}",
    fix_zh="只能链接到本手册的页面、http(s)、mailto 或 tel 地址",
    fix_en="link to a page of this handbook, or to an http(s), mailto or tel address",
    manual="""A link begins with `javascript:`, `data:`, `vbscript:` or another scheme that is not known.

Why:
    Such a link runs code in the reader's browser, with the reader's rights on the whole company site. Entities,
    backslashes and tabs inside the word are seen through.

Bad:
    # market.md
    [pay](javascript:pay())

Good:
    # market.md
    [pay](payment.md)
""",
)

PG403 = declare(
    "PG403",
    Level.ERROR,
    zh="从别处加载的图片或样式：{target}",
    en="an image or style is loaded from elsewhere: {target}",
    fix_zh="把文件放进内容文件夹再引用；普通的文字链接可以指向外部",
    fix_en="put the file into the content folder; plain text links may lead outside",
    manual="""An image, a style or another part of the page would be loaded from another site.

Why:
    Each reader's browser would tell that site who reads which plan, and the page changes or breaks when it does.

Bad:
    # market.md
    ![chart](https://example.com/chart.png)

Good:
    # market.md
    ![chart](chart.png)
""",
)

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")
_ALLOWED = {"http", "https", "mailto", "tel"}
_NOISE = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\u3000\ufeff\\<\"']")
_DANGEROUS = re.compile(r"\]:\s*(\S{1,400})")
_BRACKET = re.compile(r"!?\[|\]")
_DEFINITION = re.compile(r"\[([^\[\]]+)\]:[ \t]*(?:\n[ \t>]*)?<?(\S{1,400})")
_IMAGE = re.compile(r"!\[[^\]\n]*\]\(\s*(?:<\s*)?((?:https?:)?//[^\s)]{0,60})", re.IGNORECASE)
_FILLED_TARGET = re.compile(rf"\](?:\(|:)\s*(?:<\s*)?[^\s()<>{FILLED}]*({FILLED})")
TARGET = 400
"""Longest stretch of a link's target that is looked at, in code points."""


def cleaned(target: str) -> str:
    """A link's target as a browser understands it: entities decoded, white space and controls removed, lower case."""
    return _NOISE.sub("", html.unescape(html.unescape(target[:TARGET]))).lower()


def bad_scheme(target: str) -> str:
    """The scheme of a target that is not allowed, or ''."""
    match = _SCHEME.match(cleaned(target))
    return match[1] + ":" if match and match[1] not in _ALLOWED else ""


def is_external(target: str) -> bool:
    """Whether a target lies on another site."""
    plain = cleaned(target)
    return plain.startswith(("//", "http:", "https:"))


def check_links(page: Page, text: str) -> list[Finding]:
    """PG402 and PG403 for Markdown links, images and link definitions. `text` is the body with code blanked out."""
    found: dict[int, Finding] = {}
    definitions = {_label(match[1]): match[2] for match in _DEFINITION.finditer(text) if is_external(match[2])}
    for start in _filled(text):
        found[start] = bad_reference(page.span(start, start + 1), MISPLACED, page.body[start : start + 60])
    for match in _DANGEROUS.finditer(text):
        scheme = bad_scheme(match[1])
        if scheme in ("javascript:", "data:", "vbscript:"):
            found[match.start(1)] = _forbidden(page, match.start(1), scheme)
    for start, image, target in _links(text, definitions):
        scheme = bad_scheme(target)
        if scheme:
            found.setdefault(start, _forbidden(page, start, scheme))
        elif image and is_external(target):
            found.setdefault(start, external(page, start, target))
    for match in _IMAGE.finditer(text):
        found.setdefault(match.start(), external(page, match.start(), match[1]))
    return list(found.values())


def _links(text: str, definitions: dict[str, str]) -> Iterator[tuple[int, bool, str]]:
    """Each link or image: where it starts, whether it is an image, what it leads to. Linear in the text."""
    opened: list[int] = []
    for match in _BRACKET.finditer(text):
        if escaped(text, match.start()):
            continue
        if match.group() != "]":
            opened.append(match.start())
            continue
        start = opened.pop() if opened else match.start()
        image = text[start] == "!"
        after = text[match.end() : match.end() + 1]
        if after == "(":
            begin = match.end() + 1
            close = text.find(")", begin, begin + TARGET)
            yield start, image, text[begin : close if close >= 0 else begin + TARGET]
        elif image and definitions:
            label = text[text.index("[", start) + 1 : match.start()]
            if after == "[":
                label = text[match.end() + 1 : match.end() + 200].partition("]")[0] or label
            yield start, True, definitions.get(_label(label), "")


def _filled(text: str) -> Iterator[int]:
    """Offsets of references that would become the address of a link: its scheme could not be known."""
    if FILLED in text:
        for match in _FILLED_TARGET.finditer(text):
            yield match.start(1)


def _label(text: str) -> str:
    return " ".join(text[:200].lower().split())


def _forbidden(page: Page, start: int, scheme: str) -> Finding:
    return Finding(PG402, page.span(start, start + 1), {"scheme": scheme})


def external(page: Page, start: int, target: str) -> Finding:
    """PG403 for a target on another site."""
    shown = re.split(r"[\s)>\"']", target.strip(), maxsplit=1)[0][:80]
    return Finding(PG403, page.span(start, start + 1), {"target": shown})
