"""Policies: groups of rules. A rule keeps its id, and so its address, when it moves to another group."""

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from plangen.model import Chosen, Date, Entry, Id, Item, Measured, RoleRef, RoleRefs, Section, StatedCount, Text


class Stated(Entry):
    """What the paper announces; compared with the rules that are listed."""

    facet: ClassVar[str] = "stated"
    rules: StatedCount | None = None
    """How many rules the paper announces: 六条 is 6条."""


class Policy(Item):
    """One rule."""

    past: ClassVar[frozenset[str]] = frozenset({"valid_from"})
    governs: ClassVar[Mapping[str, str]] = dict.fromkeys(("text", "scope", "limit", "exception", "valid_from"), "rules")
    text: Text
    """The rule, as a sentence."""
    number: Text | None = None
    """Its number, as the paper has it: 第三条, 2.1."""
    scope: RoleRefs = ()
    """The roles it applies to; everybody where none is named."""
    limit: Measured | None = None
    """The number that it sets: ≤5000元/人/月, 3天以内; 待定 while it is not known."""
    exception: RoleRef | None = None
    """The role that may allow more, or something else."""
    valid_from: Date | None = None
    """The first day it holds, or 待定."""


class Group(Item):
    """Rules that belong together."""

    governs: ClassVar[Mapping[str, str]] = {"kind": "rules", "scope": "rules", "exception": "rules"}
    name: Text
    """What they are about."""
    kind: Annotated[Literal["duty", "authority"], Chosen] = "duty"
    """`authority` says who may decide up to which amount: each rule has its role and its limit. Else `duty`."""
    scope: RoleRefs = ()
    """The roles that all its rules apply to, where a rule names none."""
    exception: RoleRef | None = None
    """Who may allow exceptions from all its rules, where a rule names nobody."""
    stated: Stated | None = None
    """What the paper announces."""
    rules: dict[Id, Policy] = Field(default_factory=dict)
    """The rules by id, in their order."""


class Policies(Section):
    """The file `policies.yml`: groups by id."""

    root: ClassVar[str] = "items"
    invisible: ClassVar[frozenset[str]] = frozenset({"items"})
    items: dict[Id, Group]
    """The groups by id."""

    def policies(self) -> Iterator[Policy]:
        """All rules, in the order written."""
        for group in self.items.values():
            yield from group.rules.values()
