"""Seasons: months that follow a shared profile, or the shape of last year's months."""

from decimal import Decimal

from plangen.model import Profile
from plangen.sections.objectives.split import Note, Split
from plangen.values import EXACT, Key, Period, told
from plangen.values.decimals import ZERO

LAST_YEAR = "last-year"
MONTHS = 27720
"""Every number of months from 1 to 12 divides it."""
AS_LAST_YEAR: Note = ("按上年各月的比例分，最大余数", "in proportion to last year's months, largest remainder")


def profile_of(split: Split) -> Profile | None:
    """The profile that an objective's months follow; None without one, or where there is none of that name."""
    name = split.objective.season
    return split.scope.profiles.get(name) if name is not None and name != LAST_YEAR else None


def season_weights(split: Split, months: tuple[Period, ...]) -> tuple[Decimal, ...] | None:
    """The weight of each month by the profile; None without a usable one. Months that it leaves out weigh nothing."""
    profile = profile_of(split)
    places = profile.months() if profile is not None else None
    if profile is None or places is None:
        return None
    weights = {
        month: EXACT.multiply(profile.weights[period], Decimal(MONTHS // period.length))
        for month, period in places.items()
    }
    return tuple(weights.get(month, ZERO) for month in months)


def months_last_year(split: Split, months: tuple[Period, ...]) -> tuple[Key, ...] | None:
    """The keys of the same months last year, where the season is last year's."""
    if split.objective.season != LAST_YEAR:
        return None
    before = split.last_year()
    return tuple(before._replace(address=before.address.at(month)) for month in months)


def season_note(split: Split) -> Note | None:
    """What the months go by, where they follow a season."""
    profile = profile_of(split)
    if profile is not None:
        return told("按淡旺季“{name}”分，最大余数", "by the season “{name}”, largest remainder", name=profile.name)
    return AS_LAST_YEAR if split.objective.season == LAST_YEAR else None
