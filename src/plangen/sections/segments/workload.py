"""The workload: the time that the visits take against the working time."""

from collections.abc import Iterator

from plangen.compute import PlanScope, Rule, unit_of
from plangen.sections.segments.model import Scheme, Workload
from plangen.values import Key

SCALES = {"days": "天", "people": "人"}
"""What multiplies a number that is per day, per person."""


def rules(scheme: Scheme, scope: PlanScope) -> Iterator[Rule]:
    """Time needed = visits × time of each; saturation = time needed ÷ working time."""
    work = scheme.workload
    if work is None or not has_visits(scheme):
        return
    visits = _scaled(work, "pace", scope) if work.pace is not None else (scope.key(scheme.address("visits-weekly")),)
    load, available = scope.key(scheme.address("load")), scope.key(scheme.address("available"))
    note = scope.word("拜访次数 × 每次用时", "visits × time a visit")
    yield Rule(load, "product", (*visits, scope.key(work.address("minutes"))), work.span("minutes"), note=note)
    note = scope.word("工时，按天的乘天数，按人的乘人数", "working time, × days if per day, × people if per person")
    yield Rule(available, "product", _scaled(work, "capacity", scope), work.span("capacity"), note=note)
    note = scope.word("需要工时 ÷ 可用工时", "time needed ÷ working time")
    saturation = scope.key(scheme.address("saturation"))
    yield Rule(saturation, "share", (load, available), work.span("capacity"), {"asked": False}, note)


def has_visits(scheme: Scheme) -> bool:
    """Whether the visits are known: set for the people, or counted by the tiers."""
    paced = scheme.workload is not None and scheme.workload.pace is not None
    return paced or any(tier.visit is not None and tier.count is not None for tier in scheme.all_tiers)


def _scaled(work: Workload, field: str, scope: PlanScope) -> tuple[Key, ...]:
    """A number of the workload with what it has to be multiplied by."""
    unit = unit_of(work, field, scope)
    per = unit.per if unit else ()
    names = [name for name, symbol in SCALES.items() if symbol in per and getattr(work, name) is not None]
    return tuple(scope.key(work.address(name)) for name in (field, *names))
