"""The chart of the KPIs: those in percent that are better the higher, each against its target."""

from collections.abc import Iterator
from decimal import Decimal

from plangen.compute import PlanScope
from plangen.sections.kpis.model import Kpi, Kpis
from plangen.sections.numbers import shown
from plangen.values import SHARE, Quantity
from plangen.views import Chart, Column, Line, Row, Table, phrase

LEAST = 2
"""A single bar says no more than the table."""


def chart(section: Kpis, scope: PlanScope) -> Iterator[Chart]:
    """Bars against ticks, in front of the lines; only where there are several."""
    kpis = [kpi for kpi in section.items.values() if _fits(kpi, scope)]
    if len(kpis) < LEAST:
        return
    word, named = scope.word, {"value": ("数值", "Value"), "target": ("目标", "Target")}
    named |= {"alarm": ("报警线", "Alarm line"), "warn": ("预警线", "Warning line")}
    columns = [Column("kpi", word("指标", "KPI"))]
    columns += [Column(key, word(*title), "%", numeric=True) for key, title in named.items()]
    rows = tuple(Row(((kpi.name,), *((shown(scope, kpi.address(key), "%"),) for key in named))) for kpi in kpis)
    table = Table("against-target-table", word("数值与目标", "Value and target"), tuple(columns), rows)
    encode = {"label": "kpi", "value": "value", "target": "target", "bands": "alarm,warn"}
    subtitle = word(
        "%；竖线是目标，底色到报警线和预警线为止", "%; ticks: targets, bands: up to the alarm and warning lines"
    )
    yield Chart("against-target", "bullet", _title(kpis, scope), subtitle, table, encode, "%")


def _fits(kpi: Kpi, scope: PlanScope) -> bool:
    quantities = [scope.quantity(kpi.address(name)) for name in ("value", "target")]
    return kpi.better == "higher" and all(each is not None and _is_share(each) for each in quantities)


def _is_share(quantity: Quantity) -> bool:
    return quantity.unit == SHARE and not quantity.unset


def _title(kpis: list[Kpi], scope: PlanScope) -> Line:
    """The one that is farthest below its target, or that all reach it."""
    far = min(kpis, key=lambda kpi: _low(scope.quantity(kpi.address("apart"))))
    if _low(scope.quantity(far.address("apart"))) >= 0:
        return (scope.word("各项都达到目标", "all reach their targets"),)
    text = scope.word("{name} {value}，离目标 {target} 最远", "{name}: {value}, farthest from its target {target}")
    value, target = (shown(scope, far.address(name), with_unit=True) for name in ("value", "target"))
    return phrase(text, name=far.name, value=value, target=target)


def _low(quantity: Quantity | None) -> Decimal:
    return Decimal(0) if quantity is None or quantity.low is None else quantity.low
