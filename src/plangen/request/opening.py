"""Opening both sides of a review. Nothing of either is run: content is data, and so is its configuration."""

from pathlib import Path

from plangen.request.range import Range
from plangen.source import SEALED
from plangen.source.between import changed_paths, merge_base
from plangen.source.revision import Revision, find_revision
from plangen.values import record
from plangen.workspace import Workspace, open_handbook


@record
class Sides:
    """The handbook before and after, and the one whose rules hold: as the base is now.

    Where the head left the base long ago, `base` is older than `rules`: nobody gets older rules by an older branch.
    `changed` are the paths of all files that differ.
    """

    base: Workspace
    head: Workspace
    rules: Workspace
    changed: tuple[str, ...]

    @property
    def outside(self) -> tuple[str, ...]:
        """Changed files that are neither content nor seals."""
        folders = (f"{self.base.folder}/", f"{self.head.folder}/", f"{SEALED}/")
        return tuple(path for path in self.changed if not path.startswith(folders))


def open_sides(root: Path, asked: Range) -> Sides:
    """Both handbooks of a range. Raises RevisionRefused where one cannot be found."""
    head = find_revision(root, asked.head) if asked.head else None
    tip = find_revision(root, asked.base)
    base = merge_base(tip, head or find_revision(root, "HEAD")) if asked.merge_base else tip
    before = _stored(root, base)
    after = _stored(root, head) if head else open_handbook(root)
    rules = before if base.commit == tip.commit else _stored(root, tip)
    _same_day(before, after)
    return Sides(before, after, rules, tuple(changed_paths(base, head)))


def _same_day(before: Workspace, after: Workspace) -> None:
    """Judge both sides on one day where none of them names one: what only the time of a commit brings is no change."""
    old, new = before.handbook, after.handbook
    if old is not None and new is not None and old.head.as_of is None and new.head.as_of is None:
        old.as_of = new.as_of


def _stored(root: Path, revision: Revision) -> Workspace:
    return Workspace(root, revision.content_folder(), revision=revision)
