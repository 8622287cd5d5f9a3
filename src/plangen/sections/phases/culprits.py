"""Culprits: where many pairs contradict each other, the few things that are probably wrong."""

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

Pair = TypeVar("Pair")
Side = TypeVar("Side", bound=Hashable)


def culprits(pairs: Sequence[Pair], sides: Callable[[Pair], tuple[Side, Side]]) -> list[tuple[Side, list[Pair]]]:
    """The pairs by the side that is in most of them: one wrong date gives one group, however much it touches.

    Each pair is in one group; where two sides are in as many pairs, the first one counts. Source: greedy vertex cover.
    """
    groups: list[tuple[Side, list[Pair]]] = []
    waiting: dict[Side, dict[int, Pair]] = {}
    for number, pair in enumerate(pairs):
        for side in sides(pair):
            waiting.setdefault(side, {})[number] = pair
    while waiting:
        worst = max(waiting, key=lambda side: len(waiting[side]))
        touched = waiting.pop(worst)
        if touched:
            groups.append((worst, list(touched.values())))
        for number, pair in touched.items():
            for side in sides(pair):
                waiting.get(side, {}).pop(number, None)
    return groups
