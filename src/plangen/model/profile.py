"""Profiles: the shape of a year, month by month, that plans share (淡旺季)."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from plangen.model.fields import Id, Span_, Text
from plangen.model.section import Item, Section
from plangen.model.weight import Weight
from plangen.values import Period


class Profile(Item):
    """One season profile: how much each period weighs, compared with the others."""

    governs: ClassVar[Mapping[str, str]] = {"weights": "rules"}
    name: Text
    """What it is called."""
    weights: Annotated[dict[Span_, Weight], Field(min_length=1)]
    """A weight for each period: plain numbers or shares. Months of a longer period weigh the same."""

    def months(self) -> dict[Period, Period] | None:
        """For each month the period that says its weight; None where two periods hold one month."""
        pairs = [(month, period) for period in self.weights for month in period.months]
        found = dict(pairs)
        return found if len(found) == len(pairs) else None


class Profiles(Section):
    """The file `shared/profiles.yml`: every season profile by id."""

    root: ClassVar[str] = "profiles"
    invisible: ClassVar[frozenset[str]] = frozenset({"profiles"})
    profiles: dict[Id, Profile]
