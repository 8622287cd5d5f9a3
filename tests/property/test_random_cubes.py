"""Random cubes of two to four axes and twelve months: every sum on every axis, by whole numbers."""

import os
from fractions import Fraction
from random import Random

import pytest

from property.cubes import Computed, Members, computed, cube

CUBES = int(os.environ.get("PLANGEN_TREES", "100000")) // 1000
BATCHES = 10


@pytest.mark.parametrize("batch", range(BATCHES))
def test_crossed_cells_add_up_on_every_axis(batch: int) -> None:
    """The cells of any choice of axes make the figures of any smaller choice; months do too; cells are near."""
    for seed in range(CUBES // BATCHES):
        found = computed(cube(Random(f"{batch}/{seed}")))
        assert found.findings == []
        _add_up(found)
        _months_add_up(found)
        _are_near(found)


def _add_up(found: Computed) -> None:
    for axes in found.subsets():
        for axis in axes:
            fewer = tuple(each for each in axes if each != axis)
            for members in found.cells(fewer):
                parts = [found.steps(_with(found, members, fewer, axis, part)) for part in found.cube.axes[axis]]
                assert sum(part or 0 for part in parts) == found.steps(members), (axes, members)


def _with(found: Computed, members: Members, axes: tuple[str, ...], axis: str, part: str) -> Members:
    by_axis = {**dict(zip(axes, members, strict=True)), axis: part}
    return tuple(by_axis[each] for each in found.cube.axes if each in by_axis)


def _months_add_up(found: Computed) -> None:
    """Of each cell on the way, and of each member: its months make it, and parts make each month."""
    names = tuple(found.cube.axes)
    for depth in range(len(names) + 1):
        for members in found.cells(names[:depth]):
            assert sum(found.steps(members, month) or 0 for month in found.cube.months) == found.steps(members)
            for month in found.cube.months if depth < len(names) else ():
                parts = [found.steps((*members, part), month) for part in found.cube.axes[names[depth]]]
                assert sum(part or 0 for part in parts) == found.steps(members, month)
    for axis, members_of in found.cube.axes.items():
        for month, amount in found.cube.months.items():
            assert sum(found.steps((part,), month) or 0 for part in members_of) == amount, axis


def _are_near(found: Computed) -> None:
    """Each cell is within one step of its row × its column ÷ the whole of its table."""
    names = tuple(found.cube.axes)
    for last in range(1, len(names)):
        for depth in range(last):
            for path in found.cells(names[:depth]):
                whole = found.steps(path) or 1
                for row, column in found.cells((names[depth], names[last])):
                    exact = Fraction((found.steps((*path, row)) or 0) * (found.steps((*path, column)) or 0), whole)
                    assert abs((found.steps((*path, row, column)) or 0) - exact) < 1


@pytest.mark.parametrize("batch", range(BATCHES))
def test_written_cells_stay_and_the_others_make_up_for_them(batch: int) -> None:
    """Cells are written as they would be computed or with other amounts; whatever does not add up is told."""
    told = 0
    for seed in range(CUBES // BATCHES):
        random = Random(f"written/{batch}/{seed}")
        made = cube(random)
        plain = computed(made)
        axes = tuple(made.axes)[: random.randint(2, len(made.axes))]
        cells = list(plain.cells(axes))
        for members in random.sample(cells, min(len(cells), random.randint(1, 3))):
            amount = plain.steps(members) or 0
            made.written[members] = random.choice((amount, amount, amount // 2, amount + 1))
        found = computed(made)
        for members, amount in made.written.items():
            assert found.steps(members) == amount
        wrong = _sums_that_differ(found)
        assert bool(wrong) == bool(found.findings), (wrong, found.findings)
        told += bool(wrong)
    assert told < CUBES // BATCHES


def _sums_that_differ(found: Computed) -> list[Members]:
    """The cells and members that what is set of their parts says something else of; unset parts may add anything."""
    names = tuple(found.cube.axes)
    pairs: list[tuple[Members, list[Members]]] = []
    for depth in range(1, len(names)):
        axis = found.cube.axes[names[depth]]
        pairs += [(path, [(*path, part) for part in axis]) for path in found.cells(names[:depth])]
    for place, name in enumerate(names[1:], 2):
        cells = list(found.cells(names[:place]))
        pairs += [((part,), [cell for cell in cells if part in cell]) for part in found.cube.axes[name]]
    wrong = []
    for whole, cells in pairs:
        parts, total = [found.steps(cell) for cell in cells], found.steps(whole)
        known = sum(part for part in parts if part is not None)
        open_ = None in parts
        if total is not None and any(p is not None for p in parts) and (known > total if open_ else known != total):
            wrong.append(whole)
    return wrong
