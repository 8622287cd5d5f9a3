"""Days and periods: what is read as a day, and what lies outside the plan's own months."""

from pathlib import Path

import pytest

from handbooks import codes, open_files
from plangen.findings import message

PLAN = "name: 计划\nperiod: M06..M12\n"


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-02-28", []),
        ("2026-2-28", []),
        ("２０２６-０２-２８", []),  # a Chinese input method
        ("2_026-02-28", ["PG208"]),
        ("'2026- 02-28'", ["PG208"]),
        ("+2026-02-28", ["PG208"]),
        ("2026-02-30", ["PG208"]),
        ("2026-02-٢٨", ["PG204"]),
        ("待定", ["PHA106"]),
        ("待补", ["PHA106"]),
        ("未填", ["PHA106"]),
        ("tbd", ["PHA106"]),
        ("？", ["PHA106"]),
    ],
)
def test_days(day: str, expected: list[str], tmp_path: Path) -> None:
    """Year, month, day in digits, or a word for what is not known yet; nothing that Python alone would take."""
    phases = f"one: {{name: 一期, start: 2026-01-01, end: {day}}}\n"
    assert codes(open_files(tmp_path, {"phases.yml": phases})) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2026-01-05", "2026-01-31", ["PHA110"]),
        ("2026-05-08", "2026-05-31", ["PHA110"]),
        ("2027-01-01", "2027-02-28", ["PHA110"]),
        ("2026-05-08", "2026-06-01", []),  # it prepares the plan and reaches into it
        ("2026-12-31", "2027-02-28", []),
    ],
)
def test_a_phase_has_days_in_its_plan(start: str, end: str, expected: list[str], tmp_path: Path) -> None:
    """June to December: wholly before or after is told."""
    phases = f"one: {{name: 一期, start: {start}, end: {end}}}\n"
    assert codes(open_files(tmp_path, {"plan.yml": PLAN, "phases.yml": phases})) == expected


@pytest.mark.parametrize(
    ("period", "expected"), [("M06..M12", []), ("Q3", []), ("M05", ["PG232"]), ("Q2", ["PG232"]), ("FY", ["PG232"])]
)
def test_a_period_lies_in_its_plan(period: str, expected: list[str], tmp_path: Path) -> None:
    """Months that the plan does not have are told."""
    objectives = f"revenue: {{name: 销售额, target: 100万元, period: {period}}}\n"
    workspace = open_files(tmp_path, {"plan.yml": PLAN, "objectives.yml": objectives})
    assert codes(workspace) == expected
    if expected:
        assert message(workspace.findings[0]) == f"期间 {period} 超出计划的期间 M06..M12"


def test_a_stretch_that_ends_inside_its_start_is_refused(tmp_path: Path) -> None:
    """Q1..M02 was read as January and February; Q1 alone is three months."""
    objectives = "revenue: {name: 销售额, target: 100万元, period: Q1..M02}\n"
    assert codes(open_files(tmp_path, {"objectives.yml": objectives})) == ["PG229"]
