"""Figures in texts: as written, and in the other units that a planner may have put them into."""

from decimal import Decimal

import pytest

from plangen.coverage.numbers import holds, numbers_in


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("8000", "8000万元"),
        ("8000", "0.8亿元"),
        ("8000", "80,000,000元"),
        ("0.8", "8000万元"),
        ("4500", "约4500元"),
        ("1,092", "1092万元"),
        ("30", "30–40平米"),
        ("40", "30–40平米"),
        ("5", "2026-05-12"),
        ("12", "2026-05-12"),
        ("20", "20%"),
        ("20%", "20%"),
        ("20%", "0.2"),
        ("0.2", "20%"),
        ("0.27%", "0.27个百分点"),
        ("2‰", "0.002"),
        ("30%", "三成"),
        ("80%", "八折"),
        ("14", "2周"),
        ("2", "14天"),
        ("18", "1.5年"),
        ("1.5", "18个月"),
        ("6", "半年"),
        ("90", "1.5小时"),
        ("3", "三家样板"),
        ("12", "十二家"),
        ("20", "二十人"),
        ("3", "第三条"),
        ("3", "3件事"),
        ("300", "三百家"),
        ("2", "２次"),
        ("?", "没有数"),
    ],
)
def test_a_figure_is_held(number: str, text: str) -> None:
    """In the unit it was typed in, or in one that it is converted to; what is no number is held by anything."""
    assert holds(number, numbers_in(text))


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("8000", "800万元"),
        ("80", "8000"),
        ("3", "Q3 与 D1-3"),
        ("3", "tier-3"),
        ("1", "统一口径"),
        ("3", "再三说明"),
        ("5%", "5家"),
        ("5", "0.05"),
        ("06", "5人"),
        ("2", "13天"),
        ("30", "1.30.2"),
    ],
)
def test_a_figure_is_not_held(number: str, text: str) -> None:
    """Other numbers, names with digits in them, and words that only look like numerals."""
    assert not holds(number, numbers_in(text))


def test_numbers_are_exact() -> None:
    """No binary fractions."""
    assert numbers_in("0.1亿元") >= {Decimal("0.1"), Decimal(10_000_000), Decimal(1000)}
