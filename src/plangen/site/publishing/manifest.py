"""The manifest of a site: what was published, from what; so that an unchanged build is known as such."""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import TypeGuard, TypeVar

from plangen.model.reading import PERMANENT
from plangen.site.book import Book
from plangen.site.tongues import split
from plangen.values import record

T = TypeVar("T")
NAME = "plangen-manifest.json"
"""The manifest's file name in the site's root. It also marks a folder as written by us."""
_FORMAT = 1


@record
class Manifest:
    """What a site is and what it was made from.

    `inputs` is the hash of all that was read (empty: some years were carried over), `years` a hash for each book
    (`2026`, `en/2026`).
    `files` maps each file's path in the site to the SHA-256 of its bytes; the manifest itself is not in it.
    `warnings` counts the findings that were published along, `notes` are the host's own warnings by year.
    """

    inputs: str = ""
    years: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, list[str]] = field(default_factory=dict)
    warnings: int = 0

    @property
    def pages(self) -> int:
        """How many pages the years have."""
        return sum(name.endswith("index.html") and _is_page(split(name)[1]) for name in self.files)

    def part(self, base: str) -> "Manifest":
        """What it says of one language, as if that were a site of its own; empty: of the root, without the others."""

        def mine(names: Mapping[str, T]) -> dict[str, T]:
            return {rest: value for name, value in names.items() for of, rest in (split(name),) if of == base}

        return replace(self, years=mine(self.years), files=mine(self.files), notes=mine(self.notes))

    def dump(self) -> bytes:
        """The manifest as JSON, the same bytes for the same content."""
        content = {
            "format": _FORMAT,
            "inputs": self.inputs,
            "warnings": self.warnings,
            "years": dict(self.years),
            "notes": dict(self.notes),
            "files": dict(self.files),
        }
        return (json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode()


def read_manifest(site: Path) -> Manifest | None:
    """The manifest of a site folder; None when there is none that we can read."""
    try:
        content = json.loads((site / NAME).read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(content, dict) or content.get("format") != _FORMAT:
        return None
    inputs, warnings, notes = content.get("inputs"), content.get("warnings"), content.get("notes")
    years, files = content.get("years"), content.get("files")
    if not (isinstance(inputs, str) and isinstance(warnings, int) and _maps_texts(years) and _maps_texts(files)):
        return None
    if not (isinstance(notes, dict) and all(_are_texts(texts) for texts in notes.values())):
        return None
    return Manifest(inputs, years, files, notes, warnings)


def _maps_texts(value: object) -> TypeGuard[dict[str, str]]:
    return isinstance(value, dict) and all(isinstance(text, str) for text in value.values())


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(text, str) for text in value)


def hash_bytes(*parts: bytes) -> str:
    """SHA-256 of parts, each with its length, so that no two lists of parts have the same hash."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()


def hash_file(path: Path) -> str:
    """SHA-256 of a file's bytes, as `sha256sum` prints it."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def files_below(folder: Path) -> list[Path]:
    """Every regular file below a folder, in one order on every machine; links are not followed."""
    found = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sorted(found, key=lambda path: path.relative_to(folder).as_posix())


def hash_tree(folder: Path) -> dict[str, str]:
    """Path → SHA-256 of every file below a folder, the manifest left out."""
    return {
        name: hash_file(path) for path in files_below(folder) if (name := path.relative_to(folder).as_posix()) != NAME
    }


def holds(site: Path, manifest: Manifest) -> bool:
    """Whether a site is byte for byte what its manifest says, with no file more or less."""
    return hash_tree(site) == dict(manifest.files)


def strangers(site: Path, manifest: Manifest | None) -> Iterator[str]:
    """Every file of a site folder that its manifest does not list: somebody else's. Links count as files."""
    ours = {NAME, *manifest.files} if manifest else set()
    for place, folders, names in os.walk(site):
        folders.sort()
        links = [name for name in folders if Path(place, name).is_symlink()]
        for name in sorted([*names, *links]):
            path = Path(place, name).relative_to(site).as_posix()
            if path not in ours:
                yield path


def intact(site: Path, manifest: Manifest, year: int) -> bool:
    """Whether one year's folder is byte for byte what the manifest says."""
    start = f"{year}/"
    listed = {name.removeprefix(start): digest for name, digest in manifest.files.items() if name.startswith(start)}
    return bool(listed) and hash_tree(site / str(year)) == listed


def hash_files(paths: Iterable[tuple[str, Path]]) -> str:
    """One hash over named files: names and contents. Files that cannot be read count as such."""
    parts: list[bytes] = []
    for name, path in paths:
        parts.append(name.encode("utf-8", "surrogateescape"))
        try:
            parts.append(path.read_bytes())
        except OSError as problem:
            parts.append(f"!{problem.errno}".encode())
    return hash_bytes(*parts)


def hash_book(book: Book) -> str:
    """One hash over everything that a host can read of a book."""
    parts = [book.title, book.folder, book.version_title, book.language]
    for page in book.pages:
        frame = (page.frame.nav, page.frame.tabs, page.frame.breadcrumb, page.frame.banner)
        slots = (text for key in sorted(page.slots) for text in (key, page.slots[key]))
        tongues = (text for each in page.tongues for text in (each.language, each.url))
        parts += [page.path, page.title, page.markdown, page.description, *page.figures, *frame, *tongues]
        parts += [*slots, "\0"]
    for whole in book.wholes:
        parts += [repr(whole), "\0"]
    media = (part for path in sorted(book.media) for part in (path.encode(), book.media[path]))
    return hash_bytes(*(part.encode() for part in parts), *media)


def _is_page(name: str) -> bool:
    """Whether a file of one language is a page that is read: of a year, and no permanent link."""
    year, _, rest = name.partition("/")
    return year.isdecimal() and rest.partition("/")[0] != PERMANENT
