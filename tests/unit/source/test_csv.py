"""CSV files: values as typed, places of cells, and what is refused."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.findings import message, way_out
from plangen.source import CsvTable, read_csv


def table(text: str) -> CsvTable:
    """The table of a good text."""
    read, found = read_csv("f.csv", text.encode())
    assert found == []
    assert read is not None
    return read


def refused(data: str | bytes) -> list[tuple[str, str]]:
    """Code and place of each finding of a refused text."""
    read, found = read_csv("f.csv", data if isinstance(data, bytes) else data.encode())
    assert read is None
    assert all(
        message(finding, language) and way_out(finding, language) for finding in found for language in ("zh", "en")
    )
    return [(finding.code, str(finding.span).partition(":")[2]) for finding in found]


def places(text: str) -> list[list[tuple[str, int, int, int, int]]]:
    """Text, line, column, end line and end column of each cell, header included."""
    read = table(text)
    return [
        [(cell.text, cell.span.line, cell.span.column, cell.span.end_line, cell.span.end_column) for cell in row]
        for row in (read.header, *read.rows)
    ]


def test_cells_have_places() -> None:
    """Lines and columns count from 1 in code points, the end is exclusive; quotes belong to the cell's place."""
    assert places('地址,value\n"a,b",12万\n') == [
        [("地址", 1, 1, 1, 3), ("value", 1, 4, 1, 9)],
        [("a,b", 2, 1, 2, 6), ("12万", 2, 7, 2, 10)],
    ]


def test_quoted_newlines_keep_the_lines_right() -> None:
    """A cell over two lines ends on the second; the cell after it and the next row are found where an editor is."""
    assert places('a,b\n"x\ny",1\n2,3\n')[1:] == [
        [("x\ny", 2, 1, 3, 3), ("1", 3, 4, 3, 5)],
        [("2", 4, 1, 4, 2), ("3", 4, 3, 4, 4)],
    ]


def test_empty_cells_are_there() -> None:
    """An empty cell is a cell, one column wide; a row of commas alone and a blank line are no rows."""
    assert places("a,b\n\n,\n1,\n,2")[1:] == [
        [("1", 4, 1, 4, 2), ("", 4, 3, 4, 4)],
        [("", 5, 1, 5, 2), ("2", 5, 2, 5, 3)],
    ]


@pytest.mark.parametrize("data", [b"\xef\xbb\xbfa,b\r\n1,2\r\n", b"a,b\n1,2", b"\n\na,b\n1,2\n\n"])
def test_marks_and_line_ends_do_not_matter(data: bytes) -> None:
    """A byte order mark goes, CR LF is a line end, the last line needs none, blank lines go."""
    read, found = read_csv("f.csv", data)
    assert found == []
    assert read is not None
    assert [[cell.text for cell in row] for row in (read.header, *read.rows)] == [["a", "b"], ["1", "2"]]


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+1", "-1", "007", "1e3", "no", "=HYPERLINK(1;2)", '5" pipe'])
def test_cells_are_plain_text(text: str) -> None:
    """Nothing is computed, typed or stripped, whatever a spreadsheet would make of it."""
    assert table(f"a\n{text}\n").rows[0][0].text == text


def test_quotes_are_resolved_and_spaces_dropped() -> None:
    """A doubled quote is one; spaces around a cell are no part of it."""
    assert [cell.text for cell in table('a,b\n"say ""hi""", x \n').rows[0]] == ['say "hi"', "x"]


def test_columns_are_found_by_name() -> None:
    """The index of a column, or None."""
    read = table("value,as_of\n1,2\n")
    assert (read.column("as_of"), read.column("period")) == (1, None)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("", [("PG122", "1:1")]),
        ("\n \n,,\n", [("PG122", "1:1")]),
        ("a,,b\n1,2,3\n", [("PG122", "1:3")]),
        ("a,b,a\n1,2,3\n", [("PG122", "1:5")]),
        ("caf\u00e9,cafe\u0301\n1,2\n", [("PG122", "1:6")]),
        ("a;b\n1;2\n", [("PG122", "1:1")]),
        ("a\tb\n1\t2\n", [("PG122", "1:1")]),
        ("地址，数值\n", [("PG122", "1:1")]),
        ("a,b\n1,2,3\n1\n4,5\n", [("PG121", "2:1"), ("PG121", "3:1")]),
        ('a,b\n"1,2\n3,4\n', [("PG120", "2:1")]),
        ('a,b\n1,"2"3\n', [("PG120", "2:3")]),
        ('a,b\n1, "2"\n', [("PG120", "2:3")]),
        ("a,b\n1,2\0\n", [("PG106", "2:4")]),
        ("a,b\r1,2\r", [("PG106", "1:4")]),
        ("a,b\n1,2\u200b\n", [("PG113", "2:4")]),
        ("地址,数值\n".encode("gbk"), [("PG107", "1:1")]),
        ("地址,数值\n".encode("utf-16"), [("PG107", "1:1")]),
    ],
)
def test_what_is_refused(data: str | bytes, expected: list[tuple[str, str]]) -> None:
    """Each mistake is found at its place; nothing is read then."""
    assert refused(data) == expected


def test_a_gbk_file_is_named() -> None:
    """The finding says what the file looks like, as for YAML."""
    _, found = read_csv("f.csv", "地址,数值\n".encode("gbk"))
    assert "GBK" in message(found[0])


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ("a\n" + "1\n" * 20_001, "20002:1"),
        (",".join(f"c{number}" for number in range(101)) + "\n", "1:391"),
        ("a,b\n1," + "x" * 10_001 + "\n", "2:3"),
        ('a\n"' + "x\n" * 200_000 + '"\n', "2:1"),
        ("a\n" + "1" * 2_000_001, "1:1"),
    ],
)
def test_budgets(data: str, place: str) -> None:
    """Rows, columns, the length of a cell and the size of the file are limited; the first too many is shown."""
    assert refused(data) == [("PG103", place)]


def test_findings_of_one_file_are_limited() -> None:
    """Fifty mistakes are enough to see what is wrong."""
    assert len(refused("a,b\n" + "1\n" * 200)) == 50


CELLS = st.text(st.sampled_from('ab,"\n 万'), max_size=5)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), min_size=1, max_size=5))
def test_what_a_writer_writes_is_read(rows: list[list[str]]) -> None:
    """What the standard library writes is read back; each place shows the cell as it was typed."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerows([["x", "y"], *rows])
    text = buffer.getvalue()
    read = table(text)
    kept = [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]
    assert [[cell.text for cell in row] for row in read.rows] == kept
    lines = text.split("\n")
    for cell in (cell for row in read.rows for cell in row):
        span = cell.span
        assert lines[span.line - 1][span.column - 1] == '"' == lines[span.end_line - 1][span.end_column - 2]


@given(st.text(st.sampled_from('ab,"\n \t;=万'), max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text makes the two ways of reading disagree: there is a table or a finding, never an exception."""
    read, found = read_csv("f.csv", text.encode())
    assert (read is None) == bool(found)
