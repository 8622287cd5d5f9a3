"""Building with the command line, as a user does: in a process of its own, from a copy."""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

PLANGEN = Path(sys.executable).parent / "plangen"
"""The command of the environment that the tests run in."""
_LOOSE = ("PYTHON", "PLANGEN", "LC_", "LANG", "TZ", "SOURCE_DATE_EPOCH")


def surroundings(**variables: str) -> dict[str, str]:
    """This process' environment without what could change a build, and `variables`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_LOOSE)}
    return {**kept, "LC_ALL": "C.UTF-8", **variables}


def plangen(*args: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the command line."""
    call = [str(PLANGEN), *map(str, args)]
    return subprocess.run(call, env=surroundings(**variables), capture_output=True, text=True, check=False)


def build(root: Path, site: Path, **variables: str) -> Path:
    """Publish the handbook in `root` into `site`; a build that fails tells what it said."""
    done = plangen("-C", root, "build", "--site-dir", site, **variables)
    assert done.returncode == 0, done.stderr
    return site


def copy_example(repository: Path, target: Path) -> Path:
    """The example handbook without its history: `content/` and `mkdocs.yml`."""
    shutil.copytree(repository / "content", target / "content")
    shutil.copy(repository / "mkdocs.yml", target)
    return target


def once(folder: Path, name: str, make: Callable[[Path], object]) -> Path:
    """The folder `name`, filled by `make` in whichever test process comes first; the others wait for it.

    Where that fails, all of them fail, with the same words.
    """
    place, done, failed = folder / name, folder / f"{name}.done", folder / f"{name}.failed"
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if failed.exists():
            raise AssertionError(failed.read_text(encoding="utf-8"))
        if not done.exists():
            place.mkdir()
            try:
                make(place)
            except Exception as problem:
                failed.write_text(str(problem), encoding="utf-8")
                raise
            done.touch()
    return place


def write(root: Path, files: Mapping[str, str]) -> Path:
    """Write files below a folder."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def hashes(site: Path) -> dict[str, str]:
    """Path → SHA-256 of every file; folders are there too, without one."""
    found: dict[str, str] = {}
    for path in site.rglob("*"):
        data = path.read_bytes() if path.is_file() else None
        found[path.relative_to(site).as_posix()] = "" if data is None else hashlib.sha256(data).hexdigest()
    return found


def differences(one: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    """The paths that are not in both, or not the same in both."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))
