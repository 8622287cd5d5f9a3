"""Budget: groups of costs, the lines that explain them, and the caps that limit them."""

from collections.abc import Iterator
from typing import Any, ClassVar

from pydantic import Field

from plangen.model import Amount, Count, Entry, Id, Item, Months, RoleRef, Section, Share, Text, reference

AnyRef: Any = reference("")
"""An address of any figure."""
LineRef: Any = reference("budget")
"""A line or group of the budget, by id."""


class Stated(Entry):
    """What the paper claims; compared with the lines."""

    facet: ClassVar[str] = "stated"
    amount: Amount | None = None
    """The total as the paper has it."""


class Line(Item):
    """One line. Its amount is typed, or price × quantity × periods of those that are given."""

    name: Text
    """What the money is for."""
    price: Amount | None = None
    """Money for one: 1500元/月, 400元/张, 5000元/人/月. The units must cancel to money, or to money per month."""
    quantity: Count | None = None
    """How many: 6张, 4人."""
    periods: Months | None = None
    """For how many months."""
    amount: Amount | None = None
    """The amount, where it is not computed; 待定 while it is not known."""
    cap: Amount | None = None
    """The most that this line may come to."""

    def factors(self) -> tuple[str, ...]:
        """The fields that multiply to the amount, of those that are given; empty without a price."""
        given = tuple(name for name in ("price", "quantity", "periods") if getattr(self, name) is not None)
        return given if self.price is not None else ()


class Cap(Item):
    """A limit on spending. It is checked where it names a line, or limits the whole group (neither line nor basis)."""

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

    name: Text
    """What the group is called."""
    stated: Stated | None = None
    """What the paper claims."""
    share_of: AnyRef | None = None
    """The figure to measure the group against: objectives/revenue.target."""
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
