"""Cells of several axes as they are written: one inside another, each with its members in dimension order."""

from collections.abc import Iterator

from plangen.sections.objectives.model import Cell, Objective, taken

Members = tuple[str, ...]


def written_cells(objective: Objective) -> dict[Members, Cell]:
    """Every written cell by its members, those on one axis first."""
    found: dict[Members, Cell] = {}
    for cell in _inside(objective):
        found.setdefault(members_of(cell), cell)
    return found


def nested_cells(objective: Objective) -> dict[Members, Cell]:
    """The written cells that stand inside another one."""
    return {members: cell for members, cell in written_cells(objective).items() if len(members) > 1}


def members_of(cell: Cell) -> Members:
    """The members of a cell."""
    return cell.address("target").members


def _inside(entry: Objective | Cell) -> Iterator[Cell]:
    for cells in entry.axes.values():
        for cell in cells.values():
            yield cell
            yield from _inside(cell)


def every_entry(objective: Objective) -> Iterator[tuple[Members, Objective | Cell]]:
    """All that may be split: the objective itself, without members, and every written cell, however deep."""
    yield (), objective
    yield from ((members_of(cell), cell) for cell in _inside(objective))


def has_own_months(objective: Objective) -> bool:
    """Whether cells say themselves what their months are."""
    return any(cell.phasing for cell in _inside(objective))


def own_axes(entry: Objective | Cell) -> list[str]:
    """The axes along which an entry itself is split."""
    return list(dict.fromkeys([*entry.axes, *(spread.axis for spread in entry.spread)]))


def own_members(entry: Objective | Cell, axis: str) -> Members:
    """The members along an axis that an entry names: in cells or in a spread."""
    spread = [member for each in entry.spread if each.axis == axis for member in taken(entry, each)]
    return tuple(dict.fromkeys([*entry.axes.get(axis, ()), *spread]))


def rolled_axes(objective: Objective) -> list[tuple[str, list[str]]]:
    """The axes that cells are split by, with the members found there: their totals are sums over the cells."""
    found: dict[str, dict[str, None]] = {}
    for cell in _inside(objective):
        for axis in own_axes(cell):
            if axis not in axes_above(cell):
                found.setdefault(axis, {}).update(dict.fromkeys(own_members(cell, axis)))
    return [(axis, list(members)) for axis, members in found.items()]


def axes_above(cell: Cell) -> tuple[str, ...]:
    """The axes of a cell, the outermost first: every other key of its path, the first of which is the objective's."""
    return tuple(str(key) for key in cell.path[1::2])
