"""docs/charts.md: every form, every chart that sales plans ask for, and where the example shows it."""

import re
from pathlib import Path
from typing import get_args

import pytest

from plangen.views import ChartKind
from systems.shown import Example

ASKED = [f"G{number:02}" for number in range(1, 35)]
_BLOCK = re.compile(r"`(20\d\d/[^`]+)` ([a-z]+ [\w-]+)")


@pytest.fixture(scope="module")
def page(repository: Path) -> str:
    """The page of the charts."""
    return (repository / "docs/charts.md").read_text(encoding="utf-8")


def test_every_form_is_told(page: str) -> None:
    """A row for each kind of chart that can be drawn."""
    assert set(re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)) == set(get_args(ChartKind))


def test_every_chart_that_is_asked_for_has_its_row(page: str) -> None:
    """Once each; shown in the example, or with the reason why it is not drawn."""
    rows = re.findall(r"^\| (G\d\d) \| (.*) \|$", page, re.MULTILINE)
    assert [name for name, _ in rows] == ASKED
    for name, row in rows:
        cells = [cell.strip() for cell in row.split(" | ")]
        assert cells[1].startswith("Not drawn: ") or re.search(r"`20\d\d/", cells[2]), name


def test_the_example_shows_them(example: Example, page: str) -> None:
    """Each block that the page names is where it says."""
    named = _BLOCK.findall(page)
    assert len(named) > 25
    assert [(path, block) for path, block in named if block not in example.page(path)] == []
