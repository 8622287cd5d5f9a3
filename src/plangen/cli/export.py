"""`plangen export`: every figure, exactly, for other programs."""

from pathlib import Path

import click

from plangen.cli._session import complete_year, concerning, language_of, opened, refuse, said
from plangen.compute import owed_values
from plangen.findings import Level, level_of
from plangen.render.export import figures_json
from plangen.workspace import Workspace

EXAMPLES = """\b
Examples:
  plangen export --format json > figures.json
  plangen export --format json --year 2026
  plangen export --unset --format csv > unset.csv     what is not set yet, with owner and place
"""


@click.command(epilog=EXAMPLES)
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "csv"]),
    default="json",
    help="JSON, or CSV for spreadsheets (with --unset only) [json].",
)
@click.option(
    "--year", type=int, metavar="YEAR", shell_complete=complete_year, help="Only the figures of this plan year."
)
@click.option("--unset", is_flag=True, help="Write what is not set yet instead, with owner, place and last year.")
@click.pass_obj
def export(root: Path, form: str, year: int | None, unset: bool) -> None:
    """Write all figures with values, units, rules, inputs and places to standard output.

    The form is explained in docs/export-format.md. Content with errors is not exported.
    Exit status: 0 written, 1 the content has errors, 2 wrong usage.
    """
    workspace = opened(root, year)
    if form == "csv" and not unset:
        zh = "CSV 只用于 --unset；全部数字用 --format json"
        refuse(said(workspace, zh, "CSV is for --unset only; use --format json for all figures"))
    errors = [
        finding for finding in concerning(workspace, year) if level_of(finding) is Level.ERROR and not finding.waived
    ]
    if errors:
        zh = f"内容有 {len(errors)} 个错误，没有导出；先看 plangen check"
        refuse(said(workspace, zh, f"nothing was exported: the content has {len(errors)} errors; see plangen check"), 1)
    click.echo(_written(workspace, form, year, unset=unset).encode(), nl=False)


def _written(workspace: Workspace, form: str, year: int | None, *, unset: bool) -> str:
    if not unset:
        return figures_json(workspace.every_figure, language_of(workspace), year, workspace.scenarios)
    from plangen.render.export_unset import unset_csv, unset_json

    years = [each for each in workspace.years if year in (None, each)]
    owed = (value for each in years for value in owed_values(workspace.scope(each)))
    return unset_csv(owed) if form == "csv" else unset_json(owed)
