"""The review debt of a copied year with the names that readers know."""

from collections.abc import Iterator

from plangen.compute.scope import YearScope
from plangen.model import Debt, review_debt
from plangen.values import record


@record
class NamedDebt:
    """What one role still has to look at in one plan: what plan and role are called, and how much it is."""

    plan: str
    owner: str
    debt: Debt


def named_debts(scope: YearScope) -> Iterator[NamedDebt]:
    """The review debt of a year, plan by plan, the greatest part of a plan first."""
    plans = {each.plan.path: each for each in scope.plans()}
    home, nobody = scope.word("{year} 年首页", "page of {year}", year=scope.year), scope.word("没有负责人", "nobody")
    for debt in sorted(review_debt(scope.handbook, scope.year), key=lambda debt: (debt.plan, -debt.count, debt.owner)):
        plan = plans.get(debt.plan)
        owner = plan.named(debt.owner) if plan and debt.owner else debt.owner or nobody
        yield NamedDebt(plan.plan.head.name if plan else home, owner, debt)
