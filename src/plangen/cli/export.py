"""`plangen export`: every figure, exactly, for other programs."""

from pathlib import Path

import click

from plangen.cli._session import complete_year, concerning, language_of, opened, refuse, said
from plangen.findings import Level, level_of
from plangen.render.export import figures_json

EXAMPLES = """\b
Examples:
  plangen export --format json > figures.json
  plangen export --format json --year 2026
"""


@click.command(epilog=EXAMPLES)
@click.option("--format", "form", type=click.Choice(["json"]), default="json", help="The form; JSON is the only one.")
@click.option(
    "--year", type=int, metavar="YEAR", shell_complete=complete_year, help="Only the figures of this plan year."
)
@click.pass_obj
def export(root: Path, form: str, year: int | None) -> None:
    """Write all figures with values, units, rules, inputs and places to standard output.

    The form is explained in docs/export-format.md. Content with errors is not exported.
    Exit status: 0 written, 1 the content has errors, 2 wrong usage.
    """
    workspace = opened(root, year)
    errors = [
        finding for finding in concerning(workspace, year) if level_of(finding) is Level.ERROR and not finding.waived
    ]
    if errors:
        zh = f"内容有 {len(errors)} 个错误，没有导出；先看 plangen check"
        refuse(said(workspace, zh, f"nothing was exported: the content has {len(errors)} errors; see plangen check"), 1)
    text = figures_json(workspace.every_figure, language_of(workspace), year, workspace.scenarios)
    click.echo(text.encode(), nl=False)
