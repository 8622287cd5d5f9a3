"""By how much a line or group is above a cap."""

from collections.abc import Iterator

from plangen.compute import PlanScope, Rule
from plangen.sections.budget.limits import FACETS, limited_by
from plangen.sections.budget.model import Budget, Cap, Group, Line
from plangen.values import Address


def rules(section: Budget, scope: PlanScope) -> Iterator[Rule]:
    """The excess of everything that has a cap; unset where it is within it."""
    for group in section.items.values():
        for line in group.lines.values():
            if line.cap is not None:
                yield _excess(line, line, scope)
        for cap in group.caps.values():
            limited = limited_by(cap, group, scope)
            if limited is not None:
                yield _excess(cap, limited, scope)


def over(by: Line | Cap) -> Address:
    """The address of the excess over a cap."""
    return by.address("over")


def _excess(by: Line | Cap, limited: Line | Group, scope: PlanScope) -> Rule:
    cap = scope.key(by.address("cap" if isinstance(by, Line) else "limit"))
    inputs = (cap, *(scope.key(address) for address in _figures(limited)))
    note = scope.word("计划 − 上限", "planned − cap")
    return Rule(scope.key(over(by)), "excess", inputs, by.span("cap" if isinstance(by, Line) else "limit"), note=note)


def _figures(limited: Line | Group) -> Iterator[Address]:
    """What the cap may be compared with: `limits` tells which of them it limits."""
    if isinstance(limited, Group):
        there = {"": True, "rollup": bool(limited.lines), "stated": limited.has_stated}
        yield from (limited.address("amount", facet) for facet in FACETS if there[facet])
        return
    yield limited.address("amount")
    if limited.price is not None:
        yield limited.address("price")
    elif limited.amount is not None and limited.quantity is not None:
        yield limited.address("unit-price")
