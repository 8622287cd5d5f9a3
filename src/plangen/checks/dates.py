"""Dates: every day of a plan lies near its plan year, every period within the plan's."""

from collections.abc import Iterator
from datetime import date

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.model import Day
from plangen.values import Period


@check(
    "PG209",
    Level.ERROR,
    takes="plan",
    zh="{day} 不在 {year} 年度里",
    en="{day} is not in the plan year {year}",
    fix_zh="改成 {year} 年的日期；年度前后三个月之内允许",
    fix_en="use a date of {year}; three months before and after are allowed",
)
def dates_in_year(scope: PlanScope) -> Iterator[Finding]:
    """A day lies in the plan year, or at most three months before or after it.

    What has happened (the last contact with a customer) and since when a rule holds may lie before.

    Why: a year mistyped when a plan is copied moves a deadline by a whole year.
    Bad:
        # phases.yml
        opening: {name: 开拓期, start: 2024-01-05, end: 2026-03-31}
    Good:
        # phases.yml
        opening: {name: 开拓期, start: 2026-01-05, end: 2026-03-31}
    """
    first, last = date(scope.year - 1, 10, 1), date(scope.year + 1, 3, 31)
    for section in scope.plan.sections.values():
        for entry in section.walk():
            for name in type(entry).model_fields:
                day = getattr(entry, name)
                if not isinstance(day, Day) or day.value is None:
                    continue
                if day.value > last or (day.value < first and name not in entry.past):
                    args = {"day": day.value, "year": scope.year}
                    yield Finding("PG209", entry.span(name), args, scope.year, entry.address())


@check(
    "PG232",
    Level.INFO,
    takes="plan",
    zh="期间 {period} 超出计划的期间 {plan}",
    en="the period {period} reaches beyond the plan's period {plan}",
    fix_zh="改成计划期间之内的月份，或改 plan.yml 的 period",
    fix_en="use months within the plan's period, or change period in plan.yml",
)
def periods_in_plan(scope: PlanScope) -> Iterator[Finding]:
    """A period lies within the months of its plan.

    What prepares the plan may lie before it: this is told so that it is meant.

    Why: months that the plan does not have were more often copied from another plan than meant.
    Bad:
        # 2026/demo/plan.yml
        name: 计划
        period: Q3..Q4
        # objectives.yml
        revenue: {name: 销售额, target: 100万元, period: Q1..Q2}
    Good:
        # 2026/demo/plan.yml
        name: 计划
        period: Q3..Q4
        # objectives.yml
        revenue: {name: 销售额, target: 100万元, period: Q3}
    """
    for section in scope.plan.sections.values():
        for entry in section.walk():
            for name in type(entry).model_fields:
                period = getattr(entry, name)
                if isinstance(period, Period) and period not in scope.period:
                    args = {"period": period.name, "plan": scope.period.name}
                    yield Finding("PG232", entry.span(name), args, scope.year, entry.address())
