"""Results of KPIs: what the rows of CSV files beside the plan report of them, period by period."""

from collections.abc import Iterator

from plangen.compute import PlanScope, Rule
from plangen.model import Actual
from plangen.sections import reported
from plangen.sections.kpis.model import Kpi

MEASURES = ("value", "target")
"""What a row may name: `kpis/complaints.value@M03`; or, as with objectives, no measure, which is the target."""


def rows_of(kpi: Kpi, scope: PlanScope) -> list[Actual]:
    """The rows of one KPI that speak of all members, in the order of their periods."""
    return [row for row in all_rows(kpi, scope) if not row.planned.members]


def all_rows(kpi: Kpi, scope: PlanScope) -> list[Actual]:
    """The rows of one KPI, those of members too."""
    return reported.rows_of(kpi, MEASURES, scope)


def has_value(kpi: Kpi, scope: PlanScope) -> bool:
    """Whether it has a value: typed, computed by a formula, or reported for a period that is over."""
    return kpi.value is not None or bool(final_rows(kpi, scope))


def final_rows(kpi: Kpi, scope: PlanScope) -> list[Actual]:
    """The rows of periods that were over on their as-of day; what is reported before is judged by nobody."""
    return [row for row in rows_of(kpi, scope) if reported.is_over(row, scope)]


def latest(kpi: Kpi, scope: PlanScope) -> Iterator[Rule]:
    """Its value is that of the latest period that is over and reported, where none is written."""
    rows = final_rows(kpi, scope)
    if kpi.value is None and rows:
        inputs = tuple(scope.key(row.reached) for row in rows)
        day = rows[-1].as_of.value
        period = reported.period_of(rows[-1], scope).label(scope.language)
        note = scope.word(
            "最近一期：{period}，截至 {day}", "latest period: {period}, as of {day}", period=period, day=day
        )
        yield Rule(scope.key(kpi.address("value")), "last", inputs, rows[-1].span("value"), note=note)
