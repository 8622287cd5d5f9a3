"""Breakdown on several axes: nested and crossed cells, their sums on every axis, their months."""

from collections.abc import Iterator

from plangen.compute import Rule
from plangen.sections.objectives import cell_months, crossing, margins, nested
from plangen.sections.objectives.cells import rolled_axes
from plangen.sections.objectives.split import Split
from plangen.sections.objectives.tree import Tree
from plangen.values import Key


def tree_of(split: Split) -> Tree | None:
    """The cells of an objective, if it has any beyond the parts along single axes."""
    if "tree" not in split.kept:
        objective = split.objective
        split.kept["tree"] = Tree(split) if objective.cross or rolled_axes(objective) else None
    tree = split.kept["tree"]
    return tree if isinstance(tree, Tree) else None


def rules(split: Split) -> Iterator[Rule]:
    """All cells of more than one axis, what they add up to, and their months."""
    tree = tree_of(split)
    if tree is not None:
        yield from nested.rules(tree)
        yield from crossing.rules(tree)
        yield from margins.rules(tree)
        yield from cell_months.rules(tree)


def summed_by_month(split: Split) -> frozenset[str]:
    """The members whose months are sums over the months of cells."""
    if "summed" not in split.kept:
        tree = tree_of(split)
        split.kept["summed"] = frozenset(cell_months.summed(tree)) if tree is not None else frozenset()
    found = split.kept["summed"]
    return found if isinstance(found, frozenset) else frozenset()


def first_parts(split: Split, member: str) -> tuple[Key, ...]:
    """The parts inside a member's cell that make it, where it has no target of its own."""
    tree = tree_of(split)
    return nested.first_parts(tree, (member,)) if tree is not None else ()
