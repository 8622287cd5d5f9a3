"""Where the links and images of a narrative lead inside the handbook, each with its place."""

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from urllib.parse import urlsplit

from plangen.source.limits import FINDINGS
from plangen.source.links import TARGET, cleaned
from plangen.source.page import Page, escaped
from plangen.values import record
from plangen.values.span import Span

_BRACKET = re.compile(r"[\[\]]")
_INLINE = re.compile(
    r"""\(\s*(?:<([^<>\n]*)>|((?:[^\s()<>]|\((?:[^\s()]|\([^\s()]*\))*\))+))(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)"""
)
_DEFINITION = re.compile(r"^ {0,3}\[([^\[\]^][^\[\]]*)\]:[ \t]*<?([^\s<>]+)", re.MULTILINE)
_LABEL = re.compile(r"\[([^\[\]]+)\]")
_HTML = re.compile(r"^[> \t]*</?[A-Za-z](?![A-Za-z0-9+.-]*[:@])", re.MULTILINE)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[/?]")
MOST = 10 * FINDINGS
"""How many targets of one page are looked at."""
_OPEN, _CLOSE = "<!--", "-->"


@record
class Target:
    """What a link or an image names: `text` as it was written, such as `../market.md#customers`."""

    span: Span
    text: str


def find_targets(page: Page, visible: str) -> tuple[Target, ...]:
    """The relative targets of a page that surely are links, and what is no address at all.

    `visible` is the body with code blanked out. What Markdown readers may take for code or raw HTML is left out, and so
    is all that follows the first HTML block.
    """
    found: list[Target] = []
    text = readable(visible)
    used = Counter(_name(match[1]) for match in _LABEL.finditer(text))
    for start, end in paragraphs_of(text):
        for begin, target in (*_inline(text, start, end), *_defined(text, start, end, used)):
            if len(found) < MOST and target and "{{" not in target and not _leads_elsewhere(target):
                found.append(Target(page.span(begin, begin + len(target)), target))
    return tuple(found)


def _leads_elsewhere(target: str) -> bool:
    """Whether a target is an address outside of the handbook; `http://[` is none."""
    try:
        urlsplit(unescape(target))
    except ValueError:
        return False
    return bool(_ELSEWHERE.match(cleaned(target)))


def readable(visible: str) -> str:
    """What surely is Markdown of a body with its code blanked out: all before the first HTML block, no comments."""
    html = _HTML.search(visible)
    return without_comments(visible[: html.start()] if html else visible)


def without_comments(text: str) -> str:
    """The text with HTML comments blanked out; line breaks and length stay."""
    parts: list[str] = []
    done = 0
    while (start := text.find(_OPEN, done)) >= 0 and (end := text.find(_CLOSE, start)) >= 0:
        end += len(_CLOSE)
        parts += (text[done:start], re.sub(r"[^\n]", " ", text[start:end]))
        done = end
    return "".join((*parts, text[done:]))


def paragraphs_of(text: str) -> Iterator[tuple[int, int]]:
    """The stretches between blank lines that are surely no code: not indented, and without a lone backtick."""
    start, place = 0, 0
    for line in [*text.split("\n"), ""]:
        if not line.strip("> \t"):
            whole = text[start:place]
            if whole.strip() and "`" not in whole and not whole.startswith(("    ", "\t")):
                yield start, place
            start = place + len(line) + 1
        place += len(line) + 1


def _inline(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    opened = 0
    for match in _BRACKET.finditer(text, start, end):
        if escaped(text, match.start()):
            continue
        if match.group() == "[":
            opened += 1
        elif opened:
            opened -= 1
            inline = _INLINE.match(text, match.end(), min(end, match.end() + TARGET))
            if inline:
                group = 1 if inline[1] is not None else 2
                yield inline.start(group), inline[group]


def _defined(text: str, start: int, end: int, used: Counter[str]) -> Iterator[tuple[int, str]]:
    """The targets of link definitions that something on the page uses."""
    for match in _DEFINITION.finditer(text, start, end):
        if used[_name(match[1])] > 1:
            yield match.start(2), match[2]


def _name(label: str) -> str:
    return " ".join(label[:200].lower().split())
