"""Where the links and images of a narrative lead."""

import pytest

from plangen.source import scan_narrative


def targets(text: str) -> list[str]:
    """Each target with its place."""
    return [f"{each.text} {each.span.line}:{each.span.column}" for each in scan_narrative("a.md", text)[0].targets]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一 [x](b.md#y) ![z](img/c.png)", ["b.md#y 1:7", "img/c.png 1:20"]),
        ("[x](<b.md> \"t\") [x](b_(1).md 't')", ["b.md 1:6", "b_(1).md 1:21"]),
        ("[![a](b.png)](c.md)", ["b.png 1:7", "c.md 1:15"]),
        ("[a][b] 和 [c]\n\n[b]: d.md\n[c]: <e.md>\n[unused]: f.md", ["d.md 3:6", "e.md 4:7"]),
        ("- [a](b.md)\n\n    [c](d.md)", ["b.md 1:7"]),
        ("---\ntitle: x\n---\n\n[a](b.md)", ["b.md 5:5"]),
        ("| [a](b.md) |\n|---|\n| <br> [c](d.md) |", ["b.md 1:7", "d.md 3:12"]),
    ],
)
def test_what_surely_leads_somewhere(text: str, expected: list[str]) -> None:
    """Links, images and definitions that are used; a paragraph that is indented may be code."""
    assert targets(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "[a](https://example.org/b.md) [a](mailto:a@example.org) <https://example.org/b.md>",
        "[a](/b/) [a](//example.org) [a](?b) [a]() [a](my file.md)",
        "`[a](b.md)` 和 ``[a](b.md)``",
        "`[a](b.md)\n[a](b.md)`",
        "```\n[a](b.md)\n```",
        "\\[a](b.md) a](b.md) [a\\](b.md)",
        "<!-- [a](b.md)\n\n[a](b.md) -->",
        "<div>\n\n[a](b.md)\n\n</div>",
        "[^1]\n\n[^1]: b.md",
        "[a](JAVA&#115;cript&colon;alert(1))",
    ],
)
def test_what_does_not_or_may_not(text: str) -> None:
    """Other sites, addresses from the host, code, comments, HTML blocks, footnotes."""
    assert targets(text) == []
