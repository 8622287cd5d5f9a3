"""Did you mean: the known names that are near one that is not known."""

from collections.abc import Iterable

from plangen.values.language import told

CUTOFF = 0.5
"""How like each other two names have to be, from 0 to 1."""
MOST = 3
"""How many near ones are named."""


def nearest(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """At most three of the known names that are near, the nearest first; never one that is the same."""
    from difflib import get_close_matches  # only where somebody mistyped

    return tuple(get_close_matches(name, sorted({each for each in known if each and each != name}), MOST, CUTOFF))


def did_you_mean(name: str, known: Iterable[str]) -> tuple[str, str]:
    """The question whether the nearest known name was meant, as the end of a sentence in Chinese and English.

    Two empty texts where none is near.
    """
    return question(next(iter(nearest(name, known)), ""))


def question(near: str) -> tuple[str, str]:
    """Whether a name was meant, as the end of a sentence in Chinese and English; nothing without a name."""
    return told("，是不是“{near}”？", "; did you mean “{near}”?", near=near) if near else ("", "")


def asked(name: str, known: Iterable[str]) -> dict[str, str]:
    """The same question as the arguments `hint_zh` and `hint_en` of a finding."""
    return dict(zip(("hint_zh", "hint_en"), did_you_mean(name, known), strict=True))
