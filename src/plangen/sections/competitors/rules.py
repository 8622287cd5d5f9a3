"""Rules of competitors: how many there are, to how many we respond, how much of each is known, and how much is not."""

from collections.abc import Iterator

from plangen.compute import PlanScope, Rule
from plangen.sections.competitors.model import Competitors
from plangen.sections.tallies import tally, total
from plangen.values import Unit

KIND = "competitors"
COMPETITORS = Unit(("家",))
CELLS = Unit(("项",))


def rules(section: Competitors, scope: PlanScope) -> Iterator[Rule]:
    """Counts of competitors, of those with a response, and of cells, filled and unknown."""
    span = section.key_span("competitors")
    yield tally(scope, total(scope, KIND, "competitors"), len(section.competitors), span, COMPETITORS)
    answered = sum(each.response is not None for each in section.competitors.values())
    yield tally(scope, total(scope, KIND, "answered"), answered, span, COMPETITORS)
    if not section.dimensions:
        return
    for competitor in section.competitors.values():
        gaps = len(section.gaps(competitor))
        span = competitor.key_span()
        yield tally(scope, competitor.address("filled"), len(section.dimensions) - gaps, span, CELLS)
        yield tally(scope, competitor.address("unknown"), gaps, span, CELLS)
    for measure in ("filled", "unknown"):
        keys = tuple(scope.key(each.address(measure)) for each in section.competitors.values())
        yield Rule(scope.key(total(scope, KIND, measure)), "sum", keys, section.key_span("competitors"))
