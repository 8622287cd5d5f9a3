"""`plangen new year`: an empty plan year."""

from pathlib import Path

import click

from plangen.cli._session import language_of, opened, written
from plangen.scaffold import new_year

EXAMPLES = """\b
Examples:
  plangen new year 2027
"""


@click.command(epilog=EXAMPLES)
@click.argument("number", metavar="YEAR", type=click.IntRange(1000, 9999))
@click.pass_obj
def year(root: Path, number: int) -> None:
    """Write the folder of YEAR: a home page and the plans' heads of the year before, without their sections.

    Exit status: 0 written, 1 there is no readable handbook, or the year would bring an error, 2 the year exists.
    """
    workspace = opened(root)
    written(language_of(workspace), lambda: new_year(workspace, number))
