"""Placing new files: all of them or none, and never over something that is there."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from plangen.values import Pair, told

Files = Mapping[str, str | bytes]
"""Texts, or bytes that stay as they are, by path below a folder, with `/` on every system."""


class ScaffoldRefused(Exception):
    """A scaffold that is not written, with the sentence that says why, and the exit status it means."""

    def __init__(self, zh: str, en: str, status: int = 2) -> None:
        super().__init__(en)
        self.sentence: Pair = zh, en
        self.status = status


def place_folder(folder: Path, files: Files) -> list[Path]:
    """Write a new folder, or fill an empty one; returns what was written. On failure nothing of it stays.

    Raises ScaffoldRefused where something is there already.
    """
    target = folder.resolve()
    if target.exists() and not (target.is_dir() and not any(target.iterdir())):
        full = "{folder} 已经存在，而且不是空文件夹", "{folder} exists and is not an empty folder"
        raise ScaffoldRefused(*told(*full, folder=folder))
    near = next(parent for parent in (target, *target.parents) if parent.is_dir())
    with TemporaryDirectory(prefix=".plangen-", dir=near) as stage:
        whole = Path(stage) / "whole"
        for name, text in files.items():
            write(whole / name, text)
        _move(whole, target)
    return [folder / name for name in files]


def write(path: Path, text: str | bytes) -> None:
    """Write one file, in folders that are made where they are missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))


def _move(whole: Path, target: Path) -> None:
    """Bring a finished folder to its place: as a whole, or piece by piece into an empty folder."""
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        whole.rename(target)
        return
    moved: list[tuple[Path, Path]] = []
    try:
        for piece in sorted(whole.iterdir()):
            moved.append((piece, target / piece.name))
            piece.rename(target / piece.name)
    except OSError:
        for piece, there in moved:
            if there.exists():
                there.rename(piece)
        raise


def place_file(path: Path, text: str) -> list[Path]:
    """Write one new file in a folder that is there. Raises ScaffoldRefused where the file exists."""
    try:
        file = path.open("x", encoding="utf-8", newline="\n")
    except FileExistsError:
        raise ScaffoldRefused(
            *told("{path} 已经存在，没有改动", "{path} exists; nothing was changed", path=path)
        ) from None
    try:
        with file:
            file.write(text)
    except OSError:
        path.unlink()
        raise
    return [path]
