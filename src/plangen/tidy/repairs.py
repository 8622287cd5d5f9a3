"""Repairs: for a finding's code the one repair that is certain, where there is one. Nothing is ever guessed."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from functools import cache
from re import compile as pattern
from re import split
from unicodedata import normalize

from plangen.findings import Finding
from plangen.model import Entry
from plangen.source import Draft, Splice
from plangen.source.hints import GLUED
from plangen.values import Period, Refused, Span
from plangen.values.numeral import folded

Desk = Mapping[str, Draft]
"""The texts of a handbook's files by their paths."""
Repair = Callable[[Finding, Desk], Iterator[Splice]]
"""What mends a finding, as splices into the file in which it was found; nothing where that is not certain."""

_QUOTES = ("'", '"')
_DAY = pattern(r"([0-9]{4})(?:\s*年\s*([0-9]{1,2})\s*月\s*([0-9]{1,2})\s*[日号]|([/.])([0-9]{1,2})\4([0-9]{1,2}))")
_NAME = r"FY|H[12]|Q[1-4]|M[0-9]{1,2}|[0-9]{1,2}\s*月"
_PERIOD = pattern(rf"({_NAME})(?:\s*(?:\.\.|-|–|~|至|到)\s*({_NAME}))?")
_BEHIND = pattern(r"(?:^\s*(?:-\s+)*|[{,，]\s*)([A-Za-z][A-Za-z0-9_-]*)$")
"""What ends with an English word where a key may stand."""
_AHEAD = pattern(r"\s*([A-Za-z][A-Za-z0-9_-]*)\s*[:：]")
_VALUE = pattern(r"""[^\W_]|[≥≤<>=＝¥￥{\[+-]|"[^"]*"|'[^']*'""")
"""What a value may begin with."""
_ZERO_WIDTH = "\u200b\u2060\ufeff"
"""Characters without width that join and turn nothing: taking them out leaves what everybody sees."""


def day(finding: Finding, desk: Desk) -> Iterator[Splice]:
    """`2026/5/8`, `2026.5.8` and `2026年5月8日` name the year first, so that they are one day."""
    found = _DAY.fullmatch(folded(_inside(finding, desk)).strip())
    if found:
        year, month, number = (int(part) for part in found.groups() if part and part.isdigit())
        with suppress(ValueError):
            yield _replaced(finding, desk, date(year, month, number).isoformat())


def period(finding: Finding, desk: Desk) -> Iterator[Splice]:
    """`q1`, `Ｑ１`, `M6`, `6月`, `Q1-Q3`: names of periods in another form."""
    found = _PERIOD.fullmatch(folded(_inside(finding, desk)).strip().upper())
    if found:
        text = "..".join(_padded(part) for part in found.groups() if part)
        with suppress(Refused):
            Period.parse(text)
            yield _replaced(finding, desk, text)


def choice(finding: Finding, desk: Desk) -> Iterator[Splice]:
    """A word of the list in capitals, in full width, or with `_` for `-`."""
    known = split(", | or ", str(finding.args["expected"]))
    yield from _known(finding, desk, known)


def key(finding: Finding, desk: Desk) -> Iterator[Splice]:
    """A key that is known, in capitals, in full width, or with `-` for `_`."""
    yield from _known(finding, desk, str(finding.args["known"]).split(", "))


def formula_name(finding: Finding, desk: Desk) -> Iterator[Splice]:
    """A name in full-width letters: no id has them."""
    written, span = str(finding.args["text"]), finding.span
    whole = Span.at(span.file, span.line, span.column, len(written))
    if desk[span.file].at(whole) == written:
        yield Splice(whole, str(finding.args["plain"]))


def syntax(finding: Finding, desk: Desk) -> Iterator[Splice]:
    """A full-width colon behind a key; a full-width comma before one."""
    before, _, after = _line(finding, desk)
    character = str(finding.args["character"])
    space = "" if not after.strip() or after[0] == " " else " "
    ahead = _AHEAD.match(after)
    comma = character == "，" and ahead is not None and _is_key(ahead[1], desk)
    if comma or (character == "：" and _ends_with_key(before, desk)):
        yield Splice(finding.span, f"{finding.args['plain']}{space}")


def glued(finding: Finding, desk: Desk) -> Iterator[Splice]:
    """`target:100` behind a key: the space that is missing."""
    before, here, after = _line(finding, desk)
    if finding.args["what_en"] == GLUED.what_en and here == ":" and _ends_with_key(before, desk):
        yield from [Splice(finding.span, ": ")] if _VALUE.match(after) else []


def hidden(finding: Finding, desk: Desk) -> Iterator[Splice]:
    """Characters that nobody sees and that change nothing that is seen."""
    for span in (finding.span, *(place for place, _ in finding.related)):
        if desk[span.file].at(span) in tuple(_ZERO_WIDTH):
            yield Splice(span, "")


def identifier(finding: Finding, desk: Desk) -> Iterator[Splice]:
    """An id in full-width letters that nothing else names, in the plain form that nothing else has."""
    text, plain = str(finding.args["text"]), str(finding.args["plain"])
    alone = sum(draft.text.count(text) for draft in desk.values()) == 1
    taken = pattern(rf"(?<![\w-]){plain}\s*:").search(desk[finding.span.file].text)
    if plain and alone and not taken and normalize("NFKC", text) == plain and _inside(finding, desk) == text:
        yield _replaced(finding, desk, plain)


REPAIRS: Mapping[str, Repair] = {
    "PG106": hidden,
    "PG109": syntax,
    "PG112": key,
    "PG113": hidden,
    "PG114": glued,
    "PG208": day,
    "PG217": identifier,
    "PG220": choice,
    "PG229": period,
    "PG305": formula_name,
}
"""For each code what mends it. A code that is not here has several ways out, and a person chooses."""


def _line(finding: Finding, desk: Desk) -> tuple[str, str, str]:
    """What stands before a finding in its line, at it, and behind it in its line."""
    draft = desk[finding.span.file]
    start, end = draft.stretch(finding.span)
    before, after = draft.text[:start].rpartition("\n")[2], draft.text[end:].partition("\n")[0]
    return before, draft.text[start:end], after.removesuffix("\r")


def _ends_with_key(before: str, desk: Desk) -> bool:
    """Whether a line up to some place ends with a key: a known one, or any word at the very beginning of the line."""
    behind = _BEHIND.search(before)
    return behind is not None and (behind[1] == before or _is_key(behind[1], desk))


def _is_key(word: str, desk: Desk) -> bool:
    """Whether an English word is a key for certain: a field's name, or a key elsewhere in the handbook."""
    if word in _fields():
        return True
    key = pattern(rf"(?:^|[\s{{,\ufeff]){word}:(?=\s)")
    return any(key.search(draft.text) for draft in desk.values())


@cache
def _fields() -> frozenset[str]:
    """The names of all fields that any file may have."""
    kinds: list[type[Entry]] = [Entry]
    for kind in kinds:
        kinds += kind.__subclasses__()  # the list grows while it is walked
    return frozenset(name for kind in kinds for name in kind.model_fields)


def _inside(finding: Finding, desk: Desk) -> str:
    """What stands at a finding, without its quotes; nothing where it is written with escapes."""
    raw = desk[finding.span.file].at(finding.span)
    return "" if "\\" in raw else raw[1:-1] if raw[:1] in _QUOTES else raw


def _replaced(finding: Finding, desk: Desk, text: str) -> Splice:
    raw = desk[finding.span.file].at(finding.span)
    quote = raw[:1] if raw[:1] in _QUOTES else ""
    return Splice(finding.span, f"{quote}{text}{quote}")


def _known(finding: Finding, desk: Desk, known: list[str]) -> Iterator[Splice]:
    written = _plain_word(_inside(finding, desk))
    like = [word for word in known if word and _plain_word(word) == written]
    if len(like) == 1:
        yield _replaced(finding, desk, like[0])


def _plain_word(text: str) -> str:
    return normalize("NFKC", text).strip().casefold().replace("_", "-")


def _padded(name: str) -> str:
    number = name.rstrip("月").strip().removeprefix("M")
    return f"M{number:0>2}" if number.isdigit() and (name[0] == "M" or name.endswith("月")) else name
