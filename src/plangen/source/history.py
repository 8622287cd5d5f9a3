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


def commit_name(root: Path, content: str) -> str:
    """The short name of the last commit that touched the content, with a `+` where it was changed since; or nothing."""
    from plangen.source.git import RevisionRefused, git

    try:
        name = git(root, "log", "-1", "--no-show-signature", "--abbrev=8", "--format=%h", "--", content)
        changed = git(root, "status", "--porcelain", "--", content)
    except RevisionRefused:
        return ""
    return name.decode().strip() + ("+" if name.strip() and changed.strip() else "")


def folder_in_repository(root: Path) -> str:
    """Where a folder lies in its git repository: `handbooks/sales/`; empty for the top, and outside of any.

    Looked up without asking git, which refuses a repository that another user owns, as build containers have it.
    """
    folder = root.resolve()
    top = next((each for each in (folder, *folder.parents) if (each / ".git").exists()), folder)
    inside = folder.relative_to(top).as_posix()
    return "" if inside == "." else f"{inside}/"


def keeps_modes(root: Path) -> bool:
    """Whether the file system keeps the mode of files, as git found when it made the clone; without git it does."""
    from plangen.source.git import RevisionRefused, git

    try:
        return git(root, "config", "--type=bool", "--get", "core.fileMode").strip() != b"false"
    except RevisionRefused:
        return True
