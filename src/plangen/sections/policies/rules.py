"""Rules of policies: how many there are in each group and in all, and how many set a limit."""

from collections.abc import Iterator

from plangen.compute import PlanScope, Rule
from plangen.sections.policies.model import Policies
from plangen.sections.tallies import tally, total
from plangen.values import Formulated

KIND = "policies"


def rules(section: Policies, scope: PlanScope) -> Iterator[Rule]:
    """The rules of each group, of all, those with a limit, and those whose limit is still to be set."""
    for group in section.items.values():
        yield tally(scope, group.address("rules"), len(group.rules), group.key_span("rules"))
    keys = tuple(scope.key(group.address("rules")) for group in section.items.values())
    yield Rule(scope.key(total(scope, KIND, "rules")), "sum", keys, section.span())
    limits = [policy.limit for policy in section.policies() if policy.limit is not None]
    unset = sum(limit.unset and not isinstance(limit, Formulated) for limit in limits)
    yield tally(scope, total(scope, KIND, "limited"), len(limits) - unset, section.span())
    if unset:
        yield tally(scope, total(scope, KIND, "limit-unset"), unset, section.span())
