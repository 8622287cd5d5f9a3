"""Ordinals and announcements in narratives: which numbers are read, and which series they belong to."""

import pytest

from plangen.source import Narrative, Ordinal, find_announcements, find_ordinals, scan_narrative
from plangen.source.ordinals import number_of


def scanned(text: str) -> Narrative:
    """A narrative without findings."""
    narrative, found = scan_narrative("a.md", text)
    assert found == []
    return narrative


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1", 1),
        ("12", 12),
        ("一", 1),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("三十五", 35),
        ("①", 1),
        ("⑳", 20),
        ("一二", 0),
    ],
)
def test_numerals(text: str, number: int) -> None:
    """Digits, Han numerals up to 99, circled digits."""
    assert number_of(text) == number


def test_what_is_read() -> None:
    """Each form with its level; no dates, no decimals, no items of Markdown lists, nothing in code."""
    parts = (
        "## 一、目标",
        "（一）任务",
        "1、走访",
        "- （1）甲",
        "①乙",
        "第一步，丙",
        "1. 自动",
        "1.5 倍",
        "`2、码`",
        "10 月",
    )
    text = "\n\n".join(parts)
    found = [(each.form, each.level, each.number) for each in find_ordinals(scanned(text)) if isinstance(each, Ordinal)]
    assert found == [("一、", 2, 1), ("（一）", 0, 1), ("1、", 0, 1), ("（1）", 0, 1), ("①", 0, 1), ("第一", 0, 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("分三步：\n\n- 甲\n- 乙\n", [("三步", 3, 2)]),
        ("四个考评体系：\n\n1. 甲\n2. 乙\n\n   - 细\n3. 丙\n", [("四个考评体系", 4, 3)]),
        ("做好以下两点:\n- 甲\n- 乙\n", [("两点", 2, 2)]),
        ("There are three rules:\n\n* one\n* two\n", [("three rules", 3, 2)]),
        ("至少三条：\n\n- 甲\n", []),
        ("第三条：\n\n- 甲\n", []),
        ("一条：\n\n- 甲\n- 乙\n", []),
        ("分三步：先甲后乙。\n", []),
        ("分三步：\n\n先说清楚。\n\n- 甲\n", []),
        ("2026 年 3 个目标：\n\n- 甲\n- 乙\n- 丙\n\n后文。\n\n- 丁\n", [("3 个目标", 3, 3)]),
    ],
)
def test_announcements(text: str, expected: list[tuple[str, int, int]]) -> None:
    """A count and a colon at the end of a line, with a list behind it."""
    assert [(each.text, each.announced, each.found) for each in find_announcements(scanned(text))] == expected
