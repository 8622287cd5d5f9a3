"""Results of KPIs: CSV files report them by period; the latest is the value."""

from pathlib import Path

from handbooks import codes, open_files
from plangen.compute import PlanScope
from plangen.sections.kpis import views
from plangen.sections.kpis.model import Kpis
from plangen.values import Address, write_quantity
from plangen.views import Chart, Num, Table
from plangen.workspace import Workspace
from unit.sections.reading import text

RESULTS = """\
complaints: {name: 投诉数, definition: 甲, better: lower, target: 2次, warn: 2次, alarm: 4次, response: 查, within: 3天,
  owner: lead}
"""
JUNE = "format: 1\ntitle: 试验手册\nlanguage: zh-Hans\ncurrent: 2026\nas_of: 2026-06-05\n"
ROWS = ("@M01,1次,2026-01-31", "@M03,5次,2026-03-31", "@M02,3次,2026-02-28")


def reported(root: Path, *rows: str, yaml: str = RESULTS) -> Workspace:
    """KPIs beside a file of results."""
    csv = "address,value,as_of\n" + "".join(f"kpis/complaints{row}\n" for row in rows)
    files = {"kpis.yml": yaml, "org.yml": "roles:\n  lead: {name: 组长}\n", "handbook.yml": JUNE}
    return open_files(root, files | {"2026/demo/actuals/kpis.csv": csv})


def says(workspace: Workspace, address: str) -> str:
    """A figure as readers see it."""
    quantity = workspace.figures.quantity(2026, Address.parse(address, "demo"))
    return write_quantity(quantity) if quantity is not None else ""


def shown(workspace: Workspace) -> list[object]:
    """The blocks of the page."""
    handbook = workspace.handbook
    assert handbook is not None
    scope = PlanScope(handbook, 2026, workspace.figures, plan=handbook.years[2026].plans["demo"])
    section = scope.section("kpis")
    assert isinstance(section, Kpis)
    return list(views.blocks(section, scope))


def test_the_latest_period_is_the_value(tmp_path: Path) -> None:
    """Not the last row: March, 5 of at most 4. The day is that of its row."""
    found = reported(tmp_path, *ROWS)
    assert codes(found) == []
    assert says(found, "kpis/complaints.value") == "5 次"
    assert says(found, "kpis/complaints.beyond-alarm") == "1 次"
    assert says(found, "kpis/complaints.apart") == "3 次"
    assert says(found, "kpis/total.alarms") == "1 项"


def test_results_by_period_are_shown(tmp_path: Path) -> None:
    """A table with a column a period, each number in the colour of its own state; a chart from three periods on."""
    blocks = shown(reported(tmp_path, *ROWS))
    table = next(block for block in blocks if isinstance(block, Table) and block.id == "course-table")
    assert [column.title for column in table.columns] == ["指标", "1 月", "2 月", "3 月"]
    numbers = [cell[0] for cell in table.rows[0].cells[1:]]
    assert [number.tone for number in numbers if isinstance(number, Num)] == ["", "changed", "bad"]
    charts = [block.id for block in blocks if isinstance(block, Chart)]
    assert charts == ["course-complaints"]
    states = next(block for block in blocks if isinstance(block, Table) and block.id == "states")
    assert "3-31" in [text(cell) for cell in states.rows[0].cells]


def test_two_periods_make_no_chart(tmp_path: Path) -> None:
    """A step between two points says no more than the table."""
    blocks = shown(reported(tmp_path, *ROWS[:2]))
    assert [block for block in blocks if isinstance(block, Chart)] == []


def test_a_correction_replaces_a_result(tmp_path: Path) -> None:
    """The newer as-of date of one period counts."""
    assert says(reported(tmp_path, *ROWS, "@M03,2次,2026-04-10"), "kpis/complaints.value") == "2 次"


def test_results_without_a_target(tmp_path: Path) -> None:
    """A KPI that only has lines is reported as its value."""
    found = reported(tmp_path, ".value@M01,6次,2026-01-31", yaml=RESULTS.replace("target: 2次, ", ""))
    assert codes(found) == []
    assert says(found, "kpis/complaints.value") == "6 次"


def test_one_source_of_a_value(tmp_path: Path) -> None:
    """A typed value beside reported ones, and one period reported under two names."""
    typed = RESULTS.replace("target: 2次", "target: 2次, value: 3次, as_of: 2026-01-31")
    assert codes(reported(tmp_path / "a", *ROWS, yaml=typed)) == ["KPI112"]
    assert codes(reported(tmp_path / "b", *ROWS, ".value@M02,3次,2026-02-28")) == ["KPI113"]


def test_a_period_that_is_not_over_is_no_value(tmp_path: Path) -> None:
    """Half of March, and a row without a period: both are shown, and neither is the value."""
    found = reported(tmp_path, "@M02,3次,2026-02-28", "@M03,9次,2026-03-15", ",8次,2026-03-31")
    assert codes(found) == []
    assert says(found, "kpis/complaints.value") == "3 次"
    table = next(block for block in shown(found) if isinstance(block, Table) and block.id == "course-table")
    numbers = [cell[0] for cell in table.rows[0].cells[1:]]
    assert [number.tone for number in numbers if isinstance(number, Num)] == ["changed", "muted", "muted"]


def test_a_member_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    """As every row that belongs to no figure of the plan."""
    assert codes(reported(tmp_path, "@M01/zhejinag,2次,2026-01-31")) == ["ACT104"]
    assert codes(reported(tmp_path / "b", "@M01/zhejiang,2次,2026-01-31")) == []
