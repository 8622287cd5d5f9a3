"""Opening both sides of a review. Nothing of either is run: content is data, and so is its configuration."""

from pathlib import Path

from plangen.request.range import Range
from plangen.source.between import changed_paths, merge_base
from plangen.source.revision import Revision, find_revision
from plangen.values import record
from plangen.workspace import Workspace, open_handbook


@record
class Sides:
    """The handbook before and after, and what else the request changes: files that are no content."""

    base: Workspace
    head: Workspace
    outside: tuple[str, ...]


def open_sides(root: Path, asked: Range) -> Sides:
    """Both handbooks of a range. Raises RevisionRefused where one cannot be found."""
    head = find_revision(root, asked.head) if asked.head else None
    base = find_revision(root, asked.base)
    if asked.merge_base:
        base = merge_base(base, head or find_revision(root, "HEAD"))
    before = _stored(root, base)
    after = _stored(root, head) if head else open_handbook(root)
    folders = {before.folder, after.folder}
    changed = changed_paths(base, head)
    outside = (path for path in changed if not any(path.startswith(f"{folder}/") for folder in folders))
    return Sides(before, after, tuple(outside))


def _stored(root: Path, revision: Revision) -> Workspace:
    return Workspace(root, revision.content_folder(), revision=revision)
