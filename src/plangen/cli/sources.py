"""`plangen sources`: what of the source documents is carried, and where."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import click

from plangen.cli._percent import Percent
from plangen.cli._session import complete_year, language_of, opened, refuse, said
from plangen.coverage import Coverage
from plangen.values import told
from plangen.workspace import Workspace

EXAMPLES = """\b
Examples:
  plangen sources
  plangen sources --year 2026 --document D1
  plangen sources --plain                 name every item of the plans that has no source
  plangen sources --format json > coverage.json
  plangen sources --at-least 97%          for continuous integration
"""


def complete_document(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """The ids of the source documents, for shell completion."""
    del param
    handbook = opened(Path(str(ctx.find_root().params.get("root", ".")))).handbook
    return [name for name in (handbook.sources.documents if handbook else ()) if name.startswith(incomplete)]


@click.command(epilog=EXAMPLES)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Text to read, or JSON.")
@click.option(
    "--year", type=int, metavar="YEAR", shell_complete=complete_year, help="Only what this plan year carries."
)
@click.option(
    "--document",
    "documents",
    multiple=True,
    metavar="ID",
    shell_complete=complete_document,
    help="Only this document; several times for several.",
)
@click.option("--plain", is_flag=True, help="Name the items of the plans that have no source, not only their number.")
@click.option(
    "--at-least",
    "least",
    type=Percent(most=100),
    metavar="SHARE",
    help="End with status 1 where a smaller share is carried: 97%.",
)
@click.pass_obj
def sources(
    root: Path, form: str, year: int | None, documents: tuple[str, ...], *, plain: bool, least: Decimal | None
) -> None:
    """Tell which items of the registered source documents the plans carry, and what is missing of them.

    Missing, carried by another kind of section than the register says, more than once in a year, without a figure that
    the register names, left out on purpose; ids that no register has; items of plans that name no source. An entry
    carries an item with `source`, a narrative with `source` in its front matter or in a comment.

    Exit status: 0 told, 1 less than --at-least is carried, or a file of the register cannot be read, 2 wrong usage.
    """
    workspace = opened(root, year)
    coverage = _coverage(workspace, year, documents)
    if form == "json":
        from plangen.render.coverage_json import coverage_json

        click.echo(coverage_json(coverage, workspace.years if year is None else (year,)).encode(), nl=False)
    else:
        from plangen.render.terminal.coverage import render_coverage

        click.echo(render_coverage(coverage, language_of(workspace), listed=plain), nl=False)
    share = coverage.total.share
    raise click.exceptions.Exit(1 if least is not None and share is not None and share < Fraction(least) else 0)


def _coverage(workspace: Workspace, year: int | None, documents: tuple[str, ...]) -> Coverage:
    """The coverage that is asked for; refuses a document that is not registered, and a register that cannot be read."""
    handbook = workspace.handbook
    if handbook is None or handbook.sources.refused:
        refuse(said(workspace, "有读不出的文件，先看 plangen check", "a file cannot be read; see plangen check"), 1)
    known = handbook.sources.documents
    lost = next((each for each in documents if each not in known), None)
    if lost is not None:
        names = ", ".join(known) or "—"
        zh, en = told(
            "没有登记来源文件 {lost}；有：{names}",
            "no source document {lost} is registered; there are: {names}",
            lost=lost,
            names=names,
        )
        refuse(said(workspace, zh, en))
    coverage = workspace.coverage(*(() if year is None else (year,)))
    return coverage.of(documents) if documents else coverage
