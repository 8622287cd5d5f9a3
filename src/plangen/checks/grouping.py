"""Grouping: what follows from one mistake stands under it; the first finding is the one to mend first."""

from plangen.compute import Figures
from plangen.findings import Finding, Level, level_of
from plangen.values import Key

RANK = {Level.ERROR: 0, Level.WARNING: 1, Level.INFO: 2}


def group(findings: list[Finding], figures: Figures) -> list[Finding]:
    """Findings with their cause, in order: errors first, then by place; each is followed by what follows from it.

    A finding follows from another of the same year when one of its figures is computed from a figure that the other
    one makes doubtful, and not the other way round.
    """
    unique = list({(finding.id, finding.address): finding for finding in findings}.values())
    caused = [_with_cause(finding, unique, figures) for finding in unique]
    roots = sorted((finding for finding in caused if not finding.cause), key=_order)
    ordered: list[Finding] = []
    for root in roots:
        ordered.append(root)
        ordered += sorted((finding for finding in caused if finding.cause == root.id), key=_order)
    known = {id(finding) for finding in ordered}
    return ordered + sorted((finding for finding in caused if id(finding) not in known), key=_order)


def _order(finding: Finding) -> tuple[object, ...]:
    return (bool(finding.waived), RANK[level_of(finding)], finding.span, finding.code, str(finding.address))


def _with_cause(finding: Finding, others: list[Finding], figures: Figures) -> Finding:
    causes = [other for other in others if other is not finding and _follows(finding, other, figures)]
    roots = [cause for cause in causes if not any(_follows(cause, c, figures) for c in causes if c is not cause)]
    return finding.with_(cause=min(roots, key=_order).id) if roots else finding


def _follows(finding: Finding, other: Finding, figures: Figures) -> bool:
    if finding.year != other.year and other.year is not None and finding.year is not None and finding.year < other.year:
        return False
    if level_of(other) is not Level.ERROR or other.waived:
        return False
    mine, theirs = _keys(finding), _keys(other)
    if not mine or not theirs or mine & theirs:
        return False
    back = any(theirs & figures.origins(key) for key in mine)
    return back and not any(mine & figures.origins(key) for key in theirs)


def _keys(finding: Finding) -> set[Key]:
    if finding.year is None:
        return set()
    return {Key(finding.year, address) for address in finding.about}
