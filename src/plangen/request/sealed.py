"""Sealed years in a request: what the base has sealed must come out as it is, or be amended openly."""

import hashlib
from collections.abc import Iterator
from itertools import pairwise

from plangen.findings import Finding
from plangen.seals.canonical import digest
from plangen.seals.chain import changed
from plangen.seals.content import WHATS
from plangen.seals.seal import Seal
from plangen.source import SEALED
from plangen.source.revision import Revision
from plangen.workspace import Workspace


def new_seals(base: Workspace, head: Workspace) -> tuple[Seal, ...]:
    """The seals that a request brings: years that are closed now, amendments."""
    known = base.seals.seals if base.seals else {}
    there = head.seals.seals if head.seals else {}
    return tuple(seal for year in sorted(there) for seal in there[year][len(known.get(year, ())) :])


def sealed_changes(base: Workspace, head: Workspace, paths: list[str]) -> Iterator[Finding]:
    """A finding for each file of a sealed year, or of a seal, that is among the changed `paths`.

    What has no seal in the base may come: a year that is sealed now, an amendment, and content as an amendment has it.
    """
    if base.seals is None or base.revision is None:
        return
    for year, known in sorted(base.seals.seals.items()):
        folders = (f"{base.folder}/{year}/", f"{head.folder}/{year}/")
        mine = {path for path in paths if path.startswith(folders)}
        yield from (changed(path, year, WHATS["changed"]) for path in sorted(mine - _agreed(head, known, mine)))
    for path in paths:
        if path.startswith(f"{SEALED}/") and base.revision.holds(path):
            yield changed(path, None, WHATS["changed"])
    if head.revision is not None:
        yield from _archives(head.revision, new_seals(base, head))


def _agreed(head: Workspace, known: tuple[Seal, ...], paths: set[str]) -> set[str]:
    """Those of a sealed year's changed files that are as an amendment has them, which is chained to the `known` seals.

    In a folder the checks compare content and seal, so that nothing is left to be said here while the seals are there.
    """
    there = head.seals.seals.get(known[0].year, ()) if head.seals else ()
    if there[: len(known)] != known or any(later.previous != before.digest for before, later in pairwise(there)):
        return set()
    if head.revision is None:
        return paths
    return {path for path in paths if _agrees(head.revision, path, there[-1], path.removeprefix(f"{head.folder}/"))}


def _agrees(revision: Revision, path: str, seal: Seal, name: str) -> bool:
    """Whether a file, or that there is none, is what a seal says."""
    blob = revision.blobs(path).get(path)
    if blob is None or name not in seal.inputs:
        return blob is None and name not in seal.inputs
    mode = 0o100755 if name in seal.executable else 0o100644
    return blob.mode == mode and digest(name, revision.contents([blob])[blob.oid]) == seal.inputs[name]


def _archives(revision: Revision, seals: tuple[Seal, ...]) -> Iterator[Finding]:
    """The archives of new seals whose bytes are not those that the manifest speaks of."""
    for seal in seals:
        path = f"{SEALED}/{seal.stem}.zip"
        data = revision.read(path)
        if data is None or hashlib.sha256(data).hexdigest() != seal.archive:
            yield changed(path, seal.year, WHATS["changed"])
