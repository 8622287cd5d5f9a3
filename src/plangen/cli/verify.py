"""`plangen verify`: whether sealed years are as they were."""

from pathlib import Path

import click

from plangen.cli._session import language_of, opened, refuse, said
from plangen.findings import Finding
from plangen.render.terminal import lines_below, render_findings
from plangen.site.publishing.words import say
from plangen.workspace import Workspace

EXAMPLES = """\b
Examples:
  plangen verify
  plangen verify --against origin/main
"""


def _complete_revision(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    from plangen.source.revision import revision_names

    names = revision_names(Path(str(ctx.find_root().params.get("root", "."))))
    return [name for name in names if name.startswith(incomplete)]


@click.command(epilog=EXAMPLES)
@click.option(
    "--against",
    "revision",
    metavar="REV",
    shell_complete=_complete_revision,
    help="Compare the seals with those of a git revision too.",
)
@click.pass_obj
def verify(root: Path, revision: str | None) -> None:
    """Find every change in a sealed year: content, archive, manifest, chain, figures.

    Somebody who changes content and seal together is found with --against: the manifests and archives of a revision
    that is protected must be there as they are in it; years sealed since, and amendments, may be new.

    Exit status: 0 unchanged, 1 something was changed, 2 wrong usage or no such revision.
    """
    workspace = opened(root)
    findings = _found(workspace, revision)
    language = language_of(workspace)
    if findings:
        click.echo(render_findings(findings, lines_below(root), language))
        raise click.exceptions.Exit(1)
    years = ", ".join(map(str, workspace.seals.seals if workspace.seals else ()))
    click.echo(say(language, "verified", years=years) if years else say(language, "none_sealed"))


def _found(workspace: Workspace, revision: str | None) -> list[Finding]:
    from plangen.seals.against import against
    from plangen.seals.codes import CODES
    from plangen.source.git import RevisionRefused

    found = [finding for finding in workspace.findings if finding.code in CODES]
    if revision is not None:
        try:
            compared = against(workspace.root, revision)
        except RevisionRefused as refused:
            refuse(said(workspace, refused.zh, refused.en))
        places = {finding.span for finding in found}
        found += [finding for finding in compared if finding.span not in places]
    return found
