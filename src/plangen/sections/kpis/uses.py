"""Who uses a KPI: everything in the year that refers to it, but the KPI itself."""

from collections.abc import Iterator
from dataclasses import replace

from plangen.compute import PlanScope
from plangen.compute.formulas import formulas
from plangen.model import Entry, RefField, marked_fields
from plangen.sections.kpis.model import Kpi, Kpis
from plangen.values import Address


def unused(section: Kpis, scope: PlanScope) -> list[Kpi]:
    """The KPIs that nothing refers to and that no number is written for."""
    used = scope.plan_year.once("kpis used", lambda: _used(scope))
    return [kpi for kpi in section.items.values() if not kpi.is_measured and kpi.address() not in used]


def _used(scope: PlanScope) -> set[Address]:
    """The KPIs that anything of the year refers to, in a field or in a formula."""
    found: set[Address] = set()
    for plan in scope.plans():
        for section in plan.plan.sections.values():
            for entry in section.walk():
                found.update(each for each in _referred(entry, plan) if each != entry.address())
            for written in formulas(section, plan):
                keys = (key for keys in written.found.values() for key in keys)
                items = {replace(key.address, measure="", facet="", period=None, members=()) for key in keys}
                found |= items - {written.entry.address()}
    return {address for address in found if address.kind == "kpis"}


def _referred(entry: Entry, scope: PlanScope) -> Iterator[Address]:
    """The items that an entry's reference fields lead to."""
    for name, mark in marked_fields(type(entry), RefField):
        value = getattr(entry, name)
        for text in (value,) if isinstance(value, str) else value or ():
            address = scope.resolve(text, mark.kind)
            if address is not None:
                yield replace(address, measure="", facet="", period=None, members=())
