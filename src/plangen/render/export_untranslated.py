"""The texts that a language has no wording for, as JSON and CSV for who translates them.

The forms are explained in docs/export-format.md.
"""

from collections.abc import Iterable, Mapping

from plangen.model.untranslated import Untranslated
from plangen.render.export import lists_document
from plangen.render.spreadsheet import as_csv

FORMAT = 1
"""The version of the form: a reader must refuse a number that it does not know."""
COLUMNS = ("language", "year", "plan", "address", "field", "text", "file", "line", "column")


def untranslated_json(texts: Iterable[Untranslated]) -> str:
    """`{"format": 1, "untranslated": […]}`: one text a line, in the order of the files."""
    return lists_document({"format": FORMAT}, {"untranslated": map(_fields, texts)}, {})


def untranslated_csv(texts: Iterable[Untranslated]) -> str:
    """The same as a table with a heading."""
    return as_csv(COLUMNS, map(_fields, texts))


def _fields(text: Untranslated) -> Mapping[str, object]:
    return {
        "language": text.language,
        "year": text.year or None,
        "plan": text.plan,
        "address": text.address,
        "field": text.field,
        "text": text.text,
        "file": text.span.file,
        "line": text.span.line,
        "column": text.span.column,
    }
