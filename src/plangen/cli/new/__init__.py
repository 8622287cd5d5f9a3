"""`plangen new`: the group of scaffolds; its commands are the modules of this package."""

import click

from plangen.cli._commands import Commands

EXAMPLES = """\b
Examples:
  plangen new handbook my-handbook
  plangen new year 2027
  plangen new plan adhesives/north-china --year 2027
  plangen new section budget --plan adhesives/north-china --year 2027
  plangen new scenario stretch --plan adhesives/east-china --year 2026
"""


@click.group(cls=Commands, package=__name__, epilog=EXAMPLES)
def new() -> None:
    """Begin a handbook, a year, a plan, a section or a scenario.

    What is written passes `plangen check`. Nothing that exists is changed, and on failure nothing is left behind.
    """
