"""Limits of the budget: which figure a cap limits, and whether it is above it."""

from collections.abc import Iterator
from dataclasses import replace

from plangen.compute import PlanScope
from plangen.sections.budget.model import Budget, Cap, Group, Line
from plangen.values import Address, Quantity, Span, record

FACETS = ("", "rollup", "stated")
"""The amount of a group: the one that counts, the sum of its lines, the total that the paper states."""


@record
class Limit:
    """A cap beside the figure that it limits; `quantity` is None where there is no such figure."""

    name: str
    limit: Quantity
    span: Span
    address: Address
    limited: Line | Group
    figure: Address
    quantity: Quantity | None

    @property
    def excess(self) -> Address:
        """The figure that says by how much it is above."""
        return self.address.with_measure("over")

    @property
    def fits(self) -> bool:
        """Whether the units agree; what is not set yet fits everything."""
        open_ = self.quantity is None or self.quantity.unset or self.limit.unset
        return open_ or (self.quantity is not None and self.quantity.unit == self.limit.unit)

    @property
    def top(self) -> Quantity:
        """The highest number that is allowed; what the plan writes as ≤10000元 and as 10000元 is the same limit."""
        return replace(self.limit, low=self.limit.high)

    @property
    def certain(self) -> bool:
        """Whether the figure is above the limit whatever is still open."""
        return self.fits and self.quantity is not None and certainly_over(self.quantity, self.limit)

    @property
    def possible(self) -> bool:
        """Whether the figure may be above the limit; never for one that is not set."""
        return self.fits and self.quantity is not None and possibly_over(self.quantity, self.top)

    @property
    def over(self) -> Quantity | None:
        """By how much, where that is known."""
        return self.quantity - self.top if self.certain and self.quantity is not None else None


def certainly_over(quantity: Quantity, limit: Quantity) -> bool:
    """Whether every number meant here is above the highest that is allowed."""
    low, high = quantity.low, limit.high
    if low is None or high is None:
        return False
    return low > high or (low == high and (quantity.strict or limit.strict))


def possibly_over(quantity: Quantity, limit: Quantity) -> bool:
    """Whether some number meant here is above the lowest limit that is meant; False where one is not set."""
    high, lowest = quantity.high, limit.low
    if quantity.unset or lowest is None:
        return False
    return high is None or high > lowest or (high == lowest and limit.strict and not quantity.strict)


def limits(section: Budget, scope: PlanScope) -> Iterator[Limit]:
    """Every cap that can be checked: those of lines, then those of groups."""
    for group in section.items.values():
        for line in group.lines.values():
            if line.cap is not None:
                yield _limit(line, line, scope)
        for cap in group.caps.values():
            limited = limited_by(cap, group, scope)
            if limited is not None:
                yield _limit(cap, limited, scope)


def limited_by(cap: Cap, group: Group, scope: PlanScope) -> Line | Group | None:
    """What a cap limits: the line or group it names; without a name and a basis the group that it stands in."""
    if cap.line is None:
        return group if cap.basis is None else None
    address = scope.resolve(cap.line, "budget")
    entry = scope.entry(address) if address else None
    return entry if isinstance(entry, Line | Group) else None


def _limit(by: Line | Cap, limited: Line | Group, scope: PlanScope) -> Limit:
    """A limit on the figure whose unit it has: the amount, else the price, else the implied price.

    Of a group it limits the sum of its lines and the stated total, whichever is above it.
    """
    field = "cap" if isinstance(by, Line) else "limit"
    limit = scope.quantity(by.address(field)) or getattr(by, field)
    figures = [limited.address(measure) for measure in ("amount", "price", "unit-price")]
    if isinstance(limited, Group):
        figures = [limited.address("amount", facet) for facet in FACETS]
    found = [
        Limit(by.name, limit, by.span(field), by.address(), limited, figure, scope.quantity(figure))
        for figure in figures
    ]
    fitting = [one for one in found if one.quantity is not None and one.fits] or found
    if isinstance(limited, Group):
        fitting.sort(key=lambda one: (not one.certain, not one.possible))
    return fitting[0]
