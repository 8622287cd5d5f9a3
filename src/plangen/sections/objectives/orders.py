"""Cells written in another order of axes than `cross` has: what of them has no place in the crossed cells."""

from collections.abc import Iterator

from plangen.findings import Finding
from plangen.sections.objectives.cells import axes_above, members_of, own_axes
from plangen.sections.objectives.model import Cell
from plangen.sections.objectives.tree import Tree
from plangen.values import dotted

AGAINST = (
    "“{cell}”里的 spread 与 cross 的顺序相反；把{first}写在 cross 的前面，或逐格写数",
    "the spread in “{cell}” goes against the order of cross; name {first} first there, or write the cells",
)
IN_NO_SUM = (
    "“{cell}”是几个交叉格子的和，它里面的部分不在任何汇总里；写进那些格子里",
    "“{cell}” is a sum of crossed cells, and its parts are in no sum; write them in those cells",
)


def against_the_order(tree: Tree) -> Iterator[Finding]:
    """OBJ161 for spreads that go against the order of `cross`, and for parts of a cell that is none of the crossed."""
    for cell, axis in tree.turned():
        if any(spread.axis == axis for spread in cell.spread):
            yield _finding(tree, cell, axis, AGAINST, "spread")
    for cell in tree.written.values():
        above = set(axes_above(cell))
        if above.issubset(tree.cross) and above != set(tree.cross[: len(above)]):
            for axis in own_axes(cell):
                if axis not in tree.cross:
                    yield _finding(tree, cell, axis, IN_NO_SUM, axis if axis in cell.axes else "spread")


def _finding(tree: Tree, cell: Cell, axis: str, why: tuple[str, str], field: str) -> Finding:
    split, dimensions = tree.split, tree.split.scope.dimensions
    members = members_of(cell)
    said = {
        "cell": dotted(split.scope.language, map(dimensions.member_name, members)),
        "first": dimensions.title_of(axes_above(cell)[-1]),
    }
    args = {"name": split.objective.name, "axis": dimensions.title_of(axis)}
    args["why"] = split.scope.word(*why).format(**said)
    return Finding("OBJ161", cell.key_span(field), args, split.scope.year, split.cell(members).address)
