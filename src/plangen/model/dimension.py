"""Dimensions: the axes along which targets are split, with their members in a fixed order."""

from collections.abc import Collection
from typing import ClassVar

from plangen.model.entry import Entry
from plangen.model.fields import Id, Text
from plangen.model.section import Item, Section


class Member(Item):
    """One member of a dimension: a region, a channel, a person. `parent` is another member of the same dimension."""

    name: Text
    parent: Id | None = None


class Dimension(Entry):
    """One axis. The order of its members is the order of their colours and of their rows in tables."""

    part: ClassVar[bool] = True
    name: Text
    members: dict[Id, Member]


class Dimensions(Section):
    """The file `dimensions.yml`: every axis by name."""

    root: ClassVar[str] = "axes"
    invisible: ClassVar[frozenset[str]] = frozenset({"axes"})
    axes: dict[Id, Dimension]

    def axis_of(self, member: str) -> str:
        """The axis that a member belongs to, or an empty text. Member ids are unique over all axes."""
        return next((name for name, axis in self.axes.items() if member in axis.members), "")

    def member_name(self, member: str) -> str:
        """The name of a member; the id where it is not known."""
        axis = self.axes.get(self.axis_of(member))
        return axis.members[member].name if axis else member

    def above(self, member: str, members: Collection[str]) -> str:
        """The nearest of `members` that a member stands below, by `parent`; empty where there is none."""
        axis = self.axes.get(self.axis_of(member))
        seen = {member}
        current = axis.members[member].parent if axis else None
        while axis and current in axis.members and current not in seen:
            if current in members:
                return current
            seen.add(current)
            current = axis.members[current].parent
        return ""

    def slot(self, member: str) -> int:
        """The colour slot of a member: its position among its siblings, from 1."""
        axis = self.axes.get(self.axis_of(member))
        if axis is None:
            return 0
        parent = axis.members[member].parent
        siblings = [name for name, other in axis.members.items() if other.parent == parent]
        return siblings.index(member) + 1

    def order(self) -> dict[str, int]:
        """For each member the place of its axis: members of an address stand in this order."""
        places: dict[str, int] = {}
        for place, axis in enumerate(self.axes.values()):
            for member in axis.members:
                places.setdefault(member, place)
        return places

    def known(self) -> frozenset[str]:
        """The names of all axes."""
        return frozenset(self.axes)
