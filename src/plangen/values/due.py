"""Due: how planners write when something comes again, in Chinese and in English, read as a recurrence."""

from datetime import date
from functools import lru_cache
from re import compile as pattern

from plangen.values import due_en, due_zh
from plangen.values.numeral import folded
from plangen.values.reading import is_unset
from plangen.values.recurrence import Recurrence
from plangen.values.words import simplified

_ONCE = pattern(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:之?前)?")
LONGEST = 60
"""A text of more signs names no date."""


@lru_cache(maxsize=4096)
def read_due(text: str) -> Recurrence | None:
    """The recurrence that a text names; None where it names none."""
    plain = simplified(folded(text)).strip().lower()
    if len(plain) > LONGEST or is_unset(plain):
        return None
    once = _ONCE.fullmatch(plain)
    if once:
        return _once(*map(int, once.groups()))
    return due_zh.read(plain) if any(letter > "\u2e80" for letter in plain) else due_en.read(plain)


def _once(year: int, month: int, day: int) -> Recurrence | None:
    try:
        return Recurrence("once", on=date(year, month, day))
    except ValueError:
        return None
