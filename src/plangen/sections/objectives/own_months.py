"""Months that cells have of their own: written amounts at the bottom, sums everywhere above."""

from collections.abc import Iterator
from contextlib import suppress

from plangen.compute import Rule
from plangen.sections.objectives import breakdown, margins
from plangen.sections.objectives.cells import Members, written_cells
from plangen.sections.objectives.model import Cell
from plangen.sections.objectives.month_tables import EVEN, MONTHS, quarters_of
from plangen.sections.objectives.nested import EMPTY, PARTS
from plangen.sections.objectives.split import Note, Split
from plangen.sections.objectives.tree import Tree
from plangen.sections.objectives.units import phase_unit
from plangen.values import Formulated, Key, Period, Quantity, Refused
from plangen.values.decimals import ONE

WRITTEN: Note = ("各期写明的数", "written by period")
PERIOD = "period"


def rules(split: Split) -> Iterator[Rule]:
    """Months of cells as they are written, and as sums of parts; cells without either have unset months."""
    tree = breakdown.tree_of(split) or Tree(split)
    cells = written_cells(split.objective)
    for members, cell in cells.items():
        if cell.phasing:
            yield from _own(split, members, cell)
    done = {members for members, cell in cells.items() if cell.phasing}
    yield from _sums(tree, done)
    yield from _margins(tree, done)
    first = next(iter(split.axes()))
    yield from _months(split, (), tuple((member,) for member in split.inside(first)))


def usable(split: Split, cell: Cell) -> dict[Period, Quantity]:
    """The phases of a cell that can be used: amounts in the target's unit, in the period, not overlapping."""
    found: dict[Period, Quantity] = {}
    for key, part in cell.phasing.items():
        with suppress(Refused):
            period = Period.parse(key)
            if period in split.period and not any(month in other for other in found for month in period.months):
                found[period] = part if fits(split, cell, period, part) else Quantity.unset_(split.unit)
    return found


def fits(split: Split, cell: Cell, period: Period, part: Quantity) -> bool:
    """Whether an amount of a cell is in the target's unit, as far as it is told before computing."""
    if isinstance(part, Formulated):
        return phase_unit(split, cell, period, part) == split.unit
    return part.unset or part.unit == split.unit


def written_periods(split: Split) -> dict[str, frozenset[Period]]:
    """By member the periods that its cell says itself."""
    cells = (cell for axis in split.objective.axes.values() for cell in axis.values() if cell.phasing)
    return {cell.id: frozenset(usable(split, cell)) for cell in cells}


def _own(split: Split, members: Members, cell: Cell) -> Iterator[Rule]:
    """A cell from its phases: each period as it is written, its months, their sum."""
    span, found = cell.span("phasing"), usable(split, cell)
    for period, amount in found.items():
        at = cell.place.span((*cell.path, "phasing", _written(cell, period)))
        key = split.key("target", *members, period=period)
        if isinstance(amount, Formulated):
            yield split.rule(key, "sum", (split.key("phasing", *members, period=period),), at, WRITTEN)
        else:
            known = Quantity.unset_(split.unit) if amount.unset else amount
            yield split.rule(key, "constant", (), at, WRITTEN, quantity=known)
        if period.length > 1:
            yield from _inside(split, members, period, cell)
    months = {month for period in found for month in period.months}
    for month in split.period.months:
        if month not in months:
            key, none = split.key("target", *members, period=month), Quantity.unset_(split.unit)
            yield split.rule(key, "constant", (), span, EMPTY, quantity=none)
    periods = tuple(split.key("target", *members, period=period) for period in sorted(found))
    missing = {"missing": len(split.period.months) - len(months)} if len(months) < split.period.length else {}
    if cell.target is None and cell.growth is None and cell.share is None:
        yield split.rule(split.key("target", *members), "sum", periods, span, MONTHS, **missing)
    else:
        whole, rollup = split.key("target", *members), split.key("target", *members, PERIOD, facet="rollup")
        yield split.rule(rollup, "sum", periods, span, MONTHS, **missing)
        yield split.rule(split.key("gap", *members, PERIOD), "difference", (whole, rollup), span)
    if len(members) > 1:
        yield from quarters_of(split, members, span, skip=frozenset(found))


def _written(cell: Cell, period: Period) -> str:
    return next(key for key in cell.phasing if _is(key, period))


def _is(key: str, period: Period) -> bool:
    with suppress(Refused):
        return Period.parse(key) == period
    return False


def _inside(split: Split, members: Members, period: Period, cell: Cell) -> Iterator[Rule]:
    inputs, weights = (split.key("target", *members, period=period),), (ONE,) * period.length
    for index, month in enumerate(period.months):
        settings = {"index": index, "weights": weights, "step": split.step}
        key = split.key("target", *members, period=month)
        yield split.rule(key, "allocation", inputs, cell.span("phasing"), EVEN, **settings)


def _sums(tree: Tree, done: set[Members]) -> Iterator[Rule]:
    """Cells whose months are the sums of their parts' months, or not set; inner ones are asked for by outer ones."""
    split = tree.split
    first = next(iter(split.axes()))
    paths: list[Members] = [(member,) for member in split.axes()[first]]
    paths += [path for group in tree.groups for path in group.paths()]
    for path in paths:
        members = split.objective.place.in_order(path)
        if members in done:
            continue
        done.add(members)
        group = next(iter(tree.at(path)), None)
        parts = tuple((*path, member) for member in tree.directly(group)[""]) if group is not None else ()
        if not parts and len(path) == 1:
            parts = tuple((member,) for member in split.inside(first, path[0]))
        yield from _months(split, members, parts)
        if len(members) > 1:
            yield from quarters_of(split, members, split.objective.span())


def _margins(tree: Tree, done: set[Members]) -> Iterator[Rule]:
    """The months of members whose parts are the cells of several axes."""
    for order in margins.orders(tree):
        for margin in margins.margins(tree, order):
            if len(margin.members) == 1 and margin.members not in done:
                done.add(margin.members)
                parts = tuple(key.address.members for key in margin.cells)
                yield from _months(tree.split, margin.members, parts, margin.missing)


def _months(split: Split, members: Members, parts: tuple[Members, ...], missing: int = 0) -> Iterator[Rule]:
    """Each month as the sum of that month of the parts; `missing` parts more may hold something of it."""
    span, lacking = split.objective.span(), {"missing": missing} if missing else {}
    for month in split.period.months:
        key = split.key("target", *members, period=month)
        inputs: tuple[Key, ...] = tuple(split.cell(part, period=month) for part in parts)
        if inputs:
            yield split.rule(key, "sum", inputs, span, PARTS, **lacking)
        else:
            yield split.rule(key, "constant", (), span, EMPTY, quantity=Quantity.unset_(split.unit))
