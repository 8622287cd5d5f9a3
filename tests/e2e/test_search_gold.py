"""The gold set, written before there was a search: the right page is among the first three for 95 of 100 queries."""

from collections import Counter
from pathlib import Path

import pytest

from e2e.gold import Wanted, gold, ranks
from e2e.reader import Reader

THREE, ENOUGH = 3, 0.95
KINDS = {
    "title", "word", "two", "person", "number", "id", "traditional", "width", "pinyin", "mixed", "typo", "sentence",
}  # fmt: skip


def test_the_set_is_about_pages_that_are_there(repository: Path) -> None:
    """At least 120 queries, of every kind, none twice; each names pages that its year has a source for."""
    rows = gold()
    assert len(rows) >= 120
    assert {row.kind for row in rows} == KINDS
    assert Counter((row.year, row.query) for row in rows).most_common(1)[0][1] == 1
    plans = {row: [name.split("/")[0] for name in row.pages] for row in rows}
    own = {"roles", "gaps", "unset", "sources", "checks", "."}
    lost = [(r, n) for r, names in plans.items() for n in names if not (repository / "content" / r.year / n).is_dir()]
    assert [each for each in lost if each[1] not in own] == []


@pytest.mark.browser
def test_the_right_page_is_among_the_first_three(desk: Reader) -> None:
    """All queries through the worker that the published pages start."""
    placed = ranks(desk.open("2026/"), desk.base, gold())
    missed = [row for row, place in placed.items() if not 0 < place <= THREE]
    assert len(missed) <= (1 - ENOUGH) * len(placed), "\n".join(map(str, missed))
    assert desk.notes.slips() == {}


@pytest.mark.browser
def test_a_wrong_page_is_noticed(desk: Reader) -> None:
    """The control: what no query finds counts as missed."""
    row = Wanted("2026", "title", "差额台账", ("adhesives/swot",))
    assert ranks(desk.open("2026/"), desk.base, [row]) == {row: 0}
