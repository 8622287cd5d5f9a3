"""A tiny handbook, and a way to run the command line on it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from plangen.cli import main

HEAD = """\
format: 1
title: 手册
current: 2026
as_of: 2026-01-05
"""
DIMENSIONS = """\
channel:
  name: 渠道
  members:
    own-store: {name: 直营店}
    dealer: {name: 经销商}
"""
OBJECTIVES = """\
revenue:
  name: 销售额
  target: 100万元
  channel:
    own-store: {target: 40万元, source: S-1}
    dealer: {target: 60万元}
"""
FILES = {
    "content/handbook.yml": HEAD,
    "content/shared/dimensions.yml": DIMENSIONS,
    "content/2026/demo/plan.yml": "name: 示范\n",
    "content/2026/demo/objectives.yml": OBJECTIVES,
}

Run = Callable[..., Result]
"""Runs `plangen` with arguments."""


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
