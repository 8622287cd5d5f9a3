"""Cadences: how many of its periods a plan has, so that 1次/周 becomes 52次 a year."""

from calendar import monthrange
from decimal import Decimal

from plangen.compute import PlanScope, unit_of
from plangen.sections.segments.model import Tier
from plangen.values import NONE, Quantity, Unit
from plangen.values.decimals import half_up_ratio

CADENCES = {"contact": "contacts", "visit": "visits"}
"""The fields that say how often, and what their totals are called."""
CENT = Decimal("0.01")
WEEK = Unit(("周",))
_MONTHS = {"月": 1, "季": 3, "年": 12}


def times(tier: Tier, field: str, scope: PlanScope) -> tuple[Unit, str] | None:
    """The unit of a cadence and the stretch of time that it counts by (周); None where it names none, or several."""
    unit = unit_of(tier, field, scope)
    found = [symbol for symbol in (unit.per if unit else ()) if symbol in {"天", "周", *_MONTHS}]
    return (unit, found[0]) if unit and len(found) == 1 else None


def periods(tier: Tier, field: str, scope: PlanScope) -> Quantity | None:
    """How many periods of a cadence the plan's months have, for each customer where the cadence does not say so."""
    told = times(tier, field, scope)
    if told is None:
        return None
    unit, time = told
    counted = (unit_of(tier, "count", scope) if tier.count is not None else None) or NONE
    each = counted.over if counted.over and counted.over[0] not in unit.per else ()
    return Quantity.exact(length(time, scope), Unit((time,), each))


def length(time: str, scope: PlanScope) -> Decimal:
    """The plan's months in days, in whole weeks, in months, quarters or years (to 0.01)."""
    period = scope.period
    if time in _MONTHS:
        return half_up_ratio(Decimal(period.last - period.first + 1), Decimal(_MONTHS[time]), CENT)
    days = sum(monthrange(scope.year, month)[1] for month in range(period.first, period.last + 1))
    return Decimal(days if time == "天" else days // 7)
