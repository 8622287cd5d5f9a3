"""`plangen amend`: correct a sealed year where everybody can see it."""

from pathlib import Path

import click

from plangen.cli._sealing import Sentence, sealed, signed
from plangen.cli._session import complete_year
from plangen.site.publishing.words import say, spoken_language
from plangen.source import content_folder

EXAMPLES = """\b
Examples:
  plangen amend 2025 --reason "typing error in the dealers' target" --by "Li Wen" --date 2026-02-03
  plangen amend 2025 --reason 更正笔误 --by 李文 --date 2026-02-03 --file content/2025/demo/objectives.yml
"""


@click.command(epilog=EXAMPLES)
@click.argument("year", type=click.IntRange(1000, 9999), metavar="YEAR", shell_complete=complete_year)
@click.option("--reason", required=True, type=Sentence(), metavar="TEXT", help="Why; it stands on every page.")
@signed
@click.option("--file", "files", multiple=True, metavar="FILE", help="The only file that may differ; may be repeated.")
@click.pass_obj
def amend(root: Path, year: int, reason: str, by: str, on: str, files: tuple[str, ...]) -> None:
    """Publish a correction of the sealed YEAR: edit its content first, then run this.

    The year is built as it is now and sealed as its next amendment: sealed/YEAR.1.zip and sealed/YEAR.1.json, with the
    files and figures that differ, old and new. Its pages say who amended it, when and why, and lead to the original,
    which stays in the site.

    Exit status: 0 amended, 1 refused, 2 wrong usage or the year is not sealed, 75 somebody else is sealing.
    """
    from plangen.sealing.amend import amend as correct
    from plangen.sealing.made import Asked
    from plangen.seals.figures import address

    language = spoken_language(root / content_folder(root) / "handbook.yml")
    done = sealed(root, lambda tell: correct(Asked(root, year, by, on, reason, files), tell))
    for row in done.seal.changed.files:
        click.echo(" → ".join(part for part in (row[0], row[2]) if part))
    for scenario, figure, old, new in done.seal.changed.figures:
        click.echo(f"  {address((scenario, figure))}: {old} → {new}")
    for path in done.written:
        click.echo(path.relative_to(root).as_posix())
    for later in done.follow:
        click.echo(say(language, "follows", year=later), err=True)
