"""`plangen new handbook`: the first files of a handbook."""

from pathlib import Path
from typing import get_args

import click

from plangen import __version__
from plangen.cli._session import written
from plangen.scaffold import RECIPES, new_handbook, recipe_files
from plangen.values import Language, say

EXAMPLES = """\b
Examples:
  plangen new handbook my-handbook
  plangen new handbook my-handbook --year 2027
  plangen new handbook my-handbook --ci github --ci pre-commit
  plangen new handbook my-handbook --language en
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
@click.option(
    "--language",
    type=click.Choice((*get_args(Language), "zh")),
    default="zh-Hans",
    help="The language of its texts; default: zh-Hans, which zh means too.",
)
@click.pass_obj
def handbook(root: Path, folder: str, year: int, ci: tuple[str, ...], language: str) -> None:
    """Write a handbook into DIR: settings, dimensions, and one year with one plan and the sections of most plans.

    Recipes look for the handbook at the top of the repository. A handbook that exists takes them from
    docs/continuous-integration.md.

    Exit status: 0 written, 1 the disk refused, 2 DIR holds something already.
    """
    recipes = recipe_files(RECIPES if ALL in ci else dict.fromkeys(ci), __version__)
    written(language, lambda: new_handbook(root / folder, year, language, recipes))
    if not ci:
        told = ("每次改动都自动检查：{option}，见 {page}", "to have every change checked: {option}, see {page}")
        option, page = f"--ci {'|'.join(RECIPES)}", "docs/continuous-integration.md"
        click.echo(say(told, language, option=option, page=page), err=True)
