"""One run of every check: all findings at once, waived ones marked, grouped by root cause, sorted."""

from collections.abc import Iterable, Mapping

from plangen.checks.grouping import group
from plangen.checks.one_year import check_year
from plangen.checks.scenarios import variant_findings
from plangen.checks.unread import unread
from plangen.checks.waivers import apply_waivers
from plangen.compute import Figures, Variant, YearScope
from plangen.findings import CHECKS, Finding
from plangen.model import Handbook
from plangen.sections.kind import SectionKind


def run_checks(
    handbook: Handbook | None,
    figures: Figures,
    kinds: Mapping[str, SectionKind],
    found: Iterable[Finding],
    variants: Iterable[Variant] = (),
) -> list[Finding]:
    """Every finding of a handbook: those already `found` while reading and computing, and those of all checks.

    `variants` are the years in their other scenarios: what is found in them alone is told too.
    """
    findings = list(found)
    if handbook is None:
        return group(findings, figures)
    for check in CHECKS.values():
        if check.takes == "handbook":
            findings += check.run(handbook)
    for year in sorted(handbook.years):
        findings += check_year(YearScope(handbook, year, figures))
    findings = told_once(findings)
    every = list(variants)
    findings += [each for variant in every for each in variant_findings(variant, findings)]
    missing = unread(findings, handbook)
    return group(apply_waivers(findings, handbook, missing), figures, missing, every)


def told_once(findings: Iterable[Finding]) -> list[Finding]:
    """What is found in a file that several years share is told once, and of no single year."""
    told: dict[tuple[object, ...], Finding] = {}
    for finding in findings:
        shared = finding.year is not None and f"/{finding.year}/" not in finding.span.file
        place = (finding.code, finding.span, str(finding.args)) if shared else (len(told),)
        told[place] = told[place].with_(year=None) if place in told else finding
    return list(told.values())
