"""Exact decimal arithmetic: the one context every operation of plangen uses, and rounding on request."""

from decimal import ROUND_HALF_UP, Context, Decimal, DivisionByZero, Inexact, InvalidOperation, Overflow

EXACT = Context(
    prec=60,
    rounding=ROUND_HALF_UP,
    Emin=-999,
    Emax=999,
    capitals=1,
    clamp=0,
    traps=[Inexact, Overflow, InvalidOperation, DivisionByZero],
)
"""60 digits; a result that would have to be rounded raises `decimal.Inexact` instead of losing a digit."""

ZERO = Decimal(0)
ONE = Decimal(1)
TWO = Decimal(2)


def decimal(value: Decimal | int | str) -> Decimal:
    """A finite Decimal from a Decimal, an int or a plain numeral; never from a float, which is not exact.

    Raises TypeError for other types and ValueError for what is no finite number.
    """
    if isinstance(value, bool) or not isinstance(value, (Decimal, int, str)):
        raise TypeError(f"an exact number is needed, not {type(value).__name__}")
    try:
        number = value if isinstance(value, Decimal) else Decimal(value)
    except InvalidOperation:
        raise ValueError(f"not a number: {value!r}") from None
    if not number.is_finite():
        raise ValueError(f"not a finite number: {value!r}")
    return number


def half_up(value: Decimal, step: Decimal) -> Decimal:
    """The multiple of `step` nearest to `value`; a tie goes away from zero. The result is never `-0`.

    Raises ValueError unless `step` is positive.
    """
    return half_up_ratio(value, ONE, step)


def half_up_ratio(numerator: Decimal, denominator: Decimal, step: Decimal) -> Decimal:
    """The multiple of `step` nearest to `numerator / denominator`, without ever computing an inexact quotient.

    Raises ValueError unless `step` is positive, `decimal.DivisionByZero` or `InvalidOperation` for a zero denominator.
    """
    if step <= 0:
        raise ValueError(f"a rounding step must be positive, not {step}")
    unit = EXACT.multiply(EXACT.abs(denominator), step)
    steps, rest = EXACT.divmod(EXACT.abs(numerator), unit)
    if EXACT.multiply(rest, TWO) >= unit:
        steps = EXACT.add(steps, ONE)
    result = EXACT.multiply(steps, step)
    negative = (numerator < 0) != (denominator < 0)
    return EXACT.minus(result) if negative and result else result
