"""The step of an allocation in words: the exact part, and what the largest remainder added or took away."""

from decimal import Decimal
from fractions import Fraction

from plangen.compute import weights_of
from plangen.render.terminal.words import word
from plangen.values import Figure, Quantity, Unit, is_chinese, write_number, write_quantity

DIGITS = 4
"""Decimals shown of a number that does not end."""
LARGEST_FRACTION = 1000
"""A part with a larger denominator is shown as a decimal number."""


def rounding(figure: Figure, inputs: list[Quantity], language: str, unit: str) -> str:
    """`× 1 ÷ 7 = 102.8571… → …`: how one allocated part came about; empty where its total is not exact.

    In Chinese the numbers are in `unit`, in English in full.
    """
    part = _exact_part(figure, inputs)
    if part is None or not figure.quantity.is_exact:
        return ""
    whole, factor = part
    scale = Unit.parse(unit)[1] if unit and is_chinese(language) else Decimal(1)
    exact = Fraction(whole) * factor / Fraction(scale)
    rest = Fraction(figure.quantity.value) / Fraction(scale) - exact
    start = f"{_decimal(Fraction(whole) / Fraction(scale))} {_times(factor)} = {_decimal(exact)}"
    if rest == 0:
        return start
    step = Quantity.exact(Decimal(str(figure.settings["step"])), figure.quantity.unit)
    shown = write_quantity(step, unit, language=language)
    sign = "+" if rest > 0 else "−"
    end = _decimal(exact + rest)
    return start + word(language, "rounded", shown, f"{sign} {_decimal(abs(rest))}", end)


def _exact_part(figure: Figure, inputs: list[Quantity]) -> tuple[Decimal, Fraction] | None:
    """The whole and the exact factor of an allocated part, or None where the numbers are not exact."""
    if len(inputs) != len(figure.inputs):
        return None
    if figure.rule == "fitted-table":  # a cell depends on all written cells, which one line cannot say
        return None
    if figure.rule == "apportionment":
        return _proportion(figure, inputs)
    if figure.rule == "allocation":
        factor = _factor(weights_of(inputs[1:]) if inputs[1:] else _weights(figure), int(str(figure.settings["index"])))
        return (inputs[0].value, factor) if inputs[0].is_exact and factor is not None else None
    rows, row, column = (int(str(figure.settings[name])) for name in ("rows", "row", "column"))
    part, period, whole = inputs[row], inputs[rows + column], inputs[-1]
    if not (part.is_exact and period.is_exact and whole.is_exact):
        return None
    factor = Fraction(period.value) / Fraction(whole.value) if whole.value else _factor(_weights(figure), column)
    return (part.value, factor) if factor is not None else None


def _proportion(figure: Figure, inputs: list[Quantity]) -> tuple[Decimal, Fraction] | None:
    """The whole, and the part's own figure over all of them; by itself where it is a share of the whole."""
    whole, *weights = inputs
    if not all(each.is_exact for each in inputs):
        return None
    total = Fraction(1) if figure.settings.get("rest") else sum((Fraction(each.value) for each in weights), Fraction(0))
    own = Fraction(weights[int(str(figure.settings["index"]))].value)
    return (whole.value, own / total) if total > 0 else None


def _weights(figure: Figure) -> tuple[Decimal, ...]:
    weights: tuple[Decimal, ...] = figure.settings["weights"]  # type: ignore[assignment]
    return weights


def _factor(weights: tuple[Decimal, ...], index: int) -> Fraction | None:
    """A weight as a share of all; None where nobody knows the weights."""
    whole = sum(map(Fraction, weights), Fraction(0))
    if not weights:
        return None
    return Fraction(weights[index]) / whole if whole > 0 else Fraction(1, len(weights))


def _times(factor: Fraction) -> str:
    if factor.denominator > LARGEST_FRACTION:
        return f"× {_decimal(factor * 100)}%"
    times = f"× {factor.numerator} " if factor.numerator != 1 or factor.denominator == 1 else ""
    return f"{times}÷ {factor.denominator}" if factor.denominator != 1 else times.strip()


def _decimal(value: Fraction) -> str:
    """The number, with `…` where it goes on behind the shown decimals."""
    shifted = abs(value) * 10**DIGITS
    whole = int(shifted)
    number = Decimal(whole).scaleb(-DIGITS)
    text = write_number(-number if value < 0 else number)
    return text if shifted == whole else f"{text}…"
