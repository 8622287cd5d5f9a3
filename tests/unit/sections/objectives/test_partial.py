"""What agrees for a part of a range only says for which; all else says nothing."""

from pathlib import Path

import pytest

from unit.sections.objectives.plans import plans

PARTS = "revenue: {name: 销售额, target: TOTAL, channel: {own-store: OWN, dealer: 60万元}}\n"


def by_parts(total: str, own: str) -> str:
    """An objective of two channels."""
    return PARTS.replace("TOTAL", total).replace("OWN", own)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (by_parts("100万元", "30–50万元"), "目标 100 万元 与各渠道合计 90–110 万元 只在 100 万元"),
        (by_parts("95–100万元", "30–50万元"), "目标 95–100 万元 与各渠道合计 90–110 万元 只在 95–100 万元"),
        (
            "revenue: {name: 销售额, target: 60–90万元, rate: 2–4万元/人/月, heads: 3人, period: M01..M10}\n",
            "目标 60–90 万元 与单价推算 60–120 万元 只在 60–90 万元",
        ),
        (
            "revenue: {name: 销售额, target: 90–110万元, stated: {target: 100万元}}\n",
            "文件写的 100 万元 与算出来的 90–110 万元 只在 100 万元",
        ),
    ],
    ids=["exact total", "overlap", "rates", "claim"],
)  # fmt: skip
def test_part_of_a_range(text: str, said: str, tmp_path: Path) -> None:
    """The sentence names both numbers and where they meet: 30+60 to 50+60 is 90–110, 2×3×10 to 4×3×10 is 60–120."""
    assert plans(tmp_path, text).message("OBJ130") == f"销售额的{said} 时一致，别的数对不上"


@pytest.mark.parametrize(
    "text",
    [
        by_parts("100万元", "40万元"),
        by_parts("90–110万元", "30–50万元"),
        by_parts("80–120万元", "30–50万元"),
        by_parts("≥90万元", "30–50万元"),
        by_parts("100万元", "约40万元"),
        by_parts("100万元", "待定"),
        by_parts("200万元", "30–50万元"),
        "revenue: {name: 销售额, target: '= 10万元 × heads ÷ 1人', heads: 7–8人, stated: {target: 75万元}}\n",
    ],
    ids=[
        "exact",
        "the same range",
        "inside",
        "bound",
        "about",
        "unset",
        "contradiction, told by OBJ101",
        "a formula's range",
    ],
)
def test_nothing_to_say(text: str, tmp_path: Path) -> None:
    """All numbers agree, or nobody can say, or another finding says it."""
    assert "OBJ130" not in plans(tmp_path, text).codes
