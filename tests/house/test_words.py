"""No file of the repository knows the machine it was written on, or where its packages came from."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from house.source_tree import ROOT, write

HOMES = ("work", "root", "home", "Users", "opt")
HOSTS = ("pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".org", "npmjs" + ".com", "deb.debian" + ".org")
MACHINE = re.compile(rf"(?<![\w.$%)}}~-])/(?:{'|'.join(HOMES)})/[\w.]|[A-Z]:\\Users\\".encode())
REGISTRY = re.compile("|".join(re.escape(host) for host in HOSTS).encode())
CACHES = {".hypothesis", ".mypy_cache", ".pytest_cache", ".ruff_cache", "__pycache__"}
UNTRACKED = {".git", ".venv", ".plangen", "site"}


def tracked(root: Path) -> list[Path]:
    """The files that are or would be committed; without git, all but what is set up or built."""
    ask = ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(ask, capture_output=True, check=False)
    if done.returncode == 0:
        names = [name for name in done.stdout.decode().split("\0") if name]
        return [root / name for name in names if (root / name).is_file()]
    parts = {path: path.relative_to(root).parts for path in root.rglob("*") if path.is_file()}
    return [path for path, names in parts.items() if names[0] not in UNTRACKED and not CACHES & set(names)]


def slips(root: Path) -> Iterator[str]:
    """Lines that hold a path of a developer's machine or the host of a package registry."""
    for path in sorted(tracked(root)):
        for number, line in enumerate(path.read_bytes().split(b"\n"), 1):
            found = MACHINE.search(line) or REGISTRY.search(line)
            if found:
                yield f"{path.relative_to(root).as_posix()}:{number} holds {found[0].decode()}"


def test_no_file_knows_the_machine() -> None:
    """The real files."""
    assert list(slips(ROOT)) == []


@pytest.mark.parametrize(
    "line", ["see /" + "work/main/a.py", "cd '/" + "root/x'", "C:" + "\\Users\\li", "--index-url https://" + HOSTS[0]]
)
def test_a_slip_is_seen(tmp_path: Path, line: str) -> None:
    """Each sort, in the second line of a file."""
    root = write(tmp_path, {"a.txt": f"fine\n{line}\n"})
    assert [problem.split()[0] for problem in slips(root)] == ["a.txt:2"]


def test_relative_paths_are_fine(tmp_path: Path) -> None:
    """The words themselves are allowed."""
    root = write(tmp_path, {"a.txt": "docs/" + "work/a.md and ./root/b, $HOME/" + "work/c, a home/office"})
    assert list(slips(root)) == []


def test_what_is_built_is_not_read(tmp_path: Path) -> None:
    """Without git the folders that make writes are left out."""
    root = write(tmp_path, {".venv/a.txt": "/" + "root/x", "site/b.html": "/" + "root/x"})
    assert list(slips(root)) == []
