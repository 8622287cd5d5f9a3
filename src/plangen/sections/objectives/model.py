"""Objectives: a target, how it is split, the rates behind it and what the paper claims."""

from contextlib import suppress
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, ValidationInfo, model_validator

from plangen.model import (
    Chosen,
    Count,
    Date,
    Entry,
    Id,
    Item,
    Known,
    Measured,
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
)
from plangen.sections.objectives.declared import Aggregate, DeclaredGap
from plangen.values import Period, Quantity, Refused, read_ratio


class Original(Entry):
    """What a target was before it was revised within the year; the binding value is the revised one beside it."""

    facet: ClassVar[str] = "original"
    target: Known
    """The target that held until then."""
    until: Date
    """The last day on which it held."""
    reason: Text
    """Why it was revised."""


class Cell(Entry):
    """One member's part of a target."""

    member: ClassVar[bool] = True
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
    original: Original | None = None
    """What the target was before it was revised within the year."""


Axes = dict[Id, Annotated[dict[Id, Cell], Field(min_length=1)]]


class Stated(Entry):
    """What the paper claims; checked against the computed value."""

    facet: ClassVar[str] = "stated"
    target: StatedMeasured | None = None
    """The total as the paper has it."""
    count: StatedCount | None = None
    """The count as the paper has it."""


class Spread(Entry):
    """A top-down split of the target over the members of an axis."""

    axis: Id
    """The dimension to split by."""
    rule: Annotated[Literal["even", "ratio"], Chosen] = "even"
    """`even` gives each member the same; `ratio` splits by `ratio`."""
    ratio: Text | None = None
    """Parts such as "2:3:1", one for each member."""
    members: Annotated[tuple[Id, ...], Field(min_length=1)]
    """The members that take part, in order."""

    def weights(self) -> tuple[Decimal, ...] | None:
        """One weight for each member: even without a ratio, None where the ratio is none or does not fit."""
        if self.ratio is None:
            return (Decimal(1),) * len(self.members) if self.rule == "even" else None
        with suppress(Refused):
            weights = read_ratio(self.ratio)
            return weights if len(weights) == len(self.members) else None
        return None


class Objective(Item):
    """One target: its total comes from `target`, `growth`, the child plans or the parts of its first axis."""

    invisible: ClassVar[frozenset[str]] = frozenset({"axes"})
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
    stated: Stated | None = None
    """What the paper claims."""
    original: Original | None = None
    """What the target was before it was revised within the year."""
    axes: Axes = {}
    """The breakdown: for each axis (a dimension's name) a mapping from member to cell."""
    spread: tuple[Spread, ...] = ()
    """Axes that are computed top-down from the target."""
    aggregate: Aggregate | None = None
    """How it rolls up over members and over time, where that is not by adding."""
    gaps: dict[Id, DeclaredGap] = {}
    """Known differences by axis (or `children`, a hierarchy, a member with parts): the gap ledger's lines."""

    @model_validator(mode="before")
    @classmethod
    def _axes_by_name(cls, data: Any, info: ValidationInfo) -> Any:
        """Gather the keys that are names of dimensions; a cell may be written as its target alone."""
        if not isinstance(data, dict) or "axes" in data:
            return data
        known = (info.context or {}).get("dimensions", frozenset())
        axes = {key: _cells(value) for key, value in data.items() if key in known}
        return {**{key: value for key, value in data.items() if key not in axes}, "axes": axes}

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


def _cells(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return {member: {"target": cell} if isinstance(cell, str) else cell for member, cell in value.items()}


class Objectives(Section):
    """The file `objectives.yml`: every objective by id."""

    root: ClassVar[str] = "items"
    invisible: ClassVar[frozenset[str]] = frozenset({"items"})
    items: dict[Id, Objective]
