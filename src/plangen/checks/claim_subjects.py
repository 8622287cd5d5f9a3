"""What a narrative can speak of by name: items of the year's plans, and members of its dimensions."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from plangen.compute import YearScope
from plangen.model import Part
from plangen.values import Address, Figure

Meant = tuple[str, str, tuple[str, ...]]
"""An item as the year's entries have it: plan, kind and item."""
LONGEST = 24
"""Longest name that is looked for, in code points."""


class Subject:
    """A name as a narrative has it, and what it may mean: items, parts of items (`goals`), members of a dimension."""

    def __init__(self, name: str, items: set[Meant] | None = None) -> None:
        self.name = name
        self.items = items or set()
        self.parts: set[Meant] = set()
        self.members: set[str] = set()

    def covers(self, figure: Figure) -> bool:
        """Whether a figure is one of what the name means."""
        item = meant_by(figure.address)
        return item in self.items or item in self.parts or not self.members.isdisjoint(figure.address.members)


class Subjects:
    """Every name of one year, and the figures behind it. Built when the first narrative says something by number."""

    def __init__(self, scope: YearScope) -> None:
        self.scope = scope
        self._tables: dict[str, dict[object, list[Figure]]] = {}

    @cached_property
    def by_name(self) -> dict[str, Subject]:
        """The subjects by name."""
        found: dict[str, Subject] = {}
        for item, entry in self.scope.entries.items():
            name = str(getattr(entry, "name", None) or "")
            if 1 < len(name) <= LONGEST:
                subject = found.setdefault(name, Subject(name))
                (subject.parts if isinstance(entry, Part) else subject.items).add(item)
        for axis in self.scope.dimensions.axes.values():
            for member, entry in axis.members.items():
                found.setdefault(entry.name, Subject(entry.name)).members.add(member)
        return found

    def any_in(self, text: str) -> bool:
        """Whether some name stands in a text."""
        return any(name in text for name in self.by_name)

    def ending(self, text: str, end: int) -> Subject | None:
        """The longest name that ends at a place of a text."""
        for length in range(min(LONGEST, end), 1, -1):
            subject = self.by_name.get(text[end - length : end])
            if subject is not None:
                return subject
        return None

    def of(self, address: Address) -> Subject:
        """The subject that a reference names."""
        return Subject(self.scope.name_of(address), {meant_by(address)})

    def wider(self, subjects: Sequence[Subject]) -> Iterator[Subject]:
        """The subjects whose names hold the name of one of these: 意向经销商 for 经销商."""
        for name, subject in self.by_name.items():
            if any(each.name in name for each in subjects):
                yield subject

    def figures(self, plans: Iterable[str], subjects: Sequence[Subject]) -> Iterator[Figure]:
        """The figures of some plans that the subjects together name: an item, a member, or an item's member."""
        for plan in plans:
            table = self._table(plan)
            first = subjects[0]
            seen: set[int] = set()
            for key in (*sorted(first.items), *sorted(first.parts), *sorted(first.members)):
                for figure in table.get(key, ()):
                    if id(figure) not in seen and _is_named(figure, subjects):
                        seen.add(id(figure))
                        yield figure

    def _table(self, plan: str) -> dict[object, list[Figure]]:
        if plan not in self._tables:
            table: dict[object, list[Figure]] = {}
            for figure in self.scope.figures.of_plan(self.scope.year, plan):
                for key in (meant_by(figure.address), *figure.address.members):
                    table.setdefault(key, []).append(figure)
            self._tables[plan] = table
        return self._tables[plan]


def meant_by(address: Address) -> Meant:
    """The item of an address as the year's entries have it."""
    return address.plan, address.kind, address.item


def _is_named(figure: Figure, subjects: Sequence[Subject]) -> bool:
    """Whether every name covers the figure, and each of its members is named."""
    members = figure.address.members
    return all(each.covers(figure) for each in subjects) and all(
        any(member in each.members for each in subjects) for member in members
    )
