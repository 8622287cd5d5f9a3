"""What forges and editors show at the lines of files, by the option `--format`."""

from collections.abc import Iterable, Sequence

from plangen import __version__
from plangen.cli._session import language_of
from plangen.views import Manual, Remark
from plangen.workspace import Workspace


def written_for(
    form: str,
    workspace: Workspace,
    remarks: Iterable[Remark],
    manuals: Sequence[Manual],
    command: str = "plangen check",
) -> str:
    """Remarks in a forge's form, with paths as they are in the git repository; `command` shows all of them."""
    from plangen.render import annotations_github, code_quality_gitlab
    from plangen.render import sarif as sarif_log
    from plangen.source import folder_in_repository

    folder, language = folder_in_repository(workspace.root), language_of(workspace)
    placed = [each.inside(folder) for each in remarks]
    if form == "github":
        return annotations_github.github_annotations(placed, language, command)
    if form == "gitlab":
        return code_quality_gitlab.gitlab_code_quality(placed)
    return sarif_log.sarif(placed, manuals, language, __version__)
