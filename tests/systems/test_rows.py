"""Every management system that the source documents describe is shown by the example handbook, with its checks."""

from pathlib import Path

import pytest

from plangen.catalogue import load_checks
from plangen.findings import CODES, message
from plans.expected import CORPUS, entries
from systems.row import Row, Told, rows
from systems.shown import Example, holds
from systems.spoiled import Spoiled, fits

ABSENT = {39, 43, 44}
IDS = [f"Y{number:02}" for number in range(1, 49) if number not in ABSENT]
ROWS = rows()
CHECKS = {f"{row.id}-{number}-{check.code}": check for row in ROWS for number, check in enumerate(row.checks, 1)}
WAYS = ("edit", "document", "stands")


def seen(way: str) -> pytest.MarkDecorator:
    """A test for each check that is seen in this way, named after its row."""
    chosen = {name: check for name, check in CHECKS.items() if getattr(check, way)}
    return pytest.mark.parametrize("check", chosen.values(), ids=chosen)


def test_every_system_has_a_row() -> None:
    """All forty-five, none twice."""
    assert [row.id for row in ROWS] == IDS


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_a_row_is_whole(row: Row) -> None:
    """A page, a table or chart with rows that were checked by hand, and a check or the reason why there is none."""
    blocks = [block for page in row.shows.values() for block, cells in page.items() if cells]
    assert row.makes
    assert blocks != []
    assert bool(row.checks) != bool(row.none)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_the_example_shows_it(example: Example, row: Row) -> None:
    """Each named page has each named block, and each of its rows."""
    lacking = []
    for page, blocks in row.shows.items():
        there = example.page(page)
        for block, cells in blocks.items():
            found = there.get(block, [])
            lacking += [f"{page} has no {block}"] if block not in there else []
            lacking += [f"{page} {block}: {wanted}" for wanted in cells if not _has(block, found, wanted)]
    assert lacking == []


def _has(block: str, found: list[tuple[str, ...]], wanted: str) -> bool:
    """In running text the words stand anywhere; in a table they are cells."""
    return any(wanted in text for text, *_ in found) if block == "text" else holds(found, wanted)


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_a_check_can_be_seen_one_way(check: Told) -> None:
    """The code exists; there is one way to see it, and an edit fits its file and has something to name."""
    load_checks()
    assert check.code in CODES
    assert len([way for way in WAYS if getattr(check, way)]) == 1
    assert check.edit is None or (fits(check.edit) and check.says), check.edit


@seen("edit")
def test_an_edit_provokes_its_check(example: Example, spoiled: Spoiled, check: Told) -> None:
    """The finding comes with the edit, names what it has to name, and is not there without it."""
    assert check.edit is not None
    findings = spoiled.findings(check)
    new = [f for f in findings if (f.code, f.year, str(f.address or "")) not in example.told and f.code == check.code]
    told = [f"{finding.span.file}: {message(finding)}" for finding in new]
    assert any(all(word in said for word in check.says) for said in told), told


@seen("document")
def test_a_document_shows_its_check(check: Told) -> None:
    """The document as it was written has the finding among those that a careful reader expects."""
    expected = [entry for entry in entries(CORPUS / check.document, "findings") if entry.code == check.code]
    assert any(all(word in entry.numbers or word in entry.address for word in check.says) for entry in expected)


@seen("stands")
def test_the_example_has_the_finding(example: Example, check: Told) -> None:
    """It stands in the example, waived or as information, and names what it has to name."""
    year, _, address = check.stands.partition(" ")
    found = [
        message(finding)
        for finding in example.workspace.findings
        if (finding.code, finding.year, str(finding.address)) == (check.code, int(year), address)
    ]
    assert any(all(word in said for word in check.says) for said in found), found


def test_a_row_with_a_wrong_figure_fails(example: Example) -> None:
    """What is compared are whole cells: 72 is not found in 720, nor a figure in another row."""
    found = example.page("2026/noodles/budget")["table costs-lines"]
    assert holds(found, "差旅 ; 300")
    assert not holds(found, "差旅 ; 30")
    assert not holds(found, "差旅 ; 500")


def test_the_documents_are_there() -> None:
    """Every document that a row refers to is in the corpus."""
    named = {check.document for row in ROWS for check in row.checks if check.document}
    assert [name for name in sorted(named) if not Path(CORPUS / name / "expected.yml").is_file()] == []
