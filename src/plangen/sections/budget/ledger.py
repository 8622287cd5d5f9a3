"""The budget's lines of the gap ledger: totals that the paper states and the lines do not reach."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.sections.budget.gaps import gap_of, money_unit
from plangen.sections.budget.model import Budget
from plangen.views import LedgerLine, Link, Num


def ledger(section: Budget, scope: PlanScope) -> Iterator[LedgerLine]:
    """Every group whose stated total and lines certainly differ."""
    unit = money_unit(section, scope)
    for group in section.items.values():
        gap = gap_of(group, scope)
        if gap is not None and gap.apart:
            top, bottom, rest = (
                Num(scope.quantity(address), unit, with_unit=True, address=address)
                for address in (group.address("amount", facet) for facet in ("stated", "rollup", "gap"))
            )
            what, by = (Link(group.name, group.address()),), scope.word("明细", "lines")
            judged = group.address("amount", "stated")
            yield LedgerLine(what, by, top, bottom, rest, "undeclared", group.owner or "", judged=judged)
