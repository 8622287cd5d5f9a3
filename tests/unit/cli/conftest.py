"""A tiny handbook in a folder, and a way to run the command line on it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from plangen.cli import main
from unit.cli.tiny import FILES, Run


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    """A handbook without a mistake: one plan of 2026, 100万元 = 40万元 + 60万元."""
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(handbook: Path) -> Run:
    """Runs a command line on the tiny handbook."""

    def run_on(*args: str, **extra: str) -> Result:
        return CliRunner(env=extra).invoke(main, ["-C", str(handbook), *args], prog_name="plangen")

    return run_on


@pytest.fixture
def objectives(handbook: Path) -> Callable[[str, str], None]:
    """Replaces a text in the objectives of the tiny handbook."""
    path = handbook / "content/2026/demo/objectives.yml"

    def replace(old: str, new: str) -> None:
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return replace


@pytest.fixture
def write(handbook: Path) -> Callable[[str, str], None]:
    """Writes a file of the tiny handbook's content."""

    def written(name: str, text: str) -> None:
        (handbook / "content" / name).write_text(text, encoding="utf-8")

    return written
