"""Incentives: conditions, and what follows: a text, an amount, a rate, or a ladder of rates.

They are for the company's own people and its dealers. There is no field for whoever decides about buying at a customer.
"""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, field_validator

from plangen.model import (
    Amount,
    Chosen,
    Id,
    Item,
    Known,
    Measured,
    Part,
    RoleRef,
    RoleRefs,
    Section,
    Span_,
    Step,
    Text,
    reference,
)
from plangen.values import SHARE, Quantity, Refused

AnyRef: Any = reference("", figure=True)
"""An address of any figure."""


def is_rate(value: Quantity | None) -> Quantity | None:
    """A share of the result, or money for each of something."""
    if value is not None and not value.unset and value.unit != SHARE and not value.unit.is_money_rate:
        raise Refused("PG205", text=value.unit, expected=("2‰, 5%, 50元/家", "2‰, 5%, 50 CNY/store"))
    return value


class Condition(Part):
    """One condition. All conditions of an incentive have to hold."""

    governs: ClassVar[Mapping[str, str]] = {"measure": "pay", "period": "pay", "threshold": "pay"}
    text: Text | None = None
    """The condition in words."""
    measure: AnyRef | None = None
    """The figure that is looked at, such as objectives/revenue.target."""
    period: Span_ | None = None
    """The months that are looked at: M06..M07."""
    threshold: Measured | None = None
    """From where on it holds: ≥100%, <80%. A share is a share of the figure."""


class Rung(Part):
    """One step of a ladder: from where on, and what is paid there."""

    governs: ClassVar[Mapping[str, str]] = {"at_least": "pay", "below": "pay", "rate": "pay", "amount": "pay"}
    at_least: Step
    """The smallest result of the step."""
    below: Step | None = None
    """Where the step ends; this result belongs to the next one. Without it, where the next one begins."""
    rate: Measured | None = None
    """A share of the result (2‰, 5%), or money for each (50元/家). Of steps such as 80%, of that part of `base`."""
    amount: Amount | None = None
    """A fixed amount, beside the rate or instead of it."""
    _rate_unit = field_validator("rate")(is_rate)

    @property
    def start(self) -> Quantity | None:
        """Where it begins, if that is one number."""
        return self.at_least if self.at_least.is_exact else None


class Sample(Part):
    """A result that the pay is worked out for."""

    result: Known
    """The result: 80万元."""


class Incentive(Item):
    """One incentive or penalty."""

    governs: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys(("recipients", "consequence", "amount", "base", "rate", "counts"), "pay"),
        "approver": "rules",
    }
    name: Text
    """What it is called."""
    kind: Annotated[Literal["reward", "penalty"], Chosen] = "reward"
    """Whether it rewards or punishes."""
    recipients: Annotated[Literal["staff", "team", "dealers"], Chosen] = "staff"
    """Who gets it: each person, a team together, or dealers."""
    role: RoleRefs = ()
    """The roles that it is for."""
    conditions: dict[Id, Condition] = Field(default_factory=dict)
    """The conditions by id."""
    consequence: Text | None = None
    """What follows, in words."""
    amount: Amount | None = None
    """The money that follows."""
    base: AnyRef | None = None
    """The figure that the rate or the ladder is paid on, such as objectives/revenue.target."""
    rate: Measured | None = None
    """A share of the result (2‰), or money for each (50元/家)."""
    counts: Annotated[Literal["whole", "part"], Chosen] = "whole"
    """Whether the rate of the step that is reached holds for the whole result, or each rate for its own part of it."""
    ladder: dict[Id, Rung] = Field(default_factory=dict)
    """The steps by id."""
    samples: dict[Id, Sample] = Field(default_factory=dict)
    """Results that the pay is worked out for, by id."""
    approver: RoleRef | None = None
    """The role that has to approve it."""
    _rate_unit = field_validator("rate")(is_rate)

    def steps(self) -> list[Rung]:
        """The steps whose beginning is known, the lowest first; without those in another unit than the first one's."""
        known = [rung for rung in self.ladder.values() if rung.start is not None]
        fitting = [rung for rung in known if rung.at_least.unit == known[0].at_least.unit]
        return sorted(fitting, key=lambda rung: rung.at_least.value)

    @property
    def pays(self) -> bool:
        """Whether it says what is paid."""
        return self.amount is not None or self.rate is not None or bool(self.ladder)


class Incentives(Section):
    """The file `incentives.yml`: incentives and penalties by id."""

    root: ClassVar[str] = "items"
    invisible: ClassVar[frozenset[str]] = frozenset({"items"})
    items: dict[Id, Incentive]
    """The incentives by id."""

    def ladders(self) -> Iterator[Incentive]:
        """Those that have a ladder of two steps and more."""
        return (incentive for incentive in self.items.values() if len(incentive.steps()) > 1)
