"""Risks: what sets each off, what is done then, by whom, how soon, and how grave it is."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from plangen.model import Chosen, Id, Item, Measured, Section, Text, reference

LEVELS = ("low", "medium", "high")
"""The levels of probability and impact."""
Level = Annotated[Literal["low", "medium", "high"], Chosen]
AnyRef: Any = reference("", figure=True)
"""An address of any figure."""


class Risk(Item):
    """One risk. Its `owner` carries out the response."""

    governs: ClassVar[Mapping[str, str]] = dict.fromkeys(("alarm", "within"), "rules")
    name: Text
    """What may happen."""
    trigger: Text | None = None
    """What sets the response off, where no number does."""
    figure: AnyRef | None = None
    """The figure that is watched: objectives/revenue.target."""
    alarm: Measured | None = None
    """Where the figure sets the response off: <80%, ≥5次."""
    response: Text | None = None
    """What is done then."""
    within: Measured | None = None
    """How soon: 24小时, 3天以内."""
    probability: Level | None = None
    """How likely it is."""
    impact: Level | None = None
    """How much harm it does."""

    @property
    def rated(self) -> bool:
        """Whether probability and impact are both judged."""
        return self.probability is not None and self.impact is not None


class Risks(Section):
    """The file `risks.yml`: risks by id."""

    root: ClassVar[str] = "items"
    invisible: ClassVar[frozenset[str]] = frozenset({"items"})
    items: dict[Id, Risk]
    """The risks by id."""

    def at(self, probability: str, impact: str) -> list[Risk]:
        """The risks of one cell of the matrix."""
        return [risk for risk in self.items.values() if (risk.probability, risk.impact) == (probability, impact)]
