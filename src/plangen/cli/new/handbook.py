"""`plangen new handbook`: the first files of a handbook."""

from pathlib import Path

import click

from plangen.cli._session import written
from plangen.scaffold import new_handbook

EXAMPLES = """\b
Examples:
  plangen new handbook my-handbook
  plangen new handbook my-handbook --year 2027
  plangen new handbook my-handbook --language en
"""


@click.command(epilog=EXAMPLES)
@click.argument("folder", metavar="DIR")
@click.option(
    "--year", type=click.IntRange(1000, 9999), metavar="YEAR", default=2026, help="The first plan year; default: 2026."
)
@click.option(
    "--language", type=click.Choice(("zh", "en")), default="zh", help="The language of its texts; default: zh."
)
@click.pass_obj
def handbook(root: Path, folder: str, year: int, language: str) -> None:
    """Write a handbook into DIR: settings, dimensions, and one year with one plan that has every kind of section.

    Exit status: 0 written, 1 the disk refused, 2 DIR holds something already.
    """
    written(language, lambda: new_handbook(root / folder, year, language))
