"""The command line: one command a file, no logic beyond calling. Commands are found by walking this package."""

import os
from pathlib import Path

import click

from plangen import __version__
from plangen.cli._commands import Main

EXAMPLES = """\b
Examples:
  plangen check                         look at the content, without building
  plangen build                         publish the handbook into site/
  plangen explain OBJ101                what a code means, and the way out
  plangen -C handbooks/sales check      the handbook in another folder
  plangen new handbook my-handbook      begin a handbook
"""


@click.group(cls=Main, package=__name__, epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "-C",
    "root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    metavar="DIR",
    help="Run as if plangen was started in DIR, the folder with mkdocs.yml and content/.",
)
@click.version_option(__version__, message="plangen %(version)s", help="Show the version and exit.")
@click.pass_context
def main(ctx: click.Context, root: Path) -> None:
    """Business plans as plain text: checked, computed and published as a handbook."""
    ctx.obj = root
    if os.environ.get("NO_COLOR"):
        ctx.color = False
