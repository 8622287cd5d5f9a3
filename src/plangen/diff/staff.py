"""Staff: whose a figure or an edited thing is."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from plangen.compute import YearScope, is_planned
from plangen.diff.edit import Edit
from plangen.diff.entity import Entity
from plangen.diff.people import People, Person, everybody
from plangen.values import Address

Spot = tuple[str, str, tuple[str, ...], tuple[str, ...]]
"""Plan, kind, item and members of a figure, whatever it measures."""


class Staff:
    """Everybody of a year, with what is theirs; and those who are gone, with what was."""

    def __init__(self, scope: YearScope, gone: Sequence[Person] = ()) -> None:
        self._scope, self._people, self.gone = scope, People(scope, gone), gone

    def everybody(self) -> Iterator[Person]:
        """The persons, then the roles; at the end those who are gone."""
        yield from everybody(self._scope)
        yield from self.gone

    def role(self, plan: str, id_: str) -> Person | None:
        """The role that an id means in a plan: its own, or one of a plan above."""
        return self._people.role(plan, id_)

    def of_edit(self, edit: Edit) -> Iterator[Person]:
        """Everybody whom an edit names, and whose its figures are."""
        yield from self._people.of_edit(edit)
        for _, after in edit.figures():
            if after is not None:
                yield from self.of_figure(after)

    def is_target(self, address: Address) -> bool:
        """Whether a figure is one that somebody is measured by: planned, for the whole period, no crossed cell."""
        return len(address.members) < 2 and is_planned(address, self._scope)

    def of_figure(self, address: Address) -> Iterator[Person]:
        """Whose a figure is: the person or role it is of; else who answers for its item, or for this part of it."""
        mine = list(self._people.of_addresses((address,)))
        yield from mine or self._owners.get((address.plan, address.kind, address.item, address.members), ())

    def is_own(self, person: Person, entity: Entity) -> bool:
        """Whether an entity is the person's or role's own: they themselves, or what stands under them."""
        plan, kind, item, inner = entity.key
        if kind == "org" and item:
            return self.role(plan, item[0]) == person
        steps = (*entity.home, *item, *inner)
        return person in [self.role(plan, step) for step in entity.home] or (not person.plan and person.id in steps)

    @cached_property
    def _owners(self) -> dict[Spot, tuple[Person, ...]]:
        """By item, and by cell with an owner of its own: who answers for it. A part is its item's."""
        found: dict[Spot, tuple[Person, ...]] = {}
        for (plan, kind, item), entry in self._scope.entries.items():
            above = found.get((plan, kind, item[:-1], ()), ())
            for each in entry.walk():
                spot = (plan, kind, item, each.address("x").members)
                if spot not in found and each.address_item == item:
                    own = self._roles(plan, each.owner)
                    if own or not spot[3]:
                        found[spot] = own or above
        return found

    def _roles(self, plan: str, owner: object) -> tuple[Person, ...]:
        ids: Iterable[object] = owner if isinstance(owner, tuple) else (owner,) if owner else ()
        found = (self.role(plan, str(each)) for each in ids)
        return tuple(each for each in found if each is not None)
