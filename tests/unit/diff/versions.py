"""Two versions of a small plan, for tests: texts in, changes out."""

from pathlib import Path
from textwrap import dedent

from handbooks import open_files
from plangen.diff import Changes, Side, compare
from plangen.values import Quantity, write_quantity


def side(root: Path, label: str, files: dict[str, str], year: int = 2026) -> Side:
    """One version: a handbook of its own in a folder named after the label."""
    workspace = open_files(root / label, {name: dedent(text) for name, text in files.items()})
    assert [f.code for f in workspace.read_findings] == [] or label.endswith("broken")
    return Side(label, workspace.scope(year))


def changes(root: Path, before: dict[str, str], after: dict[str, str]) -> Changes:
    """What differs between two versions of the plan `demo`."""
    return compare(side(root, "before", before), side(root, "after", after))


def told(found: Changes) -> list[str]:
    """Every edit in one line: kind, address, field, old and new."""
    return [f"{edit.id}: {_said(edit.old)} → {_said(edit.new)}" for edit in found.edits]


def moved(found: Changes) -> dict[str, str]:
    """The computed figures that changed, with both values."""
    return {str(each.address): f"{_said(each.before)} → {_said(each.after)}" for each in found.effects}


def _said(value: object) -> str:
    if isinstance(value, Quantity):
        return write_quantity(value)
    return "-" if value is None else str(value)
