"""What a careful reader expects to be found in one document as it was written: the file `expected.yml` beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree
from typing import Any

import yaml

from plangen.findings import Finding, Level, level_of, message
from plangen.workspace import Workspace, open_handbook

CORPUS = Path(__file__).parent / "as-written"
ROWS = range(1, 47)
"""The numbered inconsistencies that were found when the documents were read by hand."""


@dataclass(frozen=True)
class Expected:
    """One finding: its code, whose it is, the text that stands on its line, and the numbers that it has to name.

    `rows` are the numbered inconsistencies that it answers; `why` says, for a false alarm, why it is none.
    """

    code: str
    address: str
    file: str
    on: str
    rows: tuple[int, ...]
    numbers: tuple[str, ...]
    why: str


def documents() -> list[Path]:
    """The folders of all documents."""
    return sorted(path.parent for path in CORPUS.glob("*/expected.yml"))


def read(folder: Path) -> dict[str, Any]:
    """The file `expected.yml` of a document."""
    return dict(yaml.safe_load((folder / "expected.yml").read_text(encoding="utf-8")))


def entries(folder: Path, part: str) -> Iterator[Expected]:
    """The entries of `findings` or `false_alarms`."""
    for entry in read(folder).get(part) or ():
        rows = entry.get("row", ())
        line = entry.get("on", entry.get(True, ""))  # YAML 1.1 reads the key `on` as true
        yield Expected(
            entry["code"],
            entry.get("address", ""),
            entry.get("file", ""),
            line,
            tuple(rows) if isinstance(rows, list) else (rows,) if rows else (),
            tuple(str(number) for number in entry.get("numbers") or ()),
            entry.get("why", ""),
        )


def line_of(folder: Path, entry: dict[Any, Any]) -> int:
    """The number of the only line of an entry's file that its text stands on."""
    lines = (folder / entry["file"]).read_text(encoding="utf-8").split("\n")
    (number,) = (number for number, line in enumerate(lines, 1) if entry.get("on", entry.get(True)) in line)
    return number


def opened(folder: Path, root: Path) -> Workspace:
    """The document as a handbook of its own, in an empty folder."""
    copytree(folder, root / "content", ignore=lambda _, names: [name for name in names if name == "expected.yml"])
    site = "site_name: 原文\ndocs_dir: content\ntheme: {name: material}\nplugins: [plangen]\n"
    (root / "mkdocs.yml").write_text(site, encoding="utf-8")
    return open_handbook(root)


def matches(expected: Expected, finding: Finding, folder: Path) -> bool:
    """Whether this is the finding that was expected: code, address, line and numbers."""
    if expected.code != finding.code or (expected.address and expected.address != str(finding.address or "")):
        return False
    said = message(finding)
    return all(number in said for number in expected.numbers) and _on_line(expected, finding, folder)


def _on_line(expected: Expected, finding: Finding, folder: Path) -> bool:
    file = finding.span.file.removeprefix("content/")
    if expected.file and expected.file != file:
        return False
    if not expected.on:
        return True
    lines = (folder / file).read_text(encoding="utf-8").split("\n")
    return expected.on in lines[finding.span.line - 1]


def loud(workspace: Workspace) -> list[Finding]:
    """What asks for something to be done: errors and warnings."""
    return [finding for finding in workspace.findings if level_of(finding) in (Level.ERROR, Level.WARNING)]
