"""Widths, cutting and what a terminal must not see."""

import pytest

from plangen.render.terminal.columns import clip, clip_start, pad, visible, width


@pytest.mark.parametrize(
    ("text", "columns"),
    [("", 0), ("abc", 3), ("目标", 4), ("a目", 3), ("１", 2), ("，", 2), ("–", 1), ("e\u0301", 1), ("한", 2), ("·", 1)],
)
def test_width(text: str, columns: int) -> None:
    """Han, Hangul and full-width forms take two columns, combining marks none."""
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\tb", "a    b"),
        ("\x1b[31mred", "<U+001B>[31mred"),
        ("a\u202eb", "a<U+202E>b"),
        ("a\u200bb", "a<U+200B>b"),
        ("two\nlines", "two<U+000A>lines"),
        ("目标", "目标"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    """Control, invisible and direction characters are named instead of obeyed."""
    assert visible(text) == shown


def test_cutting_counts_columns() -> None:
    """A cut text with its sign fits; a wide character is never halved."""
    assert clip("目标值", 6) == "目标值"
    assert clip("目标值x", 6) == "目标…"
    assert clip_start("x目标值", 6) == "…标值"
    assert pad("目", 4) == "目  "
