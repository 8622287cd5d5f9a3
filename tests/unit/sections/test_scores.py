"""Scores that were given: months and people from a CSV file, means, ranking, impossible scores."""

from pathlib import Path

import pytest

from handbooks import codes, open_files
from plangen.compute import PlanScope
from plangen.findings import message
from plangen.sections.scorecards import views
from plangen.sections.scorecards.model import Scorecards
from plangen.values import Address, write_quantity
from plangen.views import Chart, Table
from plangen.workspace import Workspace
from unit.sections.reading import text

CARD = """\
month: {name: 月度考核, period: month, annual: mean, joiners: 按在岗月数平均,
  criteria: {work: {name: 工作, points: 100分, award: judged}}}
"""
HEAD = "format: 1\ntitle: 试验手册\nlanguage: zh-Hans\ncurrent: 2026\nas_of: 2026-03-05\n"
ROWS = ("M01/rep-a,85分", "M02/rep-a,90分", "M01/rep-b,96分", "M02/rep-b,88.3分", "M02/rep-c,60分")


def scored(root: Path, *rows: str) -> Workspace:
    """A card with scores, in March."""
    lines = "".join(f"scorecards/month.points@{row},2026-02-28\n" for row in rows)
    csv = f"address,value,as_of\n{lines}"
    people = "person: {name: 人员, members: {rep-a: {name: 甲}, rep-b: {name: 乙}, rep-c: {name: 丙}}}\n"
    files = {"scorecards.yml": CARD, "handbook.yml": HEAD, "shared/dimensions.yml": people}
    return open_files(root, files | {"2026/demo/actuals/scores.csv": csv})


def shown(workspace: Workspace) -> list[object]:
    """The blocks of the page."""
    handbook = workspace.handbook
    assert handbook is not None
    scope = PlanScope(handbook, 2026, workspace.figures, plan=handbook.years[2026].plans["demo"])
    section = scope.section("scorecards")
    assert isinstance(section, Scorecards)
    return list(views.blocks(section, scope))


def test_the_mean_of_each(tmp_path: Path) -> None:
    """(85 + 90) ÷ 2 = 87.5; (96 + 88.3) ÷ 2 = 92.15; who joined in February has one month."""
    found = scored(tmp_path, *ROWS)
    assert codes(found) == []
    means = [
        found.figures.quantity(2026, Address.parse(f"scorecards/month.mean/{who}", "demo"))
        for who in ("rep-a", "rep-b", "rep-c")
    ]
    assert [write_quantity(mean) for mean in means if mean] == ["87.5 分", "92.15 分", "60 分"]


def test_the_best_stands_first(tmp_path: Path) -> None:
    """乙, 甲, 丙; a month without a score is empty."""
    blocks = shown(scored(tmp_path, *ROWS))
    table = next(block for block in blocks if isinstance(block, Table) and block.id == "scores-month")
    assert [[text(cell) for cell in row.cells] for row in table.rows] == [
        ["乙", "96", "88.3", "92.15"],
        ["甲", "85", "90", "87.50"],
        ["丙", "—", "60", "60.00"],
    ]
    chart = next(block for block in blocks if isinstance(block, Chart) and block.id == "scores-month-chart")
    assert text(chart.title) == "乙 92.15 最高，丙 60.00 最低"


def test_an_impossible_score(tmp_path: Path) -> None:
    """883 of 100."""
    (finding,) = scored(tmp_path, "M01/rep-a,883分").findings
    assert finding.code == "SCR120"
    assert message(finding) == "甲1 月的得分 883 分 不在 0 到 100 分 之间"


def chart_title(workspace: Workspace) -> str:
    """What stands above the bars of the means."""
    return next(text(block.title) for block in shown(workspace) if isinstance(block, Chart))


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        (("M01/rep-a,88分", "M01/rep-b,88分"), "月度考核：各自的平均得分"),
        (("M01/rep-a,88分", "M01/rep-b,88分", "M01/rep-c,90分"), "丙 90.00 最高"),
        (("M01/rep-a,88分", "M01/rep-b,88分", "M01/rep-c,60分"), "丙 60.00 最低"),
        (("M01/rep-a,60–95分", "M01/rep-b,70分"), "月度考核：各自的平均得分"),
        (("M01/rep-a,80–95分", "M01/rep-b,70分"), "甲 80.00–95.00 最高，乙 70.00 最低"),
        (("M01/rep-a,88分", "M02/rep-a,待定", "M01/rep-b,70分"), "月度考核：各自的平均得分"),
        (("M01/rep-a,待定", "M01/rep-b,70分"), "月度考核：各自的平均得分"),
        (("M01/rep-a,88分", "M01/rep-b,70分", "M01,10分"), "甲 88.00 最高，乙 70.00 最低"),
    ],
)
def test_only_who_is_certainly_highest_is_said_to_be(tmp_path: Path, rows: tuple[str, ...], title: str) -> None:
    """Not one of two alike, not by the end of a range, not while a score is not set; the card itself is nobody."""
    assert chart_title(scored(tmp_path, *rows)) == title


def test_what_is_not_known_is_not_ranked(tmp_path: Path) -> None:
    """One number first, then a range, then what is not set; the card's own row last, whatever it has, and no bar."""
    rows = ("M01,99分", "M01/rep-a,待定", "M01/rep-b,90–95分", "M01/rep-c,60分")
    blocks = shown(scored(tmp_path, *rows))
    table = next(block for block in blocks if isinstance(block, Table) and block.id == "scores-month")
    assert [text(row.cells[0]) for row in table.rows] == ["丙", "乙", "甲", "月度考核"]
    chart = next(block for block in blocks if isinstance(block, Chart))
    assert [text(row.cells[0]) for row in chart.table.rows] == ["丙", "乙", "甲"]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (("M01/rep-a,80分", "Q1/rep-a,90分"), ["甲在 1 月 和 一季度 都有得分"]),
        (("M01/rep-a,80分", "M02/rep-a,90分"), []),
        (("M01/rep-a,80分", "Q1/rep-b,90分"), []),
        (("Q1/rep-a,80分", "M01/rep-a,70分", "M02/rep-a,90分"), ["一季度", "2 月"]),
    ],
)
def test_overlapping_periods_have_no_mean(tmp_path: Path, rows: tuple[str, ...], said: list[str]) -> None:
    """A month and its quarter of one member are told at the later one; two members may differ."""
    found = scored(tmp_path, *rows)
    told = [message(finding) for finding in found.findings if finding.code == "SCR121"]
    assert all(word in sentence for word, sentence in zip(said, told, strict=True))
    mean = found.figures.quantity(2026, Address.parse("scorecards/month.mean/rep-a", "demo"))
    assert (mean is None) == bool(said)
    assert shown(found)
