"""The course of KPIs over the reported periods: a table of all, a step chart of each against its line."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.model import Actual
from plangen.sections.kpis.drivers import TONES
from plangen.sections.kpis.model import Kpi, Kpis
from plangen.sections.kpis.results import all_rows, rows_of
from plangen.sections.kpis.state import State, judged
from plangen.sections.numbers import shown
from plangen.sections.reported import by_members, is_over, named, period_of, periods_of
from plangen.values import Period, Unit, dotted
from plangen.views import Block, Chart, Column, Heading, Line, Num, Row, Table, phrase

LEAST = 3
"""A line through two points says no more than the table."""


def course(section: Kpis, scope: PlanScope) -> Iterator[Block]:
    """Heading, table and charts; nothing where no row reports a KPI."""
    kpis = [kpi for kpi in section.items.values() if all_rows(kpi, scope)]
    if not kpis:
        return
    yield Heading(scope.word("按期结果", "Results by period"), "course")
    yield _table(kpis, scope)
    for kpi in kpis:
        yield from _chart(kpi, rows_of(kpi, scope), scope)


def _table(kpis: list[Kpi], scope: PlanScope) -> Table:
    periods = periods_of([row for kpi in kpis for row in all_rows(kpi, scope)], scope)
    columns = [Column("kpi", scope.word("指标", "KPI"))]
    columns += [Column(each.name, each.label(scope.language), numeric=True) for each in periods]
    rows = tuple(row for kpi in kpis for row in _rows(kpi, periods, scope))
    note = scope.word(
        "各期的数由 CSV 报送；颜色按预警线和报警线，灰色的是还没过完的期间。",
        "Reported by CSV files; colours by the lines, grey for periods that were not over.",
    )
    return Table("course-table", "", tuple(columns), rows, notes=((note,),))


def _rows(kpi: Kpi, periods: list[Period], scope: PlanScope) -> Iterator[Row]:
    """The whole, then each member that is reported."""
    for members, rows in by_members(all_rows(kpi, scope)).items():
        found = {period_of(row, scope): row for row in rows}
        name = dotted(scope.language, (kpi.name, named(members, scope) if members else ""))
        yield Row(((name,), *(_cell(kpi, found.get(period), scope) for period in periods)))


def _cell(kpi: Kpi, row: Actual | None, scope: PlanScope) -> Line:
    if row is None:
        return (Num(None),)
    if not is_over(row, scope):
        return (shown(scope, row.reached, with_unit=True, tone="muted"),)
    state: State = judged(kpi, scope.quantity(row.reached), scope)
    tone = TONES[state] if state in ("warn", "alarm") else ""
    return (shown(scope, row.reached, with_unit=True, tone=tone),)


def _chart(kpi: Kpi, rows: list[Actual], scope: PlanScope) -> Iterator[Chart]:
    """A level a period against its alarm line, else its warning line, else its target."""
    line = next((name for name in ("alarm", "warn", "target") if getattr(kpi, name) is not None), "")
    known = [row for row in rows if not row.value.unset]
    if len(known) < LEAST or not line:
        return
    unit, word = _unit(known[-1].value.unit, scope), scope.word
    said = {"alarm": ("报警线", "alarm line"), "warn": ("预警线", "warning line"), "target": ("目标", "target")}
    columns = (
        Column("period", word("期间", "Period")),
        Column("value", word("数值", "Value"), unit, numeric=True),
        Column("line", word(*said[line]), unit, numeric=True),
    )
    body = tuple(
        Row((
            (period_of(row, scope).label(scope.language),),
            (shown(scope, row.reached, unit),),
            (shown(scope, kpi.address(line), unit),),
        ))
        for row in rows
    )  # fmt: skip
    text = word("{name}：{period} {value}，{line} {at}", "{name}: {value} in {period}, {line} {at}")
    last, at = shown(scope, known[-1].reached, with_unit=True), shown(scope, kpi.address(line), with_unit=True)
    period = period_of(known[-1], scope).label(scope.language)
    title = phrase(text, name=kpi.name, period=period, value=last, line=word(*said[line]), at=at)
    table = Table(f"course-{kpi.id}-data", "", columns, body)
    encode = {"label": "period", "value": "value", "line": "line", "better": kpi.better or ""}
    subtitle = word(
        "各期数值与{said}，{unit}",
        "each period against the {said}, {unit}",
        said=said[line],
        unit=scope.in_words(unit),
    )
    yield Chart(f"course-{kpi.id}", "step", title, subtitle, table, encode, unit, height=240)


def _unit(unit: Unit, scope: PlanScope) -> str:
    """The unit of the values, money in that of the plan."""
    return scope.plan.head.unit if unit.is_money else str(unit)
