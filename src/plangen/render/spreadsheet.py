"""A table as CSV for spreadsheets."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

RISKY = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would read as the beginning of a formula."""


def as_csv(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """A heading and a line a row; UTF-8 with a byte order mark, as spreadsheets want it."""
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return "\ufeff" + text.getvalue()


def _cell(value: object) -> object:
    """A cell; a text that a spreadsheet would compute is quoted."""
    if value is None:
        return ""
    return f"'{value}" if isinstance(value, str) and value.startswith(RISKY) else value
