"""All checks of one plan year, in one of its scenarios."""

from collections.abc import Iterator

from plangen.compute import YearScope
from plangen.findings import CHECKS, Finding


def check_year(scope: YearScope) -> Iterator[Finding]:
    """What the checks of years, plans and sections find in a year."""
    for check in CHECKS.values():
        if check.takes == "year":
            yield from check.run(scope)
    for plan in scope.plans():
        for check in CHECKS.values():
            if check.takes == "plan":
                yield from check.run(plan)
            elif check.takes in plan.plan.sections:
                yield from check.run(plan.plan.sections[check.takes], plan)
