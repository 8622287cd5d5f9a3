"""Scorecards: cards for roles, with criteria that have points or weights, and criteria of their own."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, field_validator

from plangen.model import (
    Chosen,
    Count,
    Entry,
    Id,
    Item,
    Measured,
    Part,
    RoleRef,
    RoleRefs,
    Section,
    Share,
    StatedCount,
    Text,
    reference,
)
from plangen.values import Formulated, Period, Quantity, Refused, Unit

AnyRef: Any = reference("", figure=True)
"""An address of any figure."""
CardRef: Any = reference("scorecards")
"""A card by id."""
POINTS = Unit(("分",))
"""What is scored in, where only a number is written."""
PAY: Mapping[str, str] = dict.fromkeys(
    ("points", "weight", "deduct", "round", "cap", "repeat", "award", "card", "annual"), "pay"
)
"""What decides about a score, and so about pay."""


def in_points(value: Quantity | None) -> Quantity | None:
    """A number that may have been written without its unit: 20, 4/天."""
    if value is None or value.unset or value.unit.over or isinstance(value, Formulated):
        return value
    return replace(value, unit=Unit(POINTS.over, value.unit.per))


class Stated(Entry):
    """What the paper claims; compared with what the criteria come to."""

    facet: ClassVar[str] = "stated"
    points: StatedCount | None = None
    """The total as the paper has it."""
    _points_unit = field_validator("points")(in_points)


class Scored(Entry):
    """What a card and a criterion share: points and a factor for repeats."""

    governs: ClassVar[Mapping[str, str]] = PAY
    points: Count | None = None
    """The most that can be scored: 100分. Without it, what the criteria below come to."""
    repeat: Count | None = None
    """How many times a deduction counts that repeats one of the period before: 2倍. It holds for everything below."""
    _points_unit = field_validator("points")(in_points)


class Criterion(Part, Scored):
    """One criterion. It begins with all its points, and loses some by `deduct` or `award`."""

    name: Text
    """What is looked at."""
    text: Text | None = None
    """What is expected, or what counts as a failure."""
    weight: Share | None = None
    """Its share of the score above, where it is scored from the same points as that one: 70%."""
    deduct: Measured | None = None
    """What one event costs: 4分/天, 5分/项. A criterion below without points of its own is worth one event."""
    round: Annotated[Literal["up", "down"], Chosen] | None = None
    """What a part of an event counts for: half a day is a day (up) or none (down)."""
    cap: Count | None = None
    """The most that the events take away. Without it, down to zero."""
    award: Annotated[Literal["all-or-nothing", "judged"], Chosen] | None = None
    """How points are given where nothing is deducted."""
    measure: AnyRef | None = None
    """The figure that it is scored by: kpis/growth.target, objectives/revenue.target."""
    card: CardRef | None = None
    """The card whose score it takes over: its share of that card's points, of these points."""
    due: Text | None = None
    """By when it has to be done: 每月30日前."""
    criteria: "dict[Id, Criterion]" = Field(default_factory=dict)
    """The criteria below it, by id. The ids of a card are one set."""

    _cap_unit = field_validator("cap")(in_points)

    @field_validator("deduct")
    @classmethod
    def _for_each(cls, value: Quantity | None) -> Quantity | None:
        if value is not None and not value.unset and not value.unit.per:
            raise Refused("PG205", text=value.unit, expected=("4分/天, 5分/项", "4 points/day, 5 points/time"))
        return in_points(value)

    @property
    def has_rule(self) -> bool:
        """Whether anything says how its points are given."""
        ways = (self.deduct, self.award, self.text, self.measure, self.card, *self.criteria)
        return any(way is not None for way in ways)


class Result(Part):
    """What happened to one criterion in a worked example: a score, or events."""

    score: StatedCount | None = None
    """The score that it got; of a linked card, that card's score."""
    events: StatedCount | None = None
    """How many events there were: 2.5天, 1项."""
    repeated: StatedCount | None = None
    """How many more there were that repeat one of the period before."""
    _score_unit = field_validator("score")(in_points)


def _period(text: str) -> None:
    try:
        Period.parse(text.strip())
    except Refused:
        raise Refused("PG229", text=text) from None


class Example(Part):
    """A worked example: criteria that are not named keep all their points. Or the scores of months, and their mean."""

    name: Text
    """What happened, in words."""
    results: dict[Id, Result] = Field(default_factory=dict)
    """What happened, by the id of the criterion."""
    scores: dict[str, StatedCount] = Field(default_factory=dict)
    """The scores of the months: M01: 88.3分."""

    @field_validator("scores")
    @classmethod
    def _by_month(cls, value: dict[str, Quantity]) -> dict[str, Quantity]:
        for key in value:
            _period(key)
        return {key: in_points(score) or score for key, score in value.items()}

    def months(self) -> list[Period]:
        """The periods that have a score, in the order written."""
        return [period for _, _, period, _ in self.phased_quantities()]


class Card(Item, Scored):
    """One card: who is scored, by whom, how often, and by what."""

    by_member: ClassVar[bool] = True
    name: Text
    """What the card is called."""
    role: RoleRefs = ()
    """The roles that it scores."""
    assessor: RoleRef | None = None
    """The role that scores them."""
    period: Annotated[Literal["month", "quarter", "year"], Chosen] | None = None
    """How often there is a score."""
    annual: Annotated[Literal["mean"], Chosen] | None = None
    """How the scores of a year become one: their mean."""
    joiners: Text | None = None
    """What holds for who was there for a part of the year only."""
    stated: Stated | None = None
    """What the paper claims."""
    criteria: dict[Id, Criterion] = Field(default_factory=dict)
    """The criteria by id. The ids of a card are one set."""
    examples: dict[Id, Example] = Field(default_factory=dict)
    """Worked examples by id."""


class Scorecards(Section):
    """The file `scorecards.yml`: cards by id."""

    root: ClassVar[str] = "items"
    invisible: ClassVar[frozenset[str]] = frozenset({"items"})
    items: dict[Id, Card]
    """The cards by id."""
