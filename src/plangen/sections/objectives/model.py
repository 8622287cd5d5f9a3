"""Objectives: a target, how it is split, the rates behind it and what the paper claims."""

from collections.abc import Mapping
from contextlib import suppress
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, ValidationInfo, model_validator

from plangen.findings import Finding
from plangen.model import (
    Beside,
    Chosen,
    Count,
    Date,
    Dimensions,
    Entry,
    Id,
    Item,
    Known,
    Measured,
    Plain,
    Rate,
    Section,
    SetShare,
    Share,
    Span_,
    StatedCount,
    StatedMeasured,
    Step,
    Target,
    Text,
    Weight,
)
from plangen.sections.objectives.declared import Aggregate, DeclaredGap
from plangen.sections.objectives.dense import joined
from plangen.source import YamlMapping
from plangen.values import Period, Quantity, Refused, read_ratio

Rule = Literal["even", "ratio", "weights", "last-year", "rate"]


class Spread(Entry):
    """A top-down split of a target, or of one cell, over the members of an axis."""

    axis: Id
    """The dimension to split by."""
    rule: Annotated[Rule, Chosen] = "even"
    """`even` gives each member the same; `ratio` splits by `ratio`, `weights` by `weights`, `last-year` as the same
    cells had it last year, `rate` by rate × heads of the members' cells."""
    ratio: Plain | None = None
    """Parts such as "2:3:1", one for each member."""
    weights: Annotated[dict[Id, Weight], Field(min_length=1)] = {}
    """A weight for each member: plain numbers, or shares that make 100%."""
    members: Annotated[tuple[Id, ...], Field(min_length=1)] = ()
    """The members that take part, in order; without them those of `weights`, or those with a cell on the axis."""

    def parts(self, members: tuple[str, ...]) -> tuple[Decimal, ...] | None:
        """One weight for each member where they are written; None where they do not fit, or are figures."""
        if self.ratio is None and self.weights:
            return self._weighed(members)
        if self.ratio is None:
            return (Decimal(1),) * len(members) if self.rule == "even" else None
        with suppress(Refused):
            parts = read_ratio(self.ratio)
            return parts if len(parts) == len(members) else None
        return None

    def _weighed(self, members: tuple[str, ...]) -> tuple[Decimal, ...] | None:
        found = tuple(self.weights[member] for member in members if member in self.weights)
        return found if len(found) == len(members) == len(self.weights) and any(found) else None


class Original(Entry):
    """What a target was before it was revised within the year; the binding value is the revised one beside it."""

    facet: ClassVar[str] = "original"
    target: Known
    """The target that held until then."""
    until: Date
    """The last day on which it held."""
    reason: Text
    """Why it was revised."""


class Stated(Entry):
    """What the paper claims; checked against the computed value."""

    facet: ClassVar[str] = "stated"
    target: StatedMeasured | None = None
    """The total as the paper has it."""
    count: StatedCount | None = None
    """The count as the paper has it."""


class Cell(Entry):
    """One member's part of a target, which may be split by further axes in its turn."""

    member: ClassVar[bool] = True
    invisible: ClassVar[frozenset[str]] = frozenset({"axes"})
    target: Target | None = None
    """What this member has to reach."""
    growth: Share | None = None
    """Growth on last year's target of the same member."""
    rate: Rate | None = None
    """Expected result per head and month, such as 7.5万元/人/月."""
    heads: Count | None = None
    """How many the rate counts: people, dealers. Taken from `count` where that fits the rate's unit."""
    count: Count | None = None
    """How many shops, customers or dealers stand behind the target."""
    stated: Stated | None = None
    """What the paper claims of this part."""
    original: Original | None = None
    """What the target was before it was revised within the year."""
    share: Share | None = None
    """The part of the total (inside a cell: of that cell) that it has, instead of a target."""
    phasing: dict[str, Measured] = {}
    """Amounts by period that make this cell; then the months of all other cells are sums."""
    axes: "dict[Id, Annotated[dict[Id, Cell], Field(min_length=1)]]" = {}
    """The cell's own breakdown: for each further axis a mapping from member to cell."""
    spread: tuple[Spread, ...] = ()
    """Axes along which this cell is computed top-down."""

    @model_validator(mode="before")
    @classmethod
    def _axes_by_name(cls, data: Any, info: ValidationInfo) -> Any:
        """Gather the keys that are names of dimensions."""
        return axes_by_name(data, info)

    @property
    def id(self) -> str:
        """The member that the cell is written under."""
        return str(self.path[-1])


Axes = dict[Id, Annotated[dict[Id, Cell], Field(min_length=1)]]


class Objective(Item):
    """One target: its total comes from `target`, `growth`, the child plans or the parts of its first axis."""

    invisible: ClassVar[frozenset[str]] = frozenset({"axes"})
    governs: ClassVar[Mapping[str, str]] = {"better": "definitions", "rollup": "definitions", "cross": "definitions"}
    name: Text
    """What is to be reached."""
    target: Target | None = None
    """The total for the whole period."""
    growth: Share | None = None
    """Growth on last year's target: target = last year × (1 + growth)."""
    rollup: Annotated[Literal["children"], Chosen] | None = None
    """`children`: the total and its parts roll up the child plans' same objective, by `aggregate`, else by adding."""
    rate: Rate | None = None
    """Expected result per head and month; rate × heads × months is compared with the target."""
    heads: Count | None = None
    """How many the rate counts."""
    count: Count | None = None
    """How many shops, customers or dealers stand behind the target."""
    period: Span_ | None = None
    """The months it covers; the plan's period where it says nothing."""
    better: Annotated[Literal["higher", "lower"], Chosen] = "higher"
    """Which side of the target is good: `lower` for costs, complaints, days."""
    bands: tuple[SetShare, ...] = ()
    """Where the bands of a bullet chart end, as shares of the target: [80%, 100%]."""
    step: Step | None = None
    """The smallest unit of computed parts (0.1万元 for money, 1 for counts); means and ratios: 0.01%, else 0.01."""
    phasing: dict[str, Measured] = {}
    """Shares by period (100%), or amounts that make the target; with `aggregate: {time: last}` what holds in each."""
    season: Id | None = None
    """What the months go by: a profile of shared/profiles.yml, or `last-year`: as last year's months."""
    stated: Stated | None = None
    """What the paper claims."""
    original: Original | None = None
    """What the target was before it was revised within the year."""
    axes: Axes = {}
    """The breakdown: for each axis (a dimension's name) a mapping from member to cell."""
    spread: tuple[Spread, ...] = ()
    """Axes that are computed top-down from the target."""
    cells: Plain | None = None
    """A CSV file beside this one with cells: columns named after axes, then `target`; with `period`, a row a month."""
    cross: Annotated[tuple[Id, ...], Field(min_length=1)] = ()
    """Axes that are crossed: each combination of their members is a cell, computed from the parts in this order."""
    aggregate: Aggregate | None = None
    """How it rolls up over members and over time, where that is not by adding."""
    gaps: dict[Id, DeclaredGap] = {}
    """Known differences by axis (or `children`, a hierarchy, a member with parts): the gap ledger's lines."""

    @model_validator(mode="before")
    @classmethod
    def _axes_by_name(cls, data: Any, info: ValidationInfo) -> Any:
        """Gather the keys that are names of dimensions."""
        return axes_by_name(data, info)

    def phases(self) -> dict[Period, Quantity]:
        """The phasing by period. A key that is no period is left out: OBJ107 reports it."""
        found = {}
        for key, part in self.phasing.items():
            with suppress(Refused):
                found[Period.parse(key)] = part
        return found

    def holds_levels(self) -> bool:
        """Whether its phasing gives values that hold in each period, and no parts that add up to the target."""
        return self.aggregate is not None and self.aggregate.time not in (None, "sum", "none")


def axes_by_name(data: Any, info: ValidationInfo) -> Any:
    """The keys of a mapping that are names of dimensions, put together; a cell may be written as its target alone."""
    if not isinstance(data, dict) or "axes" in data:
        return data
    known = (info.context or {}).get("dimensions", frozenset())
    axes = {key: _cells(value) for key, value in data.items() if key in known}
    return {**{key: value for key, value in data.items() if key not in axes}, "axes": axes}


def taken(entry: Objective | Cell, spread: Spread) -> tuple[str, ...]:
    """The members among whom a spread of an entry splits."""
    return spread.members or tuple(spread.weights) or tuple(entry.axes.get(spread.axis, ()))


def _cells(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return {member: {"target": cell} if isinstance(cell, str) else cell for member, cell in value.items()}


class Objectives(Section):
    """The file `objectives.yml`: every objective by id."""

    root: ClassVar[str] = "items"
    invisible: ClassVar[frozenset[str]] = frozenset({"items"})
    side_files: ClassVar[frozenset[str]] = frozenset({"cells"})
    items: dict[Id, Objective]

    @classmethod
    def joined(cls, node: YamlMapping, beside: Beside, dimensions: Dimensions) -> tuple[YamlMapping, list[Finding]]:
        """The objectives with the cells of their CSV files."""
        return joined(node, beside, dimensions)
