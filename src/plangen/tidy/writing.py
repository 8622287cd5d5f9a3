"""Writing a changed file: as a whole or not at all, and never over what is not to be changed."""

import os
import stat
from pathlib import Path
from tempfile import NamedTemporaryFile

from plangen.source import SEALED
from plangen.values import told
from plangen.workspace import Workspace


def write(workspace: Workspace, path: str, before: bytes, after: bytes) -> tuple[str, str] | None:
    """Put new content into a file of a handbook; its mode stays.

    Returns None, or in Chinese and English why the file was left as it is: its year is sealed, it may not be written,
    or it is no longer what was read.
    """
    target = workspace.root / path
    if is_sealed(workspace, path):
        return told("{path}：这一年已封存，没有改动", "{path}: its year is sealed; nothing was changed", path=path)
    try:
        mode = target.lstat().st_mode
        if not mode & stat.S_IWUSR or not os.access(target, os.W_OK):
            return told(
                "{path}：文件是只读的，没有改动", "{path}: the file is read-only; nothing was changed", path=path
            )
        if not stat.S_ISREG(mode) or target.read_bytes() != before:
            zh, en = told(
                "{path}：刚刚被别的程序改过，没有改动",
                "{path}: another program just changed it; it was left alone",
                path=path,
            )
            return zh, en
        _put(target, after, stat.S_IMODE(mode))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return told(
            "{path}：写不了（{reason}），没有改动",
            "{path}: cannot be written ({reason}); nothing was changed",
            path=path,
            reason=reason,
        )
    return None


def is_sealed(workspace: Workspace, path: str) -> bool:
    """Whether a file lies in the folder of a year that is sealed."""
    year = path.removeprefix(f"{workspace.folder}/").partition("/")[0]
    return year.isdigit() and any((workspace.root / SEALED).glob(f"{year}.*"))


def _put(target: Path, data: bytes, mode: int) -> None:
    with NamedTemporaryFile(dir=target.parent, prefix=".plangen-", delete=False) as aside:
        try:
            aside.write(data)
            aside.flush()
            os.fsync(aside.fileno())
            aside.close()
            Path(aside.name).chmod(mode)
            Path(aside.name).replace(target)
        except BaseException:
            Path(aside.name).unlink(missing_ok=True)
            raise
