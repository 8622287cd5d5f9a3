"""`plangen new handbook`: the first files of a handbook."""

from pathlib import Path

import click

from plangen import __version__
from plangen.cli._session import written
from plangen.scaffold import RECIPES, new_handbook, recipe_files

EXAMPLES = """\b
Examples:
  plangen new handbook my-handbook
  plangen new handbook my-handbook --year 2027
  plangen new handbook my-handbook --ci github --ci pre-commit
"""
ALL = "all"


@click.command(epilog=EXAMPLES)
@click.argument("folder", metavar="DIR")
@click.option(
    "--year", type=click.IntRange(1000, 9999), metavar="YEAR", default=2026, help="The first plan year; default: 2026."
)
@click.option(
    "--ci",
    multiple=True,
    type=click.Choice([*RECIPES, ALL]),
    help="Also the recipe by which a forge, or git before a commit, checks every change; may be repeated.",
)
@click.pass_obj
def handbook(root: Path, folder: str, year: int, ci: tuple[str, ...]) -> None:
    """Write a handbook into DIR: settings, dimensions, and one year with one plan that has every kind of section.

    Recipes look for the handbook at the top of the repository. A handbook that exists takes them from
    docs/continuous-integration.md.

    Exit status: 0 written, 1 the disk refused, 2 DIR holds something already.
    """
    recipes = recipe_files(RECIPES if ALL in ci else dict.fromkeys(ci), __version__)
    written("zh", lambda: new_handbook(root / folder, year, recipes))
    if not ci:
        click.echo(f"每次改动都自动检查：--ci {'|'.join(RECIPES)}，见 docs/continuous-integration.md", err=True)
