"""Actuals: what was really reached, as rows of CSV files report it."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import ClassVar

from pydantic import field_validator

from plangen.model.entry import Entry
from plangen.model.fields import Date, Day, Known, Plain, Span_
from plangen.values import Address, Refused

FOLDER = "actuals"
"""The folder beside a plan's `plan.yml` whose CSV files are read."""


class Actual(Entry):
    """One reported number: of which figure of the plan, how much, as of which day."""

    facet: ClassVar[str] = "actual"
    value: Known
    """How much; 待定 while it is not known."""
    as_of: Date
    """The day it speaks of; a newer one replaces an older one."""
    period: Span_ | None = None
    """The month, quarter or stretch it covers; the objective's whole period where it says nothing."""
    measure: Plain = "target"
    """Which measure of the item."""

    @field_validator("as_of")
    @classmethod
    def _is_set(cls, day: Day) -> Day:
        if day.unset:
            raise Refused("ACT103", column="as_of")
        return day

    @cached_property
    def planned(self) -> Address:
        """The address of the planned figure that it stands beside."""
        return self._at("")

    @cached_property
    def reached(self) -> Address:
        """The address of the actual figure."""
        return self._at(self.facet)

    def _at(self, facet: str) -> Address:
        place = self.place
        return Address(place.plan, place.kind, self._item, self.measure, facet, self.period, self._members)

    @property
    def superseded(self) -> Address:
        """The address of what it said, once a newer row has replaced it: it names the day that it speaks of."""
        return self.planned.with_facet(f"actual-{day_of(self).isoformat()}")


def day_of(actual: Actual) -> date:
    """The day that a row speaks of."""
    assert actual.as_of.value is not None, "a row without it is refused"
    return actual.as_of.value


def newest(actuals: Iterable[Actual]) -> list[Actual]:
    """For each figure the row with the newest as-of date; of two with the same date the first (ACT106 reports them)."""
    found: dict[Address, Actual] = {}
    for actual in actuals:
        other = found.get(actual.reached)
        if other is None or day_of(other) < day_of(actual):
            found[actual.reached] = actual
    return list(found.values())
