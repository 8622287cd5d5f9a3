"""Totals of registers where cells are blank or not known yet; units that a column mixes."""

from pathlib import Path

import pytest

from plangen.findings import message
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


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("{a: {n: 3辆}, b: {n: 5家}}", ["1:44 “数”这一格的单位是家，这一列别的格是辆"]),
        ("{a: {n: 5家}, b: {n: 3辆}, c: {n: 4辆}}", ["1:32 “数”这一格的单位是家，这一列别的格是辆"]),
        ("{a: {n: 3万元}, b: {n: 500元}, c: {n: 待定}, d: {}}", []),
        ("{a: {n: 3万元}, b: {n: 2元/辆}}", ["1:45 “数”这一格的单位是元/辆，这一列别的格是元"]),
    ],
)
def test_a_column_has_one_unit(rows: str, expected: list[str], tmp_path: Path) -> None:
    """The odd cell is told at its place; amounts in 元 and 万元 are of one unit."""
    yaml = f"cars: {{name: 车辆, rows: {rows}, columns: {{n: {{name: 数, type: quantity}}}}}}\n"
    told = [each for each in register(tmp_path, yaml).findings if each.code == "REG113"]
    assert [f"{each.span.line}:{each.span.column} {message(each)}" for each in told] == expected


def test_a_computed_column_has_one_unit(tmp_path: Path) -> None:
    """What a formula gives is looked at too; the place is the formula."""
    columns = "{n: {name: 数, type: quantity, unit: 辆}, m: {name: 乙, type: quantity, formula: = IF(n > 3辆; 2家; n)}}"
    told = found(register(tmp_path, cars(columns, "{a: {n: 3}, b: {n: 5}}")))
    assert told == ["REG113"]
