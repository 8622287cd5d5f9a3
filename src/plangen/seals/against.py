"""Comparing seals with a revision: there, nobody can have changed content and seal together unseen."""

from pathlib import Path

from plangen.findings import Finding
from plangen.seals.canonical import digest
from plangen.seals.chain import changed
from plangen.seals.content import WHATS, lying
from plangen.seals.seal import NAME
from plangen.source import SEALED, files_at


def against(root: Path, revision: str) -> list[Finding] | None:
    """What differs from the manifests and archives of a revision; None where git knows no such revision.

    Every file of a seal must be there as it was; new ones (a year sealed since, an amendment) may be. Content needs no
    comparison of its own: it must agree with the manifests, and these are the revision's.
    """
    then = files_at(root, revision, SEALED)
    if then is None:
        return None
    found: list[Finding] = []
    for path, data in sorted(then.items()):
        name = path.rpartition("/")[2]
        there = lying(root / path, path)
        if there.digest != digest(path, data):
            zh, en = WHATS[there.what or "changed"]
            what = (f"{zh}（与 {revision} 相比）", f"{en} (compared with {revision})")
            year = NAME.fullmatch(name)
            found.append(changed(path, int(year[1]) if year else None, what))
    return found
