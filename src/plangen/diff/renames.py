"""Renames: which id, member and plan of the side before is which on the side after."""

from collections.abc import Mapping
from dataclasses import field, replace

from plangen.diff.entity import EntityKey
from plangen.values import Address, record

Items = Mapping[tuple[str, str, tuple[str, ...]], tuple[str, str, tuple[str, ...]]]


@record
class Renames:
    """The names of the side before in the words of the side after; what is not there kept its name.

    `plans` by path; `items` by (plan, kind, item), each with where it is now; `members` of dimensions by id.
    """

    plans: Mapping[str, str] = field(default_factory=dict)
    items: Items = field(default_factory=dict)
    members: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether everything kept its name."""
        return not (self.plans or self.items or self.members)

    def plan(self, path: str) -> str:
        """A plan's path; below a renamed plan with the new name."""
        if path in self.plans:
            return self.plans[path]
        above, _, own = path.rpartition("/")
        return f"{self.plan(above)}/{own}" if above else path

    def item(self, plan: str, kind: str, item: tuple[str, ...]) -> tuple[str, str, tuple[str, ...]]:
        """Where an item is now: its plan, kind and id; a part of a renamed item goes with it."""
        for length in range(len(item), 0, -1):
            found = self.items.get((plan, kind, item[:length]))
            if found is not None:
                return found[0], found[1], (*found[2], *item[length:])
        return self.plan(plan), kind, item

    def key(self, key: EntityKey) -> EntityKey:
        """The key of an entity of the side before, in the words of the side after."""
        plan, kind, item = self.item(key.plan, key.kind, key.item)
        return EntityKey(plan, kind, item, tuple(self.members.get(step, step) for step in key.inner))

    def address(self, address: Address) -> Address:
        """An address of the side before, in the words of the side after."""
        if self.is_empty:
            return address
        plan, kind, item = self.item(address.plan, address.kind, address.item)
        members = tuple(self.members.get(name, self._role(address.plan, name)) for name in address.members)
        if (plan, kind, item, members) == (address.plan, address.kind, address.item, address.members):
            return address
        return replace(address, plan=plan, kind=kind, item=item, members=members)

    def _role(self, plan: str, name: str) -> str:
        """A role that stands where members of an address stand, by its new id."""
        return self.item(plan, "org", (name,))[2][-1]
