"""Copies of one unit of the example with mistakes in it: all small edits of a unit at once, so that few are opened."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from plangen.findings import Finding
from plangen.workspace import open_handbook
from sample import ROOT, copy_unit
from systems.row import Edit, Row, Told


@dataclass
class Spoiled:
    """Copies by unit, opened when first asked for, in a folder of its own."""

    folder: Path
    rows: list[Row]
    opened: dict[tuple[str, Edit | None], list[Finding]] = field(default_factory=dict)

    def findings(self, told: Told) -> list[Finding]:
        """What is found in the copy that has this edit."""
        assert told.edit is not None
        key = (told.edit.unit, told.edit if told.apart else None)
        if key not in self.opened:
            edits = [told.edit] if told.apart else self._together(told.edit.unit)
            root = copy_unit(self.folder / str(len(self.opened)), told.edit.unit)
            apply(root, edits)
            self.opened[key] = open_handbook(root).findings
        return self.opened[key]

    def _together(self, unit: str) -> list[Edit]:
        checks = (check for row in self.rows for check in row.checks if not check.apart)
        edits = (check.edit for check in checks if check.edit is not None and check.edit.unit == unit)
        return [edit for edit in dict.fromkeys(edits) if fits(edit)]


def fits(edit: Edit) -> bool:
    """Whether the file has the text exactly once."""
    path = ROOT / "content" / edit.file
    return path.is_file() and path.read_text(encoding="utf-8").count(edit.old) == 1


def apply(root: Path, edits: Iterable[Edit]) -> None:
    """Make the changes; one that another has made impossible is left out, and so its finding will be missing."""
    for edit in edits:
        path = root / "content" / edit.file
        path.write_text(path.read_text(encoding="utf-8").replace(edit.old, edit.new, 1), encoding="utf-8")
