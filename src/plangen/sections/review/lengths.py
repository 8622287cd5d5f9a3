"""Lengths: whether two periods can be compared as they are, and which results have to be compared by the month."""

from plangen.compute import PlanScope
from plangen.compute.formula_units import unit_of
from plangen.sections.review.model import Result, Review
from plangen.values import PEOPLE, POINT, SHARE, Unit


def differ(section: Review, scope: PlanScope) -> bool:
    """Whether two periods are written, and one is longer than the other."""
    return len({stretch.months for _, stretch in section.stretches(scope.year)}) > 1


def adds_up(result: Result, scope: PlanScope) -> bool:
    """Whether the months of a result add up: as it says; else amounts and counts do, averages and headcounts do not."""
    if result.adds_up is not None:
        return result.adds_up == "yes"
    unit = unit_before(result, scope)
    return unit is not None and not unit.per and unit not in (SHARE, POINT, PEOPLE)


def unit_before(result: Result, scope: PlanScope) -> Unit | None:
    """The unit of a result as far as it is told before anything is computed; None where nothing tells it."""
    for entry in (result, *result.parts.values()):
        for field in ("actual", "before"):
            value = getattr(entry, field)
            unit = unit_of(entry, field, scope) if value is not None else None
            if unit is not None and (unit.over or unit.per):
                return unit
    return None
