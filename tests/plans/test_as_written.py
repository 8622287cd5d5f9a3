"""The documents as they were written, with their mistakes: what a careful reader finds in them, the tool finds too."""

from pathlib import Path

import pytest

from plangen.compute import unset_values
from plangen.findings import message
from plans.expected import CORPUS, ROWS, documents, entries, line_of, loud, matches, opened, read

VERSIONS = {31: "test_cut_copy.py"}
"""Inconsistencies between two documents: which test holds the two side by side."""


@pytest.mark.parametrize("folder", documents(), ids=lambda folder: folder.name)
def test_what_a_careful_reader_expects_is_found(folder: Path, tmp_path: Path) -> None:
    """Each expected finding is there, with its address, on its line, naming its numbers."""
    findings = opened(folder, tmp_path).findings
    told = "\n".join(f"{f.span} {f.code} {f.address} {message(f)}" for f in findings)
    lacking = [
        expected
        for expected in entries(folder, "findings")
        if not any(matches(expected, finding, folder) for finding in findings)
    ]
    assert lacking == [], told


@pytest.mark.parametrize("folder", documents(), ids=lambda folder: folder.name)
def test_nothing_else_is_told(folder: Path, tmp_path: Path) -> None:
    """Each error and warning is expected, or listed as a false alarm with a reason; no listed one has gone."""
    workspace = opened(folder, tmp_path)
    findings = workspace.findings
    known = [*entries(folder, "findings"), *entries(folder, "false_alarms")]
    extra = [f for f in loud(workspace) if not any(matches(one, f, folder) for one in known)]
    assert [f"{f.span} {f.code} {f.address} {message(f)}" for f in extra] == []
    alarms = list(entries(folder, "false_alarms"))
    assert [one for one in alarms if not one.why] == []
    assert [one for one in alarms if not any(matches(one, f, folder) for f in findings)] == []


@pytest.mark.parametrize(
    "folder", [each for each in documents() if read(each).get("unset")], ids=lambda each: each.name
)
def test_what_is_blank_is_counted(folder: Path, tmp_path: Path) -> None:
    """A blank of the document is a value that is expected and not set: no finding, and never zero."""
    workspace = opened(folder, tmp_path)
    counted = {
        (value.span.file.removeprefix("content/"), value.span.line)
        for year in workspace.years
        for plan in workspace.scope(year).plans()
        for value in unset_values(plan)
    }
    lines = {(each["file"], line_of(folder, each)) for each in read(folder)["unset"]}
    assert lines - counted == set()


def test_every_inconsistency_is_answered() -> None:
    """Each of the numbered inconsistencies is answered by a finding, a count or two versions held side by side."""
    answered = {row for folder in documents() for one in entries(folder, "findings") for row in one.rows}
    answered |= {each["row"] for folder in documents() for each in read(folder).get("unset") or ()}
    assert sorted(answered | set(VERSIONS)) == list(ROWS)
    assert [path for path in VERSIONS.values() if not (CORPUS.parent / path).is_file()] == []


def test_a_document_is_named_by_its_folder() -> None:
    """The folder's name is the document's id."""
    assert [folder.name for folder in documents() if str(read(folder)["document"]).lower() != folder.name] == []
