"""The phases of an objective: which months get which part of the target."""

from decimal import Decimal

from plangen.sections.objectives.cells import has_own_months
from plangen.sections.objectives.seasons import MONTHS, season_weights
from plangen.sections.objectives.split import Split
from plangen.values import EXACT, SHARE, Period, Quantity
from plangen.values.decimals import ONE, ZERO

Weights = tuple[Decimal, ...]
Phases = dict[Period, Quantity]


def phases(split: Split) -> Phases:
    """The phases that can be used, in order: in the objective's period and not overlapping; checks report the others.

    Empty where shares and amounts are mixed.
    """
    found: Phases = {}
    if in_shares(split) or in_amounts(split):
        for period, part in sorted(split.objective.phases().items(), key=lambda pair: pair[0]):
            if period in split.period and not any(period.first <= other.last for other in found):
                found[period] = part
    return found


def in_shares(split: Split) -> bool:
    """Whether the phases are shares (or all of them are not set yet)."""
    return all(part.unit == SHARE or part.unset for part in split.objective.phasing.values())


def in_amounts(split: Split) -> bool:
    """Whether the phases are amounts in the unit of the target."""
    known = [part for part in split.objective.phasing.values() if not part.unset]
    return bool(known) and all(part.unit == split.unit != SHARE for part in known)


def is_phased(split: Split) -> bool:
    """Whether the target is spread over months: money always, other things where the plan gives a phasing.

    One month holds the whole target. A sum of child plans has months where all of them have. A share or a rate is an
    average and never spread.
    """
    if not split.adds_up:
        return False
    if split.objective.rollup and split.parts_below():
        return all(is_phased(part) for part in split.parts_below())
    has_phases = bool(split.objective.phasing) or has_own_months(split.objective)
    return split.unit.is_money or has_phases or split.period.length == 1


def phase_weights(found: Phases) -> Weights:
    """The weight of each phase. Phases whose share is not one number have what the others leave of 100%, evenly.

    Amounts weigh what they are.
    """
    known = {period: part.value for period, part in found.items() if part.is_exact}
    open_ = len(found) - len(known)
    if not open_:
        return tuple(known.values())
    rest = ONE
    for share in known.values():
        rest = EXACT.subtract(rest, share)
    times = Decimal(open_)
    return tuple(EXACT.multiply(known[period], times) if period in known else max(rest, ZERO) for period in found)


def month_weights(split: Split) -> Weights:
    """The weight of each month: even, or each phase's weight spread evenly over the phase's months, else zero."""
    found = phases(split)
    if not found:
        return season_weights(split, split.period.months) or (ONE,) * split.period.length
    by_month: dict[Period, Decimal] = {}
    for period, weight in zip(found, phase_weights(found), strict=True):
        by_month |= dict.fromkeys(period.months, EXACT.multiply(weight, Decimal(MONTHS // period.length)))
    return tuple(by_month.get(month, ZERO) for month in split.period.months)
