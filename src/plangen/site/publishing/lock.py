"""One build at a time for one site folder."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plangen.findings import Finding
from plangen.site.codes import BUSY, Stopped
from plangen.values import told
from plangen.values.span import Span


@contextmanager
def only_builder(path: Path) -> Iterator[None]:
    """Hold the lock file `path`; raises Stopped(PG802, exit 75) naming the process that holds it.

    The system frees the lock when its process ends, however it ends: a stale file left behind is nobody's lock.
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
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.pread(handle, 20, 0).decode(errors="replace").strip()
            os.close(handle)
            raise Stopped(Finding(BUSY, Span.whole(path.name), _named(holder)), 75) from None
        if _is_still(path, handle):
            return handle
        os.close(handle)


def _named(holder: str) -> dict[str, str]:
    """What is said of the holder: nothing in the moment before it has written its number."""
    if not holder:
        return {"holder": "", "holder_zh": "", "holder_en": ""}
    zh, en = told("（进程 {holder}）", " (process {holder})", holder=holder)
    return {"holder": holder, "holder_zh": zh, "holder_en": en}


def _is_still(path: Path, handle: int) -> bool:
    """Whether the locked file is the one that stands there: its holder before may have removed it meanwhile."""
    try:
        return path.stat().st_ino == os.fstat(handle).st_ino
    except FileNotFoundError:
        return False
