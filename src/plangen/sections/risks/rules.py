"""Rules of risks: how many there are, in each cell of the matrix, and without levels."""

from collections.abc import Iterator

from plangen.compute import PlanScope, Rule
from plangen.sections.risks.model import LEVELS, Risks
from plangen.sections.tallies import tally, total
from plangen.values import Address

KIND = "risks"


def rules(section: Risks, scope: PlanScope) -> Iterator[Rule]:
    """The cells, those without levels, and their sum; no matrix where nothing is judged."""
    rated = [risk for risk in section.items.values() if risk.rated]
    unrated = total(scope, KIND, "unrated")
    yield tally(scope, unrated, len(section.items) - len(rated), section.span())
    cells = [(probability, impact) for probability in LEVELS for impact in LEVELS] if rated else []
    for probability, impact in cells:
        yield tally(scope, cell(scope, probability, impact), len(section.at(probability, impact)), section.span())
    keys = tuple(scope.key(cell(scope, *each)) for each in cells)
    yield Rule(scope.key(total(scope, KIND, "risks")), "sum", (*keys, scope.key(unrated)), section.span())


def cell(scope: PlanScope, probability: str, impact: str) -> Address:
    """The address of the number of risks in a cell: `risks/total.risks/probability-high/impact-low`."""
    return total(scope, KIND, "risks", f"probability-{probability}", f"impact-{impact}")
