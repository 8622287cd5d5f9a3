"""A period that a mapping names twice in other words is an error at the second place, and the first is told too."""

from pathlib import Path

import pytest

from handbooks import codes, open_files
from plangen.findings import message

FILES = {
    "objective": (
        "objectives.yml",
        "revenue: {name: 销售额, target: 100万元, phasing: {Q1: 40%, M01..M03: 0%, H2: 60%}}\n",
    ),
    "cell": (
        "objectives.yml",
        "revenue: {name: 销售额, channel: {dealer: {phasing: {Q1: 4万元, M01..M03: 3万元, Q2..Q4: 1万元}}}}\n",
    ),
    "profile": ("shared/profiles.yml", "summer: {name: 淡旺季, weights: {Q1: 1, M01..M03: 5, Q2: 1, H2: 2}}\n"),
}


@pytest.mark.parametrize("where", FILES)
def test_q1_and_its_months_are_one_period(tmp_path: Path, where: str) -> None:
    """In a phasing, in a cell, in a season: one of the two numbers would be lost."""
    name, text = FILES[where]
    workspace = open_files(tmp_path, {name: text})
    assert codes(workspace) == ["PG234"]
    (found,) = workspace.findings
    path = f"content/{name if '/' in name else f'2026/demo/{name}'}"
    first, second = (text.index(word) + 1 for word in ("Q1", "M01..M03"))
    assert message(found) == f"期间 Q1 写了两次：“M01..M03”，第一次在 {path}:1:{first}"
    assert str(found.span) == f"{path}:1:{second}"
    assert [str(span) for span, _ in found.related] == [f"{path}:1:{first}"]


@pytest.mark.parametrize(("one", "other"), [("FY", "M01..M12"), ("H1", "Q1..Q2"), ("M02", "M02..M02"), ("Q4", "'Q4 '")])
def test_all_words_for_a_period(tmp_path: Path, one: str, other: str) -> None:
    """Every stretch has several names; blanks in quotes make no other one."""
    text = f"revenue: {{name: 销售额, target: 100万元, phasing: {{{one}: 40%, {other}: 60%}}}}\n"
    assert codes(open_files(tmp_path, {"objectives.yml": text})) == ["PG234"]


def test_cells_in_a_csv_file(tmp_path: Path) -> None:
    """The rows of one cell: the finding stands at the second row."""
    files = {
        "objectives.yml": "revenue: {name: 销售额, cells: a.csv}\n",
        "2026/demo/a.csv": "渠道,期间,目标\ndealer,Q1,3万元\ndealer,M01..M03,4万元\n",
    }
    workspace = open_files(tmp_path, files)
    assert codes(workspace) == ["PG234"]
    assert workspace.findings[0].span.line == 3


def test_a_scenario_names_a_period_in_other_words(tmp_path: Path) -> None:
    """The overlay would add a second Q1 beside the plan's."""
    files = {
        "objectives.yml": "revenue: {name: 销售额, target: 100万元, phasing: {Q1: 40%, Q2..Q4: 60%}}\n",
        "2026/demo/scenarios/low.yml": "name: 保底\nobjectives: {revenue: {phasing: {M01..M03: 30%}}}\n",
    }
    workspace = open_files(tmp_path, files)
    (found,) = (each for each in workspace.findings if each.code == "PG234")
    assert found.span.file == "content/2026/demo/scenarios/low.yml"


def test_the_same_period_in_two_mappings_is_no_mistake(tmp_path: Path) -> None:
    """Two objectives have their own phasing each."""
    phased = "{name: 销售额, target: 100万元, phasing: {H1: 40%, H2: 60%}}"
    text = f"one: {phased}\ntwo: {phased.replace('H1', 'M01..M06')}\n"
    assert codes(open_files(tmp_path, {"objectives.yml": text})) == []
