"""Checks of reported results: a value has one source, and a period one row."""

from collections.abc import Iterator
from itertools import pairwise

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.kpis.model import Kpis
from plangen.sections.kpis.results import all_rows, rows_of
from plangen.sections.reported import period_of


@check(
    "KPI112",
    Level.ERROR,
    takes="kpis",
    zh="“{name}”的数值手写了 {typed}，CSV 又报了 {rows} 行",
    en="the value of “{name}” is written as {typed}, and CSV files report {rows} rows of it",
    fix_zh="去掉手写的 value 和 as_of；数值取最近一期报的",
    fix_en="take away value and as_of; the value is then that of the latest period reported",
)
def value_has_one_source(section: Kpis, scope: PlanScope) -> Iterator[Finding]:
    """A KPI whose results stand in CSV files has no value typed beside them.

    Why: two sources of one number differ by the next month, and nobody sees which one is shown.
    Bad:
        # kpis.yml
        complaints: {name: 投诉数, better: lower, target: 2次, value: 3次, as_of: 2026-01-31}
        # 2026/demo/actuals/kpis.csv
        address,value,as_of
        kpis/complaints@M01,4次,2026-01-31
    Good:
        # kpis.yml
        complaints: {name: 投诉数, better: lower, target: 2次}
        # 2026/demo/actuals/kpis.csv
        address,value,as_of
        kpis/complaints@M01,4次,2026-01-31
    """
    for kpi in section.items.values():
        rows = rows_of(kpi, scope)
        if kpi.value is not None and rows:
            args = {"name": kpi.name, "typed": kpi.value, "rows": len(rows)}
            related = tuple((row.span("value"), str(row.span("value"))) for row in rows[:1])
            address = kpi.address("value")
            yield Finding("KPI112", kpi.span("value"), args, scope.year, address, (address,), related)


@check(
    "KPI113",
    Level.ERROR,
    takes="kpis",
    zh="“{name}”{period}报了两次：{one} 与 {other}",
    en="“{name}” is reported twice for {period}: {one} and {other}",
    fix_zh="只留一行；同一项统一写 kpis/{id}@期间，或统一写 kpis/{id}.value@期间",
    fix_en="keep one row; write kpis/{id}@PERIOD in all rows, or kpis/{id}.value@PERIOD in all",
)
def period_is_reported_once(section: Kpis, scope: PlanScope) -> Iterator[Finding]:
    """A period of a KPI is reported as the target's or as the value's actual, not as both.

    Why: both mean what was measured; of two numbers for one month nobody knows which counts.
    Bad:
        # kpis.yml
        complaints: {name: 投诉数, better: lower, target: 2次}
        # 2026/demo/actuals/kpis.csv
        address,value,as_of
        kpis/complaints@M01,4次,2026-01-31
        kpis/complaints.value@M01,3次,2026-01-31
    Good:
        # kpis.yml
        complaints: {name: 投诉数, better: lower, target: 2次}
        # 2026/demo/actuals/kpis.csv
        address,value,as_of
        kpis/complaints@M01,4次,2026-01-31
    """
    for kpi in section.items.values():
        for first, row in pairwise(all_rows(kpi, scope)):
            same = first.planned.members == row.planned.members
            if same and period_of(first, scope) == period_of(row, scope):
                args = {"name": kpi.name, "id": kpi.id, "one": first.value, "other": row.value}
                args["period"] = period_of(row, scope).label(scope.language)
                related = ((first.span("value"), str(first.span("value"))),)
                yield Finding("KPI113", row.span("value"), args, scope.year, row.reached, (row.reached,), related)
