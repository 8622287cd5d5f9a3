"""CSV as located text: one strict reader for every table that lies in the content folder."""

import csv
import re
from collections.abc import Iterator
from unicodedata import normalize

from plangen.findings import Finding
from plangen.source import csv_codes as codes
from plangen.source.cells import Cell, CsvTable
from plangen.source.limits import CELL_CHARACTERS, COLUMNS, FINDINGS, ROWS
from plangen.source.text import read_text, too_large
from plangen.values.span import Span

Cells = tuple[Cell, ...]

_QUOTED = r'"[^"]*(?:""[^"]*)*"'
_CELL = re.compile(rf'{_QUOTED}(?=[,\n]|\Z)|(?![ \t]*")[^,\n]*')
"""A cell as it is typed: in quotes, or anything up to the next comma."""
_CLOSED = re.compile(_QUOTED)
_MARKS = {
    ";": ("分号", "semicolons"),
    "\t": ("制表符", "tabs"),
    "，": ("全角逗号", "full-width commas"),
    "；": ("全角分号", "full-width semicolons"),
}


class _Stop(Exception):
    """Ends the reading of one file with the finding that says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


def read_csv(file: str, data: bytes) -> tuple[CsvTable | None, list[Finding]]:
    """Read a CSV file into located cells; every cell stays text, whatever it looks like (`=1+1`, `007`).

    `file` is the path shown in spans. UTF-8, commas, double quotes; the first line that is not blank is the header.
    Finds PG103, PG106, PG107, PG113 and PG120 to PG122; the table is None where there is a finding.
    """
    text, found = read_text(file, data)
    if found:
        return None, found
    try:
        records = list(_records(file, text))
    except _Stop as stop:
        return None, [stop.finding]
    if not records:
        return None, [codes.header_finding(Span.whole(file), codes.NO_HEADER)]
    header, *rows = records
    found = [*_header(header), *_ragged(header, rows)][:FINDINGS]
    return (None if found else CsvTable(header, tuple(rows))), found


def _records(file: str, text: str) -> Iterator[Cells]:
    """The rows that are not blank: the values as the standard library reads them, the places from the text."""
    places = _places(file, text)
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    count = 0
    for spans, values in zip(places, reader, strict=True):
        cells = tuple(Cell(value.strip(), span) for value, span in zip(values or [""], spans, strict=True))
        if not any(cell.text for cell in cells):
            continue
        count += 1
        _within(cells, count)
        yield cells


def _places(file: str, text: str) -> Iterator[list[Span]]:
    """The span of each cell, row by row. Raises _Stop where a quote is not closed as it should be."""
    offset, line, start = 0, 1, 0
    spans: list[Span] = []
    while offset < len(text) or spans:
        match = _CELL.match(text, offset)
        if match is None:
            raise _Stop(_bad_quote(text, offset, Span.at(file, line, offset - start + 1)))
        column, first, typed = offset - start + 1, line, match.group()
        if len(typed) > CELL_CHARACTERS:
            sizes = (f"{len(typed):,}", f"{CELL_CHARACTERS:,}")
            raise _Stop(too_large(Span.at(file, line, column), "单元格太长", "a cell is too long", *sizes))
        if "\n" in typed:
            line += typed.count("\n")
            start = offset + typed.rindex("\n") + 1
        offset = match.end()
        end = offset - start + 1
        spans.append(Span(file, first, column, line, end if typed else column + 1))
        if text[offset : offset + 1] != ",":
            yield spans
            spans, line, start = [], line + 1, offset + 1
        offset += 1


def _bad_quote(text: str, offset: int, span: Span) -> Finding:
    if text[offset] != '"':
        zh, en = "引号前面有空格", "a space stands before the opening quote"
    elif _CLOSED.match(text, offset):
        zh, en = "结束的引号后面还有文字", "text stands after the closing quote"
    else:
        zh, en = "引号没有关闭", "the quote is not closed"
    return Finding(codes.PG120, span, {"what_zh": zh, "what_en": en})


def _within(cells: Cells, row: int) -> None:
    """Raises _Stop where there are too many rows or columns."""
    if row > ROWS + 1:
        raise _Stop(too_large(cells[0].span, "行太多", "too many rows", f"> {ROWS:,}", f"{ROWS:,}"))
    if len(cells) > COLUMNS:
        raise _Stop(too_large(cells[COLUMNS].span, "列太多", "too many columns", f"{len(cells):,}", f"{COLUMNS:,}"))


def _header(header: Cells) -> Iterator[Finding]:
    alone = header[0]
    mark = next((mark for mark in _MARKS if mark in alone.text), "") if len(header) == 1 else ""
    if mark:
        yield codes.header_finding(alone.span, codes.separated_by(mark, *_MARKS[mark]))
    first: dict[str, Cell] = {}
    for cell in header:
        other = first.setdefault(normalize("NFC", cell.text), cell)
        if not cell.text:
            yield codes.header_finding(cell.span, codes.EMPTY_NAME)
        elif other is not cell:
            yield codes.header_finding(cell.span, codes.repeated(cell.text), ((other.span, "first"),))


def _ragged(header: Cells, rows: list[Cells]) -> Iterator[Finding]:
    for row in rows:
        if len(row) != len(header):
            first, last = row[0].span, row[-1].span
            span = Span(first.file, first.line, first.column, last.end_line, last.end_column)
            yield Finding(codes.PG121, span, {"found": len(row), "expected": len(header)})
