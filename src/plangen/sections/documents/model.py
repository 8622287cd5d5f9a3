"""Documents: the register of what is written down, by whom and how often, and how long it is kept."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from plangen.model import Chosen, Id, Item, Measured, RoleRefs, Section, Text, Texts

KINDS = ("regulation", "manual", "plan", "report", "form", "file")
"""The kinds in reading order."""
CYCLES = ("daily", "weekly", "monthly", "quarterly", "yearly", "once", "event")
"""The cycles, the most frequent one first. The last two do not return by the calendar."""


class Record(Item):
    """One document. Its `owner` writes it, or keeps it up."""

    governs: ClassVar[Mapping[str, str]] = {"retention": "rules"}
    name: Text
    """What it is called."""
    kind: Annotated[Literal["regulation", "manual", "plan", "report", "form", "file"], Chosen]
    """What sort of document it is."""
    cycle: Annotated[Literal["daily", "weekly", "monthly", "quarterly", "yearly", "once", "event"], Chosen] | None = (
        None
    )
    """How often it is written or brought up to date; `event`: each time that something happens."""
    due: Text | None = None
    """By when: 每月 8 日前."""
    to: RoleRefs = ()
    """The roles that get it."""
    contains: Texts = ()
    """What has to stand in it."""
    retention: Measured | None = None
    """How long it is kept: 3年."""

    @property
    def returns(self) -> bool:
        """Whether it is written again and again by the calendar."""
        return self.cycle not in (None, "once", "event")


class Documents(Section):
    """The file `documents.yml`: documents by id."""

    root: ClassVar[str] = "items"
    invisible: ClassVar[frozenset[str]] = frozenset({"items"})
    items: dict[Id, Record]
    """The documents by id."""

    def of(self, kind: str) -> list[Record]:
        """The documents of a kind."""
        return [record for record in self.items.values() if record.kind == kind]
