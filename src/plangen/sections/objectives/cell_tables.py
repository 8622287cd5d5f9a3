"""Tables of cells: rows × columns of two crossed axes with totals both ways, and cells inside cells by level."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from plangen.sections.objectives import tables
from plangen.sections.objectives.cells import Members
from plangen.sections.objectives.crossing import rows_of
from plangen.sections.objectives.split import Split
from plangen.sections.objectives.tree import Group, Tree
from plangen.values import Key, dotted
from plangen.views import Column, Dot, Line, Row, Table, Words


def crossed(tree: Tree, path: Members = ()) -> Table:
    """The cells of two crossed axes: of the whole, or of a cell that is crossed further."""
    split, word = tree.split, tree.split.scope.word
    first, second = tree.cross[len(path) : len(path) + 2]
    rows = rows_of(tree, path, first)
    columns = _columns_of(tree, path, rows, second)
    unit = tables.unit_of(split)
    heads = [Column("name", split.scope.dimensions.title_of(first))]
    group = split.scope.dimensions.title_of(second)
    heads += [Column(name, _name(split, name), unit, numeric=True, group=group, heat=True) for name in columns]
    heads.append(Column("total", word("合计", "Total"), unit, numeric=True))
    lines = [Row((_titled(split, row), *_cells(tree, (*path, row), columns))) for row in rows]
    lines.append(Row(((word("合计", "Total"),), *_cells(tree, path, columns)), "total"))
    name = f"{split.scope.dimensions.title_of(first)} × {split.scope.dimensions.title_of(second)}"
    title = f"{name}：{_names(split, path)}" if path else name
    ids = "-".join((split.objective.id, *path, first, second))
    table = Table(ids, title, tuple(heads), tuple(lines))
    return with_rules(split, table, (tree.key((*path, row, column)) for row in rows for column in columns))


def size(tree: Tree, path: Members = ()) -> int:
    """How many cells `crossed` would show, totals not counted."""
    rows = rows_of(tree, path, tree.cross[len(path)])
    return len(rows) * len(_columns_of(tree, path, rows, tree.cross[len(path) + 1]))


def _columns_of(tree: Tree, path: Members, rows: Members, axis: str) -> Members:
    """The members of the second axis: those of the whole, and those that the rows name themselves."""
    found = [name for row in rows for name in tree.children((*path, row), axis)]
    return tuple(tree.split.in_order(axis, dict.fromkeys([*tree.marginals(axis), *found])))


def _cells(tree: Tree, path: Members, columns: Members) -> Iterator[Line]:
    """A cell's parts along the columns, and the cell itself."""
    for column in columns:
        yield (tables.number(tree.split, tree.key((*path, column))),)
    yield (tables.number(tree.split, tree.key(path)),)


def nested(tree: Tree, group: Group) -> Table:
    """The parts of the members of an axis, one inside another: a level a row."""
    split, word = tree.split, tree.split.scope.word
    axes = [split.scope.dimensions.title_of(axis) for axis in (*group.axes, *_axes_below(tree, group))]
    unit = tables.unit_of(split)
    columns = (
        Column("name", dotted(split.scope.language, axes)),
        Column("target", word("目标", "Target"), unit, numeric=True),
    )
    rows = [row for member in split.axes()[group.axes[0]] for row in _levels(tree, (member,), group)]
    whole = Row(((word("合计", "Total"),), (tables.number(split, split.key()),)), "total")
    ids = "-".join((split.objective.id, *group.axes, group.axis))
    table = Table(ids, " → ".join(axes), columns, (*rows, whole))
    return with_rules(split, table, keys_below(tree, group))


def _axes_below(tree: Tree, group: Group) -> list[str]:
    """The axis of a group, and those of the groups inside it."""
    found = [group.axis]
    for other in tree.groups:
        if other.axes[:2] == (*group.axes, group.axis)[:2] and other.axis not in found:
            found.append(other.axis)
    return found


def _levels(tree: Tree, path: Members, group: Group) -> Iterator[Row]:
    """A cell, and below it its parts, as far as they begin with the axes of a group."""
    split = tree.split
    yield Row((_titled(split, path[-1]), (tables.number(split, tree.key(path)),)), level=len(path) - 1)
    for below in tree.at(path):
        if len(path) > 1 or below.axis == group.axis:
            for part in below.paths():
                yield from _levels(tree, part, group)


def keys_below(tree: Tree, group: Group) -> Iterator[Key]:
    """The keys of the cells that begin with the axes of a group."""
    begin = (*group.axes, group.axis)
    for other in tree.groups:
        if (*other.axes, other.axis)[: len(begin)] == begin:
            yield from (tree.key(path) for path in other.paths())


def with_rules(split: Split, table: Table, keys: Iterable[Key]) -> Table:
    """The table with the methods by which its figures were computed below it."""
    figures = (split.scope.figures.get(key) for key in keys)
    notes = dict.fromkeys(figure.note for figure in figures if figure is not None and figure.note)
    said = split.scope.word("；", "; ").join(notes)
    line: Line = (Words(split.scope.word("算法：{said}", "Method: {said}", said=said), "muted"),)
    return replace(table, notes=(*table.notes, line)) if said else table


def _titled(split: Split, member: str) -> Line:
    return (Dot(split.scope.dimensions.slot(member)), _name(split, member))


def _name(split: Split, member: str) -> str:
    return split.scope.dimensions.member_name(member)


def _names(split: Split, path: Members) -> str:
    return dotted(split.scope.language, (_name(split, member) for member in path))
