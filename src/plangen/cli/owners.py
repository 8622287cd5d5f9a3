"""`plangen owners`: CODEOWNERS from the owners of plans."""

from os.path import relpath
from pathlib import Path

import click

from plangen.cli._session import language_of, opened, refuse, said
from plangen.findings import Finding, Level, level_of
from plangen.workspace import Workspace

EXAMPLES = """\b
Examples:
  plangen owners
  plangen owners --out .github/CODEOWNERS
  plangen owners --check
"""
PLACES = (".github/CODEOWNERS", "CODEOWNERS", ".gitlab/CODEOWNERS", "docs/CODEOWNERS")
"""Where forges look for the file, from the top of the repository."""


@click.command(epilog=EXAMPLES)
@click.option("--check", is_flag=True, help="Compare with the file that is there, and write nothing.")
@click.option(
    "--out",
    metavar="FILE",
    help="The file to write or compare; with --check the default is the one that the forge finds.",
)
@click.pass_obj
def owners(root: Path, check: bool, out: str | None) -> None:
    """Write CODEOWNERS: who is asked about a change, from the owners of the plans.

    A plan's folder belongs to its owner, or to the nearest owner above. What roles are called on the forge stands in
    handbook.yml under `owners`. In a file that exists only the block between the marks of plangen is replaced; one
    without these marks is not touched.

    Exit status: 0 written or as it should be, 1 a role without a name, a file without an owner, or a difference,
    2 the file is not plangen's.
    """
    workspace = opened(root)
    text, findings = _expected(workspace)
    if check:
        findings += _compared(workspace, text, out)
    if findings:
        _refuse(workspace, findings)
    if out and not check:
        _write(workspace, root / out, text)
    elif not check:
        click.echo(text.encode(), nl=False)


def _expected(workspace: Workspace) -> tuple[str, list[Finding]]:
    """The text of the file, and what keeps it from being right."""
    from plangen.catalogue import load_checks
    from plangen.checks.code_owners import ownerships, unowned
    from plangen.checks.owner_names import owners_are_names, owners_are_roles
    from plangen.render.code_owners import Ownership, code_owners
    from plangen.source import folder_in_repository, handbook_files

    load_checks()
    handbook = workspace.handbook
    if handbook is None or any(level_of(each) is Level.ERROR for each in workspace.read_findings):
        refuse(
            said(workspace, "内容有读不出的地方，先看 plangen check", "content cannot be read; see plangen check"), 1
        )
    folder = folder_in_repository(workspace.root)
    rules, findings = ownerships(handbook, workspace.folder)
    text = code_owners(Ownership(folder + rule.path, rule.owners) for rule in rules)
    findings += [*owners_are_roles(handbook), *owners_are_names(handbook)]
    return text, findings or unowned(text, handbook_files(workspace.root, workspace.folder), folder)


def _compared(workspace: Workspace, text: str, out: str | None) -> list[Finding]:
    """What is wrong with the file that is there."""
    from plangen.checks.code_owners import drift, unowned
    from plangen.source import folder_in_repository, handbook_files

    root, folder = workspace.root.resolve(), folder_in_repository(workspace.root)
    top = root.parents[folder.count("/") - 1] if folder else root
    places = [root / out] if out else [top / place for place in PLACES]
    path = next((place for place in places if place.is_file()), places[0])
    found = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    differing = drift(text, found, Path(relpath(path, root)).as_posix())
    return differing or unowned(found, handbook_files(workspace.root, workspace.folder), folder)


def _refuse(workspace: Workspace, findings: list[Finding]) -> None:
    from plangen.render.terminal import lines_below, render_findings

    ordered = sorted(findings, key=lambda each: each.span)
    click.echo(render_findings(ordered, lines_below(workspace.root), language_of(workspace)), nl=False, err=True)
    raise click.exceptions.Exit(1)


def _write(workspace: Workspace, path: Path, text: str) -> None:
    """Write the file, or the block of one that is there."""
    from plangen.render.code_owners import with_block

    whole = text
    if path.exists():
        try:
            kept = with_block(path.read_text(encoding="utf-8"), text)
        except UnicodeDecodeError:
            kept = None
        if kept is None:
            zh = "{path} 里没有 plangen 的那一段，没有改动；把 plangen owners 的输出贴进去，或先移走它"
            en = "{path} has no block of plangen, nothing was changed: paste what plangen owners prints, or move it"
            refuse(said(workspace, zh, en, path=path))
        whole = kept
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(whole, encoding="utf-8", newline="\n")
    click.echo(path.as_posix())
