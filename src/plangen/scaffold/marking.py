"""Marking what was looked at: lines of the review lists get a day and a name, everything else stays as it is."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from plangen.model import REVIEW, ReviewLine, carried
from plangen.scaffold.placing import ScaffoldRefused
from plangen.scaffold.section import unknown
from plangen.scaffold.year import content_of
from plangen.source import Cell, Splice, edited, read_csv
from plangen.tidy import write
from plangen.values import Span
from plangen.workspace import Workspace

Line = tuple[str, ReviewLine]
"""A line of a review list with its plan."""


def mark_reviewed(workspace: Workspace, year: int, names: Iterable[str], day: str, by: str) -> list[tuple[Path, int]]:
    """Mark everything that some names mean; the review lists that changed, each with how many lines.

    A name is an address or the beginning of one, a page, a plan, or a file. Lines that are marked stay as they are.
    Raises ScaffoldRefused: status 2 for a name that means nothing, and nothing is written then; 1 for a list that
    cannot be written.
    """
    content = content_of(workspace)
    lines = [(plan, line) for plan, some in workspace.scope(year).plan_year.reviews.items() for line in some]
    chosen = {each for name in names for each in _meant(workspace, year, lines, name)}
    made: list[tuple[Path, bytes, bytes, int]] = []
    for plan in dict.fromkeys(plan for plan, _ in lines):
        spans = {line.span for of, line in chosen if of == plan and not line.done}
        if spans:
            path = content / str(year) / plan / REVIEW
            before = path.read_bytes()
            made.append((path, before, _marked(before, next(iter(spans)).file, spans, (day, by)), len(spans)))
    for path, before, after, _ in made:
        refused = write(workspace, path.relative_to(workspace.root).as_posix(), before, after)
        if refused is not None:
            raise ScaffoldRefused(*refused, 1)
    return [(path, count) for path, _, _, count in made]


def _meant(workspace: Workspace, year: int, lines: list[Line], name: str) -> list[Line]:
    """The lines that a name means. Raises ScaffoldRefused where there is none."""
    handbook = workspace.handbook
    assert handbook is not None, "the content was looked for"
    found = [each for each in lines if _is_called(each, name)]
    if not found:
        inside = {(t.plan, t.local, t.scenario, t.hash) for t in carried(handbook, year) if t.span.file == name}
        found = [(plan, line) for plan, line in lines if (plan, line.address, line.scenario, line.hash) in inside]
    if not found:
        known = sorted({_full(each) for each in lines} | {plan for plan, _ in lines if plan})
        none = ("{year} 年的复核清单里没有 {name}", "nothing of {year} to review is {name}")
        raise ScaffoldRefused(*unknown(name, _near(known), none, year=year))
    return found


def _near(known: list[str]) -> list[str]:
    """Few enough names to be shown, where none is near."""
    return known if len(known) <= 20 else known[:5]


def _full(line: Line) -> str:
    plan, written = line
    return f"{plan}:{written.address}" if plan else written.address


def _is_called(line: Line, name: str) -> bool:
    full = _full(line)
    if "#" in name:
        page, _, mark = name.partition("#")
        return full == page and bool(mark) and line[1].hash.startswith(mark)
    inside = full.startswith(name) and full[len(name) :][:1] in ("/", ".", "@") and (":" in name or not line[0])
    return bool(name) and (name in (line[0], full) or inside)


def _marked(data: bytes, file: str, spans: set[Span], marks: tuple[str, str]) -> bytes:
    table, _ = read_csv(file, data)
    assert table is not None, "the list was read before"
    places = [table.column(name) or 0 for name in ("address", "reviewed", "by")]
    splices = [
        splice
        for row in table.rows
        if row[places[0]].span in spans
        for cell, text in zip((row[places[1]], row[places[2]]), marks, strict=True)
        for splice in _filled(cell, text)
    ]
    return edited(data, splices)


def _filled(cell: Cell, text: str) -> Iterator[Splice]:
    """The splice that writes into an empty cell, whose span is one column wide all the same."""
    place = cell.span
    quoted = '"' + text.replace('"', '""') + '"' if any(mark in text for mark in ',"\n') else text
    yield Splice(Span(place.file, place.line, place.column, place.line, place.column), quoted)
