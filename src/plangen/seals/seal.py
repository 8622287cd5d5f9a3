"""A seal: the manifest of one closed plan year, or of one amendment of it, and its bytes."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Any

from plangen.model.sealing import Sealing
from plangen.seals.canonical import canonical, digest
from plangen.values import record

FORMAT = 1
NAME = re.compile(r"([12][0-9]{3})(?:\.([1-9][0-9]{0,3}))?\.(json|zip)")
_TEXTS = ("by", "on", "as_of", "reason", "previous", "archive")
_HASHES = ("tool", "inputs", "outputs")


@record
class Changed:
    """What an amendment changed: files (path, what happened to it) and figures (scenario, address, old, new)."""

    files: tuple[tuple[str, ...], ...] = ()
    figures: tuple[tuple[str, ...], ...] = ()


@record
class Seal:
    """One closed year. `amendment` counts from 0, the year as it was sealed first.

    `as_of` is the day that its content speaks of (empty: none).
    `previous` is the hash of the manifest before: of the year before, or of the amendment before; empty for the first.
    `tool` says what it was made with, `inputs` hashes each file of the year's content (paths below the content folder),
    `executable` are those of them with that mode, `outputs` hashes each member of the archive, `archive` all of it.
    """

    year: int
    amendment: int
    by: str
    on: str
    as_of: str = ""
    reason: str = ""
    previous: str = ""
    tool: Mapping[str, str] = field(default_factory=dict)
    inputs: Mapping[str, str] = field(default_factory=dict)
    executable: tuple[str, ...] = ()
    outputs: Mapping[str, str] = field(default_factory=dict)
    archive: str = ""
    changed: Changed = Changed()

    @property
    def stem(self) -> str:
        """The name of its files without ending: `2025`, `2025.1`."""
        return f"{self.year}.{self.amendment}" if self.amendment else str(self.year)

    @property
    def sealing(self) -> Sealing:
        """What pages say of it."""
        start = f"site/{self.year}/"
        pages = (name.removeprefix(start) for name in self.outputs if name.startswith(start))
        urls = frozenset(name.removesuffix("index.html") for name in pages if name.endswith("index.html"))
        return Sealing(self.by, self.on, self.reason, urls, self.as_of)

    def dump(self) -> bytes:
        """The manifest, the same bytes for the same seal; its last entry is the hash of all others."""
        content = {
            "format": FORMAT,
            "year": self.year,
            "amendment": self.amendment,
            **{name: getattr(self, name) for name in _TEXTS},
            **{name: dict(getattr(self, name)) for name in _HASHES},
            "executable": list(self.executable),
            "changed": {"files": self.changed.files, "figures": self.changed.figures},
        }
        own = hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()
        return (json.dumps(content | {"seal": own}, indent=1, ensure_ascii=False) + "\n").encode()

    @property
    def digest(self) -> str:
        """The hash that the next manifest holds."""
        return digest(f"{self.stem}.json", self.dump())


def read_seal(name: str, data: bytes) -> Seal | None:
    """The seal of a manifest file; None where it is not, byte for byte, one that we have written under this name."""
    try:
        seal = _seal(json.loads(data))
        whole = seal.dump() == canonical(name, data) and f"{seal.stem}.json" == name
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return seal if whole else None


def _seal(content: Mapping[str, Any]) -> Seal:
    """A seal of JSON values. What has another form raises one of the errors above, or does not write the same bytes."""
    if content["format"] != FORMAT:
        raise ValueError(content["format"])
    texts: dict[str, Any] = {name: str(content[name]) for name in _TEXTS}
    hashes: dict[str, Any] = {name: {str(key): str(value) for key, value in content[name].items()} for name in _HASHES}
    rows = {name: tuple(tuple(map(str, row)) for row in content["changed"][name]) for name in ("files", "figures")}
    executable = tuple(map(str, content["executable"]))
    if texts["as_of"]:
        date.fromisoformat(texts["as_of"])
    year, amendment = int(content["year"]), int(content["amendment"])
    return Seal(year, amendment, **texts, **hashes, executable=executable, changed=Changed(**rows))
