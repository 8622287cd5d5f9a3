"""Source lines with the place underlined."""

from pathlib import Path

from plangen.render.terminal.excerpt import excerpt, lines_below, underline
from plangen.values import Span


def test_a_wide_character_moves_the_marks_by_two() -> None:
    """`目标: ` is six columns, `100万元` seven."""
    assert underline("目标: 100万元", Span("f", 1, 5, 1, 10), "^") == ("目标: 100万元", "      ^^^^^^^")


def test_a_tab_is_four_columns() -> None:
    """The tab itself is marked."""
    assert underline("\ta: 1", Span("f", 1, 1, 1, 2), "^") == ("    a: 1", "^^^^")


def test_a_place_at_the_end_of_a_line_has_one_mark() -> None:
    """A span behind the last character."""
    assert underline("a:", Span("f", 1, 3, 1, 4), "^") == ("a:", "  ^")


def test_a_span_over_lines_is_marked_to_the_end_of_its_first_line() -> None:
    """The rest stands below in the file."""
    assert underline("a: [1,", Span("f", 1, 4, 3, 2), "^") == ("a: [1,", "   ^^^")


def test_long_lines_are_cut_on_both_sides() -> None:
    """100 brackets before, 200 in and 100 behind the place: 60, 60 and 40 columns are shown."""
    text, marks = underline("[" * 100 + "x" * 200 + "]" * 100, Span("f", 1, 101, 1, 301), "^")
    assert text == "…" + "[" * 59 + "x" * 59 + "…" + "]" * 39 + "…"
    assert marks == " " * 60 + "^" * 60


def test_excerpt_with_a_second_place(tmp_path: Path) -> None:
    """The second place has its own sign and note; numbers are right-aligned; colours only around the marks."""
    (tmp_path / "f.yml").write_bytes("\ufeffa: 1\r\nb: 2\r\n".encode() + b"x\n" * 8 + "十: 3\n".encode())
    places = [(Span("f.yml", 2, 4, 2, 5), ""), (Span("f.yml", 11, 1, 11, 2), "总数")]
    assert list(excerpt(lines_below(tmp_path), places, "error")) == [
        "   2 | b: 2",
        "     |    \x1b[1;31m^\x1b[0m".replace("   \x1b[1;31m^", "\x1b[1;31m   ^"),
        "  11 | 十: 3",
        "     | \x1b[2m--\x1b[0m 总数",
    ]


def test_no_excerpt_of_a_whole_file_or_a_missing_line(tmp_path: Path) -> None:
    """A file that is not there, a line behind the end, a finding about the file itself."""
    (tmp_path / "f.yml").write_text("a\n", encoding="utf-8")
    lines = lines_below(tmp_path)
    for span in (Span("gone.yml", 1, 1, 1, 2), Span("f.yml", 9, 1, 9, 2), Span.whole("f.yml")):
        assert list(excerpt(lines, [(span, "")], "error")) == []
