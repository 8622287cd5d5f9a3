"""KPIs: the definition of each measure, its target and lines, its value, and what happens beyond a line."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from plangen.model import Chosen, Date, Id, Item, Measured, Section, Target, Text, references

KpiRefs: Any = references("kpis")
"""One KPI by id, or a list of them."""
DEFINITION = ("definition", "formula", "unit", "better")
NUMBERS = ("target", "warn", "alarm", "value")
"""Its quantities that have to be of one unit."""


class Kpi(Item):
    """One KPI. Its numbers are typed, or are formulas of other figures: `= share(budget/trips, objectives/profit)`."""

    past: ClassVar[frozenset[str]] = frozenset({"as_of"})
    by_member: ClassVar[bool] = True
    defines: ClassVar[tuple[str, ...]] = ("definition", "formula")
    governs: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys(DEFINITION, "definitions"),
        **dict.fromkeys(("warn", "alarm", "response", "within"), "rules"),
    }
    name: Text
    """What it is called."""
    definition: Text | None = None
    """What counts and what does not (口径)."""
    formula: Text | None = None
    """How it is computed, in words; a formula that is to be computed stands under `value`."""
    unit: Text | None = None
    """The unit of its numbers: %, 万元, 家/月."""
    better: Annotated[Literal["higher", "lower"], Chosen] | None = None
    """Whether a higher or a lower number is better."""
    frequency: Text | None = None
    """How often it is measured."""
    data: Text | None = None
    """Where its numbers come from: a system, a CSV file and its column."""
    drivers: KpiRefs = ()
    """The KPIs that it follows from."""
    target: Target | None = None
    """What is to be reached: a number, or a formula such as = objectives/revenue.target."""
    warn: Measured | None = None
    """The line beyond which it is watched."""
    alarm: Measured | None = None
    """The line beyond which somebody has to respond."""
    value: Measured | None = None
    """What it is now: a number, or a formula of other figures."""
    as_of: Date | None = None
    """The day that a typed value speaks of."""
    response: Text | None = None
    """What is done once it is beyond a line."""
    within: Measured | None = None
    """The time limit of the response: 3天."""

    @property
    def lines(self) -> tuple[str, ...]:
        """Its lines that are written, the farther one last."""
        return tuple(name for name in ("warn", "alarm") if getattr(self, name) is not None)

    @property
    def is_measured(self) -> bool:
        """Whether any number of it is expected: a target, a line or a value."""
        return any(getattr(self, name) is not None for name in NUMBERS)


class Kpis(Section):
    """The file `kpis.yml`: KPIs by id."""

    root: ClassVar[str] = "items"
    invisible: ClassVar[frozenset[str]] = frozenset({"items"})
    items: dict[Id, Kpi]
    """The KPIs by id."""
