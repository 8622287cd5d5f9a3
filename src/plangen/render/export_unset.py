"""The values that are not set, as JSON and CSV for other programs. The forms are explained in docs/export-format.md."""

from collections.abc import Iterable, Mapping

from plangen.compute import Owed
from plangen.model import Day
from plangen.render.export import lists_document
from plangen.render.spreadsheet import as_csv
from plangen.values import Quantity, is_unset, write_quantity

FORMAT = 1
"""The version of the form: a reader must refuse a number that it does not know."""
COLUMNS = (
    "year", "plan", "kind", "address", "name", "field", "owner", "owner_name", "last_year", "file", "line", "column",
)  # fmt: skip
UNSET = "unset"
"""What is said of last year's value that was not set either."""


def unset_json(owed: Iterable[Owed]) -> str:
    """`{"format": 1, "unset": […]}`: one value a line, in the order of the files."""
    return lists_document({"format": FORMAT}, {"unset": map(_fields, owed)}, {})


def unset_csv(owed: Iterable[Owed]) -> str:
    """The same as a table with a heading."""
    return as_csv(COLUMNS, map(_fields, owed))


def _fields(owed: Owed) -> Mapping[str, object]:
    value, scope, entry = owed.value, owed.scope, owed.value.entry
    name = getattr(entry, "name", None) or getattr(entry, "text", None) or scope.name_of(entry.address())
    return {
        "year": scope.year,
        "plan": scope.plan.path,
        "kind": entry.place.kind,
        "address": str(owed.address),
        "name": str(name),
        "field": value.field,
        "owner": str(owed.role) if owed.role else None,
        "owner_name": scope.name_of(owed.role) if owed.role else None,
        "last_year": _before(owed),
        "file": value.span.file,
        "line": value.span.line,
        "column": value.span.column,
    }


def _before(owed: Owed) -> str | None:
    """Last year's value as planners write it, `unset` where it was not set either; None where there was none."""
    found = owed.before()
    if isinstance(found, Quantity):
        return UNSET if found.unset else write_quantity(found, language=owed.scope.language)
    if isinstance(found, Day):
        return found.value.isoformat() if found.value else UNSET
    if isinstance(found, str):
        return UNSET if is_unset(found) else found
    return None
