"""The words around a number that say how it is meant: about, at least, at most."""

from re import IGNORECASE, Match, Pattern
from re import compile as pattern

from plangen.values.record import record
from plangen.values.refused import Refused

BEFORE = {
    "about": "大约 大概 约为 约 将近 接近 近 ~ about around circa ca.",
    "≥": "≥ >= => 至少 不少于 不低于 不小于 最少 起码 at\\s+least",
    "≤": "≤ <= =< 至多 最多 不超过 不高于 不多于 不大于 控制在 at\\s+most up\\s+to",
    ">": "> 大于 超过 多于 高于 more\\s+than over",
    "<": "< 小于 少于 低于 不足 不满 未满 less\\s+than under",
}
AFTER = {
    "about": "左右 上下",
    "≥": "及以上 或以上 以上 or\\s+more",
    "≤": "及以下 或以下 以下 以内 之内 为限 or\\s+less",
}


def _alternatives(words: dict[str, str]) -> dict[str, str]:
    return {word.replace("\\s+", " "): sign for sign, line in words.items() for word in line.split()}


def _any_of(words: dict[str, str]) -> str:
    every = sorted((word for line in words.values() for word in line.split()), key=len, reverse=True)
    return "|".join(word.replace(".", "\\.") for word in every)


_SIGNS = _alternatives(BEFORE) | _alternatives(AFTER)
_FRONT = pattern(rf"\s*({_any_of(BEFORE)})\s*", IGNORECASE)
_BACK = pattern(rf"\s*({_any_of(AFTER)})\s*$", IGNORECASE)


@record
class Meant:
    """How a number is meant: `sign` is `""`, `≥`, `≤`, `>` or `<`; `rest` is the number itself."""

    rest: str
    about: bool
    sign: str


def strip_affixes(text: str) -> Meant:
    """Take the words around a number off. Raises Refused PG203 where they contradict each other."""
    signs, rest = [], text
    while found := _FRONT.match(rest):
        signs.append(_sign(found))
        rest = rest[found.end() :]
    while found := _last(_BACK, rest):
        signs.append(_sign(found))
        rest = rest[: found.start()]
    bounds = {sign for sign in signs if sign != "about"}
    if len(bounds) > 1:
        raise Refused("PG203", text=text, plain="")
    return Meant(rest.strip(), "about" in signs, bounds.pop() if bounds else "")


def _last(words: Pattern[str], text: str) -> Match[str] | None:
    return words.search(text, max(0, len(text) - 16))


def _sign(found: Match[str]) -> str:
    return _SIGNS[" ".join(found[1].lower().split())]
