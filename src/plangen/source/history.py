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
