"""Stretches of months: how they are read, told and refused."""

import pytest

from plangen.sections.review.stretch import Stretch
from plangen.values import Refused


@pytest.mark.parametrize(
    ("written", "months", "label", "english"),
    [
        ("2025 M08..M12", 5, "2025 年 8–12 月", "Aug–Dec 2025"),
        ("2025", 12, "2025 年全年", "2025"),
        ("H2", 6, "2026 年下半年", "H2 2026"),
        ("2024 M12..2025 M02", 3, "2024 年 12 月至 2025 年 2 月", "Dec 2024 to Feb 2025"),
        ("2025 Q1..Q3", 9, "2025 年 1–9 月", "Jan–Sep 2025"),
        ("２０２５ Ｍ０８", 1, "2025 年 8 月", "Aug 2025"),
    ],
)
def test_stretches(written: str, months: int, label: str, english: str) -> None:
    """A year is written once, at the start; without one it is the plan's."""
    stretch = Stretch.parse(written, 2026)
    assert (stretch.months, stretch.label("zh"), stretch.label("en")) == (months, label, english)


@pytest.mark.parametrize(
    "written",
    ["", "2025-08", "8~12月", "M12..M08", "2025 M08..2024 M12", "25 H1", "2025H2", "2025 H3", "H1..M03", ".."],
)
def test_no_stretch(written: str) -> None:
    """Whatever is no months, ends before it starts, or ends inside its own start."""
    with pytest.raises(Refused) as refused:
        Stretch.parse(written, 2026)
    assert refused.value.code == "REV100"


def test_what_two_have_in_common() -> None:
    """August is in both; months of other years are others, though of one season."""
    one, other = Stretch.parse("2025 M08..M12", 2026), Stretch.parse("2025 M03..M08", 2026)
    assert (one.shared(other), other.shared(one)) == (1, 1)
    before = Stretch.parse("2024 M08..M12", 2026)
    assert (one.shared(before), one.seasons == before.seasons, one.seasons == other.seasons) == (0, True, False)
