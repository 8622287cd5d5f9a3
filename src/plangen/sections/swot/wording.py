"""The words of quadrants, and small numbers in words."""

from plangen.compute import YearScope
from plangen.values import is_chinese

HAN = "零一二三四五六七八九"
NAMES = {
    "strengths": ("优势", "Strengths"),
    "weaknesses": ("劣势", "Weaknesses"),
    "opportunities": ("机会", "Opportunities"),
    "threats": ("威胁", "Threats"),
}


def quadrant(name: str, scope: YearScope) -> str:
    """What a quadrant is called."""
    return scope.word(*NAMES[name])


def count(number: int, scope: YearScope) -> str:
    """A number before a Chinese measure word: 一, 两, 三 … 九十九, then digits; digits in English."""
    if not is_chinese(scope.language) or number > 99:
        return str(number)
    if number < 10:
        return scope.word("两", "two") if number == 2 else HAN[number]
    tens, ones = divmod(number, 10)
    return f"{HAN[tens] if tens > 1 else ''}十{HAN[ones] if ones else ''}"
