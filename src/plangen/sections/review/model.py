"""Review: the period that is looked back on, what it is compared with, and the results by id."""

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, field_validator

from plangen.model import (
    Chosen,
    Entry,
    Id,
    Item,
    Measured,
    Part,
    Section,
    StatedCount,
    StatedMeasured,
    Target,
    Text,
    references,
)  # fmt: skip
from plangen.sections.review.stretch import Months_, Stretch

FactorRefs: Any = references("analysis")
"""One factor of the analysis by id, or a list of them."""
Steps: Any = references("")
"""One address or several, of anything in the handbook."""
NUMBERS = ("actual", "before", "target")
"""The quantities of a result that have to be of one unit."""


class Piece(Part):
    """One amount of a result: a region, a product, a week."""

    name: Text | None = None
    """What it is the amount of."""
    actual: Measured | None = None
    """What was reached."""
    before: Measured | None = None
    """What it was in the period that is compared with."""


class Stated(Entry):
    """What the paper says about a result; compared with what is computed and listed."""

    facet: ClassVar[str] = "stated"
    growth: StatedMeasured | None = None
    """The growth that the paper states: 20%."""
    parts: StatedCount | None = None
    """How many parts the paper announces: 8类."""


class Result(Item):
    """One result: a metric with its numbers, or a statement that has none."""

    name: Text
    """What was measured, or what is spoken of."""
    actual: Measured | None = None
    """What was reached: a number, 待定, or a formula; without one the sum of `parts`."""
    before: Measured | None = None
    """What it was in the period that is compared with; without one the sum of `parts`."""
    target: Target | None = None
    """What was planned: a number, or a formula such as = previous(objectives/revenue.target)."""
    better: Annotated[Literal["higher", "lower"], Chosen] = "higher"
    """Whether a higher or a lower number is better."""
    adds_up: Annotated[Literal["yes", "no"], Chosen] | None = None
    """Whether its months add up, so that periods of other lengths are compared by the month; else told by the unit."""
    status: Annotated[Literal["met", "missed"], Chosen] | None = None
    """What the paper says about the target."""
    trend: Annotated[Literal["up", "down", "level"], Chosen] | None = None
    """What the paper says about the change."""
    statement: Text | None = None
    """What is to be said about it."""
    data: Text | None = None
    """Where its numbers come from: a CSV file and its column, a department."""
    parts: dict[Id, Piece] = Field(default_factory=dict)
    """The amounts that it is made of, by id."""
    stated: Stated | None = None
    """What the paper says."""
    factors: FactorRefs = ()
    """The factors of the analysis that explain it."""
    actions: Steps = ()
    """What follows from it: addresses of tasks, rules, objectives."""

    def has(self, field: str) -> bool:
        """Whether it has a number of a field, typed or as the sum of its parts."""
        return getattr(self, field) is not None or (field != "target" and bool(self.pieces(field)))

    def pieces(self, field: str) -> list[Piece]:
        """Its parts that have a number of a field."""
        return [piece for piece in self.parts.values() if getattr(piece, field) is not None]


class Review(Section):
    """The file `review.yml`: the periods, and the results by id."""

    period: Months_
    """The months that are looked back on: 2025 M08..M12; without a year those of the plan's own."""
    compare_to: Months_ | None = None
    """The months that they are compared with."""
    results: dict[Id, Result]
    """The results by id."""

    @field_validator("period", "compare_to")
    @classmethod
    def _is_stretch(cls, value: str | None) -> str | None:
        if value is not None:
            Stretch.parse(value, 0)
        return value

    def stretches(self, year: int) -> Iterator[tuple[str, Stretch]]:
        """The periods that are written, by field."""
        for field in ("period", "compare_to"):
            text = getattr(self, field)
            if text is not None:
                yield field, Stretch.parse(text, year)
