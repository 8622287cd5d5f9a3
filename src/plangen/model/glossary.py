"""The glossary: what section kinds call their own fields, choices and measures, in each language.

A kind says so in its `labels.py` (`FIELDS`, `CHOICES`, `MEASURES`); the catalogue enters it here, so that whoever
writes about a plan finds the words without knowing the kind.
"""

from collections.abc import Mapping

Pair = tuple[str, str]
"""A word in Chinese and in English."""

_WORDS: dict[tuple[str, str], dict[str, Pair]] = {}
"""For each sort and name what each kind calls it."""


def learn(sort: str, kind: str, words: Mapping[str, Pair]) -> None:
    """Enter the words of a kind for one sort of things: `fields`, `choices` or `measures`."""
    for name, pair in words.items():
        _WORDS.setdefault((sort, name), {})[kind] = pair


def known(sort: str, name: str, kind: str = "") -> Pair | None:
    """What a kind calls a thing of a sort; without a kind, what the first kind that has a word calls it."""
    words = _WORDS.get((sort, name), {})
    return words.get(kind) if kind else next((words[each] for each in sorted(words)), None)
