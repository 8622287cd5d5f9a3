"""The export: every figure by year, scenario and address, with its ends as fractions."""

import json
import subprocess
from fractions import Fraction
from pathlib import Path
from typing import Any

from independent.arithmetic import Number

ROOT = Path(__file__).parents[2]
Row = dict[str, Any]
Name = tuple[int, str, str]


def name_of(row: Row) -> Name:
    """What names a figure in the export."""
    return row["year"], row["scenario"], row["address"]


def number_of(row: Row) -> Number:
    """The value of an export's row."""
    value = row["value"]
    if value is None:
        return Number(None, row["missing"] or 1)
    low, high = (value["low"], value["high"]) if isinstance(value, dict) else (value, value)
    ends = tuple(None if end is None else Fraction(end) for end in (low, high))
    return Number(ends, row["missing"])  # type: ignore[arg-type]


def document(root: Path) -> dict[str, Any]:
    """The export of a handbook folder."""
    command = [str(ROOT / ".venv/bin/plangen"), "-C", str(root), "export", "--format", "json"]
    made: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return made


def exported(root: Path) -> dict[Name, Row]:
    """The figures of a handbook folder."""
    return {name_of(row): row for row in document(root)["figures"]}
