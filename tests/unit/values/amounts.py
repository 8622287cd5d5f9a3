"""Hypothesis strategies shared by the tests of values."""

from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

from hypothesis import strategies as st

from plangen.values import NONE, Quantity, Refused, Unit

T = TypeVar("T")

decimals = st.decimals(min_value=-(10**12), max_value=10**12, places=2, allow_nan=False, allow_infinity=False)
"""Numbers as plans have them: up to a million millions, to the cent."""

steps = st.sampled_from([Decimal(text) for text in ("0.01", "0.05", "0.5", "1", "3", "1000", "10000")])


@st.composite
def quantities(draw: st.DrawFn, unit: Unit = NONE) -> Quantity:
    """Exact numbers, ranges and bounds of one unit."""
    low, high = sorted((draw(decimals), draw(decimals)))
    strict = draw(st.booleans())
    made = draw(st.sampled_from(["exact", "range", "least", "most"]))
    return {
        "exact": Quantity.exact(low, unit),
        "range": Quantity.range_(low, high, unit),
        "least": Quantity.at_least(low, unit, strict=strict),
        "most": Quantity.at_most(high, unit, strict=strict),
    }[made]


@st.composite
def inside(draw: st.DrawFn, quantity: Quantity) -> Decimal:
    """One number that a quantity may mean."""
    if quantity.is_exact:
        return quantity.value
    low = quantity.low if quantity.low is not None else (quantity.high or Decimal(0)) - 10**6
    high = quantity.high if quantity.high is not None else low + 10**6
    margin = Decimal("0.001") if quantity.strict else Decimal(0)
    return draw(st.decimals(min_value=low + margin, max_value=high - margin, places=3))


def result_or_code(call: Callable[[], T]) -> T | str:
    """What a call gives, or the code it is refused with."""
    try:
        return call()
    except Refused as refused:
        return refused.code


def holds(quantity: Quantity, number: Decimal) -> bool:
    """Whether a quantity may mean a number."""
    if quantity.strict:
        return (quantity.low is None or quantity.low < number) and (quantity.high is None or number < quantity.high)
    return (quantity.low is None or quantity.low <= number) and (quantity.high is None or number <= quantity.high)
