"""Months of cells: each cell's add up to it, and those of its parts to each of its own months."""

from collections.abc import Iterator

from plangen.compute import Rule
from plangen.sections.objectives import margins
from plangen.sections.objectives.month_tables import month_table, quarters_of
from plangen.sections.objectives.phases import is_phased
from plangen.sections.objectives.tree import Group, Tree


def rules(tree: Tree) -> Iterator[Rule]:
    """Months and quarters of every cell below the parts along single axes."""
    split = tree.split
    if not is_phased(split) or not split.adds_over_time or split.objective.rollup or split.months_from_cells:
        return
    for group in tree.groups:
        yield from _cells(tree, group)
    for axis, margin in summed(tree).values():
        yield from _summed(tree, axis, margin)


def _cells(tree: Tree, group: Group) -> Iterator[Rule]:
    """Parts × months, with the months of their cell as the columns."""
    split = tree.split
    for above, members in tree.directly(group).items():
        whole = split.objective.place.in_order((*group.path, *filter(None, [above])))
        rows = [split.objective.place.in_order((*group.path, member)) for member in members]
        yield from month_table(split, whole, rows, tree.span(group))
        for row in rows:
            yield from quarters_of(split, row, tree.span(group))


def _summed(tree: Tree, axis: str, margin: margins.Margin) -> Iterator[Rule]:
    """The months of a member that are sums over the months of cells."""
    split = tree.split
    settings = {"missing": margin.missing} if margin.missing else {}
    for month in split.period.months:
        cells = tuple(split.key("target", *key.address.members, period=month) for key in margin.cells)
        key, span = split.key("target", *margin.members, period=month), split.axis_span(axis)
        yield split.rule(key, "sum", cells, span, margins.OVER, **settings)


def summed(tree: Tree) -> dict[str, tuple[str, margins.Margin]]:
    """The members whose months are sums over cells, with their axes: unwritten, or crossed behind the first."""
    split = tree.split
    if not split.adds_over_time:
        return {}
    found: dict[str, tuple[str, margins.Margin]] = {}
    for order in margins.orders(tree):
        for margin in margins.margins(tree, order):
            if len(margin.members) == 1:
                member = margin.members[0]
                axis = split.scope.dimensions.axis_of(member)
                if member not in split.given(axis) or axis in tree.cross[1:]:
                    found.setdefault(member, (axis, margin))
    return found
