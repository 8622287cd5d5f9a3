"""Periods of the plan year."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.values import FULL_YEAR, Period, Refused

periods = st.tuples(st.integers(1, 12), st.integers(1, 12)).map(lambda pair: Period(min(pair), max(pair)))


@pytest.mark.parametrize(
    ("text", "first", "last", "name"),
    [
        ("FY", 1, 12, "FY"),
        ("H1", 1, 6, "H1"),
        ("H2", 7, 12, "H2"),
        ("Q1", 1, 3, "Q1"),
        ("Q3", 7, 9, "Q3"),
        ("Q4", 10, 12, "Q4"),
        ("M06", 6, 6, "M06"),
        ("M12", 12, 12, "M12"),
        ("M06..M12", 6, 12, "M06..M12"),
        ("Q1..Q3", 1, 9, "M01..M09"),
        ("Q3..Q4", 7, 12, "H2"),
        ("M01..M12", 1, 12, "FY"),
        ("M06..Q4", 6, 12, "M06..M12"),
        ("M04..M06", 4, 6, "Q2"),
    ],
)
def test_names(text: str, first: int, last: int, name: str) -> None:
    """Names."""
    period = Period.parse(text)
    assert (period.first, period.last, period.name, str(period)) == (first, last, name, name)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("M13", "PG208"),
        ("M00", "PG208"),
        ("Q5", "PG208"),
        ("H3", "PG208"),
        ("M6", "PG208"),
        ("W12", "PG208"),
        ("fy", "PG208"),
        ("", "PG208"),
        ("M06..", "PG208"),
        ("M06...M12", "PG208"),
        ("６月", "PG208"),
        ("M12..M06", "PG209"),
        ("M06..H1", "PG209"),
        ("Q1..M02", "PG209"),
        ("H1..Q1", "PG209"),
    ],
)
def test_refused(text: str, code: str) -> None:
    """Refused."""
    with pytest.raises(Refused) as refused:
        Period.parse(text)
    assert (refused.value.code, refused.value.args_["text"]) == (code, text)


@given(periods)
def test_reads_back(period: Period) -> None:
    """Reads back."""
    assert Period.parse(period.name) == period


@given(periods)
def test_months_and_quarters_fill_the_period(period: Period) -> None:
    """Months and quarters fill the period."""
    assert len(period.months) == period.length
    for parts in (period.months, period.quarters):
        assert [month for part in parts for month in part.months] == list(period.months)
        assert all(part in period for part in parts)
    assert all(part.length <= 3 for part in period.quarters)


def test_quarters_are_cut_to_the_period() -> None:
    """Quarters are cut to the period."""
    assert [part.name for part in Period(6, 12).quarters] == ["M06", "Q3", "Q4"]
    assert [part.name for part in Period(2, 3).quarters] == ["M02..M03"]
    assert [part.name for part in FULL_YEAR.quarters] == ["Q1", "Q2", "Q3", "Q4"]


def test_contains() -> None:
    """Contains."""
    assert Period.parse("Q3") in Period(6, 12)
    assert Period.parse("Q2") not in Period(6, 12)


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("FY", "全年", "full year"),
        ("H1", "上半年", "H1"),
        ("H2", "下半年", "H2"),
        ("Q3", "三季度", "Q3"),
        ("M06", "6 月", "Jun"),
        ("M06..M12", "6–12 月", "Jun–Dec"),
    ],
)
def test_labels(text: str, zh: str, en: str) -> None:
    """Labels."""
    assert (Period.parse(text).label(), Period.parse(text).label("en")) == (zh, en)


def test_order_is_by_start_then_end() -> None:
    """Order is by start then end."""
    assert sorted([Period(7, 9), Period(1, 12), Period(1, 3)]) == [Period(1, 3), Period(1, 12), Period(7, 9)]


@pytest.mark.parametrize(("first", "last"), [(0, 3), (3, 2), (1, 13)])
def test_only_months_of_the_year(first: int, last: int) -> None:
    """Only months of the year."""
    with pytest.raises(Refused):
        Period(first, last)
