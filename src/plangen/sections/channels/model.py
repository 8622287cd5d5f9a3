"""Channels: the ways to customers, each of a kind."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from plangen.model import Chosen, Count, Id, Item, Section, Text, Texts, reference, references

KINDS = ("own", "dealer", "retail", "online", "special", "contact", "promotion")
"""The kinds in reading order. Those before `contact` sell."""
Goal: Any = reference("objectives")
"""An objective by id, or an address."""
Rules: Any = references("policies")
"""Rules by id."""


class Channel(Item):
    """One channel."""

    governs: ClassVar[Mapping[str, str]] = {"territory": "rules", "customers": "rules"}
    name: Text
    """What it is called."""
    kind: Annotated[Literal["own", "dealer", "retail", "online", "special", "contact", "promotion"], Chosen]
    """`own` shops and representatives, `dealer`, `retail`, `online`, `special` (schools, canteens, group purchase);
    `contact` is how customers are spoken to and order, `promotion` how they are told."""
    count: Count | None = None
    """How many outlets, dealers or platforms: 15–20家, 待定."""
    members: Texts = ()
    """Which ones, by name."""
    profile: Text | None = None
    """What kind of business it is, and what it is good at."""
    customers: Texts = ()
    """The customer groups that it serves."""
    territory: Texts = ()
    """Where it sells."""
    goal: Goal | None = None
    """The objective that it works for."""
    conflict: Rules = ()
    """The rules for where it meets another channel."""

    @property
    def sells(self) -> bool:
        """Whether customers buy through it."""
        return self.kind not in ("contact", "promotion")


class Channels(Section):
    """The file `channels.yml`: channels by id."""

    root: ClassVar[str] = "items"
    invisible: ClassVar[frozenset[str]] = frozenset({"items"})
    items: dict[Id, Channel]
    """The channels by id."""

    def of(self, kind: str) -> list[Channel]:
        """The channels of a kind."""
        return [channel for channel in self.items.values() if channel.kind == kind]
