"""The languages of generated words, and how a word is said in one of them.

A word stands in the code as a pair: simplified Chinese and English. They are its source; every further language is a
catalogue of translations (`translations`), loaded when such a language is first spoken.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from re import compile as pattern
from typing import Literal

Language = Literal["zh-Hans", "zh-Hant", "en"]
"""A language that plangen speaks, as `handbook.yml` and web pages name it."""
Source = Literal["zh", "en"]
"""One of the two languages that words are written in."""
Pair = tuple[str, str]
"""A word or a template in simplified Chinese and in English."""

DOT: Pair = ("·", " · ")
"""What joins the parts of a name; Chinese letters leave room around it by themselves."""

_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})
CHINESE = pattern(r"[“”‘’、-】\u4e00-\u9fff！-｠]")
"""What a text has to have that can be translated from Chinese: Han characters, or their punctuation."""
_PLURAL = pattern(r"(\{(\w+)[^{}]*\}[^{}]*?)\(s\)")
"""An English plural goes by the field before it: `{n} plan(s)`."""
_missing: dict[str, set[Pair]] = {}


@cache
def named(tag: str) -> Language:
    """The language that a tag means: `zh` and `zh-CN` are `zh-Hans`, `zh-TW` is `zh-Hant`, `en-GB` is `en`.

    What nobody here speaks is `zh-Hans`.
    """
    first, *others = tag.lower().replace("_", "-").split("-")
    if first == "en":
        return "en"
    return "zh-Hant" if first == "zh" and _TRADITIONAL.intersection(others) else "zh-Hans"


def is_chinese(language: str) -> bool:
    """Whether a language is a Chinese one: its punctuation, measure words and word order."""
    return source(language) == "zh"


def source(language: str) -> Source:
    """Which of the two languages of a pair stands nearest to a language."""
    return "en" if named(language) == "en" else "zh"


def say(pair: Pair, language: str, /, **parts: object) -> str:
    """A word in a language; with `parts` it is a template, and they fill its fields.

    A part may be a pair itself, or a function that says it in a language. `{n} plan(s)` has the plural that its number
    asks for. A word that a catalogue does not have is said in the nearest source language, and counted (`missing`).
    """
    text = pair[0] if language == "zh-Hans" else pair[1] if language == "en" else _translated(pair, named(language))
    return _filled(text, parts, language) if parts else text


def dotted(language: str, parts: Iterable[str]) -> str:
    """What stands one inside another, as a language joins it: `华东区域·销售额`, `East China · Revenue`.

    Parts that are empty are left out.
    """
    return say(DOT, language).join(part for part in parts if part)


def told(zh: str, en: str, /, **parts: object) -> Pair:
    """A template filled in both source languages; `say` can say it in every other one, too.

    For what is told before anybody knows in which language: the arguments of findings, refusals, notes of rules.
    """
    return Filled.of((zh, en), parts), _filled(en, parts, "en")


class Filled(str):
    """The Chinese text of a template that is filled; it remembers the template and what fills it."""

    __slots__ = ("pair", "parts")
    pair: Pair
    parts: Mapping[str, object]

    @classmethod
    def of(cls, pair: Pair, parts: Mapping[str, object]) -> "Filled":
        """A pair of templates, filled in Chinese."""
        text = cls(_filled(pair[0], parts, "zh-Hans"))
        text.pair, text.parts = pair, parts
        return text


def missing(language: str) -> frozenset[Pair]:
    """The words that were asked for so far, and that the language's catalogue does not have."""
    return frozenset(_missing.get(named(language), ()))


def _filled(template: str, parts: Mapping[str, object], language: str) -> str:
    if "(s)" in template:
        template = _PLURAL.sub(lambda found: found[1] + ("" if str(parts[found[2]]) == "1" else "s"), template)
    return template.format(**{name: _part(part, language) for name, part in parts.items()})


def _part(part: object, language: str) -> object:
    match part:
        case (str() as zh, str() as en):
            return say((zh, en), language)
        case _:
            return part(language) if callable(part) else part


def _translated(pair: Pair, language: Language) -> str:
    if language in ("zh-Hans", "en"):
        return pair[language == "en"]
    if isinstance(pair[0], Filled):
        return say(pair[0].pair, language, **pair[0].parts)
    if not CHINESE.search(pair[0]):
        return pair[source(language) == "en"]  # fields and signs alone: nothing to translate
    found = _catalogue(language).get(pair)
    if found is None:
        _missing.setdefault(language, set()).add(pair)
    return pair[source(language) == "en"] if found is None else found


@cache
def _catalogue(language: Language) -> Mapping[Pair, str]:
    """Imported when it is asked for: most handbooks need no catalogue, and their check no library for one."""
    from plangen.values.translations import translations

    return translations(language)
