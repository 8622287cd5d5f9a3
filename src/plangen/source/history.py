"""The history of a handbook folder, as git knows it."""

from pathlib import Path


def commit_day(root: Path, content: str) -> str:
    """The day of the last commit that touched the content, which stands for today in a handbook; empty without one."""
    import subprocess

    command = ["git", "-C", str(root), "log", "-1", "--format=%cs", "--", content]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False, timeout=10).stdout.strip()
    except (OSError, subprocess.TimeoutExpired):
        return ""


def folder_in_repository(root: Path) -> str:
    """Where a folder lies in its git repository: `handbooks/sales/`; empty for the top, and outside of any.

    Looked up without asking git, which refuses a repository that another user owns, as build containers have it.
    """
    folder = root.resolve()
    top = next((each for each in (folder, *folder.parents) if (each / ".git").exists()), folder)
    inside = folder.relative_to(top).as_posix()
    return "" if inside == "." else f"{inside}/"
