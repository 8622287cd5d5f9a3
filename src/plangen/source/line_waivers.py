"""Waivers in a narrative: comments `<!-- plangen: CODE reason -->` that accept a finding on one line."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plangen.source.narrative import Narrative
from plangen.source.prose import page_of
from plangen.values.span import Span

_WAIVER = re.compile(r"<!--[ \t]*plangen[ \t]*[:：]([^\n]{0,400}?)-->")
_CODE = re.compile(r"[ \t,，、]*([A-Z]{2,3}[0-9]{3})(?![0-9A-Za-z])")
_FAR = 20
"""How many lines on the line that a waiver speaks of is looked for."""
_MARKS = " \t:：,，;；—–-。"


class LineWaiver(NamedTuple):
    """One such comment: the codes that it names, the reason, and the line of the file that it speaks of."""

    span: Span
    line: int
    codes: tuple[str, ...]
    reason: str


def find_line_waivers(narrative: Narrative) -> Iterator[LineWaiver]:
    """The waivers of a narrative, outside code, in order.

    One that stands alone on its line speaks of the next line that is not empty and no such comment.
    """
    if "<!--" not in narrative.visible:
        return
    page = page_of(narrative)
    for found in _WAIVER.finditer(narrative.visible):
        number = page.line_at(found.start())
        if not _rest(page.lines[number]):
            number = _next(page.lines, number)
        text, codes, place = found[1], [], 0
        while code := _CODE.match(text, place):
            codes.append(code[1])
            place = code.end()
        yield LineWaiver(page.span(*found.span()), number + page.first_line, tuple(codes), text[place:].strip(_MARKS))


def _rest(line: str) -> str:
    """What a line says beside waivers and marks of quotes."""
    return _WAIVER.sub("", line).strip(" \t>")


def _next(lines: list[str], number: int) -> int:
    near = range(number + 1, min(len(lines), number + _FAR))
    return next((each for each in near if _rest(lines[each])), number)
