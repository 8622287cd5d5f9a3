"""The examples of docs/breakdowns.md are valid, and say what the text around them says."""

import re
from pathlib import Path

import pytest

from house.source_tree import ROOT
from plangen.findings import Level, level_of
from unit.sections.objectives.plans import last_year, plans

TEXT = (ROOT / "docs" / "breakdowns.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(yaml|csv)\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
OBJECTIVES = [block for kind, block in BLOCKS if kind == "yaml" and block.startswith("# objectives.yml")]
(PROFILES,) = [block for kind, block in BLOCKS if kind == "yaml" and "profiles.yml" in block.splitlines()[0]]
(ROWS,) = [block for kind, block in BLOCKS if kind == "csv"]
TARGET = "objectives/revenue.target"


@pytest.mark.parametrize("number", range(len(OBJECTIVES)))
def test_examples_have_no_errors(tmp_path: Path, number: int) -> None:
    """Each with the profile and the rows that the page shows beside it."""
    months = ", ".join(f"M{month:02}: 1万元" for month in range(1, 13))
    files = {"shared/profiles.yml": PROFILES, "2026/demo/revenue.csv": ROWS}
    files |= last_year(f"trend: {{name: 老客户销售额, target: 12万元, phasing: {{{months}}}}}\n")
    found = plans(tmp_path, OBJECTIVES[number], files)
    assert [finding.code for finding in found.workspace.findings if level_of(finding) is Level.ERROR] == []


def test_the_numbers_of_the_text(tmp_path: Path) -> None:
    """The channels' totals are 300 + 220 and 260 + 220."""
    (example,) = [block for block in OBJECTIVES if "own-store: 300万元, dealer: 260万元" in block]
    found = plans(tmp_path, example)
    assert found.says(f"{TARGET}/own-store", f"{TARGET}/dealer") == ["520 万元", "480 万元"]
