"""Which findings keep a site from being published, and how they are said in one line each."""

from collections.abc import Sequence

from plangen.findings import Finding, Level, level_of, message


def refuses(findings: Sequence[Finding], *, strict: bool = False) -> str:
    """The key of the sentence that says why these findings stop a build; empty when they do not. See `words.py`."""
    if any(_is(finding, Level.ERROR) for finding in findings):
        return "refused"
    return "strict" if strict and count_warnings(findings) else ""


def count_warnings(findings: Sequence[Finding]) -> int:
    """How many warnings there are that nobody has accepted by a waiver."""
    return sum(_is(finding, Level.WARNING) for finding in findings)


def describe_errors(findings: Sequence[Finding], language: str = "zh") -> str:
    """The errors, a line each; empty when there are none."""
    return "\n".join(
        f"{finding.span} {finding.code} {message(finding, language)}"
        for finding in findings
        if _is(finding, Level.ERROR)
    )


def _is(finding: Finding, level: Level) -> bool:
    return level_of(finding) is level and not finding.waived
