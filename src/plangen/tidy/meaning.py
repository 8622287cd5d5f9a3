"""What a handbook means: everything that was bound, file by file, without the form in which it was typed."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any

from plangen.findings import Finding
from plangen.model import Entry, Handbook
from plangen.tidy.plain import same
from plangen.tidy.typed import entries

Meaning = Mapping[str, tuple[list[Any], Counter[str]]]
"""For each file what its entries hold, in order, and how often it has which finding."""


def meaning(handbook: Handbook, findings: list[Finding]) -> Meaning:
    """What every file of a handbook means."""
    found: dict[str, tuple[list[Any], Counter[str]]] = defaultdict(lambda: ([], Counter()))
    for entry in entries(handbook):
        found[entry.place.file][0].append((type(entry), entry.path, _held(entry)))
    for finding in findings:
        found[finding.span.file][1][finding.code] += 1
    return found


def changed(before: Meaning, after: Meaning) -> set[str]:
    """The files that do not mean the same any more."""
    return {file for file in (*before, *after) if not _alike(before.get(file), after.get(file))}


def _alike(one: Any, other: Any) -> bool:
    if one is None or other is None or one[1] != other[1] or len(one[0]) != len(other[0]):
        return False
    return all(a[:2] == b[:2] and same(a[2], b[2]) for a, b in zip(one[0], other[0], strict=True))


def _held(entry: Entry) -> dict[str, Any]:
    """The values of an entry's fields; for the entries in it, which follow by themselves, only where they are."""
    return {name: _bare(getattr(entry, name)) for name in type(entry).model_fields}


def _bare(value: Any) -> Any:
    if isinstance(value, Entry):
        return type(value)
    if isinstance(value, dict):
        return {key: _bare(child) for key, child in value.items()}
    return tuple(map(_bare, value)) if isinstance(value, tuple) else value
