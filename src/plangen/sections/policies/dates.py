"""The days of policies: from when a rule holds."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.sections.policies.model import Policies
from plangen.views import Due


def dates(section: Policies, scope: PlanScope) -> Iterator[Due]:
    """The first day of each rule that has one, for who has to keep it."""
    for group in section.items.values():
        for policy in group.rules.values():
            if policy.valid_from and policy.valid_from.value:
                day, roles = policy.valid_from.value, policy.scope or group.scope
                yield Due(day, policy.text, scope.word("生效", "in force"), policy.address(), roles)
