"""Rules of policies: how many there are in each group and in all, with a limit or not, and the number of groups."""

from collections.abc import Iterator

from plangen.compute import PlanScope, Rule
from plangen.sections.policies.model import Policies
from plangen.sections.tallies import tally, total
from plangen.values import Formulated, Unit

KIND = "policies"
GROUPS = Unit(("组",))


def rules(section: Policies, scope: PlanScope) -> Iterator[Rule]:
    """The rules of each group, of all, those with a limit, those whose limit is not set; the groups."""
    for group in section.items.values():
        yield tally(scope, group.address("rules"), len(group.rules), group.key_span("rules"))
    keys = tuple(scope.key(group.address("rules")) for group in section.items.values())
    yield Rule(scope.key(total(scope, KIND, "rules")), "sum", keys, section.span())
    yield tally(scope, total(scope, KIND, "groups"), len(section.items), section.span(), GROUPS)
    limits = [policy.limit for policy in section.policies() if policy.limit is not None]
    unset = sum(limit.unset and not isinstance(limit, Formulated) for limit in limits)
    yield tally(scope, total(scope, KIND, "limited"), len(limits) - unset, section.span())
    if unset:
        yield tally(scope, total(scope, KIND, "limit-unset"), unset, section.span())
