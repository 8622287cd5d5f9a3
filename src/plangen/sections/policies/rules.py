"""Rules of policies: how many there are in each group and in all, with a limit or not, and the number of groups."""

from collections.abc import Iterator

from plangen.compute import PlanScope, Rule
from plangen.sections.policies.model import Policies
from plangen.sections.tallies import tally, total
from plangen.values import Unit

KIND = "policies"
GROUPS = Unit(("组",))


def rules(section: Policies, scope: PlanScope) -> Iterator[Rule]:
    """The rules of each group, of all, and those with a limit; the groups."""
    for group in section.items.values():
        yield tally(scope, group.address("rules"), len(group.rules), group.key_span("rules"))
    keys = tuple(scope.key(group.address("rules")) for group in section.items.values())
    yield Rule(scope.key(total(scope, KIND, "rules")), "sum", keys, section.span())
    yield tally(scope, total(scope, KIND, "groups"), len(section.items), section.span(), GROUPS)
    limited = sum(policy.limit is not None for policy in section.policies())
    yield tally(scope, total(scope, KIND, "limited"), limited, section.span())
