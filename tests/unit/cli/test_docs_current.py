"""The generated pages of the documentation say what is true now."""

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("script", "page"),
    [
        ("cli_reference.py", "docs/cli.md"),
        ("section_reference.py", "docs/sections.md"),
        ("systems_reference.py", "docs/systems.md"),
    ],
)
def test_page_is_current(repository: Path, script: str, page: str) -> None:
    """As the script would write it."""
    command = [sys.executable, f"scripts/{script}", "--check"]
    done = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, f"{page} is current\n"), done.stderr
