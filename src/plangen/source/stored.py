"""Files that lie in no folder: the tree of a git revision, looked at as if it lay on disk."""

import os
from collections.abc import Iterator, Mapping
from errno import ENOENT
from pathlib import PurePosixPath
from stat import S_IFDIR, S_ISLNK

from plangen.values import record


@record
class Blob:
    """An entry of a revision's tree: its mode as git and systems write it, its object, its size in bytes."""

    mode: int
    oid: str
    size: int


class Stored:
    """A file or folder of a revision, with as much of a path's manner as a walk needs. Mode 0 means it is not there."""

    def __init__(self, name: str, mode: int = S_IFDIR, data: bytes = b"", size: int = 0) -> None:
        self.name, self.mode, self.data, self.size = name, mode, data, size
        self.stem, self.suffix = PurePosixPath(name).stem, PurePosixPath(name).suffix
        self.children: dict[str, Stored] = {}

    def __truediv__(self, name: str) -> "Stored":
        return self.children.get(name) or Stored(name, 0)

    def lstat(self) -> os.stat_result:
        """Mode and size; raises FileNotFoundError where it is not there."""
        if not self.mode:
            raise FileNotFoundError(ENOENT, os.strerror(ENOENT), self.name)
        return os.stat_result((self.mode, 0, 0, 0, 0, 0, self.size, 0, 0, 0))

    def is_symlink(self) -> bool:
        """Whether it is a symbolic link."""
        return S_ISLNK(self.mode)

    def iterdir(self) -> Iterator["Stored"]:
        """What lies in the folder."""
        return iter(self.children.values())

    def read(self, limit: int) -> bytes:
        """The file's bytes, one more than the limit at most."""
        return self.data[: limit + 1]


def stored_tree(blobs: Mapping[str, Blob], contents: Mapping[str, bytes], top: str) -> Stored:
    """The tree below `top` of a revision's blobs by path; contents by object."""
    if top in blobs:  # no folder: a link or a file of that name
        return Stored(top, blobs[top].mode, contents.get(blobs[top].oid, b""), blobs[top].size)
    root = Stored(top, S_IFDIR if blobs else 0)
    for path, blob in blobs.items():
        *folders, name = path.removeprefix(f"{top}/").split("/")
        place = root
        for folder in folders:
            place = place.children.setdefault(folder, Stored(folder))
        place.children[name] = Stored(name, blob.mode, contents.get(blob.oid, b""), blob.size)
    return root
