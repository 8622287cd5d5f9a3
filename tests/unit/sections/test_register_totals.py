"""Totals of registers where cells are blank or not known yet."""

from pathlib import Path

import pytest

from unit.sections.test_register import cars, found, register, says


@pytest.mark.parametrize(
    ("kind", "known"), [("text", "沪A1"), ("choice, choices: [x]", "x"), ("date", "2026-03-01"), ("role", "lead")]
)
def test_what_is_not_known_is_not_counted(kind: str, known: str, tmp_path: Path) -> None:
    """Of two rows one has a value; the paper that says so is right."""
    columns = f"{{a: {{name: 甲, type: {kind}, total: count, stated: 1行}}}}"
    workspace = register(tmp_path, cars(columns, f"{{a: {{a: {known}}}, b: {{a: 待定}}}}"))
    assert says(workspace)["cars.a"] == "1 行"
    assert "REG108" not in found(workspace)


@pytest.mark.parametrize(("how", "number"), [("mean", "2"), ("min", "1"), ("max", "3")])
def test_rows_without_the_number_are_told(how: str, number: str, tmp_path: Path) -> None:
    """The figure is of the two rows that have one, and says that a third has none."""
    rows = "{a: {n: 1}, b: {n: 3}, c: {}}"
    workspace = register(tmp_path, cars(f"{{n: {{name: 数, type: number, total: {how}}}}}", rows))
    assert says(workspace)["cars.n"] == f"{number}，另有 1 项未定"


@pytest.mark.parametrize(
    ("how", "stated", "codes"),
    [
        ("mean", "1", []),
        ("mean", "5", []),
        ("min", "0", []),
        ("min", "2", ["REG108"]),
        ("max", "4", []),
        ("max", "2", ["REG108"]),
    ],
)
def test_the_paper_may_know_the_row_that_is_missing(how: str, stated: str, codes: list[str], tmp_path: Path) -> None:
    """Of 1, 3 and a blank the mean may be any, the least 1 at most, the largest 3 at least."""
    columns = f"{{n: {{name: 数, type: number, total: {how}, stated: {stated}}}}}"
    assert found(register(tmp_path, cars(columns, "{a: {n: 1}, b: {n: 3}, c: {}}"))) == codes
