"""What `plangen check --fix` does before it reports: mend, say what was mended, and look again."""

import click

from plangen.cli._session import concerning, language_of, opened, said
from plangen.findings import message
from plangen.tidy import Mended, mended, write
from plangen.workspace import Workspace

ROUNDS = 20
"""How often it looks again: a file that could not be read shows its next mistake only then."""


def mend(workspace: Workspace, year: int | None) -> Workspace:
    """Mend the findings of a year, or all; returns the handbook as it is afterwards."""
    refused: set[str] = set()
    for _ in range(ROUNDS):
        found = mended(workspace, concerning(workspace, year))
        todo = [each for each in found if each.path not in refused]
        if not todo:
            break
        refused |= {each.path for each in todo if not _written(workspace, each)}
        workspace = opened(workspace.root, year)
    return workspace


def _written(workspace: Workspace, change: Mended) -> bool:
    """Write one file and say what was mended in it, or why it was not."""
    kept = write(workspace, change.path, change.before, change.after)
    if kept:
        click.echo(said(workspace, *kept), err=True)
        return False
    for finding in change.findings:
        text = f"{finding.span}  {finding.code}  {message(finding, language_of(workspace))}"
        click.echo(said(workspace, "已修复 {text}", "mended {text}", text=text), err=True)
    return True
