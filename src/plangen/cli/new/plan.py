"""`plangen new plan`: a plan's folder."""

from pathlib import Path

import click

from plangen.cli._session import complete_year, language_of, opened, written
from plangen.scaffold import new_plan

EXAMPLES = """\b
Examples:
  plangen new plan adhesives --year 2027
  plangen new plan adhesives/north-china --year 2027
"""


@click.command(epilog=EXAMPLES)
@click.argument("plan", metavar="PLAN")
@click.option("--year", type=int, metavar="YEAR", required=True, shell_complete=complete_year, help="The plan year.")
@click.pass_obj
def plan(root: Path, plan: str, year: int) -> None:
    """Write a plan: PLAN is its folder below the year, which is its address too; folders nest.

    Exit status: 0 written, 1 there is no readable handbook, or the plan would bring an error, such as a page of its
    name, 2 the name cannot be used, the plan exists, or the one above it does not.
    """
    workspace = opened(root, year)
    written(language_of(workspace), lambda: new_plan(workspace, plan, year))
