"""Splicing a text by the places of its parts."""

from plangen.source import Draft, Splice
from plangen.values import Span

TEXT = "名: １２家  # 注\r\n二: 3\r\n"


def at(line: int, column: int, length: int) -> Span:
    """A place on one line of a file."""
    return Span.at("a.yml", line, column, length)


def test_only_the_stretch_changes() -> None:
    """Columns count code points; line ends and the comment stay as they are."""
    text, done = Draft(TEXT).spliced([Splice(at(1, 4, 2), "12")])
    assert text == "名: 12家  # 注\r\n二: 3\r\n"
    assert len(done) == 1


def test_a_byte_order_mark_takes_no_column() -> None:
    """In the first line only; the mark stays."""
    text, _ = Draft("\ufeff" + TEXT).spliced([Splice(at(1, 4, 2), "12"), Splice(at(2, 4, 1), "4")])
    assert text == "\ufeff名: 12家  # 注\r\n二: 4\r\n"


def test_of_two_that_overlap_the_first_is_done() -> None:
    """Whatever the order in which they are given; the other is left out and not reported as done."""
    first, second = Splice(at(1, 4, 2), "12"), Splice(at(1, 5, 2), "x")
    assert Draft(TEXT).spliced([second, first]) == ("名: 12家  # 注\r\n二: 3\r\n", (first,))
    assert Draft(TEXT).spliced([first, Splice(first.span, "13")])[1] == (first,)


def test_putting_in_and_taking_out() -> None:
    """A stretch without length, whole lines, and the end of the text."""
    gone = Splice(Span("a.yml", 1, 1, 2, 1), "")
    end = Splice(Span("a.yml", 3, 1, 3, 1), "三: 4\n")
    assert Draft(TEXT).spliced([gone, end])[0] == "二: 3\r\n三: 4\n"
