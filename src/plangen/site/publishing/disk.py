"""Every file-system call of a release in one class, so that a test can make each of them fail."""

import ctypes
import errno
import os
import shutil
from pathlib import Path

_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2)
_HERE = -100  # AT_FDCWD
_NO_EXCHANGE = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM, errno.EXDEV})


class Disk:
    """The real disk. Every method raises OSError as the system reports it."""

    def make(self, folder: Path) -> None:
        """Create a folder and those above it; one that is there already is fine."""
        folder.mkdir(parents=True, exist_ok=True)

    def write(self, path: Path, data: bytes) -> None:
        """Write a file, and the folders above it."""
        self.make(path.parent)
        path.write_bytes(data)

    def copy(self, source: Path, target: Path) -> None:
        """Copy a file or a whole folder, contents only: no times, no owners."""
        if source.is_dir():
            shutil.copytree(source, target, copy_function=shutil.copyfile, symlinks=True)
        else:
            self.make(target.parent)
            shutil.copyfile(source, target)

    def rename(self, source: Path, target: Path) -> None:
        """Rename within one file system: readers see the old name or the new one, never both or none."""
        source.rename(target)

    def exchange(self, one: Path, other: Path) -> bool:
        """Let two folders change names in one step; False where the system cannot, then nothing happened."""
        try:
            call = ctypes.CDLL(None, use_errno=True).renameat2
        except (OSError, AttributeError, TypeError):
            return False
        if call(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
            return True
        number = ctypes.get_errno()
        if number in _NO_EXCHANGE:
            return False
        raise OSError(number, os.strerror(number), str(other))

    def remove(self, folder: Path) -> None:
        """Remove a folder with all it holds; one that is not there is fine. Of a link only the link goes."""
        if folder.is_symlink() or folder.is_file():
            folder.unlink()
        elif folder.exists():
            shutil.rmtree(folder)

    def sync(self, folder: Path) -> None:
        """Wait until the file system of `folder` has everything on the medium (where the system offers that)."""
        handle = os.open(folder, os.O_RDONLY)
        try:
            library = ctypes.CDLL(None, use_errno=True)
            if not hasattr(library, "syncfs"):
                os.sync()
            elif library.syncfs(handle) != 0:
                number = ctypes.get_errno()
                raise OSError(number, os.strerror(number), str(folder))
        finally:
            os.close(handle)
