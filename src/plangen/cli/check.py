"""`plangen check`: all findings of one run."""

from pathlib import Path

import click

from plangen.cli._session import complete_year, concerning, language_of, opened
from plangen.findings import Finding, Level, level_of
from plangen.render.terminal import lines_below, render_findings, render_summary
from plangen.workspace import Workspace

EXAMPLES = """\b
Examples:
  plangen check
  plangen check --year 2026
  plangen check --format json > findings.json
  plangen check --fix                   mend what has one certain repair, then report the rest
"""


@click.command(epilog=EXAMPLES)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Text to read, or JSON.")
@click.option(
    "--year", type=int, metavar="YEAR", shell_complete=complete_year, help="Only what concerns this plan year."
)
@click.option("--fix", is_flag=True, help="First mend the findings that have one certain repair.")
@click.pass_obj
def check(root: Path, form: str, year: int | None, fix: bool) -> None:
    """Look at the whole content and report every finding in one run.

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
    if form == "json":
        from plangen.render.export import findings_json

        click.echo(findings_json(findings, language).encode(), nl=False)
    else:
        _tell(workspace, findings, year, language)
    refused = any(level_of(finding) is Level.ERROR and not finding.waived for finding in findings)
    raise click.exceptions.Exit(1 if refused else 0)


def _tell(workspace: Workspace, findings: list[Finding], year: int | None, language: str) -> None:
    text = render_findings(findings, lines_below(workspace.root), language)
    years = workspace.years if year is None else (year,)
    plans = sum(len(workspace.scope(each).plan_year.plans) for each in years if each in workspace.years)
    unset = workspace.unset_count(year)
    click.echo((text + "\n" if text else "") + render_summary(findings, unset, plans, len(years), language))
