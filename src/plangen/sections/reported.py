"""Reported results: the rows of a plan's CSV files that speak of one entry, by members and in the order of periods."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date

from plangen.compute import PlanScope
from plangen.model import Actual, Entry, newest
from plangen.values import Address, Period

Members = tuple[str, ...]
MONTHS = 12


def rows_of(entry: Entry, measures: tuple[str, ...], scope: PlanScope) -> list[Actual]:
    """The rows that count of an entry's measures, in the order of their periods; those of all members first."""
    every = scope.plan_year.once(f"rows of {scope.plan.path}", lambda: _by_item(scope))
    rows = [row for row in every.get(entry.address(), ()) if row.measure in measures]
    order = {members: place for place, members in enumerate(dict.fromkeys(row.planned.members for row in rows))}
    return sorted(rows, key=lambda row: (row.planned.members != (), order[row.planned.members], _at(row, scope)))


def by_members(rows: list[Actual]) -> Mapping[Members, list[Actual]]:
    """The same rows by their members; under none those of the whole."""
    found: dict[Members, list[Actual]] = {}
    for row in rows:
        found.setdefault(row.planned.members, []).append(row)
    return found


def period_of(row: Actual, scope: PlanScope) -> Period:
    """The period that a row speaks of: the plan's, where it says nothing."""
    return row.period or scope.period


def is_over(row: Actual, scope: PlanScope) -> bool:
    """Whether a row speaks of its whole period: its as-of day is the period's last day, or later."""
    period, day = period_of(row, scope), row.as_of.value
    last = monthrange(scope.year, period.last)[1] if period.last <= MONTHS else 0
    return day is not None and last > 0 and day >= date(scope.year, period.last, last)


def periods_of(rows: list[Actual], scope: PlanScope) -> list[Period]:
    """Every period that any of the rows speaks of, in order."""
    return sorted({period_of(row, scope) for row in rows}, key=lambda each: (each.last, -each.first))


def named(members: Members, scope: PlanScope) -> str:
    """The members' names: 浙江、经销商."""
    return scope.word("、", ", ").join(scope.dimensions.member_name(member) for member in members)


def _at(row: Actual, scope: PlanScope) -> tuple[int, int]:
    period = period_of(row, scope)
    return period.last, -period.first


def _by_item(scope: PlanScope) -> dict[Address, list[Actual]]:
    found: dict[Address, list[Actual]] = {}
    for row in newest(scope.plan.actuals):
        found.setdefault(row.address(), []).append(row)
    return found
