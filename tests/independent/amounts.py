"""Amounts as people write them, read a second time: for authored leaves and for the numbers on pages."""

import re
from decimal import Decimal
from fractions import Fraction

Ends = tuple[Fraction | None, Fraction | None]
"""Low and high; None is open."""

SCALES = {"": 1, "千": 1000, "万": 10_000, "百万": 1_000_000, "亿": 100_000_000}
_SCALE = re.compile(r"(百万|千|万|亿)?(.*)")
_NUMBER = r"[-−]?[0-9][0-9,]*(?:\.[0-9]+)?"
_AMOUNT = re.compile(
    rf"(约|近)?\s*(≥|≤|>|<|至少|大于|不超过)?\s*({_NUMBER})\s*(?:[–~至]\s*({_NUMBER}))?\s*([^0-9,，]*?)"
    rf"(?:/([1-9][0-9]*)([^0-9,，/]+))?(以内)?"
)
"""At last what the amount is for each of several: 次/2周, a half a week."""


def exact(text: str) -> Fraction:
    """A numeral with thousands separators."""
    return Fraction(Decimal(text.replace(",", "").replace("−", "-")))


def scale_of(unit: str) -> Fraction:
    """What one of a unit is in base units: 万元 is 10,000, % a hundredth."""
    if unit.startswith(("%", "个百分点")):
        return Fraction(1, 100)
    if unit.startswith("‰"):
        return Fraction(1, 1000)
    found = _SCALE.match(unit)
    return Fraction(SCALES[found[1] or ""]) if found else Fraction(1)


def read(text: str) -> Ends | None:
    """The ends of an amount in base units; None where the text is none."""
    found = _AMOUNT.fullmatch(text.strip())
    if found is None:
        return None
    _, bound, first, last, unit, several, _, within = found.groups()
    scale = scale_of(unit.strip()) / int(several or 1)
    low, high = exact(first) * scale, exact(last or first) * scale
    if bound in ("≥", ">", "至少", "大于"):
        return low, None
    return (None, high) if within or bound in ("≤", "<", "不超过") else (low, high)
