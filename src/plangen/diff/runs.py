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
_CLAUSE = pattern(r"(?:\{\{[^{}\n]*\}\}|[^，。；：！？、\n])*(?:[，。；：！？、\n]+|$)")
_ALIKE = 0.3
"""Below this likeness two clauses are told as one that went and one that came, not word by word."""
MOST = 4_000_000
"""How many pairs of pieces are compared; of texts that have more, what is not at their ends is told as a whole."""
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
    """Names, references, links, numbers and Latin words are one token each; else every character is."""
    names = sorted(words, key=lambda word: (-len(word), word))
    latin = r"!?\[[^\[\]\n]+\]\([^()\s]*\)|\{\{[^{}\n]*\}\}|[0-9][0-9,.]*[0-9]%?|[0-9]%?|[A-Za-z][A-Za-z0-9_-]*|\s+|."
    return pattern("|".join([*map(escape, names), latin]), 16)  # DOTALL


def _matched(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Stretches of both sides in order: equal, or one that became the other."""
    start, end = _shared(old, new)
    old_core, new_core = old[start : len(old) - end], new[start : len(new) - end]
    yield ("".join(old[:start]),) * 2
    if len(old_core) * len(new_core) > MOST:
        yield "".join(old_core), "".join(new_core)
    else:
        for kind, i, j, k, m in SequenceMatcher(None, old_core, new_core, autojunk=False).get_opcodes():
            was, now = "".join(old_core[i:j]), "".join(new_core[k:m])
            yield (was, was) if kind == "equal" else (was, now)
    yield ("".join(old[len(old) - end :]),) * 2


def _shared(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How many pieces both sides begin with, and how many of the others they end with."""
    most = min(len(old), len(new))
    start = next((n for n in range(most) if old[n] != new[n]), most)
    rest = most - start
    return start, next((n for n in range(rest) if old[-n - 1] != new[-n - 1]), rest)


def _within(was: str, now: str, token: Pattern[str]) -> list[tuple[str, str]]:
    old, new = token.findall(was), token.findall(now)
    pairs = list(_matched(old, new))
    same = sum(len(token.findall(one)) for one, two in pairs if one == two)
    return pairs if 2 * same >= _ALIKE * (len(old) + len(new)) else [(was, now)]


def _smooth(pairs: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Neighbouring changes as one, with the specks between them."""
    found: list[tuple[str, str]] = []
    pairs = [pair for pair in pairs if any(pair)]
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
