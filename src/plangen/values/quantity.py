"""Quantities: exact, approximate, a range, a bound, or expected but not set yet."""

from collections.abc import Iterable
from decimal import Decimal, Inexact, InvalidOperation, Overflow

from plangen.values.decimals import EXACT, decimal
from plangen.values.interval import Bounds, product, quotient
from plangen.values.record import record
from plangen.values.refused import Refused
from plangen.values.unit import NONE, Unit

Number = Decimal | int | str
_TOO_LONG = (Inexact, Overflow, InvalidOperation)


@record
class Quantity:
    """A number with its unit, in base units (元, not 万元; 20% is 0.2), as exactly as the plan knows it.

    `low` and `high` are equal where the number is known; None is open on that side. `strict` says that a bound is
    > or < and not >= or <=. `unset` is expected but not given: never zero. `missing` counts the unset parts of a sum.
    Raises Refused: PG215 (`left`, `right`) for units that do not fit, PG301 for a result of more than 60 digits,
    PG302 (also `is_zh`, `is_en`) for a division by what is or may be zero.
    """

    low: Decimal | None
    high: Decimal | None
    unit: Unit = NONE
    about: bool = False
    unset: bool = False
    strict: bool = False
    missing: int = 0

    @classmethod
    def exact(cls, value: Number, unit: Unit = NONE, *, about: bool = False) -> "Quantity":
        """A known number; `about` for 约."""
        number = decimal(value)
        return cls(number, number, unit, about)

    @classmethod
    def range_(cls, low: Number, high: Number, unit: Unit = NONE, *, about: bool = False) -> "Quantity":
        """Any number from `low` to `high`. Raises ValueError where they are in the wrong order."""
        first, last = decimal(low), decimal(high)
        if first > last:
            raise ValueError(f"a range from {first} down to {last}")
        return cls(first, last, unit, about)

    @classmethod
    def at_least(cls, value: Number, unit: Unit = NONE, *, strict: bool = False, about: bool = False) -> "Quantity":
        """`value` or more; `strict` for more than."""
        return cls(decimal(value), None, unit, about, strict=strict)

    @classmethod
    def at_most(cls, value: Number, unit: Unit = NONE, *, strict: bool = False, about: bool = False) -> "Quantity":
        """`value` or less; `strict` for less than."""
        return cls(None, decimal(value), unit, about, strict=strict)

    @classmethod
    def unset_(cls, unit: Unit = NONE) -> "Quantity":
        """A number that is expected and not given yet."""
        return cls(None, None, unit, unset=True)

    @property
    def is_exact(self) -> bool:
        """Whether exactly one number is meant (which `about` may blur)."""
        return self.low is not None and self.low == self.high

    @property
    def is_range(self) -> bool:
        """Whether both ends are known and differ."""
        return self.low is not None and self.high is not None and self.low != self.high

    @property
    def is_bound(self) -> bool:
        """Whether only one end is known."""
        return (self.low is None) != (self.high is None)

    @property
    def value(self) -> Decimal:
        """The number in base units. Raises ValueError unless it is exact."""
        if self.low is None or self.low != self.high:
            raise ValueError("the quantity is not exact")
        return self.low

    def __add__(self, other: "Quantity") -> "Quantity":
        if not isinstance(other, Quantity):
            return NotImplemented
        unit = self.unit if self.unit is other.unit else _common(self, other)
        missing = _missing(self) + _missing(other)
        if self.unset or other.unset:
            known = self if other.unset else other
            return Quantity(known.low, known.high, unit, known.about, known.unset, known.strict, missing)
        strict = self.strict or other.strict
        try:
            low = None if self.low is None or other.low is None else EXACT.add(self.low, other.low)
            high = None if self.high is None or other.high is None else EXACT.add(self.high, other.high)
        except _TOO_LONG:
            raise Refused("PG301", left=self, right=other) from None
        strict = strict and not (low is None and high is None)
        return Quantity(low, high, unit, self.about or other.about, strict=strict, missing=missing)

    def __neg__(self) -> "Quantity":
        low = None if self.high is None else EXACT.minus(self.high)
        high = None if self.low is None else EXACT.minus(self.low)
        return Quantity(low, high, self.unit, self.about, self.unset, self.strict, self.missing)

    def __sub__(self, other: "Quantity") -> "Quantity":
        if not isinstance(other, Quantity):
            return NotImplemented
        return self + -other

    def __mul__(self, other: "Quantity | Decimal | int") -> "Quantity":
        if isinstance(other, (Decimal, int)):
            other = Quantity.exact(other)
        elif not isinstance(other, Quantity):
            return NotImplemented
        unit = self.unit * other.unit
        if self.unset or other.unset:
            return _unset_product(self, other, unit)
        try:
            bounds = product(_bounds(self), _bounds(other))
        except _TOO_LONG:
            raise Refused("PG301", left=self, right=other) from None
        return _made(bounds, unit, self, other)

    __rmul__ = __mul__

    def divide(self, other: "Quantity | Decimal | int", step: Decimal) -> "Quantity":
        """The quotient, rounded half up to a multiple of `step` (in the result's base unit)."""
        divisor = Quantity.exact(other) if isinstance(other, (Decimal, int)) else other
        unit = self.unit / divisor.unit
        if self.unset or divisor.unset:
            return _unset_product(self, divisor, unit)
        if (divisor.low is None or divisor.low <= 0) and (divisor.high is None or divisor.high >= 0):
            zh, en = ("是零", "is zero") if divisor.is_exact else ("可能为零", "may be zero")
            raise Refused("PG302", left=self, right=divisor, is_zh=zh, is_en=en)
        try:
            bounds = quotient(_bounds(self), _bounds(divisor), step)
        except _TOO_LONG:
            raise Refused("PG301", left=self, right=divisor) from None
        return _made(bounds, unit, self, divisor)

    def same_as(self, other: "Quantity") -> bool:
        """Whether unit, both ends and strictness agree. 约 and missing parts are ignored: callers say them."""
        return (self.unit, self.low, self.high, self.strict, self.unset) == (
            other.unit, other.low, other.high, other.strict, other.unset,
        )  # fmt: skip

    def certainly_above(self, other: "Quantity") -> bool:
        """Whether every number meant here is above every number meant there; False where one is unset."""
        _common(self, other)
        if self.low is None or other.high is None:
            return False
        return self.low > other.high or (self.low == other.high and (self.strict or other.strict))


def total(parts: Iterable[Quantity], unit: Unit = NONE) -> Quantity:
    """The sum of the parts; zero of `unit` where there are none, unset where all are unset."""
    result: Quantity | None = None
    for part in parts:
        result = part if result is None else result + part
    return Quantity.exact(0, unit) if result is None else _in_unit_of(result, unit)


def _in_unit_of(result: Quantity, unit: Unit) -> Quantity:
    if result.unit == unit:
        return result
    return result + Quantity.exact(0, unit) if not result.unset else _unset_like(result, unit)


def _unset_like(result: Quantity, unit: Unit) -> Quantity:
    return Quantity(None, None, _common(result, Quantity.unset_(unit)), unset=True, missing=result.missing)


def _common(left: Quantity, right: Quantity) -> Unit:
    """The unit of a sum. An unset figure whose unit is not known yet fits everything."""
    if left.unit == right.unit or (right.unset and right.unit == NONE):
        return left.unit
    if left.unset and left.unit == NONE:
        return right.unit
    raise Refused("PG215", left=left.unit, right=right.unit)


def _missing(part: Quantity) -> int:
    return part.missing or 1 if part.unset else part.missing


def _unset_product(left: Quantity, right: Quantity, unit: Unit) -> Quantity:
    """An unset figure whose own unit is not known makes the product's unit unknown too."""
    unknown = (left.unset and left.unit == NONE) or (right.unset and right.unit == NONE)
    return Quantity.unset_(NONE if unknown else unit)


def _bounds(quantity: Quantity) -> Bounds:
    return quantity.low, quantity.high, quantity.strict


def _made(bounds: Bounds, unit: Unit, left: Quantity, right: Quantity) -> Quantity:
    low, high, strict = bounds
    missing = left.missing + right.missing
    return Quantity(low, high, unit, left.about or right.about, strict=strict, missing=missing)
