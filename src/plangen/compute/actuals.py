"""Actuals as figures: of several rows for one figure the newest counts, the older ones are its revisions."""

from collections.abc import Iterable, Iterator
from datetime import date

from plangen.compute.scope import PlanScope
from plangen.model import Actual
from plangen.values import Address, Figure, Key


def newest(actuals: Iterable[Actual]) -> list[Actual]:
    """For each figure the row with the newest as-of date; of two with the same date the first (ACT106 reports them)."""
    found: dict[Address, Actual] = {}
    for actual in actuals:
        other = found.get(actual.reached)
        if other is None or day_of(other) < day_of(actual):
            found[actual.reached] = actual
    return list(found.values())


def day_of(actual: Actual) -> date:
    """The day that a row speaks of."""
    assert actual.as_of.value is not None, "a row without it is refused"
    return actual.as_of.value


def actual_figures(scope: PlanScope) -> Iterator[Figure]:
    """The actuals of a plan as typed figures, each with the facet `actual` beside the planned one."""
    for actual in newest(scope.plan.actuals):
        day = day_of(actual).isoformat()
        note = scope.word(f"实际数，截至 {day}", f"reported as of {day}")
        yield Figure(Key(scope.year, actual.reached), actual.value, "typed", (), actual.span("value"), note)
