"""Checks of a phasing: its periods, its shares or amounts, and whether there is something to phase."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.objectives.model import Objectives
from plangen.sections.objectives.phases import in_amounts, in_levels, in_shares, parts_of
from plangen.sections.objectives.saying import apart, distance
from plangen.sections.objectives.split import Split
from plangen.values import SHARE, Period, Quantity, Refused, total, widened, write_quantity

ROUNDED = Quantity.range_("-0.005", "0.005", SHARE)


@check(
    "PG216",
    Level.ERROR,
    takes="objectives",
    zh="{name}各期占比合计 {total}，应为 100%（差 {missing}）",
    en="the shares of {name} add up to {total}, not 100% ({missing} apart)",
    fix_zh="补足或减去 {missing}",
    fix_en="add or take away {missing}",
)
def shares_sum_to_whole(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """Shares of one allocation must be able to add up to 100%.

    Why: a missing share silently lowers every figure below it. Shares that are not set yet (待定) may hold what is
    missing; 约 may be off by the handbook's tolerance, or by half a point where there is none.
    Bad:
        # objectives.yml
        revenue: {name: 销售额, target: 100万元, phasing: {Q1: 20%, Q2: 25%, Q3: 25%, Q4: 25%}}
    Good:
        # objectives.yml
        revenue: {name: 销售额, target: 100万元, phasing: {Q1: 20%, Q2: 25%, Q3: 25%, Q4: 30%}}
    """
    whole, tolerance = Quantity.exact(1, SHARE), scope.handbook.tolerance()
    for objective in section.items.values():
        split = Split(objective, scope)
        if not objective.phasing or split.over_time != "sum" or not in_shares(split):
            continue
        given = parts_of(split).values()
        shares = total(given, SHARE)
        if not apart(whole, total((_possible(share, tolerance) for share in given), SHARE)):
            continue
        args = {
            "name": objective.name,
            "total": write_quantity(shares, language=scope.language),
            "missing": write_quantity(distance(whole, shares), language=scope.language),
        }
        about = tuple(split.key(period=month).address for month in split.period.months)
        yield Finding("PG216", objective.span("phasing"), args, scope.year, objective.address("phasing"), about)


def _possible(share: Quantity, tolerance: Quantity | None) -> Quantity:
    """What a share may be; 约33% is at least rounded, where the handbook says nothing more."""
    if tolerance is None and share.about:
        return share + ROUNDED
    return widened(share, tolerance)


@check(
    "OBJ107",
    Level.ERROR,
    takes="objectives",
    zh="{name}的节奏写了 {period}，不在它的期间 {whole} 里，或与别的期间重叠",
    en="the phasing of {name} names {period}, which is outside {whole} or overlaps another period",
    fix_zh="用 Q1…Q4 或 M01…M12 把期间分成不重叠的几段",
    fix_en="divide the period into parts such as Q1…Q4 or M01…M12 that do not overlap",
)
def phasing_fits_period(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """The periods of a phasing lie in the objective's period and do not overlap.

    Why: a share of a month that is not planned for would be lost.
    Bad:
        # objectives.yml
        revenue: {name: 销售额, target: 100万元, period: Q3..Q4, phasing: {Q1: 40%, Q3: 60%}}
    Good:
        # objectives.yml
        revenue: {name: 销售额, target: 100万元, period: Q3..Q4, phasing: {Q3: 40%, Q4: 60%}}
    """
    for objective in section.items.values():
        whole, seen = Split(objective, scope).period, set[Period]()
        for key in objective.phasing:
            try:
                period = Period.parse(key)
            except Refused:
                period = None
            months = set(period.months) if period else set()
            if period is None or period not in whole or months & seen:
                args = {"name": objective.name, "period": key, "whole": whole.name}
                span = objective.place.key_span((*objective.path, "phasing", key))
                yield Finding("OBJ107", span, args, scope.year, objective.address("phasing"))
            seen |= months


@check(
    "OBJ118",
    Level.ERROR,
    takes="objectives",
    zh="{name}的节奏里 {part} 与别的占比或目标的单位“{unit}”放不到一起",
    en="in the phasing of {name}, {part} does not go with the other parts or with the target's unit “{unit}”",
    fix_zh="各期都写占比（如 25%），或都写与目标同单位的数",
    fix_en="write shares (such as 25%) for all periods, or amounts in the target's unit for all",
)
def phasing_is_of_one_kind(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """The periods of a phasing all have shares, or all have amounts in the unit of the target.

    Why: 20% and 30万元 cannot be added up, so nobody could say what is left for the other periods.
    Bad:
        # objectives.yml
        revenue: {name: 销售额, target: 100万元, phasing: {H1: 40%, H2: 60万元}}
    Good:
        # objectives.yml
        revenue: {name: 销售额, target: 100万元, phasing: {H1: 40万元, H2: 60万元}}
    """
    for objective in section.items.values():
        split = Split(objective, scope)
        levels = split.holds_levels
        if in_levels(split) if levels else not split.adds_up or in_shares(split) or in_amounts(split):
            continue
        given = parts_of(split).items()
        key, odd = next((pair for pair in given if not pair[1].unset and pair[1].unit != split.unit), ("", None))
        if odd is None:  # a formula whose unit cannot be told, and that gives nothing
            continue
        part = f"{key} {write_quantity(odd, language=scope.language)}"
        args = {"name": objective.name, "part": part, "unit": split.unit}
        span = objective.place.span((*objective.path, "phasing", key))
        yield Finding("OBJ118", span, args, scope.year, objective.address("phasing"))


@check(
    "OBJ117",
    Level.WARNING,
    takes="objectives",
    zh="{name}由下级计划汇总，这里的节奏不起作用",
    en="{name} sums up the child plans; its own phasing has no effect",
    fix_zh="把节奏写到下级计划里，这里删掉",
    fix_en="write the phasing in the child plans and remove it here",
)
def rolled_up_is_phased_below(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """The months of a target that sums up child plans are the sums of their months.

    Why: two phasings of one target cannot both be true.
    Bad:
        # objectives.yml
        revenue: {name: 销售额, rollup: children, phasing: {H1: 40%, H2: 60%}}
        # 2026/demo/east/plan.yml
        name: 东区
        # 2026/demo/east/objectives.yml
        revenue: {name: 销售额, target: 100万元}
    Good:
        # objectives.yml
        revenue: {name: 销售额, rollup: children}
        # 2026/demo/east/plan.yml
        name: 东区
        # 2026/demo/east/objectives.yml
        revenue: {name: 销售额, target: 100万元, phasing: {H1: 40%, H2: 60%}}
    """
    for objective in section.items.values():
        if objective.rollup and objective.phasing:
            span, address = objective.span("phasing"), objective.address("phasing")
            yield Finding("OBJ117", span, {"name": objective.name}, scope.year, address)
