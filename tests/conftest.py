"""What every test may ask for, and settings that make two runs of the tests the same."""

import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent

settings.register_profile("plangen", derandomize=True, deadline=None, database=None)
settings.load_profile("plangen")


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder of the clone."""
    return ROOT


@pytest.fixture(scope="session")
def browser_path() -> str:
    """The path of a Chromium; a test that asks for it fails with one sentence where there is none."""
    search = [str(ROOT / "scripts" / "browser.sh"), "--find"]
    found = subprocess.run(search, capture_output=True, text=True, check=False)
    if found.returncode:
        pytest.fail(found.stderr.strip(), pytrace=False)
    return found.stdout.strip()


@pytest.fixture(scope="session")
def browser_flags() -> list[str]:
    """What to start that Chromium with: nothing in the background, and no sandbox where it cannot have one."""
    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
    return [*quiet, "--no-sandbox"] if os.geteuid() == 0 else quiet
