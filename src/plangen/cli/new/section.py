"""`plangen new section`: one section of a plan, from the kind's example."""

from pathlib import Path

import click

from plangen.cli._session import complete_kind, complete_year, language_of, opened, written
from plangen.scaffold import new_section

EXAMPLES = """\b
Examples:
  plangen new section budget --plan adhesives/north-china --year 2027
"""


@click.command(epilog=EXAMPLES)
@click.argument("kind", metavar="KIND", shell_complete=complete_kind)
@click.option("--plan", required=True, help="The plan, by its folder below the year.")
@click.option("--year", type=int, metavar="YEAR", required=True, shell_complete=complete_year, help="The plan year.")
@click.pass_obj
def section(root: Path, kind: str, plan: str, year: int) -> None:
    """Write a section of KIND, with the kind's example in it.

    What the handbook does not know is left out, and what would not agree with another file, such as the plan above.
    Exit status: 0 written, 1 the example does not fit, 2 unknown kind, plan or year, or the section exists.
    """
    workspace = opened(root, year)
    written(language_of(workspace), lambda: new_section(workspace, kind, plan, year))
