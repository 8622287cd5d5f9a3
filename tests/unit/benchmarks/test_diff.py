"""The benchmark of comparing: what it edits."""

from random import Random

from benchmarks.diff import edited


def test_numbers_with_units_are_edited_and_nothing_else() -> None:
    """About three in a hundred go up by one; dates, shares, ids and plain numbers stay."""
    line = b"a1: {start: 2026-01-05, target: 9\xe4\xb8\x87, share: 30%, rank: 7, note: 8.5\xe4\xba\xba}\n"
    lines = [edited(line, Random(seed)) for seed in range(1000)]
    other = {each for each in lines if each != line}
    assert other == {line.replace(b" 9\xe4", b" 10\xe4")}
    assert 10 < sum(each != line for each in lines) < 60
