"""Amounts, days and times in prose: what is recognised, with its place, and what is none."""

from datetime import date
from decimal import Decimal

import pytest

from plangen.source import find_amounts, find_days, periods_said, prose_lines, scan_narrative, years_said
from plangen.values import Period


@pytest.mark.parametrize(
    ("text", "written", "low", "high", "unit"),
    [
        ("目标 1092万元。", "1092万元", 10920000, 10920000, "元"),
        ("目标 1,092 万。", "1,092 万", 10920000, 10920000, "元"),
        ("目标：１０９２万元", "１０９２万元", 10920000, 10920000, "元"),
        ("约 34700元", "约 34700元", 34700, 34700, "元"),
        ("用 100–150万，", "100–150万", 1000000, 1500000, "元"),
        ("用 100--150 万元", "100--150 万元", 1000000, 1500000, "元"),
        ("4家至5家", "4家至5家", 4, 5, "家"),
        ("≥13 家", "≥13 家", 13, None, "家"),
        ("不超过 5,000 元", "不超过 5,000 元", None, 5000, "元"),
        ("100 家以上", "100 家以上", 100, None, "家"),
        ("1个亿的盘子", "1个亿", 100000000, 100000000, "元"),
        ("占 65.9%", "65.9%", Decimal("0.659"), Decimal("0.659"), "%"),
        ("占 3‰", "3‰", Decimal("0.003"), Decimal("0.003"), "%"),
        ("高 0.27 个百分点", "0.27 个百分点", Decimal("0.0027"), Decimal("0.0027"), "pp"),
        ("37.5万元/人/月", "37.5万元/人/月", 375000, 375000, "元/人/月"),
        ("共 8 名", "8 名", 8, 8, "人"),
        ("> 13 家", "13 家", 13, 13, "家"),  # a quote
    ],
)
def test_amounts(text: str, written: str, low: object, high: object, unit: str) -> None:
    """Number, unit and the words around them, as they are typed."""
    (found,) = find_amounts(text)
    assert text[found.start : found.end].strip() == found.text == written
    assert (found.quantity.low, found.quantity.high, str(found.quantity.unit)) == (low, high, unit)


@pytest.mark.parametrize(
    "text",
    [
        "第 3 家", "S000-3-06 家", "3万份单据里", "v1.5 家", "1,2000 家", "2026 年", "5 月", "012 家", "Q3 家",
        "3 多家",
        "2:3 家",
    ],
)  # fmt: skip
def test_no_amounts(text: str) -> None:
    """Ordinals, names, numbers without a unit and numerals that are read in two ways."""
    assert [each.text for each in find_amounts(text) if each.unit_text != "万份"] == []


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("5月12日", (2026, 5, 12), (2026, 5, 12)),
        ("５ 月 １２ 日", (2026, 5, 12), (2026, 5, 12)),
        ("2025-05-12", (2025, 5, 12), (2025, 5, 12)),
        ("2025 年 5 月 12 日", (2025, 5, 12), (2025, 5, 12)),
        ("5月12--14日", (2026, 5, 12), (2026, 5, 14)),
        ("5 月 12 日至 6 月 3 日", (2026, 5, 12), (2026, 6, 3)),
    ],
)
def test_days(text: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    """Days and stretches, in the plan year where none is written."""
    (found,) = find_days(f"好，{text}。", 2026)
    assert (found.text.strip(), found.first, found.last) == (text, date(*first), date(*last))


@pytest.mark.parametrize(
    "text", ["5-09", "2 月 30 日", "13 月 1 日", "5 月", "每月 5 日", "6 月 3 日至 5 月 1 日", "S000-05-12"]
)
def test_no_days(text: str) -> None:
    """What no calendar has, and what may be something else."""
    assert list(find_days(text, 2026)) == []


def test_years_and_periods() -> None:
    """Words for them; None where nobody can tell."""
    assert years_said("比上年好，2024 年不算", 2026) == frozenset({2025, 2024})
    assert years_said("明年", 2026) is None
    assert years_said("1092万元", 2026) == frozenset()
    assert periods_said("三季度") == periods_said("Q3") == frozenset({Period(7, 9)})
    assert periods_said("下半年和十二月") == frozenset({Period(7, 12), Period(12, 12)})
    assert periods_said("4–6 月") is None
    assert periods_said("累计") is None
    assert periods_said("5 月 12 日，3 个月，每月") == frozenset()


def test_prose_has_only_what_is_read() -> None:
    """Front matter, code, comments, targets, tags, attributes and definitions are out; columns stay."""
    text = (
        '---\ntitle: 9 家\n---\n# 一 1\n`2` 乙 3 <!-- 4 --> [5](6.md){: title="7" } <b id="8">9</b>\n\n'
        "[a]: b10.md\n好\n```\n11\n```\n见 https://a.example/12。13\n"
    )  # fmt: skip
    narrative, found = scan_narrative("m.md", text)
    assert found == []
    lines = list(prose_lines(narrative))
    assert ["".join(line.text.split()) for line in lines] == ["#一1", "乙3[5]9", "见。13"]
    assert narrative.body[lines[1].start + lines[1].text.index("9")] == "9"
