"""The scripts behind `make` say one clear sentence where something is missing; run with a PATH made for it."""

import shutil
import subprocess
from pathlib import Path

import pytest

from house.source_tree import ROOT

TOOLS = ("sh", "dirname", "env")
BROWSER = "#!/bin/sh\necho Chromium 1\n"
OLD_PYTHON = "#!/bin/sh\nexit 1\n"
NO_VENV = '#!/bin/sh\ncase "$2" in *ensurepip*) exit 1;; esac\n'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A folder to be the whole PATH: a few tools, and nothing that this machine has."""
    for tool in TOOLS:
        (tmp_path / tool).symlink_to(shutil.which(tool) or tool)
    script(tmp_path, "id", "#!/bin/sh\necho 1000\n")
    return tmp_path


def script(folder: Path, name: str, text: str) -> Path:
    """Put a program there."""
    program = folder / name
    program.write_text(text, encoding="utf-8")
    program.chmod(0o755)
    return program


def run(path: Path, *command: str, **variables: str) -> tuple[int, str, str]:
    """Exit code, output and errors of one of our scripts."""
    environment = {"PATH": str(path), "LC_ALL": "C", **variables}
    call = [str(ROOT / "scripts" / command[0]), *command[1:]]
    done = subprocess.run(call, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout.strip(), done.stderr.strip()


def test_the_named_browser_comes_first(path: Path) -> None:
    """PLANGEN_BROWSER, then PATH."""
    named, found = script(path, "mine", BROWSER), script(path, "google-chrome", BROWSER)
    assert run(path, "browser.sh", "--find", PLANGEN_BROWSER=str(named)) == (0, str(named), "")
    assert run(path, "browser.sh", "--find") == (0, str(found), "")


def test_without_a_browser_there_is_one_sentence(path: Path) -> None:
    """Also where a program of that name is there and does not run."""
    script(path, "chromium-browser", OLD_PYTHON)
    code, out, err = run(path, "browser.sh", "--find")
    assert (code, out) == (1, "")
    assert len(err.splitlines()) == 1
    assert "PLANGEN_BROWSER" in err


def test_a_named_browser_that_does_not_run_is_refused(path: Path) -> None:
    """It is not replaced by another one in silence."""
    script(path, "chromium", BROWSER)
    code, out, err = run(path, "browser.sh", PLANGEN_BROWSER="/nowhere/chromium")
    assert (code, out) == (1, "")
    assert "does not run" in err


def test_root_installs_what_is_missing(path: Path) -> None:
    """Browser and font from the system's packages, once."""
    script(path, "id", "#!/bin/sh\necho 0\n")
    makes = f"printf '{BROWSER}' > {path}/chromium; printf '{BROWSER}' > {path}/fc-list"
    (path / "chmod").symlink_to(shutil.which("chmod") or "chmod")
    script(path, "apt-get", f"#!/bin/sh\n{makes}\nchmod +x {path}/chromium {path}/fc-list\n")
    code, out, err = run(path, "browser.sh")
    assert (code, out) == (0, f"{path}/chromium")
    assert "chromium fontconfig fonts-noto-cjk" in err
    assert run(path, "browser.sh") == (0, f"{path}/chromium", "")


@pytest.mark.parametrize(
    ("program", "sentence"),
    [("", "Python 3.11 or newer is needed"), (OLD_PYTHON, "Python 3.11 or newer is needed"), (NO_VENV, "venv module")],
)
def test_without_a_python_there_is_one_sentence(path: Path, program: str, sentence: str) -> None:
    """None at all, one that is too old, one without venv."""
    if program:
        script(path, "python3", program)
    code, out, err = run(path, "setup.sh", "runtime")
    assert (code, out) == (1, "")
    assert len(err.splitlines()) == 1
    assert sentence in err
