"""The archive of a sealed year: its published files in one zip file, the same bytes for the same files."""

import hashlib
import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

SITE = "site/"
"""Where the published files stand in it: `site/2025/…`, and what those use of `site/_assets/…`."""
FIGURES = "figures.json"
"""The year's figures, as `plangen export` writes them."""
HANDBOOK = "handbook.yml"
"""The handbook's settings as they were."""
_DAY = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_FILE = 0o100644 << 16
_BROKEN = (OSError, zipfile.BadZipFile, zlib.error, struct.error, KeyError, ValueError, EOFError, RuntimeError)


def pack(members: Mapping[str, bytes]) -> bytes:
    """One zip file of members by name.

    Nothing in it depends on the machine: names in order, one day, one mode, one system. Members are stored as they are:
    compressed bytes differ from one version of zlib to the next, and git compresses and shares them itself.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(members):
            entry = zipfile.ZipInfo(name, _DAY)
            entry.create_system, entry.external_attr = _UNIX, _FILE
            archive.writestr(entry, members[name])
    return stream.getvalue()


def unpack(path: Path, outputs: Mapping[str, str]) -> dict[str, bytes] | None:
    """Every member by name; None where they are not exactly those that `outputs` names, with these hashes."""
    try:
        with zipfile.ZipFile(path) as archive:
            if sorted(archive.namelist()) != sorted(outputs):
                return None
            members = {name: archive.read(name) for name in outputs}
    except _BROKEN:
        return None
    whole = all(hashlib.sha256(members[name]).hexdigest() == outputs[name] and _is_inside(name) for name in outputs)
    return members if whole else None


def member(path: Path, name: str) -> bytes:
    """One member of an archive; empty where it cannot be read."""
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.read(name)
    except _BROKEN:
        return b""


def _is_inside(name: str) -> bool:
    """Whether a member's name stays below the folder that it is written to."""
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and "\\" not in name and ":" not in name
