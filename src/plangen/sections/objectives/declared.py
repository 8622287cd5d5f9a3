"""What an objective declares beside its numbers: how it rolls up, and which differences are known and owned."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from plangen.model import Chosen, Date, Entry, Id, Measured, RoleRef, Text


class Aggregate(Entry):
    """How a measure rolls up. What is not said is `sum` for money and counts, and nothing for shares and rates."""

    governs: ClassVar[Mapping[str, str]] = dict.fromkeys(
        ("members", "time", "weight", "numerator", "denominator"), "definitions"
    )
    members: Annotated[Literal["sum", "mean", "weighted", "ratio", "max", "min", "none"], Chosen] | None = None
    """Over members and child plans."""
    time: Annotated[Literal["sum", "last", "mean", "weighted", "ratio", "max", "min", "none"], Chosen] | None = None
    """Over months and quarters; `last` for a stock such as headcount."""
    weight: Id | None = None
    """The objective that `weighted` weighs by."""
    numerator: Id | None = None
    """The objective that `ratio` divides."""
    denominator: Id | None = None
    """The objective that `ratio` divides by."""


class DeclaredGap(Entry):
    """A known difference of a total and its parts: how much, whose (`owner`, required), until when, why."""

    member: ClassVar[bool] = True
    facet: ClassVar[str] = "declared"
    amount: Measured
    """Total less the sum of the parts: above zero where the parts are short, below where they are more."""
    owner: RoleRef
    """The role that closes it."""
    due: Date
    """The day by which it is closed."""
    reason: Text
    """Why the difference is there."""
