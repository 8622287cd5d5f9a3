"""`plangen check`: all findings of one run."""

from pathlib import Path

import click

from plangen.cli._session import FORGES, complete_year, concerning, language_of, opened
from plangen.findings import Finding, Level, level_of
from plangen.render.terminal import lines_below, render_findings, render_summary
from plangen.workspace import Workspace

EXAMPLES = """\b
Examples:
  plangen check
  plangen check --year 2026
  plangen check --format json > findings.json
  plangen check --format github         annotations for GitHub Actions
  plangen check --format gitlab > code-quality.json
  plangen check --format sarif > plangen.sarif
  plangen check --fix                   mend what has one certain repair, then report the rest
"""
FORMS = ("text", "json", *FORGES)


@click.command(epilog=EXAMPLES)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    default="text",
    help="Text to read, JSON, or what a forge shows at the lines: GitHub Actions, GitLab code quality, SARIF 2.1.0.",
)
@click.option(
    "--year", type=int, metavar="YEAR", shell_complete=complete_year, help="Only what concerns this plan year."
)
@click.option("--fix", is_flag=True, help="First mend the findings that have one certain repair.")
@click.pass_obj
def check(root: Path, form: str, year: int | None, fix: bool) -> None:
    """Look at the whole content and report every finding in one run.

    For a forge the findings are ranked, and paths begin at the top of the git repository. GitHub keeps ten annotations
    of a level: what does not fit is counted in the tenth and listed in the log.

    With --fix the findings that have one certain repair are mended in the files first; what was mended is said on
    standard error, what is left is reported.

    Exit status: 0 good, 1 an error was found that is not waived, 2 wrong usage.
    """
    workspace = opened(root, year)
    if fix:
        from plangen.cli._mending import mend

        workspace = mend(workspace, year)
    findings = concerning(workspace, year)
    language = language_of(workspace)
    if form == "text":
        _tell(workspace, findings, year, language)
    else:
        click.echo(_written(workspace, findings, form).encode(), nl=False)
    refused = any(level_of(finding) is Level.ERROR and not finding.waived for finding in findings)
    raise click.exceptions.Exit(1 if refused else 0)


def _tell(workspace: Workspace, findings: list[Finding], year: int | None, language: str) -> None:
    text = render_findings(findings, lines_below(workspace.root), language)
    years = workspace.years if year is None else (year,)
    plans = sum(len(workspace.scope(each).plan_year.plans) for each in years if each in workspace.years)
    unset = workspace.unset_count(year)
    click.echo((text + "\n" if text else "") + render_summary(findings, unset, plans, len(years), language))


def _written(workspace: Workspace, findings: list[Finding], form: str) -> str:
    """The findings for other programs."""
    language = language_of(workspace)
    if form == "json":
        from plangen.render.export import findings_json

        return findings_json(findings, language)
    from plangen.cli._forges import written_for
    from plangen.render.remarks import manuals_of, remarks_of

    remarks = remarks_of(findings, workspace.every_figure, language)
    return written_for(form, workspace, remarks, manuals_of(remarks))
