"""Amounts in prose: numbers with units as planners write them, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from plangen.values import EXACT, Quantity, Refused, Unit, folded, read_quantity
from plangen.values.affixes import AFTER, BEFORE

_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,15})(?:\.[0-9]{1,6})?"
_SCALES = "万亿|[十百千]?[万亿]|个亿|[百千]"
_NAMES = "人民币|人次|个?百分点|个月|个?工作日|个(?!亿)|公斤|平米|平方米|[元%‰人名位家天次台张把辆件条套份场吨]"
_ALONE = r"(?=[^\u4e00-\u9fff]|$|的|左右|上下|[及或]?以[上下])"
"""What stands behind 1092万 where no unit does: 3万份 and 3万多 are no money."""
_BOUNDARY = r"(?<![A-Za-z0-9_.,/\-–~])(?<![0-9]:)"
_HALF, _TENTH = Decimal("0.5"), Decimal("0.1")
_BEFORE_IT = 8
"""How far before a number the words 约, 不少于 … are looked for, in code points."""


class Amount(NamedTuple):
    """A number with its unit in a text, from `start` to `end`, with the words that say how it is meant.

    `step` is what the last written digit counts, in base units; `rough` what the last one counts that is no zero at
    the end (100 of 1100). `digits` are the significant ones; `unit_text` is the unit as written (`万元`).
    """

    start: int
    end: int
    text: str
    quantity: Quantity
    step: Decimal
    rough: Decimal
    digits: int
    unit_text: str

    def rounded(self, *, roughly: bool) -> Quantity:
        """What the amount may stand for: its ends half a step further out, as the plan's value may have been rounded.

        `roughly` takes zeros at the end of a number with 约 for rounded ones too, up to a tenth of it.
        """
        low, high = self.quantity.low, self.quantity.high
        return replace(
            self.quantity,
            low=None if low is None else EXACT.subtract(low, self._room(low, roughly=roughly)),
            high=None if high is None else EXACT.add(high, self._room(high, roughly=roughly)),
        )

    def _room(self, end: Decimal, *, roughly: bool) -> Decimal:
        half = EXACT.multiply(self.step, _HALF)
        if not (roughly and self.quantity.about):
            return half
        return max(half, min(EXACT.multiply(self.rough, _HALF), EXACT.multiply(EXACT.abs(end), _TENTH)))


def find_amounts(text: str) -> Iterator[Amount]:
    """The amounts in a text, in order: digits only (no 三家), no ordinals, nothing that `read_quantity` refuses.

    Linear in the length of the text.
    """
    plain = folded(text.replace("，", ";"))  # folded it would be the comma of 1,092
    place = 0
    while found := _number().search(plain, place):
        written = _written(plain, found)
        place = written.end if written else found.end()
        amount = _read(plain, text, written) if written else None
        if amount is not None:
            yield amount


class _Written(NamedTuple):
    """A number or range as written: where it starts and ends, its numerals, the unit between them and the last one."""

    start: int
    end: int
    first: str
    middle: str
    last: str
    unit: str


def _written(plain: str, found: re.Match[str]) -> _Written | None:
    """The number and its unit, or the range that begins with it; None where no unit follows."""
    own = _unit().match(plain, found.end())
    place = own.end() if own else found.end()
    sign = _to().match(plain, place)
    other = _second().match(plain, sign.end()) if sign else None
    unit = _unit().match(plain, other.end()) if other else None
    if other and unit:
        middle = _plain_unit(own.group() if own else "")
        return _Written(found.start(), unit.end(), found.group(), middle, other.group(), _plain_unit(unit.group()))
    if own is None:
        return None
    return _Written(found.start(), own.end(), "", "", found.group(), _plain_unit(own.group()))


def _plain_unit(text: str) -> str:
    return text.replace(" ", "").replace("个亿", "亿")


def _read(plain: str, text: str, number: _Written) -> Amount | None:
    start, end = number.start, number.end
    before = plain[max(0, start - _BEFORE_IT) : start]
    if before.rstrip().endswith("第"):
        return None
    front = _front(before)
    start -= len(before) - before.rindex(front) if front else 0
    back = _back(plain[end : end + _BEFORE_IT].lstrip())
    end = plain.index(back, end) + len(back)
    digits = f"{number.first}{number.middle}–{number.last}" if number.first else number.last
    words = f"{front}{digits}{number.unit}{back}"
    try:
        quantity = read_quantity(words, kind="any")
        scale = Unit.parse(number.unit)[1]
    except Refused:
        return None
    step, rough, known = _precision(number.last)
    steps = (EXACT.multiply(step, scale), EXACT.multiply(rough, scale))
    return Amount(start, end, text[start:end].strip(), quantity, *steps, known, number.unit)


def _precision(number: str) -> tuple[Decimal, Decimal, int]:
    """What the last digit of a number counts, what the last one counts that is not 0, how many are significant."""
    whole, point, decimals = number.replace(",", "").partition(".")
    significant = (whole + decimals).lstrip("0")
    if point:
        step = Decimal(1).scaleb(-len(decimals))
        return step, step, len(significant)
    kept = significant.rstrip("0")
    return Decimal(1), Decimal(1).scaleb(len(significant) - len(kept)), len(kept)


@cache
def _number() -> re.Pattern[str]:
    return re.compile(_BOUNDARY + _NUMBER)


@cache
def _second() -> re.Pattern[str]:
    return re.compile(_NUMBER)


@cache
def _unit() -> re.Pattern[str]:
    per = "(?:/[人家月年天次台张把个店场])*"
    return re.compile(rf"\s?(?:(?:{_SCALES}){_ALONE}|(?:{_SCALES})?\s?(?:{_NAMES}){per})")


@cache
def _to() -> re.Pattern[str]:
    return re.compile(r"\s?[-–~至到]{1,2}\s?")


def _front(text: str) -> str:
    """The word before a number that says how it is meant, such as 约; empty where there is none."""
    plain = text.rstrip()
    return next((word for word in _words()[0] if plain.endswith(word)), "") if plain.endswith(_words()[0]) else ""


def _back(text: str) -> str:
    """The word behind a number that says how it is meant, such as 以上; empty where there is none."""
    return next((word for word in _words()[1] if text.startswith(word)), "") if text.startswith(_words()[1]) else ""


@cache
def _words() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words before and behind numbers, longest first; without those in ASCII: `> 13家` is a quote."""
    both = [
        {word for line in table.values() for word in line.split() if not word.isascii()} for table in (BEFORE, AFTER)
    ]
    before, behind = (tuple(sorted(words, key=lambda word: (-len(word), word))) for words in both)
    return before, behind
