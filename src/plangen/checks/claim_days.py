"""Days that a narrative names, against the days of what it speaks of."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from plangen.checks.claim_reading import Reading
from plangen.compute import YearScope
from plangen.model import Day, Entry, Item
from plangen.source import Days
from plangen.values import Address, Span


class Schedule(NamedTuple):
    """The days of one item: what stands in the plan, by field, and what the paper states beside it."""

    address: Address
    days: dict[str, date]
    stated: frozenset[date]
    span: Span

    def text(self) -> str:
        """The days for readers."""
        return "–".join(day.isoformat() for day in dict.fromkeys(self.days.values()))

    def allows(self, claim: Days, role: str) -> bool:
        """Whether a claim can be true: the first or last day where it says which, else within the item's days."""
        said = {claim.first, claim.last}
        if said <= {*self.days.values(), *self.stated}:
            return not role or role not in self.days or self.days[role] in said or bool(said & self.stated)
        if role and role in self.days and claim.first == claim.last:
            return False
        return min(self.days.values()) <= claim.first and claim.last <= max(self.days.values())


def schedule_of(reading: Reading, home: str, scope: YearScope) -> Schedule | None:
    """The days of what a claim speaks of; None where that is not one dated item of the plan with all its days set."""
    if len(reading.subjects) != 1:
        return None
    found = [Address(*meant) for meant in sorted(reading.subjects[0].items) if home in ("", meant[0])]
    dated = [each for each in (_schedule(address, scope) for address in found) if each is not None]
    return dated[0] if len(dated) == 1 and len(found) == 1 else None


def _schedule(address: Address, scope: YearScope) -> Schedule | None:
    entry = scope.entry(address)
    own = dict(_days(entry)) if entry is not None else {}
    if entry is None or not own or any(day.unset for day in own.values()):
        return None
    beside = [day for child in entry.children() if not isinstance(child, Item) for _, day in _days(child)]
    known = {name: day.value for name, day in own.items() if day.value}
    return Schedule(address, known, frozenset(day.value for day in beside if day.value), entry.span(next(iter(known))))


def _days(entry: Entry) -> Iterator[tuple[str, Day]]:
    for name in type(entry).model_fields:
        value = getattr(entry, name)
        if isinstance(value, Day):
            yield name, value
