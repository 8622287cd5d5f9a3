"""Rows in a CSV file beside the register: each becomes a row as it would be written by hand, with its own place."""

from collections.abc import Iterator

from plangen.findings import Finding
from plangen.model import Beside
from plangen.sections import side_files
from plangen.sections.register.codes import CSV
from plangen.source import Cell, CsvTable, Entry, YamlMapping, YamlScalar
from plangen.values import Pair, told
from plangen.values.near import did_you_mean

FIELD, ID = "cells", "id"
COLUMN, ROW = ("列", "column"), ("行", "row")
KEYS = ("source", "owner", "note", "was")
"""What a row may have besides its cells."""


def joined(node: YamlMapping, beside: Beside) -> tuple[YamlMapping, list[Finding]]:
    """A section's mapping with the rows of its CSV files after those that are written. Finds REG112."""
    return side_files.joined(node, FIELD, beside, _with_rows)


def _with_rows(register: YamlMapping, table: CsvTable, found: list[Finding]) -> YamlMapping:
    columns = _columns(register)
    heads = [columns.get(cell.text, cell.text) for cell in table.header]
    wrong = list(_wrong_heads(table, heads, columns))
    found += wrong
    if wrong:
        return register
    written = register.get("rows")
    there = list(written.entries) if isinstance(written, YamlMapping) else []
    taken = {entry.key.text for entry in there}
    for row in table.rows:
        name = row[heads.index(ID)]
        if not name.text or name.text in taken:
            why = ("没有 id", "has no id") if not name.text else ("已经有了", "is there already")
            found.append(_finding(name, f"“{name.text}”" if name.text else "", ROW, why))
            continue
        taken.add(name.text)
        cells = [(head, cell) for head, cell in zip(heads, row, strict=True) if head != ID and cell.text]
        inner = tuple(Entry(YamlScalar(head, cell.span), YamlScalar(cell.text, cell.span)) for head, cell in cells)
        there.append(Entry(YamlScalar(name.text, name.span), YamlMapping(inner, name.span)))
    others = [entry for entry in register.entries if entry.key.text != "rows"]
    rows = Entry(YamlScalar("rows", table.header[0].span), YamlMapping(tuple(there), table.header[0].span))
    return YamlMapping((*others, rows), register.span)


def _columns(register: YamlMapping) -> dict[str, str]:
    """The ids of the columns by id and by name, of those that only one has."""
    columns = register.get("columns")
    found: dict[str, str] = {}
    names: list[tuple[str, str]] = []
    for entry in columns.entries if isinstance(columns, YamlMapping) else ():
        found[entry.key.text] = entry.key.text
        name = entry.value.get("name") if isinstance(entry.value, YamlMapping) else None
        if isinstance(name, YamlScalar):
            names.append((name.text, entry.key.text))
    alone = {name: column for name, column in names if [each for each, _ in names].count(name) == 1}
    return {**alone, **found}


def _wrong_heads(table: CsvTable, heads: list[str], columns: dict[str, str]) -> Iterator[Finding]:
    """No id, a column that is none, or one that stands twice."""
    if ID not in heads:
        yield _finding(table.header[0], "id", COLUMN, ("没有", "is missing"))
    for place, (head, cell) in enumerate(zip(heads, table.header, strict=True)):
        if head in heads[:place]:
            yield _finding(cell, f"“{cell.text}”", COLUMN, ("写了两次", "stands twice"))
        elif head not in (ID, *KEYS) and head not in columns.values():
            zh, en = did_you_mean(cell.text, columns)
            yield _finding(
                cell,
                f"“{cell.text}”",
                COLUMN,
                told("不是台账的列{more}", "is no column of the register{more}", more=(zh, en)),
            )


def _finding(cell: Cell, what: str, sort: Pair, why: Pair) -> Finding:
    words = {"sort_zh": sort[0], "sort_en": sort[1], "name": what}
    words["name_en"] = f" {what}" if what else ""
    return Finding(CSV, cell.span, {**words, "why_zh": why[0], "why_en": why[1]})
