"""What was reached of one objective: which months are in, which are late, which are still to come."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import takewhile
from typing import Literal

from plangen.model import Actual, day_of, newest
from plangen.sections.objectives.phases import is_phased
from plangen.sections.objectives.split import Split
from plangen.values import Key, Period

State = Literal["in", "partial", "late", "open"]
"""A month is in (reported and over), partial (reported while it ran), late (over, not reported) or still open."""


@dataclass
class Results:
    """The actuals of one objective in its plan. A part is a member, or the whole (an empty text)."""

    split: Split

    @cached_property
    def rows(self) -> dict[tuple[str, Period | None], Actual]:
        """The newest row of each part and period; several members together are left to whoever splits so."""
        mine = (each for each in newest(self._reported) if each.measure == "target" and len(each.reached.members) < 2)
        return {("".join(each.reached.members), each.period): each for each in mine}

    @cached_property
    def _reported(self) -> Sequence[Actual]:
        plan, kind, item = self.split.home
        return self.split.scope.plan.reported(kind, item) if plan == self.split.scope.plan.path else ()

    def cells_alone(self) -> list[Actual]:
        """The rows of several members together that no row of one of them, or of the whole, holds for their period."""
        cells = [each for each in newest(self._reported) if each.measure == "target" and len(each.reached.members) > 1]
        return [each for each in cells if not self._is_held(each)]

    def _is_held(self, cell: Actual) -> bool:
        return any(self._holds(name, cell.period) for name in ("", *cell.reached.members))

    def _holds(self, member: str, period: Period | None) -> bool:
        told = [stretch or self.split.period for part, stretch in self.rows if part == member]
        return any((period or self.split.period) in stretch for stretch in told)

    @cached_property
    def corrections(self) -> list[tuple[Actual, Actual]]:
        """The rows whose value a newer one changed, each with the one that replaced it, in the order of the file."""
        found = []
        for old in self._reported:
            new = self.rows.get(("".join(old.reached.members), old.period))
            over = day_of(old) >= last_day(self.split.scope.year, old.period or self.split.period)
            if new is not None and old is not new and old.reached == new.reached and over:
                found.append((old, new))
        return [(old, new) for old, new in found if not old.value.same_as(new.value)]

    @cached_property
    def below(self) -> "list[Results]":
        """The actuals of the child plans, where the objective sums them up."""
        parts = self.split.parts_below() if self.split.objective.rollup else []
        return [Results(part) for part in parts]

    @cached_property
    def any(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.rows) or any(part.any for part in self.below)

    def parts(self) -> Iterator[tuple[str, str]]:
        """The whole, and each member of an axis along which something is reported, with its axis."""
        yield "", ""
        for axis, members in self.split.axes().items():
            if self.is_reported(axis):
                yield from ((axis, member) for member in members)

    def is_reported(self, axis: str) -> bool:
        """Whether anything is reported along an axis."""
        members = set(self.split.axes().get(axis, ()))
        own = any(member in members for member, _ in self.rows)
        return own or any(part.reports_as(axis, member) for part in self.below for member in members)

    def reports_as(self, axis: str, member: str) -> bool:
        """Whether a child plan reports a member's part, as its parent sees it."""
        key = self.split.part_key(axis, member)
        return key is not None and self.any and (not key.address.members or self.is_reported(axis))

    @cached_property
    def axis(self) -> str:
        """The first axis along which something is reported: its parts make the whole where that is not reported."""
        return next((axis for axis in self.split.axes() if self.is_reported(axis)), "")

    def parts_of(self, axis: str, member: str, period: Period | None) -> tuple[list[Key], int]:
        """The actual figures that make a part together, and how many more there should be."""
        if self.below:
            return self._parts_below(axis, member, period)
        axis = axis or self.axis
        inside = self.split.inside(axis, member) if self.split.adds_up and axis else []
        having = [name for name in inside if self.has(axis, name, period)]
        return [self.key("target", name, period=period) for name in having], len(inside) - len(having)

    def _parts_below(self, axis: str, member: str, period: Period | None) -> tuple[list[Key], int]:
        keys, missing = [], len(self.split.scope.unread_below("objectives"))
        for part in self.below if self.split.adds_up else ():
            for stretch in part.stretches(period):
                key = part.split.part_key(axis, member, stretch)
                own = ("", "") if key is not None and not key.address.members else (axis, member)
                if key is not None and part.has(*own, stretch):
                    keys.append(key._replace(address=key.address.with_facet("actual")))
                elif key is not None:
                    missing += 1
        return keys, missing

    def stretches(self, period: Period | None) -> list[Period | None]:
        """What this objective has of a period of its parent's: the period, or the months of it that are its own."""
        whole = self.split.period
        if period is None or period in whole:
            return [period]
        return [month for month in period.months if month in whole]

    def landing_parts(self, axis: str, member: str) -> list[Key]:
        """The landings that make that of a part together; none where one of its parts has no month that is in."""
        if any(part == member for part, _ in self.rows) or not self.split.adds_up:
            return []
        found = [(self, axis or self.axis, name) for name in self.split.inside(axis or self.axis, member)]
        if self.below:
            keys = ((part, part.split.part_key(axis, member)) for part in self.below)
            found = [(part, axis, (*key.address.members, "")[0]) for part, key in keys if key is not None]
        if not all(results.pieces_in(axis if name else "", name) for results, axis, name in found):
            return []
        return [results.split.key("landing", *filter(None, [name])) for results, _, name in found]

    def has(self, axis: str, member: str, period: Period | None) -> bool:
        """Whether there is an actual figure of a part in a period: reported, or summed from its parts or months."""
        known = self._having.get((member, period))
        if known is None:
            known = self._having[member, period] = self._has(axis, member, period)
        return known

    @cached_property
    def _having(self) -> dict[tuple[str, Period | None], bool]:
        return {}

    def _has(self, axis: str, member: str, period: Period | None) -> bool:
        if (member, period) in self.rows or self.parts_of(axis, member, period)[0]:
            return True
        inside = (period or self.split.period).months if period is None or period.length > 1 else ()
        return any(self.has(axis, member, month) for month in inside)

    def state(self, axis: str, member: str, month: Period) -> State:
        """How far a month of a part is, or a quarter that is reported as such."""
        known = self._known.get((member, month))
        if known is None:
            known = self._known[member, month] = self._state(axis, member, month)
        return known

    @cached_property
    def _known(self) -> dict[tuple[str, Period], State]:
        return {}

    def _state(self, axis: str, member: str, month: Period) -> State:
        row = self.rows.get((member, month))
        if row is not None:
            if row.value.unset:
                return self._owed(month)
            return "in" if row.as_of.value and row.as_of.value >= last_day(self.split.scope.year, month) else "partial"
        if month.length > 1 and all(self.state(axis, member, each) == "in" for each in month.months):
            return "in"
        keys, missing = self.parts_of(axis, member, month)
        states = set(self._states_of(axis, member, month)) if keys else set()
        if keys and not missing and states == {"in"}:
            return "in"
        if states and "late" not in states and self._owed(month) == "open":
            return "partial"
        return self._owed(month)

    def _states_of(self, axis: str, member: str, month: Period) -> Iterator[State]:
        if self.below:
            for part in self.below:
                for own in filter(None, part.stretches(month)):
                    key = part.split.part_key(axis, member, own)
                    if key is not None:
                        yield part.state(*(("", "") if not key.address.members else (axis, member)), own)
            return
        axis = axis or self.axis
        yield from (self.state(axis, name, month) for name in self.split.inside(axis, member))

    def _owed(self, month: Period) -> State:
        return "late" if last_day(self.split.scope.year, month) < self.today else "open"

    @cached_property
    def today(self) -> date:
        """The day that the handbook speaks of; without one the newest as-of date of the plan's actuals."""
        day = self.split.scope.handbook.day(self.split.scope.year).value
        return day or self.as_of or date(self.split.scope.year, 1, 1)

    @cached_property
    def as_of(self) -> date | None:
        """The newest as-of date of this objective's actuals."""
        own = [row.as_of.value for row in self.rows.values() if row.as_of.value]
        return max([*own, *(part.as_of for part in self.below if part.as_of)], default=None)

    def months_in_a_row(self) -> list[Period]:
        """The months of the whole from the first one on, up to the first that is not in."""
        states = ((month, self.state("", "", month)) for month in self.split.period.months)
        return [month for month, _ in takewhile(lambda each: each[1] == "in", states)]

    def made_of(self, axis: str, member: str, quarter: Period) -> list[Period]:
        """What a quarter's actual is made of: its months that have one, or the quarter where it is reported as such."""
        months = [month for month in quarter.months if self.has(axis, member, month)]
        whole = quarter.length > 1 and self.has(axis, member, quarter)
        full = all(self.state(axis, member, month) == "in" for month in quarter.months)
        parts, missing = self.parts_of(axis, member, quarter)
        reported = (member, quarter) in self.rows or bool(parts and not missing)
        return [quarter] if whole and not full and (reported or not months) else months

    def pieces_in(self, axis: str = "", member: str = "") -> list[Period]:
        """What of a part is reported in full: months, and quarters whose months are not reported one by one."""
        found: list[Period] = []
        for quarter in self.split.period.quarters:
            months = [month for month in quarter.months if self.state(axis, member, month) == "in"]
            whole = len(months) < quarter.length and self.state(axis, member, quarter) == "in"
            found += [quarter] if whole else months
        return found

    def is_covered(self, member: str, month: Period) -> bool:
        """Whether a month of a part lies in a longer stretch that is reported as one."""
        told = [period or self.split.period for part, period in self.rows if part == member]
        return any(month in period and period != month for period in told)

    def months_late(self, axis: str = "", member: str = "") -> list[Period]:
        """The months of a part that are over and not reported, neither themselves nor in a longer stretch.

        A month that is told to be 待定 is counted there.
        """
        unreported = [month for month in self.split.period.months if (member, month) not in self.rows]
        months = [month for month in unreported if not self.is_covered(member, month)]
        return [month for month in months if self.state(axis, member, month) == "late"]

    def is_closed(self, member: str) -> bool:
        """Whether a part that is reported as a whole is reported for its whole period."""
        row = self.rows.get((member, None)) or self.rows.get((member, self.split.period))
        last = last_day(self.split.scope.year, self.split.period)
        return row is not None and row.as_of.value is not None and not row.value.unset and row.as_of.value >= last

    @property
    def monthly(self) -> bool:
        """Whether the target has months that an actual month can be compared with."""
        return is_phased(self.split)

    def key(self, measure: str = "target", *members: str, period: Period | None = None) -> Key:
        """The key of an actual figure."""
        return self.split.key(measure, *filter(None, members), facet="actual", period=period)


def last_day(year: int, period: Period) -> date:
    """The last day of a period."""
    return date(year, period.last, monthrange(year, period.last)[1])
