"""git, called as a process: with a bare environment, a time limit, and refusals in one sentence.

Everything else of plangen works without it.
"""

import os
from pathlib import Path

from plangen.values import Pair, told

SECONDS = 60
"""How long one call may take."""
LOCAL = (
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_DIR",
    "GIT_GRAFT_FILE",
    "GIT_INDEX_FILE",
    "GIT_NAMESPACE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
    "GIT_REPLACE_REF_BASE",
    "GIT_SHALLOW_FILE",
    "GIT_WORK_TREE",
)
"""What git's hooks set: it would lead to another repository than that of the folder."""
OWN = {
    "GIT_LITERAL_PATHSPECS": "1",  # a folder's name is a name, never a pattern
    "GIT_NO_REPLACE_OBJECTS": "1",  # a revision is the same in every clone
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}


class RevisionRefused(Exception):
    """A revision that cannot be read, with the sentence that says why in both languages."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.sentence: Pair = zh, en
        self.zh, self.en = zh, en


class GitFailed(RevisionRefused):
    """git ended with an error; `words` is the first line that it said."""

    def __init__(self, words: str) -> None:
        super().__init__(*told("git 出错：{words}", "git failed: {words}", words=words))
        self.words = words


def git(root: Path, *args: str, given: bytes = b"") -> bytes:
    """What git writes when it is called in a folder. Raises RevisionRefused where it fails, is missing or hangs."""
    import subprocess

    command = ["git", "-C", str(root), *args]
    try:
        done = subprocess.run(command, input=given, capture_output=True, check=False, timeout=SECONDS, env=_bare())
    except subprocess.TimeoutExpired as error:
        raise RevisionRefused(
            *told("git {SECONDS} 秒内没有回答", "git gave no answer within {SECONDS} seconds", SECONDS=SECONDS)
        ) from error
    except OSError as error:
        zh, en = "没有可用的 git：装好 git 才能读历史版本", "git cannot be run; it is needed to read a revision"
        raise RevisionRefused(zh, en) from error
    if done.returncode:
        words = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise GitFailed(words[0] if words else str(done.returncode))
    return done.stdout


def _bare() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in LOCAL}
    return {**kept, **OWN}
