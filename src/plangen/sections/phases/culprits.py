"""Culprits: where many pairs contradict each other, the few things that are probably wrong."""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

Pair = TypeVar("Pair")
Side = TypeVar("Side", bound=Hashable)


def culprits(pairs: Sequence[Pair], sides: Callable[[Pair], tuple[Side, Side]]) -> list[tuple[Side, list[Pair]]]:
    """The pairs by the side that is in most of them: one wrong date gives one group, however much it touches.

    Each pair is in one group; where two sides are in as many pairs, the first one counts. Source: greedy vertex cover.
    """
    groups: list[tuple[Side, list[Pair]]] = []
    waiting = list(pairs)
    while waiting:
        counts = Counter(side for pair in waiting for side in sides(pair))
        worst = max(counts, key=lambda side: counts[side])
        groups.append((worst, [pair for pair in waiting if worst in sides(pair)]))
        waiting = [pair for pair in waiting if worst not in sides(pair)]
    return groups
