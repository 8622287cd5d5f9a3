"""Ordinals: numbers that headings and paragraphs are begun with by hand, with their series and places."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plangen.source.narrative import Narrative
from plangen.source.prose import page_of
from plangen.values.span import Span

HAN = "一二三四五六七八九十"
_FORMS = {
    "一、": re.compile(rf"([{HAN}]{{1,3}})[、.．]"),
    "（一）": re.compile(rf"[（(]([{HAN}]{{1,3}})[)）]"),
    "第一": re.compile(rf"第([{HAN}]{{1,3}})(?:次|阶段|步|条|项|章|节|部分|点|，|,|、)"),
    "1、": re.compile(r"([0-9]{1,2})(?:[、，)）]|[,.．](?![0-9]))"),
    "（1）": re.compile(r"[（(]([0-9]{1,2})[)）]"),
    "①": re.compile("([①-⑳])"),
}
"""How each series is written, and what it is called."""
_HEADING = re.compile(r"(#{1,6})[ \t]+")
_ITEM = re.compile(r"[ \t]*(?:[-*+][ \t]+)?")
_COUNTED = re.compile(r"[ \t]*[0-9]{1,2}[.)][ \t]")
"""An item of a Markdown list: the page numbers it by itself."""


class Ordinal(NamedTuple):
    """One number at the beginning of a line: in which series, under which heading level (0: a paragraph), where.

    `rest` is the line behind it. `sure` is False where it may be words: 一、二线城市.
    """

    form: str
    level: int
    number: int
    text: str
    span: Span
    rest: str = ""
    sure: bool = True


class Unnumbered(NamedTuple):
    """A heading that begins with no number; it ends the series of what lies below it."""

    level: int


def find_ordinals(narrative: Narrative) -> Iterator[Ordinal | Unnumbered]:
    """The numbered headings and paragraphs of a narrative outside code, and its other headings, in order."""
    page, offset = page_of(narrative), 0
    for line in narrative.visible.split("\n"):
        heading = _HEADING.match(line)
        level = len(heading[1]) if heading else 0
        start = heading.end() if heading else 0 if _COUNTED.match(line) else _end(line)
        found = _ordinal(line, start, counted=not heading and _COUNTED.match(line) is not None)
        if found is not None:
            form, number, text, end = found
            sure = form != "一、" or line[end : end + 1] != HAN[number : number + 1] or number >= len(HAN)
            yield Ordinal(form, level, number, text, page.span(offset + start, offset + end), line[end:], sure)
        elif heading:
            yield Unnumbered(level)
        offset += len(line) + 1


def number_of(text: str) -> int:
    """The number that a text of digits, of Han numerals up to 99, or a circled digit means; 0 where it means none."""
    if text.isascii():
        return int(text)
    if "①" <= text <= "⑳":
        return ord(text) - ord("①") + 1
    tens, ten, ones = text.partition("十")
    if not ten:
        return HAN.index(text) + 1 if len(text) == 1 and text in HAN else 0
    if (tens and tens not in HAN[:9]) or (ones and ones not in HAN[:9]):
        return 0
    return (HAN.index(tens) + 1 if tens else 1) * 10 + (HAN.index(ones) + 1 if ones else 0)


def _end(line: str) -> int:
    found = _ITEM.match(line)
    return found.end() if found else 0


def _ordinal(line: str, start: int, *, counted: bool) -> tuple[str, int, str, int] | None:
    for form, pattern in _FORMS.items() if not counted else ():
        found = pattern.match(line, start)
        number = number_of(found[1]) if found else 0
        if found and number:
            return form, number, found.group(), found.end()
    return None
