"""Units of objectives as they are told before anything is computed."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plangen.compute import formula_unit
from plangen.sections.objectives.cells import written_cells
from plangen.sections.objectives.model import Cell
from plangen.values import NONE, SHARE, Formulated, Period, Quantity, Unit

if TYPE_CHECKING:
    from plangen.sections.objectives.split import Split


def plain_unit(split: "Split") -> Unit | None:
    """The unit that is written here, below or before; None where there is none, or the objective is a ratio."""
    written = next((unit for unit in _written(split) if unit.over), None)
    if written is not None:
        return written
    others = [*(split.parts_below() if split.objective.rollup else ()), *([split.before] if split.before else ())]
    found = next((unit for unit in (other.known_unit for other in others) if unit), None)
    rates = (split.unit_of(entry, "rate") for _, entry in split.entries())
    found = found or next((Unit(rate.over) for rate in rates if rate and rate.over), None)
    values = (part.unit for part in split.objective.phasing.values() if part.unit != NONE)
    return found or next((unit for unit in values if unit != SHARE or split.objective.holds_levels()), None)


def _written(split: "Split") -> Iterator[Unit]:
    """The units of targets, those of the objective and of single axes first, and of cells' months."""
    cells = written_cells(split.objective).values()
    for entry in (*(entry for _, entry in split.entries()), *cells):
        if entry.target is not None:
            yield split.unit_of(entry, "target") or NONE
    for cell in cells:
        for _, _, period, amount in cell.phased_quantities():
            yield phase_unit(split, cell, period, amount) or NONE


def phase_unit(split: "Split", cell: Cell, period: Period, amount: Quantity) -> Unit | None:
    """The unit of the amount that a cell has in a period."""
    if isinstance(amount, Formulated):
        return formula_unit(amount, cell.address("phasing").at(period), split.scope)
    return amount.unit
