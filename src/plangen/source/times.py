"""Times that prose speaks of: years and parts of the plan year."""

import re
from functools import cache

from plangen.values import Period, folded

_HAN = {letter: number for number, letter in enumerate("一二三四五六七八九十", 1)} | {"十一": 11, "十二": 12}
_YEARS = (
    r"(?P<before>[上去]一?年|同期)|(?P<this>今年|本年)|(?P<other>前年|往年|历年|[明来次翌]年|下一?年)|"
    r"(?<![0-9.])(?P<number>[12][0-9]{3})\s?年"
)
_PERIODS = (
    r"(?P<range>[0-9一二三四五六七八九十]\s?[-–~至到和]\s?)?(?:第?\s?(?P<quarter>[一二三四1-4])\s?季度?|Q(?P<q>[1-4])|"
    r"(?P<half>[上下])半年|(?<![0-9])(?P<month>[0-9]{1,2}|十[一二]?|[一二三四五六七八九])\s?月(?!\s?[0-9]{1,2}))"
    r"|(?P<vague>累计|[当首本次头][月季期]|前[0-9一二两三四五六七八九十]+个?[月季]|[旺淡]季|节[前后]|半个月|[月季]末|月底|[年月季]初)"
)


def years_said(text: str, year: int) -> frozenset[int] | None:
    """The years that a text of the plan year `year` names; None where it names one that nobody can tell."""
    found: set[int] = set()
    for match in _years().finditer(folded(text)):
        if match["other"]:
            return None
        number = int(match["number"]) if match["number"] else year - 1 if match["before"] else year
        found.add(number)
    return frozenset(found)


def periods_said(text: str) -> frozenset[Period] | None:
    """The months, quarters and halves that a text names; None where it names a time that is not one of these."""
    found: set[Period] = set()
    for match in _periods().finditer(folded(text)):
        period = _period(match)
        if period is None:
            return None
        found.add(period)
    return frozenset(found)


def period_pattern() -> str:
    """The pattern of a word that names a part of the year, for what reads around it."""
    return r"第?\s?[一二三四1-4]\s?季度?|Q[1-4]|[上下]半年|(?:[0-9]{1,2}|十[一二]?|[一二三四五六七八九])\s?月份?"


def _period(match: re.Match[str]) -> Period | None:
    if match["vague"] or match["range"]:
        return None
    if match["half"]:
        return Period.parse("H1" if match["half"] == "上" else "H2")
    quarter = match["quarter"] or match["q"]
    number = _number(quarter or match["month"])
    if quarter:
        return Period.parse(f"Q{number}")
    return Period(number, number) if 1 <= number <= 12 else None


def _number(text: str) -> int:
    return int(text) if text.isascii() else _HAN[text]


@cache
def _years() -> re.Pattern[str]:
    return re.compile(_YEARS)


@cache
def _periods() -> re.Pattern[str]:
    return re.compile(_PERIODS)
