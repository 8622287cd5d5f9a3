"""A hundred thousand random trees and cubes against an oracle of fractions. `PLANGEN_TREES=1000000` for a long run."""

import os
from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest

from plangen.compute import Figures
from plangen.compute.two_way import allocate_table
from plangen.values import YUAN, Key, Quantity
from property.trees import STEPS, Tree, allocated, points, summed

TREES = int(os.environ.get("PLANGEN_TREES", "100000"))
BATCHES = 20
KINDS = 3


def ends(quantity: Quantity) -> tuple[Fraction, Fraction]:
    """Both ends as fractions."""
    assert quantity.low is not None
    assert quantity.high is not None
    return Fraction(quantity.low), Fraction(quantity.high)


def hold(tree: Tree) -> Figures:
    """The figures of a tree; every one is what the oracle says, to the last digit."""
    figures = tree.figures()
    for name, expected in tree.expected.items():
        assert ends(figures[name].quantity) == expected, name
    return figures


@pytest.mark.parametrize("batch", range(BATCHES))
def test_sums_and_shares_are_those_of_the_oracle(batch: int) -> None:
    """Ranges and points; and what one number out of each range gives lies inside."""
    for seed in range(TREES // BATCHES // KINDS):
        random = Random(f"{batch}/{seed}")
        tree = summed(random)
        whole = hold(tree)
        if seed % 10 == 0:
            chosen = points(random, tree).figures()
            for name in tree.expected:
                if not chosen[name].quantity.unset:
                    low, high = ends(whole[name].quantity)
                    assert low <= ends(chosen[name].quantity)[0] <= high, name


@pytest.mark.parametrize("batch", range(BATCHES))
def test_allocations_are_those_of_the_oracle_and_add_up(batch: int) -> None:
    """Each part by the largest remainder; the parts of a total are the total."""
    for seed in range(TREES // BATCHES // KINDS):
        tree = allocated(Random(f"{batch}/{seed}"))
        figures = hold(tree)
        sums: dict[Key, Quantity] = {}
        for rule in tree.rules:
            part, whole = figures[rule.key].quantity, rule.inputs[0]
            sums[whole] = sums[whole] + part if whole in sums else part
        assert all(found.same_as(figures[whole].quantity) for whole, found in sums.items())


@pytest.mark.parametrize("batch", range(BATCHES))
def test_cubes_add_up_on_every_axis(batch: int) -> None:
    """Two axes of one total, both authored: rows and columns to the last digit, each cell within one step."""
    for seed in range(TREES // BATCHES // KINDS):
        random = Random(f"{batch}/{seed}")
        step = random.choice(STEPS)
        cells = [[random.randrange(200) for _ in range(random.randint(1, 6))]]
        cells += [[random.randrange(200) for _ in cells[0]] for _ in range(random.randint(0, 4))]
        rows = [sum(line) * step for line in cells]
        columns = [sum(column) * step for column in zip(*cells, strict=True)]
        _hold_table(rows, columns, step)


def _hold_table(rows: list[Decimal], columns: list[Decimal], step: Decimal) -> None:
    whole = sum(rows, Decimal(0))

    def money(amounts: list[Decimal]) -> tuple[Quantity, ...]:
        return tuple(Quantity.exact(amount, YUAN) for amount in amounts)

    weights = (Decimal(1),) * len(columns)
    table = allocate_table(money(rows), money(columns), Quantity.exact(whole, YUAN), weights, step)
    values = [[cell.value for cell in line] for line in table]
    assert [sum(line) for line in values] == rows
    assert [sum(column) for column in zip(*values, strict=True)] == columns
    for line, row in zip(values, rows, strict=True):
        for cell, column in zip(line, columns, strict=True):
            assert not whole or abs(Fraction(cell) - Fraction(row) * Fraction(column) / Fraction(whole)) < Fraction(
                step
            )
