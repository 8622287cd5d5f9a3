"""SWOT: four quadrants of judgements, each with its evidence and its answer; actions that pair quadrants."""

from typing import Annotated, Any, Literal

from pydantic import Field

from plangen.model import Chosen, Date, Id, Item, Section, Text, references

QUADRANTS = ("strengths", "weaknesses", "opportunities", "threats")
"""The quadrants in reading order: inside and outside, helpful and harmful."""

Answers: Any = references("")
"""One address or several, of anything in the handbook."""


class Factor(Item):
    """One judgement of a quadrant."""

    text: Text
    """The judgement, as a sentence."""
    evidence: Text | None = None
    """What it rests on."""
    answer: Answers = ()
    """What is done about it: addresses of tasks, objectives, actions."""


class Action(Item):
    """What follows from two quadrants together (TOWS)."""

    pair: Annotated[
        Literal["strengths-opportunities", "weaknesses-opportunities", "strengths-threats", "weaknesses-threats"],
        Chosen,
    ]
    """The two quadrants that it joins."""
    text: Text
    """What is to be done, as a sentence."""
    answer: Answers = ()
    """Where it is carried out: addresses of tasks, objectives."""
    due: Date | None = None
    """The last day, or 待定."""

    @property
    def quadrants(self) -> list[str]:
        """The names of its two quadrants."""
        return self.pair.split("-")


class Swot(Section):
    """The file `swot.yml`. Ids of factors and actions are one set: `swot/no-base`, `swot/anchor-first`."""

    strengths: dict[Id, Factor] = Field(default_factory=dict)
    """Inside and helpful."""
    weaknesses: dict[Id, Factor] = Field(default_factory=dict)
    """Inside and harmful."""
    opportunities: dict[Id, Factor] = Field(default_factory=dict)
    """Outside and helpful."""
    threats: dict[Id, Factor] = Field(default_factory=dict)
    """Outside and harmful."""
    actions: dict[Id, Action] = Field(default_factory=dict)
    """What follows from two quadrants together, by id."""

    def quadrant(self, name: str) -> dict[str, Factor]:
        """The factors of a quadrant by id."""
        factors: dict[str, Factor] = getattr(self, name)
        return factors

    @property
    def factors(self) -> list[Factor]:
        """The factors of all quadrants, in reading order."""
        return [factor for name in QUADRANTS for factor in self.quadrant(name).values()]
