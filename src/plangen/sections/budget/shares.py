"""Shares of the budget: what a group costs beside what its share of another figure allows."""

from dataclasses import replace
from decimal import Decimal

from plangen.compute import PlanScope
from plangen.sections.budget.limits import FACETS, certainly_over, possibly_over
from plangen.sections.budget.model import Group
from plangen.values import SHARE, Address, Quantity, record

STEPS = tuple(Decimal(1).scaleb(-digits) for digits in (4, 6, 8, 10))
"""How finely a share is said: as finely as it takes to show that it is above its limit."""


@record
class Share:
    """A group's cost beside the most that its share allows (`allowed` = limit × base, not rounded)."""

    group: Group
    target: Address
    figure: Address
    cost: Quantity
    base: Quantity
    limit: Quantity
    allowed: Quantity

    @property
    def certain(self) -> bool:
        """Whether the cost is above it whatever is still open."""
        return certainly_over(self.cost, self.allowed)

    @property
    def possible(self) -> bool:
        """Whether the cost may be above it."""
        return possibly_over(self.cost, self.allowed)

    @property
    def said(self) -> Quantity:
        """The cost as a share of the base."""
        shares = [replace(self.cost.divide(self.base, step), unit=SHARE) for step in STEPS]
        return next((share for share in shares if certainly_over(share, self.limit)), shares[0])


def share_of(group: Group, scope: PlanScope) -> Share | None:
    """What a group's share allows, beside the larger of the sum of its lines and its stated total.

    None where no share is limited, and where one of both is not known or does not fit, which is found elsewhere.
    """
    target = scope.resolve(group.share_of) if group.share_of else None
    base = scope.quantity(target) if target else None
    limit = scope.quantity(group.address("max_share"))
    if target is None or base is None or base.low is None or base.low <= 0 or limit is None or limit.high is None:
        return None
    top, open_ = replace(limit, low=limit.high), replace(base, high=None) if base.missing else base
    allowed = replace(top * open_, strict=limit.strict, missing=0)
    figures = [group.address("amount", facet) for facet in FACETS]
    found = [
        Share(group, target, figure, cost, base, limit, allowed)
        for figure in figures
        if (cost := scope.quantity(figure)) is not None and not cost.unset and cost.unit == allowed.unit
    ]
    return min(found, key=lambda one: (not one.certain, not one.possible), default=None)
