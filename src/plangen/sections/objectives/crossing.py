"""Crossing: every combination of the members of several axes is a cell, so that rows and columns add up.

One order of the axes is allocated: the parts along the first axis, each of them along the second, and so on. The
figures of a further axis are handed down the same way: the whole has them, then each part along the first axis, then
each part of those. So every table is as small as two axes are, and what is exact is clear: the parts of each cell
along the next axis, and for each cell on the way what its parts are along each later axis.
"""

from collections.abc import Iterator

from plangen.compute import Rule
from plangen.sections.objectives.cells import Members
from plangen.sections.objectives.model import taken
from plangen.sections.objectives.nested import is_filled
from plangen.sections.objectives.split import Note
from plangen.sections.objectives.tree import Tree
from plangen.values import Key, record
from plangen.values.decimals import ONE

CROSSED: Note = ("按两边的合计分，最大余数，行列都合", "in proportion to both totals, largest remainder, both add up")
FITTED: Note = (
    "写明的格子不动，其余按两边的合计分，最大余数",
    "written cells stay, the others in proportion to both totals, largest remainder",
)


@record
class Crossed:
    """One two-way table: the parts of a cell along one axis × along a later one.

    `path` are the members of the cell; `rows` and `columns` the members of the two axes; `written` and `absent` the
    places (row × columns + column) of cells that say themselves what they are, and of those that there are none of.
    """

    path: Members
    rows: Members
    columns: Members
    written: tuple[int, ...]
    absent: tuple[int, ...]

    def members(self, place: int) -> Members:
        """The members of the cell at a place."""
        row, column = divmod(place, len(self.columns))
        return (*self.path, self.rows[row], self.columns[column])


def tables(tree: Tree) -> Iterator[Crossed]:
    """The tables of a crossed objective, in the order in which they are allocated."""
    for last in range(1, len(tree.cross)):
        columns = tree.marginals(tree.cross[last])
        if columns:
            for depth in range(last):
                for path in paths(tree, depth):
                    yield _table(tree, path, columns, last)


def paths(tree: Tree, depth: int) -> list[Members]:
    """The cells of the first crossed axes, as many of them as `depth` says."""
    found: list[Members] = [()]
    for axis in tree.cross[:depth]:
        found = [(*path, member) for path in found for member in rows_of(tree, path, axis)]
    return found


def rows_of(tree: Tree, path: Members, axis: str) -> Members:
    """The parts of a crossed cell, or of the whole, along its next axis."""
    return tree.children(path, axis) if path else tree.first(axis)


def _table(tree: Tree, path: Members, columns: Members, last: int) -> Crossed:
    """The parts of a cell along its next axis × its parts along the `last`th one."""
    rows = rows_of(tree, path, tree.cross[len(path)])
    axis, written, absent = tree.cross[last], [], []
    for row, name in enumerate(rows):
        there = tree.children((*path, name), axis) if len(path) == last - 1 else columns
        for column, member in enumerate(columns):
            place = row * len(columns) + column
            if member not in there:
                absent.append(place)
            elif _is_written(tree, (*path, name), member, axis):
                written.append(place)
    return Crossed(path, rows, columns, tuple(written), tuple(absent))


def _is_written(tree: Tree, path: Members, member: str, axis: str) -> bool:
    """Whether a cell says itself what it is, or the spread of the cell that it is a part of does."""
    cell, above = tree.cell_at((*path, member)), tree.cell_at(path)
    if cell is not None and is_filled(tree.split, cell):
        return True
    spread = [each for each in above.spread if each.axis == axis] if above is not None else []
    return any(above is not None and member in taken(above, each) for each in spread)


def rules(tree: Tree) -> Iterator[Rule]:
    """The cells of all tables that do not say themselves what they are."""
    for table in tables(tree):
        yield from _cells(tree, table)


def _cells(tree: Tree, table: Crossed) -> Iterator[Rule]:
    split, width = tree.split, len(table.columns)
    span = split.objective.span("cross")
    inputs = table_inputs(tree, table)
    settings: dict[str, object] = {"rows": len(table.rows), "step": split.step}
    verb, note = "allocation-table", CROSSED
    if table.written or table.absent:
        verb, note = "fitted-table", FITTED
        settings |= {"columns": width, "written": table.written, "absent": table.absent}
    else:
        settings["weights"] = (ONE,) * width
    given = {*table.written, *table.absent}
    for place in range(len(table.rows) * width):
        if place not in given:
            row, column = divmod(place, width)
            key = tree.key(table.members(place))
            yield split.rule(key, verb, inputs, span, note, **settings, row=row, column=column)


def table_inputs(tree: Tree, table: Crossed) -> tuple[Key, ...]:
    """Rows, columns, whole and the written cells of a table."""
    rows = (tree.key((*table.path, row)) for row in table.rows)
    columns = (tree.key((*table.path, column)) for column in table.columns)
    written = (tree.key(table.members(place)) for place in table.written)
    return (*rows, *columns, tree.key(table.path), *written)
