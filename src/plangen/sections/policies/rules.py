"""Rules of policies: how many there are in each group and in all, and how many set a limit."""

from collections.abc import Iterator

from plangen.compute import PlanScope, Rule
from plangen.sections.policies.model import Policies
from plangen.sections.tallies import tally, total

KIND = "policies"


def rules(section: Policies, scope: PlanScope) -> Iterator[Rule]:
    """The rules of each group, of all, and those with a limit."""
    for group in section.items.values():
        yield tally(scope, group.address("rules"), len(group.rules), group.key_span("rules"))
    keys = tuple(scope.key(group.address("rules")) for group in section.items.values())
    yield Rule(scope.key(total(scope, KIND, "rules")), "sum", keys, section.span())
    limited = sum(policy.limit is not None for policy in section.policies())
    yield tally(scope, total(scope, KIND, "limited"), limited, section.span())
