"""What `plangen check` promises for any content at all, looked at on a folder."""

import json
from collections.abc import Iterable
from pathlib import Path
from string import Formatter

from click.testing import CliRunner, Result

from handbooks import write_handbook
from plangen.cli import main
from plangen.findings import CODES, Finding, Level, level_of, message, way_out
from plangen.workspace import open_handbook

PLAN = "content/2026/demo/"


def checked(root: Path) -> list[Finding]:
    """The findings of a handbook, after a look at every promise: each finding, both forms, nothing written."""
    before = contents(root)
    found = open_handbook(root).findings
    for finding in found:
        look_at(finding)
    refused = any(level_of(finding) is Level.ERROR and not finding.waived for finding in found)
    look_at_json(run(root, "check", "--format", "json"), found, refused=refused)
    told = run(root, "check")
    assert told.exit_code == int(refused), told.output
    assert all(finding.code in told.output for finding in found)
    assert contents(root) == before
    return found


def run(root: Path, *words: str) -> Result:
    """A command on a handbook, in this process. An exception of plangen itself goes through to the test."""
    result = CliRunner(env={"PLANGEN_DEBUG": "1"}).invoke(main, ["-C", str(root), *words], prog_name="plangen")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert "Traceback" not in result.output
    return result


def look_at(finding: Finding) -> None:
    """A finding has a known code, a place that counts from 1, and sentences without holes in both languages."""
    code, span = CODES[finding.code], finding.span
    assert span.file
    assert span.file.isprintable()
    assert span.line >= 1
    assert span.column >= 1
    assert (span.end_line, span.end_column) >= (span.line, span.column)
    for language in ("zh", "en"):
        for template, said in (
            (code.says, message(finding, language)),
            (code.fix, way_out(finding, language)),
        ):
            fields = {name for _, name, _, _ in Formatter().parse(template[language]) if name}
            assert fields <= set(finding.args), (finding.code, fields - set(finding.args))
            assert len(said.strip()) >= 3


def look_at_json(result: Result, found: Iterable[Finding], *, refused: bool) -> None:
    """The JSON form is valid and says the same findings in the same order."""
    assert result.exit_code == int(refused)
    rows = json.loads(result.stdout_bytes.decode("utf-8"))["findings"]
    assert [(row["code"], row["file"], row["line"], row["column"]) for row in rows] == [
        (each.code, each.span.file, each.span.line, each.span.column) for each in found
    ]
    assert all(row["message"] for row in rows)


def places(found: Iterable[Finding], file: str = "") -> list[str]:
    """`PG101 1:4` for each finding in `file` of the demo plan; those elsewhere with their path."""
    return [f"{each.code} {str(each.span).removeprefix(f'{PLAN}{file}:')}" for each in found]


def refusals(root: Path, file: str, text: str | bytes) -> list[str]:
    """Code and place of each finding of a small handbook with one file of the demo plan, every promise looked at."""
    return places(checked(write_handbook(root, {file: text})), file)


def told(root: Path) -> list[str]:
    """`PG226 2026/demo/a.md` for each finding, every promise looked at; with line and column unless they are 1:1."""
    return [place.replace(" content/", " ").removesuffix(":1:1") for place in places(checked(root))]


def contents(root: Path) -> dict[str, object]:
    """Every path below a folder with what it is: the bytes of a file, where a link leads, or a folder."""
    return {
        path.as_posix(): path.readlink() if path.is_symlink() else path.read_bytes() if path.is_file() else None
        for path in sorted(root.rglob("*"))
    }
