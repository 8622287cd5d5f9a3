"""The content of a sealed year as it lies on the disk: what each file is, and what is not as it was sealed."""

import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from unicodedata import normalize

from plangen.seals.canonical import digest
from plangen.seals.seal import Seal
from plangen.source import keeps_modes
from plangen.values import record, told

WHATS = {
    "changed": ("改动过", "was changed"),
    "added": ("是后来加的", "was added"),
    "deleted": ("不见了", "is gone"),
    "renamed": ("改名为 {to}", "was renamed to {to}"),
    "mode": ("被改成可执行", "was made executable"),
    "unmode": ("不再可执行", "is not executable any more"),
    "link": ("被换成了链接或特殊文件", "was replaced by a link or a special file"),
    "unreadable": ("读不出来", "cannot be read"),
}


@record
class Lying:
    """What lies at a path: the hash of a file's bytes (empty: `what` is there instead) and its mode."""

    digest: str
    what: str = ""
    executable: bool = False


@record
class Change:
    """What happened to a file, by a word of `WHATS`; `to` is its new name."""

    path: str
    what: str
    to: str = ""

    def said(self) -> tuple[str, str]:
        """In Chinese and English."""
        return told(*WHATS[self.what], to=self.to)


def lying(place: Path, path: str) -> Lying:
    """What lies at a place; nothing is followed and only ordinary files are read."""
    try:
        status = place.lstat()
        if not stat.S_ISREG(status.st_mode):
            return Lying("", "link")
        return Lying(digest(path, place.read_bytes()), "", bool(status.st_mode & stat.S_IXUSR))
    except FileNotFoundError:
        return Lying("", "deleted")
    except OSError:
        return Lying("", "unreadable")


def files_of(content: Path, year: int) -> dict[str, Lying]:
    """Everything below a year's folder, by its path below the content folder; names with a dot are no content."""
    found: dict[str, Lying] = {}
    top = content / str(year)
    if top.is_symlink() or (top.exists() and not top.is_dir()):
        return {str(year): Lying("", "link")}
    for place, folders, names in os.walk(top):
        folders[:] = [name for name in folders if not name.startswith(".")]
        links = [name for name in folders if Path(place, name).is_symlink()]
        for name in (name for name in (*names, *links) if not name.startswith(".")):
            file = Path(place, name)
            path = normalize("NFC", file.relative_to(content).as_posix())
            twin = path in found  # two names that differ in their normal form only
            found[f"{path} ×2" if twin else path] = lying(file, path)
    return found


def changes(content: Path, seal: Seal) -> list[Change]:
    """What is not as it was sealed, by path."""
    now, then = files_of(content, seal.year), seal.inputs
    if not now:
        return [Change(str(seal.year), "deleted")]
    gone = {path for path in then if path not in now}
    new = {path for path in now if path not in then}
    renamed = dict(_renamed(gone, new, then, now))
    found = [Change(old, "renamed", to) for old, to in renamed.items()]
    found += [Change(path, "deleted") for path in gone - renamed.keys()]
    found += [Change(path, now[path].what or "added") for path in new - set(renamed.values())]
    for path in then.keys() & now.keys():
        found += _differs(path, now[path], then[path], executable=path in seal.executable)
    modes = {"mode", "unmode"}
    if any(change.what in modes for change in found) and not keeps_modes(content):
        found = [change for change in found if change.what not in modes]
    return sorted(found, key=lambda change: (change.path, change.what))


def _renamed(
    gone: set[str], new: set[str], then: Mapping[str, str], now: Mapping[str, Lying]
) -> Iterator[tuple[str, str]]:
    """Files that lie under another name with the same bytes."""
    free = sorted(new)
    for old in sorted(gone):
        to = next((path for path in free if now[path].digest == then[old]), "")
        if to:
            free.remove(to)
            yield old, to


def _differs(path: str, now: Lying, then: str, *, executable: bool) -> Iterator[Change]:
    if now.digest != then:
        yield Change(path, now.what or "changed")
    elif now.executable != executable:
        yield Change(path, "mode" if now.executable else "unmode")
