"""The tree of cells: each group of parts of one cell along one axis, written inside one another or crossed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from plangen.sections.objectives.cells import Members, axes_above, own_axes, own_members, written_cells
from plangen.sections.objectives.model import Cell
from plangen.sections.objectives.split import Split
from plangen.values import Key, Span, record

LIMIT = 200_000
"""The most cells, months counted, that one objective may be broken down into."""


@record
class Group:
    """The parts of one cell along one axis.

    `path` are the members of the cell and `axes` their axes, the outermost first; `cell` is where the cell is written,
    if it is; `is_crossed` says that the parts come from crossing and not from the cell itself.
    """

    path: Members
    axes: tuple[str, ...]
    axis: str
    members: Members
    cell: Cell | None = None
    is_crossed: bool = False

    def paths(self) -> Iterator[Members]:
        """The paths of the parts."""
        return ((*self.path, member) for member in self.members)


@dataclass
class Tree:
    """All groups below the parts of the first axes, outer ones first."""

    split: Split
    groups: list[Group] = field(default_factory=list)
    _keys: dict[Members, Key] = field(default_factory=dict, repr=False)
    is_refused: bool = False
    """Whether there would be more cells than the limit allows: then no axes are crossed."""

    def __post_init__(self) -> None:
        self.is_refused = self._size(0, ()) > LIMIT
        for axis in self.split.axes():
            for member in self.split.axes()[axis]:
                self._grow((member,), (axis,))

    @cached_property
    def written(self) -> dict[Members, Cell]:
        """Every written cell by its members in dimension order."""
        return written_cells(self.split.objective)

    @cached_property
    def cross(self) -> tuple[str, ...]:
        """The axes that are crossed: those that have parts, or whose parts the cells name; each once."""
        axes = tuple(dict.fromkeys(self.split.objective.cross))
        if self.split.objective.rollup or not set(axes).issubset(self.split.axes()):
            return ()
        return axes if len(axes) > 1 and not self.is_refused and self.split.adds_up else ()

    def cell_at(self, path: Members) -> Cell | None:
        """The written cell of some members."""
        return self.written.get(self.split.objective.place.in_order(path))

    @cached_property
    def _marginals(self) -> dict[str, Members]:
        """The parts of the whole along each axis that somebody gave: written, spread, or found in the child plans."""
        split = self.split
        given = {axis: split.given(axis) for axis in split.axes()}
        return {axis: tuple(name for name in split.inside(axis) if name in given[axis]) for axis in given}

    def marginals(self, axis: str) -> Members:
        """The parts of the whole along an axis; none where they are sums over cells."""
        return self._marginals.get(axis, ())

    def children(self, path: Members, axis: str) -> Members:
        """The parts of a crossed cell along the next axis: those of its own spread, else all that the whole has.

        Where the whole has none, those that the cell names.
        """
        cell = self.cell_at(path)
        own = own_members(cell, axis) if cell is not None else ()
        there = self.marginals(axis)
        if not there:
            return tuple(self.split.in_order(axis, own))
        spread = cell is not None and any(each.axis == axis for each in cell.spread)
        return tuple(member for member in there if member in own) if spread else there

    def first(self, axis: str) -> Members:
        """The members that crossing begins with."""
        return self.marginals(axis) or tuple(self.split.inside(axis))

    def at(self, path: Members) -> list[Group]:
        """The groups of the cell at a path."""
        return self._by_path.get(path, [])

    @cached_property
    def _by_path(self) -> dict[Members, list[Group]]:
        found: dict[Members, list[Group]] = {}
        for group in self.groups:
            found.setdefault(group.path, []).append(group)
        return found

    def _size(self, depth: int, path: Members) -> int:
        """How many cells crossing would make below a path, months counted; not counted on beyond the limit."""
        axes = tuple(dict.fromkeys(self.split.objective.cross))
        if depth >= len(axes):
            return self.split.period.length
        size = 0
        for member in self.children(path, axes[depth]) if path else self.first(axes[depth]):
            size += self._size(depth + 1, (*path, member))
            if size > LIMIT:
                break
        return size

    def _grow(self, path: Members, axes: tuple[str, ...]) -> None:
        cell, depth = self.cell_at(path), len(path)
        following = self.cross[depth : depth + 1] if axes == self.cross[:depth] else ()
        if following and (depth > 1 or path[0] in self.first(self.cross[0])):
            members = self.children(path, following[0])
            if members:
                self._add(Group(path, axes, following[0], members, cell, is_crossed=True))
        if cell is None or not self._stands_here(cell, axes):
            return
        for axis in own_axes(cell):
            if axis not in axes and not {*axes, axis}.issubset(self.cross):
                members = tuple(self.split.in_order(axis, own_members(cell, axis)))
                self._add(Group(path, axes, axis, members, cell))

    def _stands_here(self, cell: Cell, axes: tuple[str, ...]) -> bool:
        """Whether a cell is reached as it is written; the axes of a crossed one may be written in any order."""
        written = axes_above(cell)
        return written == axes or (axes == self.cross[: len(axes)] and set(written) == set(axes))

    def turned(self) -> Iterator[tuple[Cell, str]]:
        """Cells with an axis that they are split by in another order than `cross` has them: they are in no group."""
        for cell in self.written.values():
            for axis in own_axes(cell):
                axes = (*axes_above(cell), axis)
                if set(axes).issubset(self.cross) and axes != self.cross[: len(axes)]:
                    yield cell, axis

    def _add(self, group: Group) -> None:
        self.groups.append(group)
        for path in group.paths():
            self._grow(path, (*group.axes, group.axis))

    def key(self, path: Members) -> Key:
        """The key of the cell at a path."""
        key = self._keys.get(path)
        if key is None:
            key = self._keys[path] = self.split.cell(path)
        return key

    def span(self, group: Group) -> Span:
        """Where the parts of a group are asked for."""
        if group.cell is not None and group.axis in group.cell.axes:
            return group.cell.span(group.axis)
        spread = next((each for each in group.cell.spread if each.axis == group.axis), None) if group.cell else None
        if spread is not None:
            return spread.span()
        return self.split.objective.span("cross")

    def directly(self, group: Group) -> dict[str, Members]:
        """The parts of a group by what they add up to: the cell (an empty text), or a part that they stand below."""
        found: dict[str, list[str]] = {"": []}
        for member in group.members:
            found.setdefault(self.split.scope.dimensions.above(member, group.members), []).append(member)
        return {above: tuple(members) for above, members in found.items()}
