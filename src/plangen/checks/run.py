"""One run of every check: all findings at once, waived ones marked, grouped by root cause, sorted."""

from collections.abc import Iterable, Iterator, Mapping

from plangen.checks.grouping import group
from plangen.checks.unread import unread
from plangen.checks.waivers import apply_waivers
from plangen.compute import Figures, YearScope
from plangen.findings import CHECKS, Finding
from plangen.model import Handbook
from plangen.sections.kind import SectionKind


def run_checks(
    handbook: Handbook | None, figures: Figures, kinds: Mapping[str, SectionKind], found: Iterable[Finding]
) -> list[Finding]:
    """Every finding of a handbook: those already `found` while reading and computing, and those of all checks."""
    findings = list(found)
    if handbook is None:
        return group(findings, figures)
    for check in CHECKS.values():
        if check.takes == "handbook":
            findings += check.run(handbook)
    for year in sorted(handbook.years):
        findings += _year(YearScope(handbook, year, figures))
    missing = unread(findings, handbook)
    return group(apply_waivers(findings, handbook, missing), figures, missing)


def _year(scope: YearScope) -> Iterator[Finding]:
    for check in CHECKS.values():
        if check.takes == "year":
            yield from check.run(scope)
    for plan in scope.plans():
        for check in CHECKS.values():
            if check.takes == "plan":
                yield from check.run(plan)
            elif check.takes in plan.plan.sections:
                yield from check.run(plan.plan.sections[check.takes], plan)
