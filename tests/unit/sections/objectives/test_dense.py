"""Cells in a CSV file: found at their row and column, and in every sum. Expected values are computed by hand."""

from pathlib import Path

from unit.sections.objectives.plans import Plans, plans

TARGET = "objectives/revenue.target"
OBJECTIVE = "revenue: {name: 销售额, cells: cells.csv}\n"


def dense(folder: Path, rows: str, objective: str = OBJECTIVE) -> Plans:
    """An objective with its cells in a CSV file."""
    return plans(folder, objective, {"2026/demo/cells.csv": rows})


ALL = "渠道,区域,目标\n直营店,zhejiang,10万元\n直营店,jiangsu,20万元\ndealer,浙江,30万元\ndealer,江苏,40万元\n"


def test_cells_of_a_file_make_every_sum(tmp_path: Path) -> None:
    """10 + 20 + 30 + 40; members by id or name, columns by the axis's id or name; a cell knows its row and column."""
    found = dense(tmp_path, ALL)
    assert found.codes == []
    names = ("", "/own-store", "/dealer", "/zhejiang", "/jiangsu", "/own-store/jiangsu")
    assert found.says(*(f"{TARGET}{name}" for name in names)) == [
        "100 万元", "30 万元", "70 万元", "40 万元", "60 万元", "20 万元",
    ]  # fmt: skip
    figures = found.workspace.figures
    (cell,) = (figure for key, figure in figures.items() if str(key.address).endswith(".target/own-store/jiangsu"))
    assert str(cell.source) == "content/2026/demo/cells.csv:3:13"


def test_the_file_is_held_against_what_is_written_beside_it(tmp_path: Path) -> None:
    """The dealers' part is written as 60, the rows make 70."""
    objective = "revenue: {name: 销售额, cells: cells.csv, channel: {own-store: 30万元, dealer: 60万元}}\n"
    found = dense(tmp_path, ALL, objective)
    assert found.message("OBJ160") == "销售额·经销商按区域相加 70 万元，应为 60 万元，差 10 万元"


def test_a_wrong_number_is_found_in_its_cell(tmp_path: Path) -> None:
    """Line 3, column 13: no number, or pieces instead of yuan; all that the sums say of it stands below that."""
    for folder, text, code in (("a", "2o万元", "PG205"), ("b", "20件", "PG215")):
        found = dense(tmp_path / folder, ALL.replace("20万元", text))
        (first,) = [finding for finding in found.workspace.findings if not finding.cause]
        assert (first.code, str(first.span)) == (code, "content/2026/demo/cells.csv:3:13")


def test_an_unknown_member_is_found_in_its_cell(tmp_path: Path) -> None:
    """With the nearest one that exists."""
    found = dense(tmp_path, ALL.replace("dealer,江苏", "dealer,jiangs"))
    finding = found.finding("OBJ111")
    assert (finding.span.file, finding.span.line, finding.span.column) == ("content/2026/demo/cells.csv", 5, 8)
    assert "jiangsu" in found.message("OBJ111")


def test_a_cell_that_stands_twice_is_refused(tmp_path: Path) -> None:
    """The second row, with the place of the first."""
    found = dense(tmp_path, ALL + "own-store,浙江,50万元\n")
    assert found.message("OBJ167") == ("格子“own-store·zhejiang”写了两次，第一次在 content/2026/demo/cells.csv:2:1")


def test_cells_without_a_row_are_told_and_count_as_unset(tmp_path: Path) -> None:
    """Three of four: the sum lacks one, and says so."""
    found = dense(tmp_path, ALL.replace("dealer,江苏,40万元\n", ""))
    assert found.message("OBJ168") == "4 格里有 1 格没有行：dealer·jiangsu；它们按待定计"
    assert found.says(TARGET, f"{TARGET}/dealer/jiangsu") == ["60 万元，另有 1 项未定", "待定"]


def test_an_empty_cell_is_not_set(tmp_path: Path) -> None:
    """Nobody left the row out; the number is still to come."""
    found = dense(tmp_path, ALL.replace("40万元", ""))
    assert found.codes == []
    assert found.says(TARGET) == ["60 万元，另有 1 项未定"]


def test_columns_that_nobody_reads_are_refused(tmp_path: Path) -> None:
    """With the nearest name; a file without a target; a row without a member."""
    assert (
        dense(tmp_path / "a", ALL.replace("区域", "区哉")).message("OBJ166") == "格子表的列“区哉”没人读，是不是“区域”？"
    )
    assert dense(tmp_path / "b", "channel,region\ndealer,zhejiang\n").message("OBJ166") == "格子表的列“target”缺少"
    assert dense(tmp_path / "c", ALL.replace("dealer,江苏", "dealer,")).message("OBJ167") == "格子“dealer·—”没写成员"


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """With the nearest name."""
    found = dense(tmp_path, ALL, "revenue: {name: 销售额, cells: cell.csv}\n")
    assert found.message("PG236") == "旁边没有表格文件“cell.csv”，是不是“cells.csv”？"


def test_a_file_that_nobody_names_is_told(tmp_path: Path) -> None:
    """Its numbers look as if they were planned with."""
    found = dense(tmp_path, ALL, "revenue: {name: 销售额, target: 100万元}\n")
    assert found.message("PG237") == "没有哪个章节用到表格文件 cells.csv"


MONTHS = "渠道,区域,月份,目标\n" + "".join(
    f"{channel},{region},M0{month},{month}万元\n"
    for channel in ("own-store", "dealer") for region in ("zhejiang", "jiangsu") for month in (1, 2, 3)
)  # fmt: skip


def test_a_row_a_month(tmp_path: Path) -> None:
    """1 + 2 + 3 for each of four cells: 24; March is 3 for each, 12 in all, 6 for a region."""
    found = dense(tmp_path, MONTHS, "revenue: {name: 销售额, period: Q1, cells: cells.csv}\n")
    assert found.codes == []
    names = ("", "/dealer/zhejiang", "@M03", "@M03/jiangsu", "@M03/dealer", "@M03/dealer/jiangsu")
    assert found.says(*(f"{TARGET}{name}" for name in names)) == [
        "24 万元", "6 万元", "12 万元", "6 万元", "6 万元", "3 万元",
    ]  # fmt: skip
    assert found.says("objectives/revenue.cumulative@M02") == ["12 万元"]


def test_months_are_written_as_in_files_of_actuals(tmp_path: Path) -> None:
    """`1月` and `３月` are M01 and M03: the same sums."""
    rows = MONTHS.replace("M01", "1月").replace("M03", "３月")
    found = dense(tmp_path, rows, "revenue: {name: 销售额, period: Q1, cells: cells.csv}\n")
    assert found.codes == []
    assert found.says(f"{TARGET}@M03", f"{TARGET}@M01/dealer") == ["12 万元", "2 万元"]


def test_months_of_cells_outside_the_period_are_told(tmp_path: Path) -> None:
    """March is not in the first two months: it is in no sum, and said at its row."""
    found = dense(tmp_path, MONTHS, "revenue: {name: 销售额, period: M01..M02, cells: cells.csv}\n")
    findings = [finding for finding in found.workspace.findings if finding.code == "OBJ169"]
    assert [finding.span.line for finding in findings] == [4, 7, 10, 13]
    assert found.says(TARGET) == ["12 万元"]


def test_months_and_a_target_of_one_cell_agree(tmp_path: Path) -> None:
    """10 and 20 are 30, the target says 40; and a phasing of the whole has nothing to do."""
    text = """\
    revenue:
      name: 销售额
      period: H1
      phasing: {H1: 100%}
      channel: {dealer: {target: 40万元, phasing: {Q1: 10万元, Q2: 20万元}}}
    """
    found = plans(tmp_path, text)
    said = [finding.args["why"] for finding in found.workspace.findings if finding.code == "OBJ169"]
    assert said == ["格子自己有月份，它不起作用", "相加 30 万元，目标写 40 万元，差 10 万元"]
    assert found.says(f"{TARGET}@Q1/dealer", f"{TARGET}@M04/dealer") == ["10 万元", "6.7 万元"]
