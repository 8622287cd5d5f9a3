"""Measures: what a kind of figure is called, counted in, and how it adds up."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from plangen.values.unit import Unit


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of an item, such as `target` or `headcount`.

    `over_time` and `over_members` say how figures of parts make the figure of the whole; `none` means they do not.
    `better` is the good direction, "" where there is none. `step` is the smallest amount an allocation hands out,
    in base units.
    """

    name: str
    unit: Unit
    over_time: Literal["sum", "last", "mean", "none"] = "sum"
    over_members: Literal["sum", "none"] = "sum"
    better: Literal["higher", "lower", ""] = ""
    step: Decimal | None = None
