"""The languages of generated words, and how a word is said in one of them.

A word stands in the code as a pair: simplified Chinese and English. They are its source; every further language is a
catalogue of translations (`translations`), loaded when such a language is first spoken.
"""

from collections.abc import Mapping
from functools import cache
from typing import Literal

Language = Literal["zh-Hans", "zh-Hant", "en"]
"""A language that plangen speaks, as `handbook.yml` and web pages name it."""
Source = Literal["zh", "en"]
"""One of the two languages that words are written in."""
Pair = tuple[str, str]
"""A word or a template in simplified Chinese and in English."""

_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})
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

    A word that a catalogue does not have is said in the nearest source language, and counted (`missing`).
    """
    text = pair[0] if language == "zh-Hans" else pair[1] if language == "en" else _looked_up(pair, named(language))
    return text.format(**parts) if parts else text


def missing(language: str) -> frozenset[Pair]:
    """The words that were asked for so far, and that the language's catalogue does not have."""
    return frozenset(_missing.get(named(language), ()))


def _looked_up(pair: Pair, language: Language) -> str:
    if language in ("zh-Hans", "en"):
        return pair[language == "en"]
    found = _catalogue(language).get(pair)
    if found is None:
        _missing.setdefault(language, set()).add(pair)
        return pair[source(language) == "en"]
    return found


@cache
def _catalogue(language: Language) -> Mapping[Pair, str]:
    """Imported when it is asked for: most handbooks need no catalogue, and their check no library for one."""
    from plangen.values.translations import translations

    return translations(language)
