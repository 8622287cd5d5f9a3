"""Where a narrative comes from: ids in its front matter and in comments, with their places."""

import pytest

from plangen.source import SourceMark, empty_source_marks, find_source_marks, scan_narrative


def marks(text: str) -> list[SourceMark]:
    """The marks of a narrative without findings."""
    narrative, found = scan_narrative("m.md", text)
    assert found == []
    return list(find_source_marks(narrative))


def told(text: str) -> list[tuple[str, str, str]]:
    """Id, place and heading of each mark."""
    return [(mark.name, f"{mark.span.line}:{mark.span.column}", mark.heading) for mark in marks(text)]


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("source: D1-1", [("D1-1", "2:9", "")]),
        ("source: [D1-1, D1-2]", [("D1-1", "2:10", ""), ("D1-2", "2:16", "")]),
        ("source:\n- D1-1\n- 'D1-2'", [("D1-1", "3:3", ""), ("D1-2", "4:3", "")]),
    ],
)
def test_front_matter_names_sources(front: str, expected: list[tuple[str, str, str]]) -> None:
    """One id or a list of them, each with its own place; they speak of the whole page."""
    assert told(f"---\n{front}\n---\n# 市场\n") == expected


@pytest.mark.parametrize("value", ["", "{a: b}", "[]", "[D1-1, [D1-2]]", "[D1-1, '']", "' '"])
def test_front_matter_refuses_what_is_no_id(value: str) -> None:
    """An empty or nested value is a finding at its place."""
    narrative, found = scan_narrative("m.md", f"---\nsource: {value}\n---\nx\n")
    assert [(finding.code, finding.span.line) for finding in found] == [("PG405", 2)]
    assert narrative.sources == ()


def test_comments_name_sources_of_their_passage() -> None:
    """Ids are parted by blanks or commas of any width; the last heading before tells which passage it is."""
    top = "<!-- source: D0-1 -->\n# 市场\n\n"
    rest = "## 客户 ##\n<!-- source： D1-1 D1-2，D1-3 -->\n找谁。\n### 先后\n> <!--source:D2-1-->\n"
    assert told(top + rest) == [
        ("D0-1", "1:14", ""),
        ("D1-1", "5:14", "客户"),
        ("D1-2", "5:19", "客户"),
        ("D1-3", "5:24", "客户"),
        ("D2-1", "8:14", "先后"),
    ]


@pytest.mark.parametrize(
    "text",
    ["`<!-- source: D1-1 -->`", "```\n<!-- source: D1-1 -->\n```", "<!-- sources: D1-1 -->", "source: D1-1 见附件"],
)
def test_what_is_no_such_comment(text: str) -> None:
    """Code, other comments and plain text name nothing."""
    assert marks(f"# 一\n\n{text}\n") == []


def test_a_comment_without_ids_is_found() -> None:
    """Its place is the whole comment."""
    narrative, _ = scan_narrative("m.md", "# 一\n\n<!-- source: , -->\n<!-- source: D1 -->\n")
    assert [(span.line, span.column, span.end_column) for span in empty_source_marks(narrative)] == [(3, 1, 19)]


def test_headings_of_one_text_are_told_apart() -> None:
    """The second `目标` has had one before it; a comment behind a heading is no part of it, nor one in a comment."""
    text = "# 年\n### 目标\n<!-- source: A -->\n<!-- \n## 别的\n-->\n### 目标 <!-- source: B -->\n"
    last = "## 完\n<!-- source: C -->\n"
    assert [(mark.name, mark.heading, mark.turn) for mark in marks(text + last)] == [
        ("A", "目标", 0),
        ("B", "目标", 1),
        ("C", "完", 0),
    ]
