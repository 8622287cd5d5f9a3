"""Exact arithmetic and half-up rounding, against fractions."""

from decimal import Decimal, Inexact
from fractions import Fraction
from math import floor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plangen.values import EXACT, half_up
from plangen.values.decimals import decimal, half_up_ratio
from unit.values.amounts import decimals, steps


def nearest(number: Fraction, step: Fraction) -> Fraction:
    """Round half away from zero, by definition."""
    steps_ = floor(abs(number) / step + Fraction(1, 2))
    return steps_ * step * (-1 if number < 0 else 1)


@settings(deadline=None)
@given(decimals, steps)
def test_half_up_is_the_definition(number: Decimal, step: Decimal) -> None:
    """Half up is the definition."""
    assert Fraction(half_up(number, step)) == nearest(Fraction(number), Fraction(step))


@settings(deadline=None)
@given(decimals, decimals.filter(bool), steps)
def test_ratio_is_rounded_once(numerator: Decimal, denominator: Decimal, step: Decimal) -> None:
    """Ratio is rounded once."""
    expected = nearest(Fraction(numerator) / Fraction(denominator), Fraction(step))
    assert Fraction(half_up_ratio(numerator, denominator, step)) == expected


@pytest.mark.parametrize(
    ("number", "step", "expected"),
    [
        ("2.665", "0.01", "2.67"),
        ("2.5", "1", "3"),
        ("-2.5", "1", "-3"),
        ("0.4", "1", "0"),
        ("-0.4", "1", "0"),
        ("12500", "1000", "13000"),
        ("7", "3", "6"),
        ("0.005", "0.01", "0.01"),
    ],
)
def test_ties_go_away_from_zero(number: str, step: str, expected: str) -> None:
    """Ties go away from zero."""
    assert str(half_up(Decimal(number), Decimal(step))).rstrip("0").rstrip(".") == expected.rstrip("0").rstrip(".")


def test_zero_has_no_sign() -> None:
    """Zero has no sign."""
    assert not half_up(Decimal("-0.4"), Decimal(1)).is_signed()


@pytest.mark.parametrize("step", ["0", "-1"])
def test_a_step_is_positive(step: str) -> None:
    """A step is positive."""
    with pytest.raises(ValueError, match="positive"):
        half_up(Decimal(1), Decimal(step))


def test_a_lost_digit_is_an_error() -> None:
    """A lost digit is an error."""
    with pytest.raises(Inexact):
        EXACT.divide(Decimal(1), Decimal(3))


@pytest.mark.parametrize("value", [0.1, True, None])
def test_no_floats(value: object) -> None:
    """No floats."""
    with pytest.raises(TypeError):
        decimal(value)  # type: ignore[arg-type]


@settings(deadline=None)
@given(st.sampled_from(["NaN", "Infinity", "-Infinity", "sNaN", "x", ""]))
def test_only_finite_numbers(text: str) -> None:
    """Only finite numbers."""
    with pytest.raises(ValueError, match="not a"):
        decimal(text)
