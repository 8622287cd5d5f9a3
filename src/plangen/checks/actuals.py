"""Actuals: every row speaks of a figure of the plan, in its unit, of a month that has begun, and once."""

from collections.abc import Iterator
from datetime import date

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.model import Actual
from plangen.values import Address, Period, Quantity
from plangen.values.near import did_you_mean

SUGGESTIONS = 50
"""For how many rows of one plan that lead nowhere the nearest figure is looked up."""


@check(
    "ACT104",
    Level.ERROR,
    takes="plan",
    zh="实际数“{text}”对不上计划里的数{near_zh}",
    en="the actual “{text}” belongs to no number of the plan{near_en}",
    fix_zh="改成计划里有的目标和成员；计划外的部分先在目标里加一格，写 待定",
    fix_en="name an objective and a member of this plan; for what was not planned add a cell with TBD first",
)
def actuals_are_planned(scope: PlanScope) -> Iterator[Finding]:
    """A row of actuals speaks of an objective, a member and a measure that the plan has.

    Why: it would count nowhere, and the total would silently lack it.
    Bad:
        # objectives.yml
        revenue: {name: 销售额, target: 120万元}
        # 2026/demo/actuals/sales.csv
        address,value,as_of
        objectives/revenu@M01,9万元,2026-01-31
    Good:
        # objectives.yml
        revenue: {name: 销售额, target: 120万元}
        # 2026/demo/actuals/sales.csv
        address,value,as_of
        objectives/revenue@M01,9万元,2026-01-31
    """
    lost = [each for each in scope.plan.actuals if planned_quantity(scope, each.planned) is None]
    for number, actual in enumerate(each for each in lost if not scope.is_unread(each.planned)):
        text = actual.planned.at(None).short(scope.plan.path)
        known = _figures(scope, actual.planned) if number < SUGGESTIONS else []
        zh, en = did_you_mean(text, known)
        args = {"text": text, "near_zh": zh, "near_en": en}
        yield Finding("ACT104", actual.span("value"), args, scope.year, actual.reached)


def planned_quantity(scope: PlanScope, planned: Address) -> Quantity | None:
    """The planned figure of a row: of its own period, or of the whole period where the plan does not split it."""
    found = scope.quantity(planned)
    if found is not None:
        return found
    entry, axis_of = scope.entry(planned), scope.dimensions.axis_of
    by_member = entry is not None and entry.by_member and all(map(axis_of, planned.members))
    return scope.quantity(planned.at(None).of() if by_member else planned.at(None))


def _figures(scope: PlanScope, planned: Address) -> list[str]:
    """The figures of the plan that a row may have meant: same kind and measure, whole period."""
    return [
        key.address.short(scope.plan.path)
        for key in scope.figures
        if key.year == scope.year
        and (key.address.plan, key.address.kind) == (planned.plan, planned.kind)
        and key.address.measure == planned.measure
        and not key.address.facet
        and key.address.period is None
    ]


@check(
    "ACT105",
    Level.ERROR,
    takes="plan",
    zh="实际数的期间 {period} 不在{name}的期间 {plan} 里",
    en="the actual's period {period} is not within that of {name}, {plan}",
    fix_zh="改期间；确有提前的实际数，就把目标的 period 改宽",
    fix_en="mend the period; where there are earlier actuals widen the objective's period",
)
def actuals_are_in_period(scope: PlanScope) -> Iterator[Finding]:
    """The month of an actual is one that its objective covers.

    Why: it would be added to no total. A period that is mistyped takes the number away from its own month.
    Bad:
        # objectives.yml
        revenue: {name: 销售额, target: 120万元, period: M02..M12}
        # 2026/demo/actuals/sales.csv
        address,value,as_of
        objectives/revenue@M01,9万元,2026-01-31
    Good:
        # objectives.yml
        revenue: {name: 销售额, target: 120万元, period: M01..M12}
        # 2026/demo/actuals/sales.csv
        address,value,as_of
        objectives/revenue@M01,9万元,2026-01-31
    """
    for actual in scope.plan.actuals:
        planned, entry = actual.planned, scope.entry(actual.address())
        if actual.period is None or entry is None or scope.quantity(planned) is not None:
            continue
        whole = getattr(entry, "period", None) or scope.period
        if isinstance(whole, Period) and actual.period not in whole:
            args = {"period": actual.period.name, "name": scope.name_of(actual.address()), "plan": whole.name}
            yield Finding("ACT105", actual.span("value"), args, scope.year, actual.reached)


@check(
    "ACT106",
    Level.ERROR,
    takes="plan",
    zh="{address} 在 {day} 有两个实际数：{one} 与 {other}",
    en="{address} has two actuals as of {day}: {one} and {other}",
    fix_zh="留一个；若是更正，写更新的截至日期，旧的会作为修订保留",
    fix_en="keep one; a correction gets a newer as-of date, and the older row stays as its revision",
)
def actuals_have_one_source(scope: PlanScope) -> Iterator[Finding]:
    """One figure has one actual a day. A newer as-of date wins; what it replaces is kept as a revision.

    Why: of two numbers for one day nobody knows which counts; to add both would count the sales twice.
    Bad:
        # objectives.yml
        revenue: {name: 销售额, target: 120万元}
        # 2026/demo/actuals/sales.csv
        address,value,as_of
        objectives/revenue@M01,9万元,2026-01-31
        objectives/revenue@M01,8万元,2026-01-31
    Good:
        # objectives.yml
        revenue: {name: 销售额, target: 120万元}
        # 2026/demo/actuals/sales.csv
        address,value,as_of
        objectives/revenue@M01,9万元,2026-01-31
        objectives/revenue@M01,8万元,2026-02-03
    """
    first: dict[tuple[Address, date | None], Actual] = {}
    for actual in scope.plan.actuals:
        other = first.setdefault((actual.reached, actual.as_of.value), actual)
        if other is not actual:
            args = {
                "address": actual.reached.short(scope.plan.path),
                "day": actual.as_of.value,
                "one": other.value,
                "other": actual.value,
            }
            related = ((other.span("value"), str(other.span("value"))),)
            address = actual.reached
            yield Finding("ACT106", actual.span("value"), args, scope.year, address, (address,), related)


@check(
    "ACT107",
    Level.WARNING,
    takes="plan",
    zh="实际数截至 {day}，晚于手册的日期 {as_of}",
    en="the actual speaks of {day}, later than the handbook's day {as_of}",
    fix_zh="改截至日期，或把 handbook.yml 的 as_of 改到这一天以后",
    fix_en="mend the as-of date, or set as_of in handbook.yml to that day or later",
)
def actuals_are_not_of_the_future(scope: PlanScope) -> Iterator[Finding]:
    """No actual speaks of a day after the one that the handbook speaks of.

    Why: which months are due is told from the handbook's day; a date of the next year there is a slip of the keys.
    Bad:
        # handbook.yml
        format: 1
        title: 手册
        as_of: 2026-01-20
        # objectives.yml
        revenue: {name: 销售额, target: 120万元}
        # 2026/demo/actuals/sales.csv
        address,value,as_of
        objectives/revenue@M01,9万元,2026-01-31
    Good:
        # handbook.yml
        format: 1
        title: 手册
        as_of: 2026-02-05
        # objectives.yml
        revenue: {name: 销售额, target: 120万元}
        # 2026/demo/actuals/sales.csv
        address,value,as_of
        objectives/revenue@M01,9万元,2026-01-31
    """
    day = scope.handbook.as_of.value
    for actual in scope.plan.actuals:
        if day and actual.as_of.value and actual.as_of.value > day:
            args = {"day": actual.as_of.value, "as_of": day}
            yield Finding("ACT107", actual.span("as_of"), args, scope.year, actual.reached)


@check(
    "ACT108",
    Level.ERROR,
    takes="plan",
    zh="实际数截至 {day}，那时 {period} 还没开始",
    en="the actual speaks of {day}, before {period} began",
    fix_zh="改期间或截至日期",
    fix_en="mend the period or the as-of date",
)
def actuals_are_of_months_that_began(scope: PlanScope) -> Iterator[Finding]:
    """The as-of date of an actual lies in its month or after it.

    Why: a forecast in the place of an actual would be judged as if it had happened.
    Bad:
        # objectives.yml
        revenue: {name: 销售额, target: 120万元}
        # 2026/demo/actuals/sales.csv
        address,value,as_of
        objectives/revenue@M02,9万元,2026-01-05
    Good:
        # objectives.yml
        revenue: {name: 销售额, target: 120万元}
        # 2026/demo/actuals/sales.csv
        address,value,as_of
        objectives/revenue@M01,9万元,2026-01-05
    """
    for actual in scope.plan.actuals:
        day = actual.as_of.value
        if day and actual.period and day < date(scope.year, actual.period.first, 1):
            args = {"day": day, "period": actual.period.label(scope.language)}
            yield Finding("ACT108", actual.span("as_of"), args, scope.year, actual.reached)


@check(
    "ACT109",
    Level.ERROR,
    takes="plan",
    zh="实际数的单位是 {found}，目标的单位是 {expected}",
    en="the actual is in {found}, the target in {expected}",
    fix_zh="按目标的单位写实际数",
    fix_en="write the actual in the target's unit",
)
def actuals_have_the_unit_of_the_plan(scope: PlanScope) -> Iterator[Finding]:
    """An actual is counted in what its target is counted in.

    Why: 12家 of 100万元 is no attainment.
    Bad:
        # objectives.yml
        revenue: {name: 销售额, target: 120万元}
        # 2026/demo/actuals/sales.csv
        address,value,as_of
        objectives/revenue@M01,9家,2026-01-31
    Good:
        # objectives.yml
        revenue: {name: 销售额, target: 120万元}
        # 2026/demo/actuals/sales.csv
        address,value,as_of
        objectives/revenue@M01,9万元,2026-01-31
    """
    for actual in scope.plan.actuals:
        planned = planned_quantity(scope, actual.planned)
        if planned is None or actual.value.unset or planned.unset or actual.value.unit == planned.unit:
            continue
        args = {"found": actual.value.unit, "expected": planned.unit}
        address = actual.reached
        yield Finding("ACT109", actual.span("value"), args, scope.year, address, (address,))
