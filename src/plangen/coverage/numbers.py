"""Numbers as texts hold them, in every unit that a planner may have put them into."""

import re
from collections.abc import Iterator
from decimal import Decimal

from plangen.values import folded

_WHOLE = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,30})(?:\.[0-9]{1,30})?"
_HAN = "[零〇一二两三四五六七八九十]{1,3}|半"
_MEASURED = "个家人名次天周月年季成倍折条步类种级期轮台张份场区元分店小位段层项款套点日百千万亿"
_NUMBER = re.compile(
    rf"(?<![A-Za-z0-9_.])(?:(?P<plain>{_WHOLE})|(?P<han>{_HAN})(?=\s?[{_MEASURED}])|第(?P<nth>{_HAN}))"
    r"\s?(?:个(?=[亿百成小月季]))?(?P<scale>百万|千万|[百千]?亿|[百千万])?\s?"
    r"(?P<unit>%|‰|成|折|百分点|pp|年|个?季度?|个?月|周|星期|天|日|小时|分钟)?"
)
_NAME = re.compile("(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9_-]*")
_SCALES = {"百": 2, "千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8, "百亿": 10, "千亿": 11}
_FACTORS: dict[str, tuple[tuple[int, int], ...]] = {
    "%": ((1, 100),),
    "百分点": ((1, 100),),
    "pp": ((1, 100),),
    "‰": ((1, 1000),),
    "成": ((1, 10), (10, 1)),
    "折": ((1, 10), (10, 1)),
    "年": ((12, 1),),
    "季": ((3, 1),),
    "季度": ((3, 1),),
    "月": ((1, 12),),
    "周": ((7, 1),),
    "星期": ((7, 1),),
    "天": ((1, 7),),
    "日": ((1, 7),),
    "小时": ((60, 1),),
    "分钟": ((1, 60),),
}
"""What else a number with a unit is: 2周 are 14 days too, 20% is 0.2, 八折 are 80%."""
_DIGITS = {letter: number for number, letter in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_LARGE = (Decimal(10_000), Decimal(100_000_000))
"""8000万元 are 0.8亿元 and 80000000元."""


def numbers_in(text: str) -> frozenset[Decimal]:
    """Every number that a text holds: as written, and converted by what stands behind it.

    What is glued to a letter (`Q3`, `D1-2`) is a name. `三` counts before a measure word and behind 第 only.
    """
    plain = _NAME.sub(" ", folded(text))
    return frozenset(value for found in _NUMBER.finditer(plain) for value in _values(found))


def holds(number: str, held: frozenset[Decimal]) -> bool:
    """Whether one of the numbers is a number that the register names: `8000`, `5%`. What is no number is held."""
    found = _NUMBER.search(folded(number))
    if found is None or not found["plain"]:
        return True
    wanted = Decimal(found["plain"].replace(",", "")).scaleb(_SCALES.get(found["scale"] or "", 0))
    unit = found["unit"] or ""
    return (wanted / (1000 if unit == "‰" else 100) if unit in ("%", "‰") else wanted) in held


def _values(found: re.Match[str]) -> Iterator[Decimal]:
    written = found["plain"]
    number = Decimal(written.replace(",", "")) if written else _han(found["han"] or found["nth"])
    yield number
    unit = (found["unit"] or "").removeprefix("个")
    for times, parts in _FACTORS.get(unit, ()):
        yield number * times / parts
    base = number.scaleb(_SCALES.get(found["scale"] or "", 0))
    yield base
    for large in _LARGE:
        yield base / large


def _han(text: str) -> Decimal:
    if text == "半":
        return Decimal("0.5")
    tens, mark, ones = text.rpartition("十")
    if not mark:
        return Decimal(int("".join(str(_DIGITS[letter]) for letter in text)))
    return Decimal(10 * _DIGITS.get(tens or "一", 1) + _DIGITS.get(ones or "零", 0))
