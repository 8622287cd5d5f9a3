"""The glossary: what section kinds call their own fields, choices and measures, in each language.

A kind says so in its `labels.py` (`FIELDS`, `CHOICES`, `MEASURES`); the catalogue enters it here, so that whoever
writes about a plan finds the words without knowing the kind.
"""

from collections.abc import Mapping

Pair = tuple[str, str]
"""A word in Chinese and in English."""

_WORDS: dict[tuple[str, str], Pair] = {}


def learn(sort: str, words: Mapping[str, Pair]) -> None:
    """Enter the words of a kind for one sort of things: `fields`, `choices` or `measures`. The first one stays."""
    for name, pair in words.items():
        _WORDS.setdefault((sort, name), pair)


def known(sort: str, name: str) -> Pair | None:
    """What a kind calls a thing of a sort; None where none does."""
    return _WORDS.get((sort, name))
