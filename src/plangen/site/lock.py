"""One build at a time for one site folder."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plangen.findings import Finding
from plangen.site.codes import BUSY, Stopped
from plangen.values.span import Span

try:
    import fcntl
except ImportError:  # pragma: no cover - systems without POSIX locks
    fcntl = None  # type: ignore[assignment]


@contextmanager
def only_builder(path: Path) -> Iterator[None]:
    """Hold the lock file `path`; raises Stopped(PG802, exit 75) naming the process that holds it.

    The system frees a lock when its process ends, however it ends: a stale lock cannot be.
    Where there are no POSIX locks, the file itself is the lock and a holder that is gone is found by its number.
    """
    handle = _take(path)
    try:
        os.ftruncate(handle, 0)
        os.write(handle, str(os.getpid()).encode())
        yield
    finally:
        path.unlink(missing_ok=True)
        os.close(handle)


def _take(path: Path) -> int:
    if fcntl is None:  # pragma: no cover - systems without POSIX locks
        return _take_alone(path)
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _is_still(path, handle):
                return handle
        except BlockingIOError:
            holder = os.pread(handle, 20, 0).decode(errors="replace")
            os.close(handle)
            raise _busy(path, holder) from None
        os.close(handle)


def _is_still(path: Path, handle: int) -> bool:
    """Whether the locked file is the one that stands there: its holder before may have removed it meanwhile."""
    try:
        return path.stat().st_ino == os.fstat(handle).st_ino
    except FileNotFoundError:
        return False


def _take_alone(path: Path) -> int:
    """Take the lock by creating the file; one whose process is gone is removed first."""
    for last in (False, True):
        try:
            return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o644)
        except FileExistsError:
            holder = path.read_text(encoding="utf-8", errors="replace")
            if last or _runs(holder):
                raise _busy(path, holder) from None
            path.unlink(missing_ok=True)
    raise AssertionError  # pragma: no cover


def _runs(holder: str) -> bool:
    try:
        os.kill(int(holder), 0)
    except (ValueError, ProcessLookupError):
        return False
    except PermissionError:
        return True
    return True


def _busy(path: Path, holder: str) -> Stopped:
    return Stopped(Finding(BUSY, Span.whole(path.name), {"holder": holder.strip() or "?"}), 75)
