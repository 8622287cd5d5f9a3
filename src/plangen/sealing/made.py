"""A seal in the making: from the content and the members of an archive to two files in `sealed/`."""

import hashlib
import sys
from collections.abc import Mapping
from dataclasses import replace
from importlib import metadata
from pathlib import Path

from plangen.seals.archive import pack
from plangen.seals.content import files_of
from plangen.seals.seal import Seal
from plangen.site.publishing.inputs import installed
from plangen.source import SEALED
from plangen.values import record

LOCK = ".sealed.plangen-lock"
"""The file beside the content that only one who seals holds."""


@record
class Asked:
    """Who closes or amends which year, on which day, and why. `files` are the only ones that an amendment changes."""

    root: Path
    year: int
    by: str
    on: str
    reason: str = ""
    files: tuple[str, ...] = ()


def made(seal: Seal, content: Path, members: Mapping[str, bytes]) -> tuple[Seal, bytes]:
    """The seal with everything that is hashed, and its archive."""
    files, archive = files_of(content, seal.year), pack(members)
    whole = replace(
        seal,
        tool=_tool(),
        inputs={path: files[path].digest for path in sorted(files)},
        executable=tuple(sorted(path for path in files if files[path].executable)),
        outputs={name: hashlib.sha256(members[name]).hexdigest() for name in sorted(members)},
        archive=hashlib.sha256(archive).hexdigest(),
    )
    return whole, archive


def _tool() -> dict[str, str]:
    """What the pages and figures were made with: `installed` hashes the names and versions of all that is there."""
    lock = hashlib.sha256("\n".join(installed()).encode()).hexdigest()
    return {"plangen": metadata.version("plangen"), "python": sys.version.split()[0], "installed": lock}


def place_seal(root: Path, seal: Seal, archive: bytes) -> list[Path]:
    """Write archive and manifest; the year is sealed when the manifest is there."""
    folder = root / SEALED
    folder.mkdir(exist_ok=True)
    packed, manifest = folder / f"{seal.stem}.zip", folder / f"{seal.stem}.json"
    for path, data in ((packed, archive), (manifest, seal.dump())):
        aside = path.with_name(f".{path.name}.plangen-new")
        try:
            aside.write_bytes(data)
            aside.rename(path)
        except BaseException:
            aside.unlink(missing_ok=True)
            if path is manifest:
                packed.unlink(missing_ok=True)
            raise
    return [manifest, packed]
