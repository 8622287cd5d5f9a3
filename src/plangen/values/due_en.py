"""Due in English: by the 5th of each month, every Friday, every two weeks on Monday, month end, twice a week."""

from dataclasses import replace
from re import Match
from re import compile as pattern

from plangen.values.recurrence import LAST, Recurrence, Spot

_NUMBERS = {"other": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": LAST}
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_MONTHS = [
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
]  # fmt: skip
_DAY_NAMES = "(?:" + "|".join(_WEEKDAYS) + ")s?"
_MONTH_NAMES = "(?:" + "|".join(f"{name[:3]}(?:{name[3:]})?" for name in _MONTHS) + ")"
_COUNT = rf"({'|'.join(_NUMBERS)}|[0-9]{{1,3}})"
_EVENT = pattern(r"(?:after|before|when|whenever|upon|each time|every time|at each|with each) [a-z].+")
_TIMES = rf"(?:(twice)|{_COUNT} times)"
_OFTEN = pattern(rf"{_TIMES} (?:every|each|a|per) (working day|workday|day|week|month|quarter|half-year|year)")
_FILLER = pattern(r"\b(?:by|before|on|at least|once|no later than|the|in)\b|(?<=[0-9])(?:st|nd|rd|th)\b|[,.]")
_EACH = r"(?:every|each|a|per|of)"
_DAILY = pattern(rf"daily|{_EACH} day|every {_COUNT} days?|({_EACH} (?:working day|workday|weekday))")
_WEEKLY = pattern(
    rf"(?:weekly|fortnightly|{_EACH} week|every {_COUNT} weeks?|(?:every|each)(?: {_COUNT})?(?= {_DAY_NAMES}))?"
    rf" ?({_DAY_NAMES}(?: and {_DAY_NAMES})*)?( of (?:following|next) week)?"
)
_SPOT = rf"(?:[0-9]{{1,2}}|last day|end|(?:{'|'.join(_ORDINALS)}|[0-9]) (?:working day|{_DAY_NAMES}))"
_SPOTS = rf"({_SPOT}(?: and {_SPOT})*)"
_MONTH_FIRST = pattern(rf"(?:monthly|{_EACH} month|every {_COUNT} months?) ?{_SPOTS}?")
_MONTH_LAST = pattern(rf"{_SPOTS} (?:of )?(?:(?:every|each|a) )?((?:following|next) )?month")
_MONTH_END = pattern(r"month[ -]end")
_QUARTERLY = pattern(r"quarterly|(?:every|each) quarter|quarter[ -]end|(?:last day|end) of (?:(?:every|each) )?quarter")
_HALF_YEARLY = pattern(r"half-yearly|(?:every|each) half-year|end of (?:(?:every|each) )?half-year")
_YEAR_END = pattern(r"yearly|annually|(?:every|each) year|year[ -]end|(?:last day|end) of (?:(?:every|each) )?year")
_YEARLY = pattern(
    rf"(?:(?:yearly|annually|(?:every|each) year) )?(?:(?:([0-9]{{1,2}}|end)(?: of)? )?({_MONTH_NAMES})"
    rf"(?: ([0-9]{{1,2}}))?)(?: (?:of )?(?:every|each) year)?"
)


def read(text: str) -> Recurrence | None:
    """The recurrence that a text names; None where it names none."""
    plain = " ".join(_FILLER.sub(" ", text).split())
    often = _OFTEN.fullmatch(plain)
    if often:
        return _several(*often.groups())
    fixed = (
        (_MONTH_END, Recurrence("month", spots=(Spot(),))),
        (_QUARTERLY, Recurrence("quarter", spots=(Spot(month=3),))),
        (_HALF_YEARLY, Recurrence("half", spots=(Spot(month=6),))),
        (_YEAR_END, Recurrence("year", spots=(Spot(month=12),))),
    )
    for form, rule in fixed:
        if form.fullmatch(plain):
            return replace(rule, loose="end" not in plain and "last" not in plain)
    readers = (
        (_DAILY, _daily), (_WEEKLY, _weekly), (_MONTH_FIRST, _month_first), (_MONTH_LAST, _month_last),
        (_YEARLY, _yearly),
    )  # fmt: skip
    for written, reader in readers:
        found = written.fullmatch(plain) if plain else None
        if found:
            return reader(found)
    return Recurrence("event") if _EVENT.fullmatch(text) else None


def _several(twice: str | None, number: str | None, cycle: str) -> Recurrence | None:
    """What comes several times in a cycle, on days that are not named."""
    rule, times = read(f"every {cycle}"), 2 if twice else _number(number)
    return replace(rule, times=times) if rule and times else None


def _number(text: str | None) -> int:
    return 1 if not text else _NUMBERS.get(text) or int(text)


def _daily(found: Match[str]) -> Recurrence | None:
    every = _number(found[1])
    return Recurrence("day", every, working=bool(found[2])) if every else None


def _weekly(found: Match[str]) -> Recurrence | None:
    every = 2 if found[0].startswith("fortnightly") else _number(found[1] or found[2])
    names = found[3].split(" and ") if found[3] else ["sunday"]
    days = sorted({_WEEKDAYS.index(name.removesuffix("s")) for name in names})
    return Recurrence("week", every, tuple(days), later=1 if found[4] else 0, loose=not found[3]) if every else None


def _month_first(found: Match[str]) -> Recurrence | None:
    rule = _monthly(found[2] or "end", _number(found[1]), 0)
    return replace(rule, loose=not found[2]) if rule else None


def _month_last(found: Match[str]) -> Recurrence | None:
    return _monthly(found[1], 1, 1 if found[2] else 0)


def _monthly(text: str, every: int, later: int) -> Recurrence | None:
    spots = [_spot(part) for part in text.split(" and ")]
    known = tuple(spot for spot in spots if spot is not None)
    return Recurrence("month", every, spots=known, later=later) if every and len(known) == len(spots) else None


def _spot(text: str, month: int = 1) -> Spot | None:
    if text in ("last day", "end"):
        return Spot(month=month)
    word, _, name = text.partition(" ")
    nth = _ORDINALS.get(word) or int(word)
    if not name:
        return Spot(nth, month) if 1 <= nth <= 31 else None
    if name == "working day":
        return Spot(nth, month, "working") if nth <= 23 and nth else None
    return Spot(nth, month, _WEEKDAYS.index(name.removesuffix("s"))) if nth <= 5 and nth else None


def _yearly(found: Match[str]) -> Recurrence | None:
    before, name, behind = found.groups()
    if before and behind:
        return None
    month = next(number for number, full in enumerate(_MONTHS, 1) if full.startswith(name[:3]))
    spot = _spot(before or behind or "end", month)
    return Recurrence("year", spots=(spot,)) if spot else None
