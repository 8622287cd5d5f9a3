"""A forge on this machine: a bare repository with a handbook and a branch, and what runs a recipe's lines."""

import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from plangen import __version__
from plangen.scaffold import RECIPES, new_handbook, recipe_files

PLAN = "content/2026/first-plan"
ELSEWHERE = "主线后来写的话"
"""What was written on `main` after the branch had left it."""
GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{f"GIT_{who}_{what}": "test@example.com" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
}


def git(folder: Path, *args: str) -> str:
    """What git says in a folder."""
    command = ["git", "-C", str(folder), *args]
    return subprocess.run(command, env=os.environ | GIT, capture_output=True, text=True, check=True).stdout.strip()


def bare_repository(root: Path) -> Path:
    """`forge.git`: a new handbook with every recipe on `main`, and the branch `change` with a wrong number."""
    work, bare = root / "work", root / "forge.git"
    new_handbook(work, more=recipe_files(RECIPES, __version__))
    subprocess.run(["git", "init", "-q", "--bare", "-b", "main", str(bare)], check=True, env=os.environ | GIT)
    git(work, "init", "-q", "-b", "main")
    git(work, "remote", "add", "origin", str(bare))
    _commit(work, "A new handbook")
    git(work, "push", "-q", "origin", "main")
    git(work, "switch", "-q", "-c", "change")
    path = work / PLAN / "objectives.yml"
    path.write_text("# 改动\n" + path.read_text("utf-8").replace("target: 240万元", "target: 250万元"), "utf-8")
    _commit(work, "A shop more")
    git(work, "push", "-q", "origin", "change")
    git(work, "switch", "-q", "main")
    (work / PLAN / "index.md").write_text(f"{ELSEWHERE}。\n", encoding="utf-8")
    _commit(work, "Main goes on")
    git(work, "push", "-q", "origin", "main")
    return bare


def _commit(work: Path, message: str) -> None:
    git(work, "add", "-A")
    git(work, "commit", "-q", "-m", message)


def clone(bare: Path, folder: Path) -> Path:
    """A fresh clone with all branches, as a runner has it."""
    subprocess.run(["git", "clone", "-q", str(bare), str(folder)], check=True, env=os.environ | GIT)
    return folder


def bash(lines: Iterable[str], folder: Path, forge: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run lines as one script that ends at the first failure; what installs plangen is left out: it is here."""
    script = "\n".join(line for line in lines if "pip install" not in line)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {"PATH": path, "HOME": str(folder), "CI": "true", **GIT, **forge}
    command = ["bash", "-eo", "pipefail", "-c", script]
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
