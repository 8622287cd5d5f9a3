"""Checks of cadences and of the work that they make."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.model import Entry
from plangen.sections.segments.cadence import CADENCES, times
from plangen.sections.segments.model import Scheme, Segments
from plangen.sections.segments.workload import has_visits
from plangen.values import Quantity, write_quantity

FULL = 1
WORDS = {"contact": ("联系", "contacts"), "visit": ("拜访", "visits")}


def _said(quantity: Quantity | None, scope: PlanScope) -> str:
    return write_quantity(quantity, language=scope.language) if quantity is not None else "—"


@check(
    "SEG105",
    Level.WARNING,
    takes="segments",
    zh="“{tier}”的{what}频次写 {cadence}，数不出计划期间一共几次",
    en="“{tier}”: {what} of {cadence} cannot be counted over the plan's period",
    fix_zh="写成每天、每周、每月、每季或每年几次，例如 1次/周",
    fix_en="write times per day, week, month, quarter or year, such as 1 time/week",
)
def cadence_can_be_counted(section: Segments, scope: PlanScope) -> Iterator[Finding]:
    """A cadence counts by days, weeks, months, quarters or years.

    Why: how many contacts it makes, and whether anybody has the time for them, nobody can say otherwise.
    Bad:
        # segments.yml
        customers: {name: 客户, tiers: {a: {name: A类, contact: 1次/单}}}
    Good:
        # segments.yml
        customers: {name: 客户, tiers: {a: {name: A类, contact: 1次/周}}}
    """
    for scheme in section.items.values():
        for tier in scheme.all_tiers:
            for field in CADENCES:
                quantity = scope.quantity(tier.address(field))
                if quantity is not None and not quantity.unset and times(tier, field, scope) is None:
                    cadence, address = _said(quantity, scope), tier.address(field)
                    args = {"tier": tier.name, "what": scope.word(*WORDS[field]), "cadence": cadence}
                    yield Finding("SEG105", tier.span(field), args, scope.year, address, (address,))


@check(
    "SEG106",
    Level.WARNING,
    takes="segments",
    zh="“{name}”的拜访要 {load}，工时只有 {available}：饱和度 {saturation}",
    en="“{name}”: the visits take {load}, there are {available}: a saturation of {saturation}",
    fix_zh="减少拜访频次、分给更多人，或把每次用时压下来",
    fix_en="visit less often, give them to more people, or make the visits shorter",
)
def work_fits(section: Segments, scope: PlanScope) -> Iterator[Finding]:
    """The visits take no more than the working time, for certain.

    Why: what does not fit is left out, and the outlets that are left out are not those that the plan would choose.
    Bad:
        # segments.yml
        outlets:
          name: 终端
          workload: {pace: 15次/天, minutes: 15–30分钟/次, capacity: 180分钟/天}
    Good:
        # segments.yml
        outlets:
          name: 终端
          workload: {pace: 4次/天, minutes: 15–30分钟/次, capacity: 180分钟/天}
    """
    for scheme, saturation in _saturations(section, scope):
        if saturation.low is not None and saturation.low > FULL:
            yield _finding("SEG106", scheme, saturation, scope)


@check(
    "SEG107",
    Level.INFO,
    takes="segments",
    zh="“{name}”的拜访要 {load}，工时 {available}：饱和度 {saturation}，可能不够",
    en="“{name}”: the visits take {load} of {available}: a saturation of {saturation}, which may be too much",
    fix_zh="定下每次用时或拜访频次的范围，或留出余量",
    fix_en="narrow the time of a visit or how often they are made, or leave room",
)
def work_fits_in_any_case(section: Segments, scope: PlanScope) -> Iterator[Finding]:
    """The visits fit into the working time also at the upper end of the ranges.

    Why: a plan that works only where every visit is short does not work in December.
    Bad:
        # segments.yml
        outlets:
          name: 终端
          workload: {pace: 8次/天, minutes: 15–30分钟/次, capacity: 180分钟/天}
    Good:
        # segments.yml
        outlets:
          name: 终端
          workload: {pace: 6次/天, minutes: 15–30分钟/次, capacity: 180分钟/天}
    """
    for scheme, saturation in _saturations(section, scope):
        low, high = saturation.low, saturation.high
        if (high is None or high > FULL) and (low is None or low <= FULL):
            yield _finding("SEG107", scheme, saturation, scope)


def _saturations(section: Segments, scope: PlanScope) -> Iterator[tuple[Scheme, Quantity]]:
    for scheme in section.items.values():
        saturation = scope.quantity(scheme.address("saturation"))
        if saturation is not None and not saturation.unset:
            yield scheme, saturation


def _finding(code: str, scheme: Scheme, saturation: Quantity, scope: PlanScope) -> Finding:
    numbers = {name: _said(scope.quantity(scheme.address(name)), scope) for name in ("load", "available")}
    args = {"name": scheme.name, "saturation": _said(saturation, scope), **numbers}
    work: Entry = scheme.workload or scheme
    address = scheme.address("saturation")
    return Finding(code, work.span("capacity"), args, scope.year, address, (address,))


@check(
    "SEG112",
    Level.WARNING,
    takes="segments",
    zh="“{name}”写了每次用时和工时，却没有拜访次数",
    en="“{name}” has the time of a visit and the working time, but no visits",
    fix_zh="给各级写 count 和 visit，或在 workload 写 pace",
    fix_en="write count and visit for the tiers, or pace under workload",
)
def work_has_visits(section: Segments, scope: PlanScope) -> Iterator[Finding]:
    """A workload has visits: those of the tiers, or those that are set.

    Why: without them nothing is computed and nothing warns.
    Bad:
        # segments.yml
        outlets: {name: 终端, workload: {minutes: 20分钟/次, capacity: 180分钟/天}}
    Good:
        # segments.yml
        outlets: {name: 终端, workload: {pace: 4次/天, minutes: 20分钟/次, capacity: 180分钟/天}}
    """
    for scheme in section.items.values():
        if scheme.workload is not None and not has_visits(scheme):
            span = scheme.key_span("workload")
            yield Finding("SEG112", span, {"name": scheme.name}, scope.year, scheme.address())
