"""`plangen freeze`: close a plan year."""

from pathlib import Path

import click

from plangen.cli._sealing import Sentence, sealed, signed
from plangen.cli._session import complete_year

EXAMPLES = """\b
Examples:
  plangen freeze 2025 --by "Li Wen" --date 2026-01-15
  plangen freeze 2025 --by 李文 --date 2026-01-15 --reason 董事会批准
  plangen freeze 2026 --by 李文 --date 2027-01-15 --reviewed
"""


@click.command(epilog=EXAMPLES)
@click.argument("year", type=click.IntRange(1000, 9999), metavar="YEAR", shell_complete=complete_year)
@signed
@click.option("--reason", type=Sentence(), metavar="TEXT", help="Why, or who approved it.")
@click.option("--reviewed", is_flag=True, help="Refuse while something that rollover carried over is not reviewed.")
@click.pass_obj
def freeze(root: Path, year: int, by: str, on: str, reason: str | None, *, reviewed: bool) -> None:
    """Seal YEAR: keep its content, figures and published pages as they are.

    Writes sealed/YEAR.zip (the published files) and sealed/YEAR.json (the hashes of all that belongs to the year, of
    the tools and of the manifest before), and copies what the year uses of content/shared into the year's own folder.
    From then on every build takes the year's pages out of the archive, and every change of it is reported. Commit what
    was written. Years are sealed oldest first; content with errors is refused.

    Exit status: 0 sealed, 1 refused, 2 wrong usage, 75 somebody else is sealing.
    """
    from plangen.sealing.freeze import freeze as close
    from plangen.sealing.made import Asked

    asked = Asked(root, year, by, on, reason or "")
    for path in sealed(root, lambda tell: close(asked, tell, reviewed=reviewed)):
        click.echo(path.relative_to(root).as_posix())
