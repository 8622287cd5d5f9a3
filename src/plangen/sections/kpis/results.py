"""Results of KPIs: what the rows of CSV files beside the plan report of them, month by month."""

from collections.abc import Iterator, Mapping

from plangen.compute import PlanScope, Rule
from plangen.model import Actual, newest
from plangen.sections.kpis.model import Kpi, Kpis
from plangen.values import Period

MEASURES = ("value", "target")
"""What a row may name: `kpis/complaints.value@M03`; or, as with objectives, no measure, which is the target."""


def results(section: Kpis, scope: PlanScope) -> Mapping[str, list[Actual]]:
    """The rows that count, by KPI, in the order of their periods."""
    return scope.plan_year.once(f"results of KPIs of {scope.plan.path}", lambda: _by_kpi(section, scope))


def rows_of(kpi: Kpi, scope: PlanScope) -> list[Actual]:
    """The rows of one KPI, in the order of their periods."""
    section = scope.section("kpis")
    return results(section, scope).get(kpi.id, []) if isinstance(section, Kpis) else []


def has_value(kpi: Kpi, scope: PlanScope) -> bool:
    """Whether it has a value: typed, computed by a formula, or reported."""
    return kpi.value is not None or bool(rows_of(kpi, scope))


def latest(kpi: Kpi, scope: PlanScope) -> Iterator[Rule]:
    """Its value is that of the latest period that is reported, where none is written."""
    rows = rows_of(kpi, scope)
    if kpi.value is None and rows:
        inputs = tuple(scope.key(row.reached) for row in rows)
        day = rows[-1].as_of.value
        period = period_of(rows[-1], scope).label(scope.language)
        note = scope.word(f"最近一期：{period}，截至 {day}", f"latest period: {period}, as of {day}")
        yield Rule(scope.key(kpi.address("value")), "last", inputs, rows[-1].span("value"), note=note)


def period_of(row: Actual, scope: PlanScope) -> Period:
    """The period that a row speaks of: the plan's, where it says nothing."""
    return row.period or scope.period


def _by_kpi(section: Kpis, scope: PlanScope) -> dict[str, list[Actual]]:
    found: dict[str, list[Actual]] = {}
    for row in newest(scope.plan.actuals):
        planned = row.planned
        if planned.kind == "kpis" and planned.measure in MEASURES and planned.item[0] in section.items:
            found.setdefault(planned.item[0], []).append(row)
    for rows in found.values():
        rows.sort(key=lambda row: (period_of(row, scope).last, -period_of(row, scope).first))
    return found
