"""`plangen fmt`: the content in plain form."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from plangen.cli._session import opened, refuse, said
from plangen.values import told
from plangen.workspace import Workspace

if TYPE_CHECKING:
    from plangen.tidy import Formatted

EXAMPLES = """\b
Examples:
  plangen fmt                              write the plain form everywhere
  plangen fmt --check                      list what is not in plain form, for an automatic run
  plangen fmt content/2026/sales           only below a folder
"""


@click.command(epilog=EXAMPLES)
@click.option(
    "--check", "only_check", is_flag=True, help="Write nothing; list every place, exit with 1 if there is one."
)
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[PATH]...")
@click.pass_obj
def fmt(root: Path, only_check: bool, paths: tuple[Path, ...]) -> None:
    """Write the plain form of numbers, formulas, days and white space.

    Full-width digits and signs, thousands commas, days of one digit, trailing spaces, Windows line ends. Names, notes,
    ids, keys and comments stay as they are, and so does every line with nothing to change. A change is made only if
    the handbook reads the same afterwards. PATH names files or folders of the content; default: all of it.

    Exit status: 0 in plain form (now), 1 with --check: something is not; a file could not be read or written, 2 wrong
    usage.
    """
    workspace = opened(root)
    if workspace.handbook is None:
        sentence = "这里没有读得出的手册，先看 plangen check", "there is no readable handbook here; see plangen check"
        refuse(said(workspace, *sentence), 1)
    from plangen.tidy import formatted, is_sealed

    found, unread = formatted(workspace, [_below(workspace, path) for path in paths])
    sealed = [each for each in found if is_sealed(workspace, each.path)]
    for each in sealed:
        sentence = told(
            "{path}：这一年已封存，保持原样", "{path}: its year is sealed; it stays as it is", path=each.path
        )
        click.echo(said(workspace, *sentence), err=True)
    found = [each for each in found if each not in sealed]
    for finding in unread:
        unclear = said(
            workspace,
            "{span}  {code}：读不懂，这个文件里的值保持原样；先看 plangen check",
            "{span}  {code}: cannot be read, so that its values stay as they are; see plangen check",
            span=finding.span,
            code=finding.code,
        )
        click.echo(unclear, err=True)
    good = _listed(workspace, found) if only_check else _written(workspace, found)
    if not found and not unread:
        click.echo(said(workspace, "没有要整理的", "nothing to change"))
    raise click.exceptions.Exit(0 if good and not unread else 1)


def _below(workspace: Workspace, path: Path) -> str:
    """A path as typed, as the handbook's files are named: below its root, with `/`. Refuses one outside the content."""
    root, typed = workspace.root.resolve(), path.resolve()
    content = root / workspace.folder
    if not (typed.is_relative_to(content) or content.is_relative_to(typed)):
        outside = "{path} 不在手册的内容里（{folder}/）", "{path} does not lie in the handbook's content ({folder}/)"
        refuse(said(workspace, *outside, path=path, folder=workspace.folder))
    return typed.relative_to(root).as_posix() if typed.is_relative_to(content) else workspace.folder


def _listed(workspace: Workspace, found: "list[Formatted]") -> bool:
    """Say what is not in plain form, place by place; whether there is nothing."""
    from plangen.tidy import PLACES, TIDIED

    for each in found:
        for change in each.changes:
            value = f"{change.was} → {change.now}"
            text = value if change.what == TIDIED else said(workspace, *PLACES[change.what])
            click.echo(f"{each.path}:{change.line}:{change.column}  {text}")
    if found:
        places = sum(len(each.changes) for each in found)
        zh = "{files} 个文件有 {places} 处要整理：plangen fmt"
        en = "{places} place(s) in {files} file(s) not in plain form: plangen fmt"
        click.echo(said(workspace, zh, en, files=len(found), places=places))
    return not found


def _written(workspace: Workspace, found: "list[Formatted]") -> bool:
    """Write the plain form and say how many places of which file; whether all could be written."""
    from plangen.tidy import write

    good = True
    for each in found:
        kept = write(workspace, each.path, each.before, each.after)
        done = told("{path}：{n} 处", "{path}: {n} place(s)", path=each.path, n=len(each.changes))
        click.echo(said(workspace, *(kept or done)), err=kept is not None)
        good = good and kept is None
    return good
