"""Segments: schemes that divide customers into tiers or quadrants, with how often each is contacted and visited."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from plangen.findings import Finding
from plangen.model import (
    Beside,
    Chosen,
    Count,
    Dimensions,
    Entry,
    Id,
    Item,
    Measured,
    Part,
    People,
    Plain,
    Rate,
    RoleRef,
    Section,
    Share,
    StatedCount,
    Text,
    Texts,
)  # fmt: skip
from plangen.sections.segments.customer import Customer
from plangen.sections.segments.listing import joined
from plangen.sections.segments.route import Route
from plangen.source import YamlMapping

Side = Annotated[Literal["high", "low"], Chosen]


class Axis(Part):
    """One of the two axes of quadrants."""

    governs: ClassVar[Mapping[str, str]] = {"split": "definitions", "better": "definitions"}
    name: Text
    """What is measured."""
    split: Measured
    """The number between low and high: 5万元/月, 15天."""
    better: Annotated[Literal["higher", "lower"], Chosen] = "higher"
    """Which side is the good one."""


class Tier(Part):
    """One tier: who is in it and what they get."""

    governs: ClassVar[Mapping[str, str]] = {
        "rule": "definitions",
        **dict.fromkeys(("contact", "visit", "moves", "approver"), "rules"),
    }
    name: Text
    """What it is called."""
    rule: Text | None = None
    """What puts a customer into it."""
    region: Id | None = None
    """The member of a dimension that it is called after, where `members` are to be the parts of that region."""
    members: Texts = ()
    """Who or what is in it: ids or names of a dimension's members, or names."""
    count: Count | None = None
    """How many customers or outlets: 40家; 待定 while nobody has counted."""
    contact: Rate | None = None
    """How often each is contacted: 1次/周, ≥1次/2天."""
    visit: Rate | None = None
    """How often each is visited: 2次/周."""
    priority: Text | None = None
    """In which order it is worked on."""
    treatment: Text | None = None
    """What is done for them, and what not."""
    mark: Text | None = None
    """The sign that they carry: 三星."""
    approver: RoleRef | None = None
    """Who decides that a customer gets into it."""
    moves: dict[Id, Text] = Field(default_factory=dict)
    """The tiers that a customer moves to, each with what has to happen."""


class Quadrant(Tier):
    """A tier that is told by the two axes."""

    governs: ClassVar[Mapping[str, str]] = {**Tier.governs, "at": "definitions"}
    at: dict[Id, Side]
    """On which side of each axis it lies: {volume: high, closing: low}."""


class Treatment(Part):
    """What several tiers get alike."""

    text: Text
    """What is done."""
    applies: Text
    """For which tiers: A级以上（含A级）."""


class Workload(Entry):
    """What the visits take, against the time that there is. Factors per day, per person count with `days`, `people`."""

    minutes: Rate
    """How long a visit takes, as a range where it differs: 15–30分钟/次."""
    capacity: Rate
    """The working time: 180分钟/天, 900分钟/人/周."""
    pace: Rate | None = None
    """The visits to make, where they are set and do not follow from the tiers: 4次/天."""
    days: Rate | None = None
    """Working days: 5天/周."""
    people: People | None = None
    """How many people visit."""


class Stated(Entry):
    """What the paper claims; compared with the tiers."""

    facet: ClassVar[str] = "stated"
    tiers: StatedCount | None = None
    """How many tiers it announces."""
    top_share: Share | None = None
    """How much the first fifth of the customers brings: 80%."""
    marked: StatedCount | None = None
    """How many of them carry a mark."""


class Scheme(Item):
    """One way to divide the customers: tiers in order, the best first, or four quadrants of two axes."""

    name: Text
    """What it is called."""
    stated: Stated | None = None
    """What the paper claims."""
    axes: dict[Id, Axis] = Field(default_factory=dict)
    """The two axes of the quadrants."""
    quadrants: dict[Id, Quadrant] = Field(default_factory=dict)
    """The four quadrants by id."""
    tiers: dict[Id, Tier] = Field(default_factory=dict)
    """The tiers by id."""
    treatments: dict[Id, Treatment] = Field(default_factory=dict)
    """What goes for several tiers."""
    workload: Workload | None = None
    """The work that the visits make."""
    customer_list: Plain | None = None
    """A CSV file beside this one, with a row for each customer."""
    customers: dict[Id, Customer] = Field(default_factory=dict)
    """The customers by id, where they are not in a CSV file."""
    routes: dict[Id, Route] = Field(default_factory=dict)
    """The routes by id: who calls on which of the customers at which weekday."""

    @property
    def all_tiers(self) -> list[Tier]:
        """Quadrants and tiers, in the order written."""
        return [*self.quadrants.values(), *self.tiers.values()]


class Segments(Section):
    """The file `segments.yml`: schemes by id."""

    root: ClassVar[str] = "items"
    invisible: ClassVar[frozenset[str]] = frozenset({"items"})
    side_files: ClassVar[frozenset[str]] = frozenset({"customer_list"})
    items: dict[Id, Scheme]
    """The schemes by id."""

    @classmethod
    def joined(cls, node: YamlMapping, beside: Beside, dimensions: Dimensions) -> tuple[YamlMapping, list[Finding]]:
        """The schemes with the customers of their lists."""
        del dimensions
        return joined(node, beside)
