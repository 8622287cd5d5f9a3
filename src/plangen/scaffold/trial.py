"""A trial: what new files would do to the handbook, looked at in a copy of its content."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from shutil import copytree, ignore_patterns
from tempfile import TemporaryDirectory

from plangen.findings import Finding, Level, level_of, message
from plangen.scaffold.placing import Files, ScaffoldRefused, write
from plangen.values import told
from plangen.workspace import Workspace, open_handbook


class Trial:
    """A copy of the content, with the errors that it has before anything is written."""

    def __init__(self, root: Path, folder: str) -> None:
        self.root, self.folder = root, folder
        self.before = {finding.id for finding in self._errors()}

    def errors(self, files: Files) -> list[Finding]:
        """The errors, in any file, that come with these files (paths from the handbook's folder)."""
        for name, text in files.items():
            write(self.root / name, text)
        return [finding for finding in self._errors() if finding.id not in self.before]

    def _errors(self) -> Iterator[Finding]:
        for finding in open_handbook(self.root, self.folder).findings:
            if level_of(finding) is Level.ERROR and not finding.waived:
                yield finding


@contextmanager
def trial(workspace: Workspace) -> Iterator[Trial]:
    """A trial of a handbook; the copy is removed afterwards."""
    with TemporaryDirectory() as place:
        copy = Path(place)
        folder = workspace.folder
        copytree(workspace.root / folder, copy / folder, ignore=ignore_patterns(".*"), symlinks=True)
        yield Trial(copy, folder)


def must_pass(workspace: Workspace, files: Files) -> Files:
    """The files, when they bring no error. Raises ScaffoldRefused, exit status 1, with the first one they bring."""
    with trial(workspace) as copy:
        errors = copy.errors(files)
    if errors:
        raise does_not_fit(errors[0])
    return files


def does_not_fit(error: Finding) -> ScaffoldRefused:
    """The refusal of what would bring an error."""
    refused = (
        "没有写入，因为会带来错误：{place} {said}",
        "nothing was written, it would bring an error: {place} {said}",
    )
    place = f"{error.span} {error.code}"
    return ScaffoldRefused(*told(*refused, place=place, said=partial(message, error)), 1)
