"""Runs: how one text became another, word by word, so that a reader sees what was struck out and what was put in."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from re import Pattern, escape
from re import compile as pattern
from typing import Literal

from plangen.diff.prose import unwrapped
from plangen.values import record

RunKind = Literal["same", "old", "new"]
_CLAUSE = pattern(r"(?:\{\{.*?\}\}|[^，。；：！？、\n])*(?:[，。；：！？、\n]+|$)")
_ALIKE = 0.3
"""Below this likeness two clauses are told as one that went and one that came, not word by word."""
_SPECK = 1
"""An equal stretch of so few characters between two changes is told with them."""


@record
class Run:
    """A stretch of text that both sides have (`same`), or only the one before (`old`) or after (`new`)."""

    kind: RunKind
    text: str


def runs(before: str, after: str, words: Collection[str] = ()) -> tuple[Run, ...]:
    """How a text changed. `words` are names that are never cut: of items, members, units.

    The runs that are not `new` make the text before, those that are not `old` the text after, lines joined. What was
    struck out stands before what was put in for it.
    """
    old, new = unwrapped(before), unwrapped(after)
    token = _tokens(frozenset(word for word in words if len(word) > 1 and (word in old or word in new)))
    pairs: list[tuple[str, str]] = []
    for was, now in _matched(_clauses(old), _clauses(new)):
        pairs += [(was, now)] if was == now else _within(was, now, token)
    return tuple(_runs(_smooth(pairs)))


def _clauses(text: str) -> list[str]:
    return [found for found in _CLAUSE.findall(text) if found]


@lru_cache(1024)
def _tokens(words: frozenset[str]) -> Pattern[str]:
    """Names, references, numbers and Latin words are one token each; else every character is."""
    names = sorted(words, key=lambda word: (-len(word), word))
    latin = r"\{\{.*?\}\}|[0-9][0-9,.]*[0-9]%?|[0-9]%?|[A-Za-z][A-Za-z0-9_-]*|\s+|."
    return pattern("|".join([*map(escape, names), latin]), 16)  # DOTALL


def _matched(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Stretches of both sides in order: equal, or one that became the other."""
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        was, now = "".join(old[i:j]), "".join(new[k:m])
        yield (was, was) if kind == "equal" else (was, now)


def _within(was: str, now: str, token: Pattern[str]) -> list[tuple[str, str]]:
    old, new = token.findall(was), token.findall(now)
    if SequenceMatcher(None, old, new, autojunk=False).ratio() < _ALIKE:
        return [(was, now)]
    return list(_matched(old, new))


def _smooth(pairs: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Neighbouring changes as one, with the specks between them."""
    found: list[tuple[str, str]] = []
    for place, (was, now) in enumerate(pairs):
        follows = bool(found) and found[-1][0] != found[-1][1]
        changes = place + 1 < len(pairs) and pairs[place + 1][0] != pairs[place + 1][1]
        speck = was == now and len(was.strip()) <= _SPECK and "\n" not in was and changes
        stays = bool(found) and not follows and was == now
        if stays or (follows and (was != now or speck)):
            found[-1] = (found[-1][0] + was, found[-1][1] + now)
        else:
            found.append((was, now))
    return iter(found)


def _runs(pairs: Iterable[tuple[str, str]]) -> Iterator[Run]:
    for was, now in pairs:
        if was == now:
            yield Run("same", was)
        else:
            yield from (Run(kind, text) for kind, text in (("old", was), ("new", now)) if text)  # type: ignore[arg-type]
