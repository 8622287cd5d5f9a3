"""Competitors: what is known of each along the same dimensions, and what is done about it."""

from typing import Any

from pydantic import Field

from plangen.model import Count, Id, Item, Section, Text, references
from plangen.values import is_unset

Answers: Any = references("")
"""One address or several, of anything in the handbook."""


class Dimension(Item):
    """One thing that is compared: price, quality, terms of payment."""

    name: Text
    """What is compared."""
    own: Text | None = None
    """How we do there."""


class Competitor(Item):
    """One competitor, or a group of them."""

    name: Text
    """What it is called."""
    count: Count | None = None
    """How many there are, where it is a group: 不少于500家."""
    values: dict[Id, Text] = Field(default_factory=dict)
    """What is known by dimension; 待定 while it is being found out."""
    strengths: Text | None = None
    """What it does better."""
    weaknesses: Text | None = None
    """What it does worse."""
    response: Text | None = None
    """What we do about it."""
    answer: Answers = ()
    """Where that is carried out: addresses of tasks, campaigns, rules."""

    def known(self, dimension: str) -> bool:
        """Whether anything is known of a dimension."""
        return dimension in self.values and not is_unset(self.values[dimension])


class Competitors(Section):
    """The file `competitors.yml`: the dimensions, and the competitors. Their ids are one set."""

    dimensions: dict[Id, Dimension] = Field(default_factory=dict)
    """What is compared, by id."""
    competitors: dict[Id, Competitor] = Field(default_factory=dict)
    """The competitors by id, the nearest first."""

    def gaps(self, competitor: Competitor) -> list[Dimension]:
        """The dimensions that nothing is known of."""
        return [dimension for dimension in self.dimensions.values() if not competitor.known(dimension.id)]
