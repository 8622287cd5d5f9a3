"""Sealed years in a request: what the base has sealed must come out as it is."""

from collections.abc import Iterator

from plangen.findings import Finding
from plangen.seals.chain import changed
from plangen.seals.content import WHATS
from plangen.source import SEALED
from plangen.workspace import Workspace


def sealed_changes(base: Workspace, head: Workspace, paths: list[str]) -> Iterator[Finding]:
    """A finding for each file of a sealed year, or of a seal, that is among the changed `paths`.

    What has no seal in the base may come: a year that is sealed now, an amendment.
    """
    if base.seals is None or base.revision is None:
        return
    for year in sorted(base.seals.seals):
        folders = (f"{base.folder}/{year}/", f"{head.folder}/{year}/")
        yield from (changed(path, year, WHATS["changed"]) for path in paths if path.startswith(folders))
    for path in paths:
        if path.startswith(f"{SEALED}/") and base.revision.holds(path):
            yield changed(path, None, WHATS["changed"])
