"""Set up .venv in the clone: the locked packages, and plangen itself, editable.

Called by scripts/setup.sh with `runtime` (what `make site` needs) or `test` (that, and what `make test` needs).
A stamp in .venv keeps the hash of what was installed, so the second run installs nothing and needs no network.
"""

import fcntl
import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOCKS = {"runtime": "requirements.lock", "test": "requirements-test.lock"}


def say(text: str) -> None:
    """Print a line of progress at once."""
    print(text, flush=True)


def answer(*command: str) -> str:
    """What the Python in .venv prints for some arguments; empty where it fails."""
    done = subprocess.run([PYTHON, *command], capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else ""


def key(*files: str) -> str:
    """A hash of this folder's place, the Python in .venv and some files: what an installation depends on.

    The place is part of it, since scripts in .venv hold their absolute path and break when the folder moves.
    """
    digest = hashlib.sha256(f"{ROOT}\n{answer('-VV')}\n".encode())
    for name in files:
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def make_venv() -> None:
    """Create .venv where it is missing, cannot run, is too old, has no pip or came here from another folder."""
    home = VENV / ".plangen-home"
    works = PYTHON.exists() and answer("-c", "import sys, pip; print(sys.version_info >= (3, 11))") == "True"
    moved = home.exists() and home.read_text(encoding="utf-8") != str(ROOT)
    if not works or moved:
        say("plangen: setting up .venv (the first time takes about a minute)")
        venv.create(VENV, clear=True, with_pip=True)
    home.write_text(str(ROOT), encoding="utf-8")


def pip(*arguments: str) -> None:
    """Run pip of .venv quietly. Raises CalledProcessError where it fails."""
    environment = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1", "PIP_USER": "0"}
    subprocess.run([PYTHON, "-m", "pip", "install", "-qq", *arguments], cwd=ROOT, env=environment, check=True)


def once(name: str, *files: str, arguments: list[str]) -> None:
    """Run pip with some arguments, unless that was done with the same files before."""
    stamp = VENV / f".plangen-{name}"
    wanted = key(*files)
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    stamp.unlink(missing_ok=True)
    say(f"plangen: installing {name}")
    pip(*arguments)
    stamp.write_text(wanted, encoding="utf-8")


def compile_sources() -> None:
    """Compile plangen's own modules once: an editable install is not compiled by pip, and every start would do it."""
    subprocess.run([PYTHON, "-m", "compileall", "-q", "src", "plugins"], cwd=ROOT, check=False)


def main() -> int:
    """Set up .venv for one of the names in LOCKS, alone: a second make waits."""
    lock = LOCKS[sys.argv[1]]
    with (ROOT / "pyproject.toml").open("rb") as alone:
        fcntl.flock(alone, fcntl.LOCK_EX)
        make_venv()
        try:
            once(lock, lock, arguments=["--require-hashes", "--requirement", lock])
            once("plangen", "pyproject.toml", arguments=["--no-build-isolation", "--no-deps", "--editable", "."])
            compile_sources()
        except subprocess.CalledProcessError:
            print("plangen: pip could not install this (see above); the first time needs a network", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
