"""Actuals as figures: of several rows for one figure the newest counts, the older ones are its revisions."""

from collections.abc import Iterator

from plangen.compute.scope import PlanScope
from plangen.model import day_of, newest
from plangen.values import Figure, Key


def actual_figures(scope: PlanScope) -> Iterator[Figure]:
    """The actuals of a plan as typed figures, each with the facet `actual` beside the planned one."""
    for actual in newest(scope.plan.actuals):
        day = day_of(actual).isoformat()
        note = scope.word(f"实际数，截至 {day}", f"reported as of {day}")
        yield Figure(Key(scope.year, actual.reached), actual.value, "typed", (), actual.span("value"), note)
