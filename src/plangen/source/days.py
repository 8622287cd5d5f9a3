"""Days in prose: `5 月 12 日`, `2025-05-12`, `5 月 12–14 日`, each with its place."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from plangen.values import folded

_DAY = (
    r"(?<![A-Za-z0-9_.,/\-])(?:(?P<year>[12][0-9]{3})\s?[-年]\s?)?(?P<month>[0-9]{1,2})\s?(?P<dash>[-月])\s?"
    r"(?P<day>[0-9]{1,2})\s?(?P<sign>[日号])?"
)
_TO = r"\s?[-–~至到]{1,2}\s?(?:(?P<month2>[0-9]{1,2})\s?月\s?)?(?P<day2>[0-9]{1,2})\s?[日号]"


class Days(NamedTuple):
    """A day, or the first and last day of a stretch, in a text from `start` to `end`; `has_year`: it is written."""

    start: int
    end: int
    text: str
    first: date
    last: date
    has_year: bool


def find_days(text: str, year: int) -> Iterator[Days]:
    """The days in a text, in order; those without a year are of `year`. A day that no calendar has is none."""
    plain = folded(text.replace("，", ";"))
    if not ("日" in plain or "号" in plain or ("-" in plain and f"{year // 100}" in plain)):
        return  # spares most lines the pattern, and most runs its making
    for found in _pattern().finditer(plain):
        written = int(found["year"]) if found["year"] else year
        is_iso = found["dash"] == "-" and found["year"]
        if not (is_iso or (found["dash"] == "月" and (found["sign"] or found["day2"]))):
            continue
        try:
            first = date(written, int(found["month"]), int(found["day"]))
            last = date(written, int(found["month2"] or first.month), int(found["day2"] or first.day))
        except ValueError:
            continue
        if first <= last:
            yield Days(*found.span(), text[found.start() : found.end()], first, last, bool(found["year"]))


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(f"{_DAY}(?:{_TO})?(?![0-9])")
