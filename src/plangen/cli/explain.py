"""`plangen explain`: where a figure comes from, or what a code means."""

from pathlib import Path
from re import fullmatch

import click

from plangen.cli._session import complete_year, language_of, opened, refuse, said
from plangen.cli._version import Version, VersionType, complete_scenario, scenario_of
from plangen.lookup import find_address, find_code
from plangen.render.terminal.derivation import render_derivation, render_item
from plangen.render.terminal.manual import render_manual
from plangen.values import Key
from plangen.workspace import Workspace, open_handbook

EXAMPLES = """\b
Examples:
  plangen explain adhesives/east-china:objectives/revenue.target@Q3/dealer --year 2025
  plangen explain objectives/revenue
  plangen explain objectives/revenue.target --year 2026@stretch
  plangen explain OBJ101
"""
CODE = r"(?i)[a-z]{2,5}[0-9]{3}"


@click.command(epilog=EXAMPLES)
@click.argument("thing", metavar="ADDRESS|CODE")
@click.option(
    "--year",
    "version",
    type=VersionType(),
    metavar="YEAR[@SCENARIO]",
    shell_complete=complete_year,
    help="The plan year of ADDRESS; default: the current.",
)
@click.option(
    "--scenario",
    default="",
    metavar="NAME",
    shell_complete=complete_scenario,
    help="The scenario of the year; default: the binding one.",
)
@click.pass_obj
def explain(root: Path, thing: str, version: Version | None, scenario: str) -> None:
    """Show how a figure follows from the typed lines, or the manual page of a CODE.

    ADDRESS is [plan:]kind/item.measure[.facet][@period][/member]; without a measure, the item's figures are listed.
    Manual pages are English; … stands for what a finding fills in.
    Exit status: 0 shown, 1 there is no such address or code (the nearest are named), 2 wrong usage.
    """
    if fullmatch(CODE, thing):
        _explain_code(open_handbook(root), thing)
    else:
        year = version.year if version else None
        workspace = opened(root, year)
        asked = year or workspace.current_year
        if asked not in workspace.years:
            refuse(
                said(workspace, "这里没有读得出的手册，先看 plangen check", "no handbook here; see plangen check"), 1
            )
        named = scenario or (version.scenario if version else "")
        _explain_figure(workspace, thing, asked, scenario_of(workspace, asked, named))


def _explain_code(workspace: Workspace, text: str) -> None:
    code, near = find_code(text)
    if code is None:
        refuse(_unknown(workspace, text, near), 1)
    click.echo(render_manual(code, language_of(workspace)), nl=False)


def _explain_figure(workspace: Workspace, text: str, year: int, scenario: str) -> None:
    found = find_address(text, workspace, year, scenario)
    if found.address is None:
        refuse(_unknown(workspace, text, found.near, year), 1)
    origins = workspace.origins
    key = Key(year, found.address, scenario)
    if scenario and key not in origins.figures:
        key = key._replace(scenario="")  # the same as in the year itself
    if key in origins.figures:
        click.echo(render_derivation(key, origins), nl=False)
    else:
        click.echo(render_item(found.address, year, origins, scenario), nl=False)


def _unknown(workspace: Workspace, text: str, near: tuple[str, ...], year: int | None = None) -> str:
    when = f" ({year})" if year else ""
    meant = said(workspace, "；是不是：", "; did you mean: ") if near else ""
    listed = "".join(f"\n  {each}" for each in near)
    lost = said(workspace, "没有 {text}{when}", "there is no {text}{when}", text=text, when=when)
    return (lost + meant).rstrip() + listed
