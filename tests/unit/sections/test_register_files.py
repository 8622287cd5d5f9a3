"""Rows of registers in CSV files beside them: what they add, and what is refused."""

from pathlib import Path

import pytest

from plangen.findings import message
from unit.sections.test_register import COUNT, cars, found, register, says

CSV = "id,车牌,count\nvan,沪A1,2\ntruck,沪B2,\n"


def test_rows_in_a_csv_file(tmp_path: Path) -> None:
    """Columns by id or name; an empty cell is not written; rows of both files count."""
    workspace = register(tmp_path, cars(COUNT, "{bike: {plate: 无, count: 5}}", "  cells: cars.csv\n"), cars=CSV)
    assert found(workspace) == []
    assert says(workspace)["cars.count"] == "7 辆，另有 1 项未定"
    workspace = register(tmp_path, cars(COUNT, "{}", "  cells: cars.csv\n"), cars=CSV.replace(",2", ",2人"))
    assert [(each.code, each.span.file[-8:], each.span.line) for each in workspace.findings] == [
        ("PG205", "cars.csv", 2)
    ]


@pytest.mark.parametrize(
    ("csv", "codes_"),
    [
        ("车牌,count\n沪A1,2\n", ["REG112"]),
        ("id,车牌,cout\nvan,沪A1,2\n", ["REG112"]),
        ("id,车牌,plate\nvan,沪A1,2\n", ["REG112"]),
        ("id,车牌\nvan,沪A1\nvan,沪A2\n", ["REG112"]),
        ("id,车牌\n,沪A1\n", ["REG112"]),
        ("id,车牌\nbike,沪A1\n", ["REG112"]),
        ("id,车牌,note\nvan,沪A1,旧的\n", []),
    ],
)
def test_what_a_csv_file_must_have(csv: str, codes_: list[str], tmp_path: Path) -> None:
    """An id, columns that there are, each row once, also of those that are written."""
    rows = "{bike: {plate: 无}}"
    assert found(register(tmp_path, cars(COUNT, rows, "  cells: cars.csv\n"), cars=csv)) == codes_


def test_a_row_without_an_id_in_words(tmp_path: Path) -> None:
    """Nothing stands where the name of the row would, in both languages."""
    workspace = register(tmp_path, cars(COUNT, "{}", "  cells: cars.csv\n"), cars="id,车牌\n,沪A1\n")
    (finding,) = (each for each in workspace.findings if each.code == "REG112")
    assert message(finding, "en") == "the row of the CSV file has no id"
    assert message(finding, "zh") == "表格的行没有 id"
    workspace = register(tmp_path, cars(COUNT, "{}", "  cells: cars.csv\n"), cars="id,车牌\na,沪A1\na,沪A2\n")
    (finding,) = (each for each in workspace.findings if each.code == "REG112")
    assert message(finding, "en") == "the row “a” of the CSV file is there already"
