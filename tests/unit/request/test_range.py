"""What can be asked for: two revisions, with or without their merge base; the files as they are."""

import pytest

from plangen.request.range import Range, read_range


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("main..spring", Range("main", "spring")),
        ("main...spring", Range("main", "spring", merge_base=True)),
        ("origin/v1.2..feature/a.b", Range("origin/v1.2", "feature/a.b")),
        ("main..", Range("main", "")),
        ("main...", Range("main", "", merge_base=True)),
        ("main", None),
        ("..spring", None),
        ("...spring", None),
        ("a..b..c", None),
        ("a....b", None),
        ("", None),
    ],
)
def test_ranges(text: str, found: Range | None) -> None:
    """As git takes them; what names no base, or more than two sides, is none."""
    assert read_range(text) == found


def test_a_hash_is_shown_short() -> None:
    """A machine's full hash as seven letters; a branch that looks like nothing of the sort as it is."""
    assert Range("0123456789abcdef0123456789abcdef01234567", "spring").labels == ("0123456", "spring")
