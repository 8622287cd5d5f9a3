"""Organisation: units and the roles in them, with headcounts and reporting lines."""

from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from plangen.model import Entry, Id, Item, People, RoleRef, RoleRefs, Section, StatedPeople, Text
from plangen.values import is_unset


class StatedCounts(Entry):
    """How many people the paper has; checked against the roles."""

    facet: ClassVar[str] = "stated"
    initial: StatedPeople | None = None
    """How many people there are when the plan starts, as the paper has it."""
    headcount: StatedPeople | None = None
    """How many people the plan foresees, as the paper has it."""


class Stated(StatedCounts):
    """What the paper says of a role elsewhere; checked against the role."""

    reports_to: RoleRef | None = None
    """The role it reports to, as the paper also has it."""


class Unit(Item):
    """A part of the organisation. Ids of units and roles are one set: `org/east-china`, `org/region-manager`."""

    name: Text
    """What the unit is called."""
    parent: Id | None = None
    """The unit it belongs to: one of this plan, or of the plans above."""
    stated: StatedCounts | None = None
    """The people of the unit as the paper has them, those of the units below included."""


class Role(Item):
    """A role that people hold. Headcounts are numbers of people."""

    governs: ClassVar[Mapping[str, str]] = {"max_span": "rules"}
    name: Text
    """What the role is called."""
    unit: RoleRef | None = None
    """The unit it stands in."""
    initial: People | None = None
    """How many people hold it when the plan starts."""
    headcount: People | None = None
    """How many people the plan foresees."""
    reports_to: RoleRef | None = None
    """The role it reports to; in another plan by address: `adhesives:org/marketing-manager`."""
    cooperates: RoleRefs = ()
    """Roles that it works with and does not report to."""
    holder: Text | None = None
    """Who holds it; 待定 is a vacancy."""
    fact: Text | None = None
    """One fact for the tree: a territory, a limit, a target."""
    max_span: People | None = None
    """The most people that may report to it directly."""
    stated: Stated | None = None
    """What the paper says of it elsewhere."""

    @property
    def vacant(self) -> bool:
        """Whether its holder is expected and not known yet."""
        return self.holder is not None and is_unset(self.holder)


class Org(Section):
    """The file `org.yml`: units and roles."""

    units: dict[Id, Unit] = Field(default_factory=dict)
    """The units by id."""
    roles: dict[Id, Role] = Field(default_factory=dict)
    """The roles by id, superiors first."""
