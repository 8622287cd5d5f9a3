"""Support: what a plan needs from others. An amount is typed, or price × quantity × periods."""

from typing import Annotated, ClassVar, Literal

from plangen.model import Amount, Chosen, Count, Date, Id, Item, Measured, Money, Months, RoleRef, Section, Text

STATUSES = ("asked", "granted", "refused")
"""How far a request is, in order."""


class Request(Item):
    """One thing that is needed."""

    name: Text
    """What is needed."""
    text: Text | None = None
    """What it is for, and on which terms."""
    asked_of: RoleRef | None = None
    """The role that is asked for it; of another plan by address: `adhesives:org/director`."""
    price: Amount | None = None
    """Money for one: ≤5000元/人/月. The units must cancel to money."""
    quantity: Count | None = None
    """How many: 4人."""
    periods: Months | None = None
    """For how many months."""
    amount: Money | None = None
    """The money, where it is not computed; 待定 while it is not known. What is no money has none."""
    start: Date | None = None
    """The first day it is needed."""
    end: Date | None = None
    """The last day it is needed."""
    within: Measured | None = None
    """How soon it has to come once it is due: 3个工作日."""
    status: Annotated[Literal["asked", "granted", "refused"], Chosen] = "asked"
    """How far the request is."""

    def factors(self) -> tuple[str, ...]:
        """The fields that multiply to the amount, of those that are given; empty without a price."""
        names = (name for name in ("price", "quantity", "periods") if getattr(self, name) is not None)
        return tuple(names) if self.price is not None else ()

    @property
    def costs(self) -> bool:
        """Whether it is money."""
        return self.amount is not None or self.price is not None


class Support(Section):
    """The file `support.yml`: requests by id."""

    root: ClassVar[str] = "items"
    invisible: ClassVar[frozenset[str]] = frozenset({"items"})
    items: dict[Id, Request]
    """The requests by id."""
