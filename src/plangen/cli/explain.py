"""`plangen explain`: where a figure comes from, or what a code means."""

from pathlib import Path
from re import fullmatch

import click

from plangen.cli._session import complete_year, language_of, opened, refuse, said
from plangen.lookup import find_address, find_code
from plangen.render.terminal.derivation import render_derivation, render_item
from plangen.render.terminal.manual import render_manual
from plangen.values import Key
from plangen.workspace import Workspace, open_handbook

EXAMPLES = """\b
Examples:
  plangen explain adhesives/east-china:objectives/revenue.target@Q3/dealer --year 2025
  plangen explain objectives/revenue
  plangen explain OBJ101
"""
CODE = r"(?i)[a-z]{2,5}[0-9]{3}"


@click.command(epilog=EXAMPLES)
@click.argument("thing", metavar="ADDRESS|CODE")
@click.option(
    "--year",
    type=int,
    metavar="YEAR",
    shell_complete=complete_year,
    help="The plan year of ADDRESS; default: the current.",
)
@click.pass_obj
def explain(root: Path, thing: str, year: int | None) -> None:
    """Show how a figure follows from the typed lines, or the manual page of a CODE.

    ADDRESS is [plan:]kind/item.measure[.facet][@period][/member]; without a measure, the item's figures are listed.
    Manual pages are English; … stands for what a finding fills in.
    Exit status: 0 shown, 1 there is no such address or code (the nearest are named), 2 wrong usage.
    """
    if fullmatch(CODE, thing):
        _explain_code(open_handbook(root), thing)
    else:
        workspace = opened(root, year)
        asked = year or workspace.current_year
        if asked not in workspace.years:
            refuse(
                said(workspace, "这里没有读得出的手册，先看 plangen check", "no handbook here; see plangen check"), 1
            )
        _explain_figure(workspace, thing, asked)


def _explain_code(workspace: Workspace, text: str) -> None:
    code, near = find_code(text)
    if code is None:
        refuse(_unknown(workspace, text, near), 1)
    click.echo(render_manual(code, language_of(workspace)), nl=False)


def _explain_figure(workspace: Workspace, text: str, year: int) -> None:
    found = find_address(text, workspace, year)
    if found.address is None:
        refuse(_unknown(workspace, text, found.near, year), 1)
    origins = workspace.origins
    key = Key(year, found.address)
    shown = render_derivation(key, origins) if key in origins.figures else render_item(found.address, year, origins)
    click.echo(shown, nl=False)


def _unknown(workspace: Workspace, text: str, near: tuple[str, ...], year: int | None = None) -> str:
    when = f" ({year})" if year else ""
    zh = "；是不是：" if near else ""
    en = "; did you mean: " if near else ""
    listed = "".join(f"\n  {each}" for each in near)
    return said(workspace, f"没有 {text}{when}{zh}", f"there is no {text}{when}{en}").rstrip() + listed
