"""The history of a handbook folder, as git knows it."""

from pathlib import Path


def commit_day(root: Path, content: str, commit: str = "HEAD") -> str:
    """The day of the last commit, up to one, that touched the content; empty without one.

    It stands for today in a handbook that names no day.
    """
    from plangen.source.git import RevisionRefused, git

    try:
        return git(root, "log", "-1", "--no-show-signature", "--format=%cs", commit, "--", content).decode().strip()
    except RevisionRefused:
        return ""
