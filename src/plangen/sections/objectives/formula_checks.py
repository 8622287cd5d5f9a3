"""Checks of formulas in objectives: do they give the unit that what depends on them was made in."""

from collections.abc import Iterator

from plangen.compute import PlanScope, formula_unit
from plangen.findings import Finding, Level, check
from plangen.sections.objectives.cells import nested_cells
from plangen.sections.objectives.model import Cell, Objective, Objectives
from plangen.sections.objectives.phases import phase_address
from plangen.sections.objectives.split import Split
from plangen.values import NONE, Formulated


@check(
    "OBJ123",
    Level.ERROR,
    takes="objectives",
    zh="{name}：公式得出的单位是 {given}，而靠它的数按 {unit} 算",
    en="{name}: the formula gives {given}, what depends on it is made in {unit}",
    fix_zh="让公式由写明单位的数算出，例如 previous × 1.2，或把结果直接写成数",
    fix_en="let the formula start from figures whose unit is written, such as previous × 1.2, or type the result",
)
def formulas_give_the_unit_of_the_split(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """The unit of a formula must be known before it is computed, because steps and products depend on it.

    Why: 13 stores split in steps of 1,000 yuan are 0, 0, 0 and 13; a rate in an unknown unit multiplies nothing.
    Bad:
        # objectives.yml
        revenue: {name: 销售额, channel: {own-store: 5万元, dealer: 8万元}}
        part: {name: 经销占比, target: = revenue.share/dealer}
    Good:
        # objectives.yml
        revenue: {name: 销售额, channel: {own-store: 5万元, dealer: 8万元}}
        part: {name: 经销占比, target: '= share(revenue.target/dealer, revenue)'}
    """
    for objective in section.items.values():
        split = Split(objective, scope)
        for entry in (*(entry for _, entry in split.entries()), *nested_cells(objective).values()):
            for field in ("target", "rate", "heads", "count"):
                yield from _in_other_unit(split, entry, field)
        yield from _phases(split)


def _in_other_unit(split: Split, entry: Cell | Objective, field: str) -> Iterator[Finding]:
    scope, address = split.scope, entry.address(field)
    given = scope.quantity(address)
    if not isinstance(getattr(entry, field), Formulated) or given is None or given.unset:
        return
    told = split.unit if field == "target" else split.unit_of(entry, field)
    if given.unit != told and (told is not None or entry.rate is not None):
        unit = told if told is not None else scope.word("未知的单位", "an unknown unit")
        args = {"name": split.objective.name, "given": given.unit, "unit": unit}
        yield Finding("OBJ123", entry.span(field), args, scope.year, address)


def _phases(split: Split) -> Iterator[Finding]:
    """Numbers of the phasing of which nobody knows whether they are shares or amounts."""
    scope, objective = split.scope, split.objective
    for key, part in objective.phasing.items():
        address = phase_address(split, key)
        if isinstance(part, Formulated) and formula_unit(part, address, scope) is None:
            given = scope.quantity(address)
            unit = given.unit if given is not None else NONE
            args = {"name": objective.name, "given": unit, "unit": scope.word("未知的单位", "an unknown unit")}
            span = objective.place.span((*objective.path, "phasing", key))
            yield Finding("OBJ123", span, args, scope.year, address)
