"""Budget: groups of costs, the lines that explain them, and the caps that limit them."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Self

from pydantic import Field, model_validator

from plangen.model import Amount, Count, Entry, Id, Item, Months, RoleRef, Section, Share, StatedAmount, Text, reference
from plangen.values import MONTH, Span

AnyRef: Any = reference("", figure=True)
"""An address of any figure."""
LineRef: Any = reference("budget")
"""A line or group of the budget, by id."""


class Stated(Entry):
    """What the paper claims; compared with the lines."""

    facet: ClassVar[str] = "stated"
    amount: StatedAmount | None = None
    """The total as the paper has it."""


class Line(Item):
    """One line. Its amount is typed, or price × quantity × periods of those that are given."""

    governs: ClassVar[Mapping[str, str]] = {"cap": "caps"}
    name: Text
    """What the money is for."""
    price: Amount | None = None
    """Money for one: 1500元/月, 400元/张, 5000元/人/月. The units must cancel to money, or to money per month."""
    quantity: Count | None = None
    """How many: 6张, 4人."""
    periods: Months | None = None
    """For how many months."""
    amount: Amount | None = None
    """The amount, where it is not computed; 待定 while it is not known. An amount per month counts for `periods`."""
    cap: Amount | None = None
    """The most that this line may come to."""

    @model_validator(mode="after")
    def _monthly_amount(self) -> Self:
        """An amount per month with a number of months is the price of one month, whatever the quantity counts."""
        amount = self.amount
        if amount is not None and self.price is None and self.periods is not None and amount.unit.per == MONTH.over:
            for name, value in (("price", amount), ("amount", None)):
                object.__setattr__(self, name, value)
        return self

    @property
    def monthly(self) -> bool:
        """Whether its price is an amount per month."""
        return self.price is not None and "price" not in self.model_fields_set

    def factors(self) -> tuple[str, ...]:
        """The fields that multiply to the amount, of those that are given; empty without a price."""
        names = ("price", "periods") if self.monthly else ("price", "quantity", "periods")
        return tuple(name for name in names if getattr(self, name) is not None) if self.price is not None else ()

    def span(self, field_name: str = "", *inside: str | int) -> Span:
        """Where a field's value stands; an amount per month stands at `amount`, though it is a price."""
        return super().span("amount" if field_name == "price" and self.monthly else field_name, *inside)


class Cap(Item):
    """A limit on spending. It is checked where it names a line, or limits the whole group (neither line nor basis)."""

    governs: ClassVar[Mapping[str, str]] = {"limit": "caps", "basis": "caps", "line": "caps", "approver": "rules"}
    name: Text
    """What it limits."""
    limit: Amount
    """The most that may be spent: ≤10000元."""
    basis: Text | None = None
    """What it counts for: each order, each person and month."""
    approver: RoleRef | None = None
    """Who may allow more."""
    line: LineRef | None = None
    """The line or group that it limits, in the unit of its amount or of its price."""


class Group(Item):
    """A group of costs that the plan treats as one sum."""

    governs: ClassVar[Mapping[str, str]] = {"max_share": "caps", "share_of": "definitions"}
    name: Text
    """What the group is called."""
    stated: Stated | None = None
    """What the paper claims."""
    share_of: AnyRef | None = None
    """The figure to measure the group against, down to its measure: objectives/revenue.target."""
    max_share: Share | None = None
    """The largest share of it that the group may take."""
    lines: dict[Id, Line] = Field(default_factory=dict)
    """The lines by id."""
    caps: dict[Id, Cap] = Field(default_factory=dict)
    """The caps by id."""

    @property
    def has_stated(self) -> bool:
        """Whether the paper states the total."""
        return self.stated is not None and self.stated.amount is not None


class Budget(Section):
    """The file `budget.yml`: groups by id."""

    root: ClassVar[str] = "items"
    invisible: ClassVar[frozenset[str]] = frozenset({"items"})
    items: dict[Id, Group]
    """The groups by id."""

    def lines(self) -> Iterator[Line]:
        """All lines, in the order written."""
        for group in self.items.values():
            yield from group.lines.values()
