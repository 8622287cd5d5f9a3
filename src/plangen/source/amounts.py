"""Amounts in prose: numbers with units as planners write them, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from plangen.values import EXACT, Quantity, Refused, Unit, folded, read_quantity
from plangen.values.affixes import AFTER, BEFORE

_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,15})(?:\.[0-9]{1,6})?"
_SCALES = "万亿|[十百千]?[万亿]|个亿|[百千]"
_NAMES = (
    "人民币|元|%|‰|个?百分点|人次|人|名|位|家|个月|个工作日|工作日|个(?!亿)|天|次|台|张|把|辆|件|条|套|份|场|吨|公斤|"
    "平米|平方米"
)
_ALONE = r"(?=[^\u4e00-\u9fff]|$|的|左右|上下|[及或]?以[上下])"
"""What stands behind 1092万 where no unit does: 3万份 and 3万多 are no money."""
_BOUNDARY = r"(?<![A-Za-z0-9_.,:/\-–~])"
_BEFORE_IT = 8
"""How far before a number the words 约, 不少于 … are looked for, in code points."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit in a text, from `start` to `end`, with the words that say how it is meant.

    `step` is what the last written digit counts, in base units; of 约 1100 that is 100. `digits` are the significant
    ones; `unit_text` is the unit as written (`万元`).
    """

    start: int
    end: int
    text: str
    quantity: Quantity
    step: Decimal
    digits: int
    unit_text: str

    def rounded(self) -> Quantity:
        """What the amount may stand for: its ends half a step further out. For a model's value that was rounded."""
        half = EXACT.multiply(self.step, Decimal("0.5"))
        low, high = self.quantity.low, self.quantity.high
        return replace(
            self.quantity,
            low=None if low is None else EXACT.subtract(low, half),
            high=None if high is None else EXACT.add(high, half),
        )


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


@dataclass(frozen=True, slots=True)
class _Written:
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
    front = _front().search(before)
    start -= len(front.group()) if front else 0
    back = _back().match(plain, end)
    end = back.end() if back else end
    digits = f"{number.first}{number.middle}–{number.last}" if number.first else number.last
    words = f"{front.group() if front else ''}{digits}{number.unit}{back.group() if back else ''}"
    try:
        quantity = read_quantity(words, kind="any")
        scale = Unit.parse(number.unit)[1]
    except Refused:
        return None
    step, known = _precision(number.last, about=quantity.about)
    return Amount(start, end, text[start:end].strip(), quantity, EXACT.multiply(step, scale), known, number.unit)


def _precision(number: str, *, about: bool) -> tuple[Decimal, int]:
    """What the last digit of a number counts, and its significant digits. With 约, zeros at the end fill."""
    plain = number.replace(",", "")
    whole, point, decimals = plain.partition(".")
    significant = (whole + decimals).lstrip("0")
    if point:
        return Decimal(1).scaleb(-len(decimals)), len(significant)
    kept = significant.rstrip("0")
    return Decimal(1).scaleb(len(significant) - len(kept) if about else 0), len(kept)


@cache
def _number() -> re.Pattern[str]:
    return re.compile(_BOUNDARY + _NUMBER)


@cache
def _second() -> re.Pattern[str]:
    return re.compile(_NUMBER)


@cache
def _unit() -> re.Pattern[str]:
    per = "(?:/(?:人|家|月|年|天|次|台|张|把|个|店|场))*"
    return re.compile(rf"\s?(?:(?:{_SCALES})(?:{_ALONE}|\s?(?:{_NAMES}){per})|(?:{_NAMES}){per})")


@cache
def _to() -> re.Pattern[str]:
    return re.compile(r"\s?[-–~至到]{1,2}\s?")


@cache
def _front() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words(BEFORE)})\s?$")


@cache
def _back() -> re.Pattern[str]:
    return re.compile(rf"\s?(?:{_words(AFTER)})")


def _words(table: dict[str, str]) -> str:
    every = {word for line in table.values() for word in line.split() if not word.isascii()}  # `> 13家` is a quote
    return "|".join(re.escape(word) for word in sorted(every, key=len, reverse=True))
