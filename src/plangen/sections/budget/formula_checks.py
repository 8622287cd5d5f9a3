"""Checks of formulas in the budget: an amount per month is a price."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.budget.model import Budget
from plangen.values import MONTH, Formulated


@check(
    "BUD119",
    Level.ERROR,
    takes="budget",
    zh="“{name}”的金额公式得出 {unit}，又写了月数：算不出总额",
    en="the formula of “{name}” gives {unit} and there is a number of months: it is no total",
    fix_zh="把公式写在 price 里，amount 由单价 × 月数算出",
    fix_en="write the formula as price; the amount follows from price × months",
)
def formulas_per_month_are_prices(section: Budget, scope: PlanScope) -> Iterator[Finding]:
    """A formula that gives an amount per month is written as the price of one month.

    Why: a typed amount per month counts for the months; of a formula that is not known before it is computed.
    Bad:
        # budget.yml
        running:
          name: 日常费用
          lines: {fuel: {name: 油费, amount: = 2 × 2000元/月, periods: 3月}}
    Good:
        # budget.yml
        running:
          name: 日常费用
          lines: {fuel: {name: 油费, price: = 2 × 2000元/月, periods: 3月}}
    """
    for line in section.lines():
        amount = scope.quantity(line.address("amount")) if isinstance(line.amount, Formulated) else None
        monthly = amount is not None and not amount.unset and amount.unit.per == MONTH.over
        if amount is not None and monthly and line.periods is not None:
            args = {"name": line.name, "unit": amount.unit}
            yield Finding("BUD119", line.span("amount"), args, scope.year, line.address("amount"))
