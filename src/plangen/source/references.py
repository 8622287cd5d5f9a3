"""Inline references `{{ address key=value }}` of a narrative, and marks that were meant to be one."""

import re
from collections.abc import Iterator

from plangen.findings import Finding
from plangen.source.limits import FINDINGS, REFERENCE_CHARACTERS
from plangen.source.page import Page, escaped
from plangen.source.wording import (
    BAD_OPTION,
    FULL_WIDTH,
    INCLUDE,
    NOT_ADDRESS,
    TEMPLATE,
    UNCLOSED,
    Wording,
    bad_reference,
)
from plangen.values import record
from plangen.values.span import Span

_MARK = re.compile(
    r"(?P<open>\{\{|\{｛|｛\{)|(?P<full>｛｛|「「|^[ >]*(?:｀｀｀|···|～～～))"
    r"|(?P<template>\{%|｛%)|(?P<include>-{1,2}8<-{1,2})",
    re.MULTILINE,
)
_CLOSE = re.compile(r"[}｝]{2}")
_ADDRESS = re.compile(r"\w[\w\-./:@]*")
_OPTION = re.compile(r"""\s+(\w[\w-]*)\s*=\s*("[^"]*"|'[^']*'|[^\s"'=]+)""")
_FOLD = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    ord(full): plain for full, plain in zip("\u3000\xa0。、“”‘’", "  ./\"\"''", strict=True)
}


@record
class Reference:
    """One inline reference. `start` and `end` are offsets into the narrative's body, braces included.

    `text` is the address as written, with full-width forms folded; `at` is where the address stands.
    """

    span: Span
    start: int
    end: int
    text: str
    options: dict[str, str]
    at: Span


def fold(text: str) -> str:
    """Turn what a Chinese input method types inside a reference into the plain form; the length stays."""
    return text.translate(_FOLD)


def find_references(page: Page, visible: str) -> tuple[list[Reference], list[Finding]]:
    """References of a page and PG404 for what looks like one. `visible` is the body with code blanked out."""
    references: list[Reference] = []
    found: list[Finding] = []
    done = 0
    for match in _MARK.finditer(visible):
        if match.start() < done or escaped(visible, match.start()):
            continue
        if len(found) >= FINDINGS:
            break
        if match.lastgroup != "open":
            found.append(_lint(page, match))
            done = match.end()
            continue
        end = _end(visible, match.end())
        if end < 0:
            shown = visible[match.start() : match.start() + 80].partition("\n")[0]
            found.append(bad_reference(page.span(*match.span()), UNCLOSED, shown))
            continue
        done = end
        read = _read(page, match.start(), end)
        if isinstance(read, Reference):
            references.append(read)
        else:
            found.append(read)
    return references, found


def _lint(page: Page, match: re.Match[str]) -> Finding:
    wording: dict[str | None, Wording] = {"full": FULL_WIDTH, "template": TEMPLATE, "include": INCLUDE}
    start = match.start() + len(match.group()) - len(match.group().lstrip(" >"))
    return bad_reference(page.span(start, match.end()), wording[match.lastgroup], match.group().strip(" >"))


def _end(text: str, start: int) -> int:
    """Where the reference that opened before `start` ends, or -1: on the same line, before another one opens."""
    line_end = text.find("\n", start, start + REFERENCE_CHARACTERS)
    limit = line_end if line_end >= 0 else min(len(text), start + REFERENCE_CHARACTERS)
    close = _CLOSE.search(text, start, limit)
    if close is None or "{{" in text[start : close.start()]:
        return -1
    return close.end()


def _read(page: Page, start: int, end: int) -> Reference | Finding:
    inner = fold(page.body[start + 2 : end - 2])
    span = page.span(start, end)
    written = page.body[start:end]
    lead = len(inner) - len(inner.lstrip())
    address = _ADDRESS.match(inner, lead)
    rest = inner[address.end() :] if address else ""
    if address is None or (rest and not rest[0].isspace()):
        return bad_reference(span, NOT_ADDRESS, written)
    options = _options(rest.rstrip())
    if options is None:
        return bad_reference(span, BAD_OPTION, written)
    place = start + 2 + lead
    return Reference(span, start, end, address.group(), options, page.span(place, place + len(address.group())))


def _options(text: str) -> dict[str, str] | None:
    """The options of a reference, or None where the text is none or names one twice."""
    options: dict[str, str] = {}
    for name, value, end in _pairs(text):
        if name in options or end < 0:
            return None
        options[name] = value
    return options


def _pairs(text: str) -> Iterator[tuple[str, str, int]]:
    place = 0
    while place < len(text):
        match = _OPTION.match(text, place)
        if match is None:
            yield "", "", -1
            return
        place = match.end()
        yield match[1], match[2].strip("\"'") if match[2][0] in "\"'" else match[2], place
