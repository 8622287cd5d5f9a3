"""Nested cells: parts of parts, as they are written inside a cell: typed, spread, grown, shares, sums of their own."""

from collections.abc import Iterator

from plangen.compute import Rule
from plangen.sections.objectives.cells import Members, members_of, own_axes
from plangen.sections.objectives.model import Cell, taken
from plangen.sections.objectives.split import Note, Split
from plangen.sections.objectives.spreading import has_share, share_rules, spread_rules
from plangen.sections.objectives.tree import Group, Tree
from plangen.values import Key, Quantity

PARTS: Note = ("各部分合计", "sum of the parts")
EMPTY: Note = ("未填", "not filled in")
GROWN: Note = ("上年 × (1 + 增长)", "last year × (1 + growth)")


def rules(tree: Tree) -> Iterator[Rule]:
    """The cells that are written inside others, and what of each cell its parts leave."""
    for group in tree.groups:
        if group.cell is not None:
            yield from _given(tree, group)
        if not (group.is_crossed and tree.marginals(group.axis)):
            yield from _others(tree, group)
    for cell, axis in tree.turned():
        yield from _parts_given(tree.split, cell.axes.get(axis, {}), members_of(cell))


def _given(tree: Tree, group: Group) -> Iterator[Rule]:
    """Parts that the cell itself says something of: by a spread, a growth, a share."""
    split, cell = tree.split, group.cell
    assert cell is not None, "asked for groups of written cells only"
    if split.adds_up:
        for spread in cell.spread:
            if spread.axis == group.axis:
                yield from spread_rules(split, cell, spread, group.path)
    yield from _parts_given(split, cell.axes.get(group.axis, {}), group.path)


def _parts_given(split: Split, cells: dict[str, Cell], path: Members) -> Iterator[Rule]:
    """The parts of a cell that say themselves what they are: as shares of it, or by their growth."""
    yield from share_rules(split, cells, path) if split.adds_up else ()
    for member, part in cells.items():
        yield from _grown(split, part, (*path, member))


def _grown(split: Split, cell: Cell, path: Members) -> Iterator[Rule]:
    """A target that grows on last year's target of the same cell; beside a target, what the growth would give."""
    if cell.growth is not None:
        members = split.objective.place.in_order(path)
        inputs = (split.last_year(*members), split.key("growth", *members))
        measure = "target" if cell.target is None else "grown"
        yield split.rule(split.key(measure, *members), "growth", inputs, cell.span("growth"), GROWN)


def _others(tree: Tree, group: Group) -> Iterator[Rule]:
    """Parts that nothing is said of: sums of their own parts, or of the members below them; else not set."""
    split = tree.split
    below = tree.directly(group)
    for member in group.members:
        path = (*group.path, member)
        cell = tree.cell_at(path)
        if is_given(tree, group, member):
            continue
        key, span = split.cell(path), cell.span() if cell is not None else tree.span(group)
        parts = _parts(tree, path, below.get(member, ()), cell)
        if parts and split.adds_up:
            yield split.rule(key, "sum", parts, span, PARTS)
        else:
            yield split.rule(key, "constant", (), span, EMPTY, quantity=Quantity.unset_(split.unit))


def _parts(tree: Tree, path: Members, below: Members, cell: Cell | None) -> tuple[Key, ...]:
    if below:
        return tuple(tree.key((*path[:-1], member)) for member in below)
    return first_parts(tree, path) if cell is not None and own_axes(cell) else ()


def first_parts(tree: Tree, path: Members) -> tuple[Key, ...]:
    """The parts along the first axis of a cell that adds up to it, for one that has no target of its own.

    A spread needs the target and cannot make it.
    """
    cell = tree.cell_at(path)
    spread = {each.axis for each in cell.spread} if cell else set()
    group = next((each for each in tree.at(path) if each.axis not in spread), None)
    return tuple(tree.key((*path, member)) for member in tree.directly(group)[""]) if group else ()


def is_given(tree: Tree, group: Group, member: str) -> bool:
    """Whether the cell of a group, or the part itself, says what the part is."""
    spread = group.cell.spread if group.cell is not None else ()
    if tree.split.adds_up and any(
        each.axis == group.axis and group.cell is not None and member in taken(group.cell, each) for each in spread
    ):
        return True
    cell = tree.cell_at((*group.path, member))
    return cell is not None and is_filled(tree.split, cell)


def is_filled(split: Split, cell: Cell) -> bool:
    """Whether a cell says by itself what it is."""
    by_month = bool(cell.phasing) and split.months_from_cells
    return cell.target is not None or cell.growth is not None or has_share(cell) or by_month
