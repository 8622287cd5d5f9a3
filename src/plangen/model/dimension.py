"""Dimensions: the axes along which targets are split, with their members in a fixed order."""

from collections.abc import Collection
from typing import Annotated, ClassVar

from pydantic import Field, PrivateAttr

from plangen.model.entry import Entry
from plangen.model.fields import Id, Text
from plangen.model.section import Item, Section
from plangen.model.words import Words


class Member(Item):
    """One member of a dimension: a region, a channel, a person. `parent` is another member of the same dimension."""

    name: Text
    parent: Id | None = None


class Hierarchy(Entry):
    """One way to group the members of an axis, beside others: sales areas, market tiers, account managers."""

    part: ClassVar[bool] = True
    name: Text
    """What the grouping is called."""
    parents: Annotated[dict[Id, Id], Field(min_length=1)]
    """For each member the group it is in; a group may be in another group."""

    def groups(self) -> tuple[str, ...]:
        """Everything that others are grouped under, in the order of its first mention."""
        return tuple(dict.fromkeys(self.parents.values()))

    def above(self, member: str) -> tuple[str, ...]:
        """The groups that a member is in, from the nearest up; circles end where they close."""
        found: list[str] = []
        current = self.parents.get(member)
        while current is not None and current not in found:
            found.append(current)
            current = self.parents.get(current)
        return tuple(found)


class Dimension(Entry):
    """One axis. The order of its members is the order of their colours and of their rows in tables."""

    part: ClassVar[bool] = True
    name: Text
    members: dict[Id, Member]
    hierarchies: dict[Id, Hierarchy] = {}
    """Any number of groupings side by side, each with sub-totals of its own."""

    def words(self) -> Words:
        """What members are called in tables: their ids, and names that only one of them has."""
        return Words.of({id_: member.name for id_, member in self.members.items()})

    def is_group(self, member: str) -> bool:
        """Whether a member stands for others in some hierarchy: it has a sub-total, and no part of its own."""
        return any(member in hierarchy.groups() for hierarchy in self.hierarchies.values())

    def without_groups(self, members: Collection[str]) -> list[str]:
        """The members that stand for nobody else among them: where provinces are there, their group counts in none."""
        above = {
            group for hierarchy in self.hierarchies for member in members for group in self.grouped(hierarchy, member)
        }
        return [member for member in members if member not in above]

    def grouped(self, hierarchy: str, member: str) -> tuple[str, ...]:
        """The groups of a hierarchy that a member is in: by itself, or by the nearest member that it is part of."""
        seen: set[str] = set()
        current: str | None = member
        while current is not None and current in self.members and current not in seen:
            if current in self.hierarchies[hierarchy].parents:
                return self.hierarchies[hierarchy].above(current)
            seen.add(current)
            current = self.members[current].parent
        return ()


class Dimensions(Section):
    """The file `dimensions.yml`: every axis by name."""

    root: ClassVar[str] = "axes"
    invisible: ClassVar[frozenset[str]] = frozenset({"axes"})
    axes: dict[Id, Dimension]
    _before: "Dimensions | None" = PrivateAttr(default=None)

    def follow(self, before: "Dimensions | None") -> "Dimensions":
        """These dimensions, which keep the colours of the year before."""
        self._before = before
        return self

    def axis_of(self, member: str) -> str:
        """The axis that a member belongs to, or an empty text. Member ids are unique over all axes."""
        return next((name for name, axis in self.axes.items() if member in axis.members), "")

    def member_name(self, member: str) -> str:
        """The name of a member; the id where it is not known."""
        axis = self.axes.get(self.axis_of(member))
        return axis.members[member].name if axis else member

    def title_of(self, name: str) -> str:
        """The name of an axis, of a hierarchy or of a member; the id where nothing is called so."""
        if name in self.axes:
            return self.axes[name].name
        found = (axis.hierarchies[name].name for axis in self.axes.values() if name in axis.hierarchies)
        return next(found, None) or self.member_name(name)

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
        """The colour slot of a member, from 1: its position among its siblings of this year and of all years before.

        So a member has one colour in all years; that of one that is gone is given to nobody else.
        """
        name = self.axis_of(member)
        return self._slots(name, self.axes[name].members[member].parent).index(member) + 1 if name else 0

    def _slots(self, name: str, parent: str | None) -> list[str]:
        """The members below a parent in the order of their slots: those of the years before, then the new ones."""
        axis = self.axes.get(name)
        siblings = {id_: one for id_, one in axis.members.items() if one.parent == parent} if axis else {}
        renamed = {old: id_ for id_, one in siblings.items() for old in one.was}
        before = self._before._slots(name, parent) if self._before else []  # noqa: SLF001 (its own kind)
        kept = [renamed.get(id_, id_) for id_ in before]
        return list(dict.fromkeys([*kept, *siblings]))

    def order(self) -> dict[str, int]:
        """For each member the place of its axis: members of an address stand in this order."""
        places: dict[str, int] = {}
        for place, axis in enumerate(self.axes.values()):
            for member in axis.members:
                places.setdefault(member, place)
        return places

    def words(self) -> Words:
        """What axes are called in the headers of tables."""
        return Words.of({name: axis.name for name, axis in self.axes.items()})

    def known(self) -> frozenset[str]:
        """The names of all axes."""
        return frozenset(self.axes)
