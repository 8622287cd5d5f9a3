"""Random means, weighted means, ratios and extremes against fractions; `PLANGEN_AVERAGES=100000` for a long run."""

import os
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from itertools import product
from random import Random

import pytest

from independent.arithmetic import half_up
from plangen.compute.averages import largest, mean, rate, smallest, weighted
from plangen.values import PEOPLE, YUAN, Quantity

RUNS = int(os.environ.get("PLANGEN_AVERAGES", "4000"))
BATCHES = 4
STEP = Decimal("0.01")


def some(random: Random, lowest: int = -50) -> Quantity:
    """A number, or a range, with cents or without."""
    low = Decimal(random.randrange(lowest * 100, 10_000)).scaleb(-random.choice((0, 2)))
    width = Decimal(random.randrange(5_000)).scaleb(-random.choice((0, 2))) if random.random() < 0.5 else Decimal(0)
    return Quantity.range_(low, low + width, YUAN)


def ends(quantity: Quantity) -> tuple[Fraction, Fraction]:
    """Both ends as fractions."""
    assert quantity.low is not None
    assert quantity.high is not None
    return Fraction(quantity.low), Fraction(quantity.high)


def corners(parts: list[Quantity], of: Callable[[tuple[Fraction, ...]], Fraction | None]) -> tuple[Fraction, Fraction]:
    """The smallest and largest rounded result over every corner of the ranges."""
    results = [found for corner in product(*map(ends, parts)) if (found := of(corner)) is not None]
    rounded = [half_up(each, Fraction(STEP)) for each in results]
    return min(rounded), max(rounded)


@pytest.mark.parametrize("batch", range(BATCHES))
def test_weighted_means_have_the_bounds_of_all_corners(batch: int) -> None:
    """Values and weights in ranges: no corner lies outside, and some corner lies on each bound."""
    for seed in range(RUNS // BATCHES):
        random = Random(f"weighted {batch}/{seed}")
        values = [some(random) for _ in range(random.randint(1, 3))]
        weights = [some(random, 0) for _ in values]

        def of(corner: tuple[Fraction, ...], count: int = len(values)) -> Fraction | None:
            mass = sum(corner[count:])
            pairs = zip(corner[:count], corner[count:], strict=True)
            return sum((v * w for v, w in pairs), Fraction(0)) / mass if mass else None

        if any(ends(weight)[1] for weight in weights):
            found = weighted([*values, *weights], {"step": STEP})
            assert ends(found) == corners([*values, *weights], of), seed


@pytest.mark.parametrize("batch", range(BATCHES))
def test_means_ratios_and_extremes_have_the_bounds_of_all_corners(batch: int) -> None:
    """The same for the plain mean, the ratio, the largest and the smallest."""
    for seed in range(RUNS // BATCHES):
        random = Random(f"mean {batch}/{seed}")
        parts = [some(random) for _ in range(random.randint(1, 4))]
        assert ends(mean(parts, {"step": STEP})) == corners(
            parts, lambda corner: sum(corner, Fraction(0)) / len(corner)
        )
        for verb, pick in ((largest, max), (smallest, min)):
            assert ends(verb(parts, {})) == (
                pick(low for low, _ in map(ends, parts)),
                pick(h for _, h in map(ends, parts)),
            )
        whole = Quantity.range_(1 + random.randrange(100), 101 + random.randrange(100), PEOPLE)
        found = rate([parts[0], whole], {"step": STEP})
        assert ends(found) == corners([parts[0], whole], lambda corner: corner[0] / corner[1])
        assert found.unit == YUAN / PEOPLE
