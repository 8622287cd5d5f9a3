"""Actuals as figures: of several rows for one figure the newest counts, the older ones are its revisions."""

from collections.abc import Iterator

from plangen.compute.scope import PlanScope
from plangen.model import Actual, day_of, newest
from plangen.values import Figure, Key


def actual_figures(scope: PlanScope) -> Iterator[Figure]:
    """The actuals of a plan as typed figures, each with the facet `actual` beside the planned one."""
    counting = newest(scope.plan.actuals)
    for actual in counting:
        day = day_of(actual).isoformat()
        note = scope.word("实际数，截至 {day}", "reported as of {day}", day=day)
        yield Figure(Key(scope.year, actual.reached), actual.value, "typed", (), actual.span("value"), note)
    yield from _superseded(scope, counting)


def _superseded(scope: PlanScope, counting: list[Actual]) -> Iterator[Figure]:
    """What older rows said, each under its own day, and of two of one day the first; an answered 待定 said nothing."""
    last, told = {actual.reached: day_of(actual) for actual in counting}, set()
    for old in scope.plan.actuals:
        if day_of(old) < last[old.reached] and not old.value.unset and old.superseded not in told:
            told.add(old.superseded)
            note = scope.word(
                "截至 {day_of}，已被后来的数取代", "as of {day_of}, replaced by a newer one", day_of=day_of(old)
            )
            yield Figure(Key(scope.year, old.superseded), old.value, "typed", (), old.span("value"), note)
