"""Counts below zero, in any kind of section."""

from pathlib import Path

import pytest

from handbooks import codes, open_files

ORG = "roles: {rep: {name: 业务员, headcount: %s}}\n"
STEPS = "p: {name: 线索, steps: {call: {text: 打电话, lasts: 1天, reaches: %s}}}\n"


@pytest.mark.parametrize(
    ("file", "text", "expected"),
    [
        ("org.yml", ORG % "-4人", True),
        ("org.yml", ORG % "-4–2人", True),
        ("org.yml", ORG % "0人", False),
        ("org.yml", ORG % "待定", False),
        ("procedures.yml", STEPS % "-80家", True),
        ("procedures.yml", STEPS % "80家", False),
        ("objectives.yml", "change: {name: 净增, target: -3家}\n", False),  # a target may be a change
    ],
)
def test_counts_below_zero(tmp_path: Path, file: str, text: str, expected: bool) -> None:
    """Told as an error; what is not set is no number."""
    assert ("PG238" in codes(open_files(tmp_path, {file: text}))) is expected
