"""Announcements: counts that a text announces before a list, and how many the list has."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plangen.source.narrative import Narrative
from plangen.source.ordinals import HAN, number_of
from plangen.source.prose import page_of
from plangen.values.span import Span

_ZH = re.compile(
    rf"(?<![第{HAN}0-9.约近超])(?P<count>[{HAN}两]{{1,3}}|[0-9]{{1,2}})\s*"
    r"(?:个|条|项|点|种|类|步|大|方面|件)(?P<what>[^。！？；:：，,\n]{0,24})[:：]\s*$"
)
_WORDS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_EN = re.compile(
    rf"(?<![\w.])(?P<count>{'|'.join(_WORDS)}|[0-9]{{1,2}}) (?P<what>[a-z][\w -]{{0,40}}):\s*$", re.IGNORECASE
)
_BULLET = re.compile(r"([ \t]*)(?:[-*+]|[0-9]{1,2}[.)])[ \t]+\S")
_AT_LEAST = re.compile(r"(?:至少|不少于|以上|多于|超过|at least|more than)\s*$", re.IGNORECASE)


class Announcement(NamedTuple):
    """A count in front of a list: what was announced, and how many items follow."""

    text: str
    announced: int
    found: int
    span: Span


def find_announcements(narrative: Narrative) -> Iterator[Announcement]:
    """Every line that ends in a count and a colon without another clause between them, where a list follows it."""
    lines, offset, page = narrative.visible.split("\n"), 0, page_of(narrative)
    for place, line in enumerate(lines):
        announced = _announced(line)
        items = _items(lines[place + 1 :]) if announced else 0
        if announced and items:
            count, start, end = announced
            text = line[start:end].rstrip(" :：")
            yield Announcement(text, count, items, page.span(offset + start, offset + end))
        offset += len(line) + 1


def _announced(line: str) -> tuple[int, int, int] | None:
    """The count at the end of a line, and where it stands with the words up to the colon."""
    found = _ZH.search(line) or _EN.search(line)
    if found is None or _AT_LEAST.search(line, 0, found.start()):
        return None
    count = _count(found["count"].lower())
    return (count, found.start(), found.end("what")) if count > 1 else None


def _count(text: str) -> int:
    if text in _WORDS:
        return _WORDS.index(text) + 2
    return 2 if text == "两" else number_of(text) if "两" not in text else 0


def _items(lines: list[str]) -> int:
    """How many items the list has that begins here, those inside others left out; 0 without a list."""
    count, indent, blank = 0, 0, 0
    for line in lines:
        found = _BULLET.match(line)
        if found is not None and not count:
            indent = len(found[1])
        if found is not None and len(found[1]) <= indent:
            count += 1
        elif not line.strip():
            blank += 1
            continue
        elif not count or (blank and not line.startswith((" ", "\t"))) or line.startswith("#"):
            break
        blank = 0
    return count
