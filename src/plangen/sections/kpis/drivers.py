"""Drivers: which KPI follows from which others, and where that runs in a circle."""

from plangen.compute import PlanScope
from plangen.sections.kpis.model import Kpi, Kpis
from plangen.sections.kpis.state import SAID, State, state_of
from plangen.sections.numbers import shown
from plangen.values import Address
from plangen.views import Column, Line, Link, Node, Num, Row, Table, Tone, Tree

TONES: dict[State, Tone] = {"ok": "good", "warn": "changed", "alarm": "bad", "open": "unset", "unset": "unset", "": ""}
"""The colour of each state; its word always stands beside it."""


def kpi_at(text: str, scope: PlanScope) -> Kpi | None:
    """The KPI that a reference means, in this plan or above it, or None."""
    address = scope.resolve(text, "kpis")
    entry = scope.entry(address) if address else None
    return entry if isinstance(entry, Kpi) else None


def drivers_of(kpi: Kpi, scope: PlanScope) -> list[Kpi]:
    """The KPIs that a KPI of this plan follows from, in the order written."""
    found = (kpi_at(text, scope) for text in kpi.drivers)
    return [one for one in found if one is not None]


def circle(kpi: Kpi, scope: PlanScope) -> list[Kpi]:
    """The way from a KPI over its drivers back to itself, without its end; empty where there is none."""
    ways, seen = [[one] for one in drivers_of(kpi, scope)], set[Address]()
    while ways:
        way = ways.pop(0)
        last = way[-1]
        if last.address() == kpi.address():
            return [kpi, *way[:-1]]
        if last.address() not in seen and last.place.plan == kpi.place.plan:
            seen.add(last.address())
            ways += [[*way, one] for one in drivers_of(last, scope)]
    return []


def tree(section: Kpis, scope: PlanScope) -> Tree | None:
    """Each KPI over its drivers; a driver of several stands under the first, with dashed lines to the others."""
    above = _above(section, scope)
    drivers = {one.address(): one for kpi in section.items.values() for one in drivers_of(kpi, scope)}
    leading = {one.address(): one for one in section.items.values() if one.drivers}
    boxes = [*leading.values(), *(one for at, one in drivers.items() if at not in leading)]
    if not drivers:
        return None
    nodes = tuple(_node(kpi, above.get(kpi.address(), []), scope) for kpi in boxes)
    notes = scope.word(
        "上面的指标由下面的指标推动；虚线：同时推动另一项",
        "A KPI follows from those below it; dashed: it drives another one too",
    )
    return Tree("drivers", nodes, (notes,), _table(boxes, scope))


def _above(section: Kpis, scope: PlanScope) -> dict[Address, list[Kpi]]:
    """What each KPI drives, but where that closes a circle."""
    found: dict[Address, list[Kpi]] = {}
    for kpi in section.items.values():
        if not circle(kpi, scope):
            for one in drivers_of(kpi, scope):
                found.setdefault(one.address(), []).append(kpi)
    return found


def _node(kpi: Kpi, above: list[Kpi], scope: PlanScope) -> Node:
    state = state_of(kpi, scope)
    value = shown(scope, kpi.address("value"), with_unit=True)
    return Node(
        str(kpi.address()),
        kpi.name,
        fact=scope.word(*SAID[state]) if state else "",
        corner=(value,) if value.quantity is not None else (),
        parent=str(above[0].address()) if above else "",
        tone=TONES[state],
        cooperates=tuple(str(one.address()) for one in above[1:]),
        link=Link(kpi.name, kpi.address()),
    )


def _table(boxes: list[Kpi], scope: PlanScope) -> Table:
    columns = (
        Column("kpi", scope.word("指标", "KPI")),
        Column("value", scope.word("数值", "Value"), numeric=True),
        Column("drivers", scope.word("由哪些指标推动", "Driven by")),
    )
    rows = []
    for kpi in boxes:
        names = scope.word("、", ", ").join(one.name for one in drivers_of(kpi, scope))
        value: Line = (shown(scope, kpi.address("value"), with_unit=True),)
        rows.append(Row(((kpi.name,), value, (names or Num(None),))))
    return Table("drivers-table", scope.word("指标怎样相互推动", "What drives what"), columns, tuple(rows))
