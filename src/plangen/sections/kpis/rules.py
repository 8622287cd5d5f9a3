"""Rules of the KPIs: how far each is from its target and beyond its lines, and how many are beyond them."""

from collections.abc import Iterator

from plangen.compute import PlanScope, Rule
from plangen.sections import tallies
from plangen.sections.kpis.model import Kpi, Kpis
from plangen.sections.kpis.results import has_value, latest
from plangen.sections.tallies import tally
from plangen.values import Address, Key, Unit

ITEMS = Unit(("项",))


def rules(section: Kpis, scope: PlanScope) -> Iterator[Rule]:
    """Each KPI, then the counts of all."""
    for kpi in section.items.values():
        yield from latest(kpi, scope)
        if has_value(kpi, scope) and kpi.target is not None:
            inputs = (_key(kpi, "value", scope), _key(kpi, "target", scope))
            note = scope.word("数值 − 目标", "value − target")
            yield Rule(_key(kpi, "apart", scope), "difference", inputs, kpi.span(), {"both": True}, note)
        for line in watched(kpi, scope):
            yield _beyond(kpi, line, scope)
    yield from _counts(section, scope)


def watched(kpi: Kpi, scope: PlanScope) -> tuple[str, ...]:
    """The lines that its value can be compared with: those that are written, where its good side is."""
    return kpi.lines if has_value(kpi, scope) and kpi.better is not None else ()


def total(scope: PlanScope, measure: str) -> Address:
    """The address of a count over all KPIs: `kpis/total.alarms`."""
    return tallies.total(scope, "kpis", measure)


def _key(kpi: Kpi, measure: str, scope: PlanScope) -> Key:
    return scope.key(kpi.address(measure))


def _beyond(kpi: Kpi, line: str, scope: PlanScope) -> Rule:
    """By how much the value is beyond a line on its bad side; unset where it is not, or not for certain."""
    value, mark = _key(kpi, "value", scope), _key(kpi, line, scope)
    lower = kpi.better == "lower"
    inputs = (mark, value) if lower else (value, mark)
    note = scope.word("越低越好：高出线的部分", "lower is better: what is above the line")
    other = scope.word("越高越好：低于线的部分", "higher is better: what is below the line")
    return Rule(_key(kpi, f"beyond-{line}", scope), "excess", inputs, kpi.span(line), {}, note if lower else other)


def _counts(section: Kpis, scope: PlanScope) -> Iterator[Rule]:
    """How many KPIs there are, have a value, are in alarm, and are beyond the warning line only."""
    kpis = list(section.items.values())
    values = [_key(kpi, "value", scope) for kpi in kpis if has_value(kpi, scope)]
    first = [_key(kpi, f"beyond-{watched(kpi, scope)[0]}", scope) for kpi in kpis if watched(kpi, scope)]
    alarms = [_key(kpi, "beyond-alarm", scope) for kpi in kpis if "alarm" in watched(kpi, scope)]
    yield tally(scope, total(scope, "kpis"), len(kpis), section.span(), ITEMS)
    for measure, inputs in (("measured", values), ("crossed", first), ("alarms", alarms)):
        settings = {"of": "set", "unit": ITEMS}
        yield Rule(scope.key(total(scope, measure)), "count", tuple(inputs), section.span(), settings)
    both = tuple(scope.key(total(scope, measure)) for measure in ("crossed", "alarms"))
    note = scope.word("越过线的 − 报警的", "beyond a line − in alarm")
    yield Rule(scope.key(total(scope, "warnings")), "difference", both, section.span(), note=note)
