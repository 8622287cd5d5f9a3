"""Section and item: the bases that every section kind builds on."""

from collections.abc import Iterator
from typing import ClassVar

from plangen.model.entry import Entry


class Item(Entry):
    """Something with an id of its own in a section: an objective, a task, a role, a duty, a budget line."""


class Part(Entry):
    """Something that cannot live alone: a goal of a task, a cap of a budget."""

    part: ClassVar[bool] = True


class Section(Entry):
    """One section of a plan: one file, named after its kind.

    `root` names the field that holds the file's mapping itself, where a section is a plain mapping from id to item.
    """

    root: ClassVar[str] = ""

    def walk(self) -> Iterator[Entry]:
        """This section and all entries inside it: found once, because every check walks."""
        walked: tuple[Entry, ...] | None = self.__dict__.get("_walked")
        if walked is None:
            walked = self.__dict__["_walked"] = tuple(super().walk())
        return iter(walked)

    def items_by_id(self) -> dict[tuple[str, ...], Entry]:
        """Every item and part of the section by the item part of its address (the first of a repeated id)."""
        found: dict[tuple[str, ...], Entry] = {}
        for entry in self.walk():
            if isinstance(entry, Item | Part):
                found.setdefault(entry.address_item, entry)
        return found

    def items_of(self) -> Iterator[Item]:
        """Every item of the section, in the order written; repeated ids included."""
        return (entry for entry in self.walk() if isinstance(entry, Item))
