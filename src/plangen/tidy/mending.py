"""Mending: the repairs that are certain, put into the files in which the findings are."""

from collections.abc import Iterable, Mapping

from plangen.findings import Finding
from plangen.source import Draft, Splice, read_text, walk
from plangen.tidy.content import content_of
from plangen.tidy.repairs import REPAIRS
from plangen.values import record
from plangen.workspace import Workspace


@record
class Mended:
    """A file with repairs: what it holds, what it would hold, and the findings that are mended with it, in order."""

    path: str
    before: bytes
    after: bytes
    findings: tuple[Finding, ...]


def mended(workspace: Workspace, findings: Iterable[Finding]) -> list[Mended]:
    """The files that the certain repairs of some findings change; nothing is written.

    Of two repairs at one place the first is made; accepted findings stay as they are. A repair that would bring a new
    mistake into the text of a file is left out.
    """
    data = {file.path: file.data for file in walk(workspace.root, workspace.folder)[0]}
    desk = {path: Draft(text) for path, text in _texts(data)}
    found: dict[str, dict[Splice, Finding]] = {}
    for finding in findings:
        repair = REPAIRS.get(finding.code)
        if repair is not None and finding.span.file in desk and not finding.waived:
            for splice in repair(finding, desk):
                found.setdefault(splice.span.file, {}).setdefault(splice, finding)
    made = (_mended(path, data[path], desk[path], repairs) for path, repairs in sorted(found.items()))
    return [each for each in made if each.after != each.before]


def _texts(data: Mapping[str, bytes]) -> Iterable[tuple[str, str]]:
    """The texts among files, with their line ends as they are."""
    for path, content in data.items():
        try:
            yield path, content.decode("utf-8")
        except UnicodeDecodeError:
            continue


def _mended(path: str, before: bytes, draft: Draft, repairs: Mapping[Splice, Finding]) -> Mended:
    text, done = draft.spliced(repairs)
    known = _slips(path, before)
    if _worse(path, known, text, done):
        text, done = draft.text, ()
        for splice in repairs:
            tried, made = draft.spliced([*done, splice])
            text, done = (text, done) if _worse(path, known, tried, made) else (tried, made)
    findings = {repairs[each].id: repairs[each] for each in done}
    return Mended(path, before, text.encode(), tuple(findings.values()))


def _worse(path: str, known: set[tuple[str, int]], text: str, done: Iterable[Splice]) -> bool:
    """Whether a line that was mended has a mistake of writing that it did not have."""
    lines = {splice.span.line for splice in done}
    return any(line in lines for _, line in _slips(path, text.encode()) - known)


def _slips(path: str, data: bytes) -> set[tuple[str, int]]:
    """The mistakes of writing in a file: code and line."""
    text, found = read_text(path, data)
    return {(each.code, each.span.line) for each in found or content_of(path, text).found}
