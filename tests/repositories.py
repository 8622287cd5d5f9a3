"""Local git repositories for tests: a folder, commits of given days, nothing of the user's own settings."""

import os
import subprocess
from pathlib import Path

SETTINGS = {
    "GIT_AUTHOR_NAME": "planner",
    "GIT_AUTHOR_EMAIL": "planner@example.com",
    "GIT_COMMITTER_NAME": "planner",
    "GIT_COMMITTER_EMAIL": "planner@example.com",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


def run_git(root: Path, *args: str, day: str = "2026-01-01") -> str:
    """What git writes; commits are of the given day."""
    when = f"{day}T12:00:00+0000"
    surroundings = {**os.environ, **SETTINGS, "GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    done = subprocess.run(["git", "-C", str(root), *args], env=surroundings, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def commit(root: Path, day: str = "2026-01-01") -> str:
    """Commit all that lies in a folder, as the repository's first or next commit on `main`; gives its hash."""
    if not (root / ".git").exists():
        run_git(root, "init", "--quiet", "--initial-branch=main")
    run_git(root, "add", "--all")
    run_git(root, "commit", "--quiet", "--allow-empty", "--message", day, day=day)
    return run_git(root, "rev-parse", "HEAD")
