"""Section and item: the bases that every section kind builds on."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, ClassVar

from plangen.findings import Finding
from plangen.model.entry import Entry
from plangen.source import CsvTable, YamlMapping
from plangen.values import Span

if TYPE_CHECKING:
    from plangen.model.dimension import Dimensions

Beside = Callable[[str, Span], tuple[CsvTable | None, list[Finding]]]
"""Reads a CSV file beside a section by its name; the span is that of the line that names it."""


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

    side_files: ClassVar[frozenset[str]] = frozenset()
    """The fields of its items that name a file beside the section."""

    @classmethod
    def joined(cls, node: YamlMapping, beside: Beside, dimensions: "Dimensions") -> tuple[YamlMapping, list[Finding]]:
        """The section's mapping with what its side files hold; most kinds have none.

        `beside` reads a CSV file of the same folder by its name, for the line that names it.
        """
        del beside, dimensions
        return node, []

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
