"""The phases of an objective: which months get which part of the target."""

from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal

from plangen.compute import formula_unit, weights_of
from plangen.sections.objectives.seasons import MONTHS, season_weights
from plangen.sections.objectives.split import Split
from plangen.values import EXACT, SHARE, Address, Formulated, Period, Quantity, Refused, Unit
from plangen.values.decimals import ONE, ZERO

Weights = tuple[Decimal, ...]
Phases = dict[Period, Quantity]


def phases(split: Split) -> Phases:
    """The phases that can be used, in order: in the objective's period and not overlapping; checks report the others.

    Empty where shares and amounts are mixed.
    """
    found: Phases = {}
    if in_shares(split) or in_amounts(split) or in_levels(split):
        for period, part in sorted(split.objective.phases().items(), key=lambda pair: pair[0]):
            if period in split.period and not any(period.first <= other.last for other in found):
                found[period] = part
    return found


def in_shares(split: Split) -> bool:
    """Whether the phases are shares (or all of them are not set yet)."""
    return not split.holds_levels and all(unit == SHARE or not given for unit, given in _units(split))


def in_amounts(split: Split) -> bool:
    """Whether the phases are amounts in the unit of the target."""
    known = [unit for unit, given in _units(split) if given]
    return bool(known) and not in_levels(split) and all(unit == split.unit != SHARE for unit in known)


def _units(split: Split) -> Iterator[tuple[Unit | None, bool]]:
    """The unit of each phase as it is told before computing, and whether a number is given at all."""
    for key, part in split.objective.phasing.items():
        if isinstance(part, Formulated):
            yield formula_unit(part, phase_address(split, key), split.scope), True
        else:
            yield part.unit, not part.unset


def phase_address(split: Split, key: str) -> Address:
    """The address of the number that the phasing has under a key; one that is no period has that of all together."""
    address = split.objective.address("phasing")
    with suppress(Refused):
        return address.at(Period.parse(key))
    return address


def parts_of(split: Split) -> dict[str, Quantity]:
    """The numbers of the phasing by key, formulas with what they give."""
    given = split.objective.phasing
    return {
        key: (split.scope.quantity(phase_address(split, key)) or part) if isinstance(part, Formulated) else part
        for key, part in given.items()
    }


def has_formulas(split: Split) -> bool:
    """Whether some number of the phasing is a formula, so that no weight is known before it is computed."""
    return any(isinstance(part, Formulated) for part in split.objective.phasing.values())


def in_levels(split: Split) -> bool:
    """Whether the phases are values that hold in their months: heads, stores, a price, a margin."""
    return split.holds_levels and all(not given or unit == split.unit for unit, given in _units(split))


def is_phased(split: Split) -> bool:
    """Whether the target is spread over months: money always, other things where the plan gives a phasing.

    One month holds the whole target. What sums up child plans has months where all of them have. A share or a rate is
    an average and never spread; it has months where the plan says how they roll up, and so have heads.
    """
    if split.objective.rollup and split.parts_below():
        return split.rolls_up and all(is_phased(part) for part in split.parts_below())
    if split.holds_levels:
        return True
    if split.over_time == "none" or not split.adds_up:
        return split.adds_up and split.period.length == 1
    has_phases = bool(split.objective.phasing) or split.months_from_cells
    return split.unit.is_money or has_phases or split.period.length == 1


def phase_weights(found: Phases) -> Weights:
    """The weight of each phase. Phases whose share is not one number have what the others leave of 100%, evenly.

    Amounts weigh what they are.
    """
    return weights_of(list(found.values()))


def month_weights(split: Split) -> Weights:
    """The weight of each month: even, or each phase's weight spread evenly over the phase's months, else zero.

    Empty where a phase is a formula: what it weighs is not known yet.
    """
    found = phases(split)
    if has_formulas(split):
        return ()
    if not found:
        return season_weights(split, split.period.months) or (ONE,) * split.period.length
    by_month: dict[Period, Decimal] = {}
    for period, weight in zip(found, phase_weights(found), strict=True):
        by_month |= dict.fromkeys(period.months, EXACT.multiply(weight, Decimal(MONTHS // period.length)))
    return tuple(by_month.get(month, ZERO) for month in split.period.months)
