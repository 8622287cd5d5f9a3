"""Dates: every day of a plan lies near its plan year."""

from collections.abc import Iterator
from datetime import date

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.model import Day


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
                if isinstance(day, Day) and day.value and not first <= day.value <= last:
                    args = {"day": day.value, "year": scope.year}
                    yield Finding("PG209", entry.span(name), args, scope.year, entry.address())
