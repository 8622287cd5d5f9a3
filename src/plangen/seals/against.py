"""Seals at a revision: there, nobody can have changed content and seal together unseen."""

from pathlib import Path

from plangen.findings import Finding
from plangen.seals.canonical import digest
from plangen.seals.chain import Chain, chained, changed
from plangen.seals.content import WHATS, lying
from plangen.seals.seal import NAME, read_seal
from plangen.source import SEALED
from plangen.source.revision import Revision, find_revision
from plangen.values import told


def against(root: Path, name: str) -> list[Finding]:
    """What differs from the manifests and archives of a revision. Raises RevisionRefused where there is none.

    Every file of a seal must be there as it was; new ones (a year sealed since, an amendment) may be. Content needs no
    comparison of its own: it must agree with the manifests, and these are the revision's.
    """
    found: list[Finding] = []
    for path, data in sorted(_files(find_revision(root, name)).items()):
        there = lying(root / path, path)
        if there.digest != digest(path, data):
            zh, en = WHATS[there.what or "changed"]
            what = told("{more}（与 {name} 相比）", "{more} (compared with {name})", more=(zh, en), name=name)
            year = NAME.fullmatch(path.rpartition("/")[2])
            found.append(changed(path, int(year[1]) if year else None, what))
    return found


def chain_at(revision: Revision) -> Chain | None:
    """The seals that a handbook had at a revision, as its manifests say; None where it had none."""
    texts = {path.rpartition("/")[2]: data for path, data in _files(revision, ".json").items()}
    seals = [seal for name, data in texts.items() if (seal := read_seal(name, data))]
    return Chain(revision.root, chained(seals)) if seals else None


def _files(revision: Revision, ending: str = "") -> dict[str, bytes]:
    """The files in the folder of the seals; what is no ordinary file there is no file of a seal."""
    blobs = {path: blob for path, blob in revision.blobs(SEALED).items() if path.endswith(ending)}
    blobs = {path: blob for path, blob in blobs.items() if blob.mode & 0o170000 == 0o100000}
    data = revision.contents(blobs.values())
    return {path: data[blob.oid] for path, blob in blobs.items()}
