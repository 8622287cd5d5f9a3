"""The history of a handbook folder, as git knows it."""

from pathlib import Path


def commit_day(root: Path, content: str) -> str:
    """The day of the last commit that touched the content, which stands for today in a handbook; empty without one."""
    return (_git(root, "log", "-1", "--format=%cs", "--", content) or b"").decode(errors="replace").strip()


def keeps_modes(root: Path) -> bool:
    """Whether the file system keeps the mode of files, as git found when it made the clone; without git it does."""
    return (_git(root, "config", "--type=bool", "--get", "core.fileMode") or b"").strip() != b"false"


def files_at(root: Path, revision: str, folder: str) -> dict[str, bytes] | None:
    """The files that a folder below `root` has at a revision, by path; None where git knows no such revision.

    What is no ordinary file there (a link) has no bytes.
    """
    if _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}") is None:
        return None
    listed = _git(root, "ls-tree", "-r", "-z", "--end-of-options", revision, f"{folder}/") or b""
    found: dict[str, bytes] = {}
    for line in filter(None, listed.split(b"\0")):
        head, _, path = line.partition(b"\t")
        mode, kind, name = head.split()
        blob = kind == b"blob" and mode.startswith(b"100")
        data = _git(root, "cat-file", "blob", name.decode()) if blob else b""
        found[path.decode("utf-8", "surrogateescape")] = data or b""
    return found


def _git(root: Path, *words: str) -> bytes | None:
    """What git answers; None where it fails, or there is none."""
    import subprocess

    try:
        done = subprocess.run(["git", "-C", str(root), *words], capture_output=True, check=False, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return None if done.returncode else done.stdout
