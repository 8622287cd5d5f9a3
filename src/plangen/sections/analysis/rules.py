"""Rules of the analysis: how many factors there are by area and sign, and how many are answered."""

from collections.abc import Iterator

from plangen.compute import PlanScope, Rule
from plangen.sections.analysis.answering import answering
from plangen.sections.analysis.model import SIGNS, Analysis
from plangen.sections.tallies import tally, total

KIND = "analysis"


def rules(section: Analysis, scope: PlanScope) -> Iterator[Rule]:
    """Each area by sign, each area, each sign, all; and those that something answers."""
    areas = section.items.values()
    for area in areas:
        for sign in SIGNS:
            yield tally(scope, area.address(sign), len(area.signed(sign)), area.key_span("factors"))
        keys = tuple(scope.key(area.address(sign)) for sign in SIGNS)
        yield Rule(scope.key(area.address("factors")), "sum", keys, area.key_span("factors"))
    for measure in (*SIGNS, "factors"):
        keys = tuple(scope.key(area.address(measure)) for area in areas)
        yield Rule(scope.key(total(scope, KIND, measure)), "sum", keys, section.span())
    answered = sum(bool(answering(factor, scope)) for factor in section.factors())
    yield tally(scope, total(scope, KIND, "answered"), answered, section.span())
