"""Margins: what cells add up to along every axis, as sums where nobody gave the number, else to compare with it."""

from collections.abc import Iterator
from itertools import combinations

from plangen.compute import Rule
from plangen.sections.objectives import crossing
from plangen.sections.objectives.cells import Members
from plangen.sections.objectives.nested import EMPTY, is_filled, is_given
from plangen.sections.objectives.split import Note, Split
from plangen.sections.objectives.tree import Group, Tree
from plangen.values import Key, Quantity, Span, record

OVER: Note = ("各格合计", "sum of the cells")
Order = tuple[str, ...]


@record
class Margin:
    """The cells of some members along all axes of an order up to the last of theirs, and the axes that are summed."""

    members: Members
    summed: Order
    cells: tuple[Key, ...]
    missing: int


def orders(tree: Tree) -> list[Order]:
    """The orders in which axes stand inside one another, only the longest of each."""
    found = list(dict.fromkeys((*group.axes, group.axis) for group in tree.groups))
    return [order for order in found if not any(other[: len(order)] == order for other in found if other != order)]


def margins(tree: Tree, order: Order) -> Iterator[Margin]:
    """Every sum over the cells of an order that is no cell of the order itself: by product, where regions have some."""
    for last in range(1, len(order)):
        nodes, ends = _walked(tree, order[: last + 1])
        for size in range(last):
            for kept in combinations(range(last), size):
                yield from _by_members(tree, nodes, ends, (*kept, last), order[: last + 1])


def _walked(tree: Tree, order: Order) -> tuple[list[Members], list[Members]]:
    """The cells along all axes of an order, and those on the way that are not split any further."""
    level: list[Members] = [(member,) for member in tree.split.inside(order[0])]
    ends: list[Members] = []
    for depth in range(1, len(order)):
        following: list[Members] = []
        for path in level:
            group = next((g for g in tree.at(path) if g.axes == order[:depth] and g.axis == order[depth]), None)
            if group is None:
                ends.append(path)
            else:
                following += [(*path, member) for member in tree.directly(group)[""]]
        level = following
    return level, ends


def _by_members(
    tree: Tree, nodes: list[Members], ends: list[Members], kept: tuple[int, ...], order: Order
) -> Iterator[Margin]:
    sums: dict[Members, list[Key]] = {}
    for path in nodes:
        sums.setdefault(tuple(path[place] for place in kept), []).append(tree.key(path))
    summed = tuple(axis for place, axis in enumerate(order) if place not in kept)
    for members, cells in sums.items():
        missing = sum(_may_hold(path, members, kept) for path in ends)
        yield Margin(members, summed, tuple(cells), missing)


def _may_hold(path: Members, members: Members, kept: tuple[int, ...]) -> bool:
    """Whether a cell that is not split any further may hold something of a margin's members."""
    pairs = zip(kept, members, strict=True)
    return all(place >= len(path) or path[place] == member for place, member in pairs)


@record
class Comparison:
    """A figure and the sum of cells that has to make it; `axes` are those that are summed over."""

    whole: Members
    named: Members
    axes: Order
    cells: tuple[Key, ...]
    span: Span
    missing: int = 0

    def key(self, split: Split, measure: str = "target", facet: str = "") -> Key:
        """The key of the sum (facet `rollup`), or of the rest (measure `gap`)."""
        members = split.objective.place.in_order(self.named)
        return split.key(measure, *members, *self.axes, facet=facet)


def rules(tree: Tree) -> Iterator[Rule]:
    """Sums over cells that nobody gave, sums beside figures that somebody gave, and what the cells leave of them."""
    if not tree.split.adds_up:
        return
    yield from _sums(tree)
    for pair in comparisons(tree):
        settings = {"missing": pair.missing} if pair.missing else {}
        split, rollup = tree.split, pair.key(tree.split, facet="rollup")
        yield split.rule(rollup, "sum", pair.cells, pair.span, OVER, **settings)
        yield split.rule(pair.key(split, "gap"), "difference", (tree.key(pair.whole), rollup), pair.span)


def _sums(tree: Tree) -> Iterator[Rule]:
    split, known = tree.split, _known(tree)
    for order in orders(tree):
        for margin in margins(tree, order):
            key = tree.key(margin.members)
            if key not in known:
                known.add(key)
                settings = {"missing": margin.missing} if margin.missing else {}
                yield split.rule(key, "sum", margin.cells, _asked(tree, margin), OVER, **settings)
    for axis, members in split.axes().items():  # named in cells that are in no sum
        for member in members:
            if member not in split.given(axis) and tree.key((member,)) not in known:
                none = Quantity.unset_(split.unit)
                yield split.rule(tree.key((member,)), "constant", (), split.objective.span(), EMPTY, quantity=none)


def _known(tree: Tree) -> set[Key]:
    """The keys that have a source of their own."""
    split = tree.split
    found = {tree.key((member,)) for axis in split.axes() for member in split.given(axis)}
    found |= {tree.key(path) for group in tree.groups for path in group.paths()}
    found |= {tree.key(members) for members in tree.written if len(members) > 1}
    for table in crossing.tables(tree):
        found |= {tree.key(table.members(place)) for place in range(len(table.rows) * len(table.columns))}
    return found


def _asked(tree: Tree, margin: Margin) -> Span:
    """Where the first of the summed cells is asked for."""
    objective = tree.split.objective
    if objective.cross:
        return objective.span("cross")
    first = tree.cell_at(margin.cells[0].address.members)
    return first.span() if first is not None else objective.span()


def comparisons(tree: Tree) -> Iterator[Comparison]:
    """Every figure that somebody gave and that cells have to make: of a cell its parts, of a member its cells."""
    for group in tree.groups:
        if not group.is_crossed or not tree.marginals(group.axis) or _has_own(tree, group):
            yield from _inside(tree, group)
    for order in orders(tree):
        for margin in margins(tree, order):
            if _is_given(tree, margin.members):
                span = _given_span(tree, margin.members)
                cells = margin.cells
                yield Comparison(margin.members, margin.members, margin.summed, cells, span, margin.missing)


def _inside(tree: Tree, group: Group) -> Iterator[Comparison]:
    for above, members in tree.directly(group).items():
        whole = (*group.path, *filter(None, [above]))
        cells = tuple(tree.key((*group.path, member)) for member in members)
        yield Comparison(whole, whole, () if above else (group.axis,), cells, tree.span(group))


def _has_own(tree: Tree, group: Group) -> bool:
    return any(is_given(tree, group, member) for member in group.members)


def _is_given(tree: Tree, members: Members) -> bool:
    """Whether somebody gave a number for members that cells have to make."""
    if len(members) > 1:
        cell = tree.cell_at(members)
        return cell is not None and is_filled(tree.split, cell)
    axis = tree.split.scope.dimensions.axis_of(members[0])
    return members[0] in tree.split.given(axis)


def _given_span(tree: Tree, members: Members) -> Span:
    cell = tree.cell_at(members)
    if cell is not None:
        return cell.span("target" if cell.target is not None else "")
    return tree.split.axis_span(tree.split.scope.dimensions.axis_of(members[0]))
