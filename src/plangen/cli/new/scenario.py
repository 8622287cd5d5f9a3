"""`plangen new scenario`: a scenario of a plan."""

from pathlib import Path

import click

from plangen.cli._session import complete_year, language_of, opened, written
from plangen.scaffold import new_scenario

EXAMPLES = """\b
Examples:
  plangen new scenario stretch --plan adhesives/east-china --year 2026
"""


@click.command(epilog=EXAMPLES)
@click.argument("name", metavar="NAME")
@click.option("--plan", required=True, help="The plan, by its folder below the year.")
@click.option("--year", type=int, metavar="YEAR", required=True, shell_complete=complete_year, help="The plan year.")
@click.pass_obj
def scenario(root: Path, name: str, plan: str, year: int) -> None:
    """Write the file of the scenario NAME of a plan; it holds only what differs from the plan.

    Exit status: 0 written, 1 there is no readable handbook, or the file would bring an error, 2 the name cannot be
    used, the plan is not there, or the scenario exists.
    """
    workspace = opened(root, year)
    written(language_of(workspace), lambda: new_scenario(workspace, name, plan, year))
