"""Analysis: factors by area, each helpful, harmful or neither. A factor keeps its address in another area."""

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from plangen.model import Chosen, Entry, Id, Item, Section, StatedCount, Text, references

SIGNS = ("positive", "negative", "neutral")
"""The signs in reading order."""
Answers: Any = references("")
"""One address or several, of anything in the handbook."""


class Factor(Item):
    """One factor."""

    sign: Annotated[Literal["positive", "negative", "neutral"], Chosen]
    """Whether it helps (`positive`), hinders (`negative`), or is a fact that may do both (`neutral`)."""
    text: Text
    """The factor, as a sentence."""
    evidence: Text | None = None
    """What it rests on."""
    answer: Answers = ()
    """What is done about it: addresses of tasks, rules, objectives."""


class Stated(Entry):
    """What the paper announces; compared with the factors that are listed."""

    facet: ClassVar[str] = "stated"
    positive: StatedCount | None = None
    """How many positive factors the paper announces."""
    negative: StatedCount | None = None
    """How many negative factors the paper announces."""


class Area(Item):
    """One area that is looked at: sales, costs, the team."""

    name: Text
    """What the area is called."""
    stated: Stated | None = None
    """What the paper announces."""
    factors: dict[Id, Factor] = Field(default_factory=dict)
    """The factors by id."""

    def signed(self, sign: str) -> list[Factor]:
        """The factors of a sign."""
        return [factor for factor in self.factors.values() if factor.sign == sign]


class Analysis(Section):
    """The file `analysis.yml`: areas by id."""

    root: ClassVar[str] = "items"
    invisible: ClassVar[frozenset[str]] = frozenset({"items"})
    items: dict[Id, Area]
    """The areas by id."""

    def factors(self) -> Iterator[Factor]:
        """The factors of all areas, in the order written."""
        for area in self.items.values():
            yield from area.factors.values()
