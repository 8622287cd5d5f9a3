"""Money of a review: one unit for all its amounts, so that they can be read down a column and found again on paper."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from plangen.compute import PlanScope
from plangen.sections.numbers import shown
from plangen.sections.review.model import NUMBERS, Result, Review
from plangen.values import YUAN, Address, Quantity
from plangen.views import Num

MYRIAD = 10_000
DECIMALS = 2
"""How many decimals of 万元 can still be read."""
LARGE = 1_000_000
"""From here on amounts are not written in 元."""


def money_unit(amounts: Iterable[Quantity | None]) -> str:
    """`元` where an amount is long in 万元 (58304元) and none is a million or more; else "": what fits each."""
    ends = [end for amount in amounts if amount and amount.unit.over == YUAN.over for end in (amount.low, amount.high)]
    known = [end for end in ends if end is not None]
    if any(abs(end) >= LARGE for end in known):
        return ""
    return "元" if any(_is_long(end) for end in known) else ""


def unit_of_all(section: Review, scope: PlanScope) -> str:
    """The unit of all money of a review."""
    return money_unit(scope.quantity(address) for result in section.results.values() for address in _amounts(result))


def amount_shown(scope: PlanScope, address: Address, unit: str, digits: int | None = None, **look: Any) -> Num:
    """A figure with its unit; money in the unit that is asked for, and then in whole numbers where it is rounded."""
    found = scope.quantity(address)
    is_money = found is not None and found.unit.over == YUAN.over
    asked = "/".join((unit, *found.unit.per)) if unit and found is not None and is_money else ""
    return shown(scope, address, asked, 0 if asked and digits else digits, with_unit=True, **look)


def _is_long(end: Decimal) -> bool:
    step = Decimal(MYRIAD).scaleb(-DECIMALS)
    return bool(end % step)


def _amounts(result: Result) -> Iterator[Address]:
    for entry in (result, *result.parts.values()):
        yield from (entry.address(field) for field in NUMBERS)
