"""Checks of months that cells have of their own: can they be used, and do they make the cell."""

from collections.abc import Iterator
from contextlib import suppress
from functools import partial

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.objectives.cells import Members, has_own_months, written_cells
from plangen.sections.objectives.model import Cell, Objective, Objectives
from plangen.sections.objectives.own_months import PERIOD, fits, usable
from plangen.sections.objectives.saying import apart, distance, room, say
from plangen.sections.objectives.split import Split
from plangen.sections.objectives.units import phase_unit
from plangen.values import Period, Refused, dotted, told, write_unit

Why = tuple[str, str]


@check(
    "OBJ169",
    Level.ERROR,
    takes="objectives",
    zh="{name}的{period}：{why}",
    en="{name}, {period}: {why}",
    fix_zh="在格子里逐期写与目标同单位的数，期间不重叠；整个目标的节奏就不再写",
    fix_en="write amounts in the target's unit for periods that do not overlap, and no phasing for the whole objective",
)
def months_of_cells_can_be_used(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """The periods of a cell are amounts, in the objective's period, do not overlap, and make the cell's target.

    Why: an amount of a month that is not planned for would be lost; months of cells and a phasing of the whole cannot
    both be true.
    Bad:
        # objectives.yml
        revenue:
          name: 销售额
          period: H1
          channel: {dealer: {phasing: {Q1: 10万元, Q3: 20万元}}}
    Good:
        # objectives.yml
        revenue:
          name: 销售额
          period: H1
          channel: {dealer: {phasing: {Q1: 10万元, Q2: 20万元}}}
    """
    for objective in section.items.values():
        split = Split(objective, scope)
        if not has_own_months(objective):
            continue
        if not split.months_from_cells:
            yield from _without_effect(split)
            continue
        for field in ("phasing", "season"):
            if getattr(objective, field):
                yield from _told(
                    split, (), field, ("格子自己有月份，它不起作用", "the cells have months; it has no effect")
                )
        for members, cell in written_cells(objective).items():
            yield from _unusable(split, members, cell)
            yield from _sum(split, members, cell)


def _without_effect(split: Split) -> Iterator[Finding]:
    """Months of cells that nothing is made of: child plans make the target, or months of it do not add up."""
    why = (
        "它的各月不相加，格子不能按月写（要相加就写 aggregate: {time: sum}）",
        "its months do not add up, so that cells have none (if they do, write aggregate: {time: sum})",
    )
    if split.objective.rollup:
        why = (
            "目标由下级计划汇总，格子的月份不起作用",
            "it sums up child plans: months of cells have no effect",
        )
    for members, cell in written_cells(split.objective).items():
        if cell.phasing:
            yield from _told(split, members, "phasing", why, cell)


def _unusable(split: Split, members: Members, cell: Cell) -> Iterator[Finding]:
    found = usable(split, cell)
    for key, part in cell.phasing.items():
        period = _period(key)
        if period not in found:
            whole = split.period.name
            why = told(
                "不是 {whole} 里的期间，或与别的重叠",
                "no period inside {whole}, or it overlaps another one",
                whole=whole,
            )
            yield from _told(split, members, key, why, cell)
        elif not fits(split, cell, period, part):
            unit = phase_unit(split, cell, period, part)
            why = told(
                "单位是“{said}”，目标是“{unit}”",
                "is in “{said}”, the target in “{unit}”",
                said=("未知", "unknown") if unit is None else partial(write_unit, unit),
                unit=partial(write_unit, split.unit),
            )
            yield from _told(split, members, key, why, cell)


def _period(key: str) -> Period | None:
    with suppress(Refused):
        return Period.parse(key)
    return None


def _sum(split: Split, members: Members, cell: Cell) -> Iterator[Finding]:
    scope, rollup = split.scope, split.key("target", *members, PERIOD, facet="rollup")
    whole = split.key("target", *members)
    if rollup in scope.figures and apart(room(scope, whole), room(scope, rollup)):
        total, sum_ = (scope.figures[key].quantity for key in (whole, rollup))
        why = told(
            "相加 {sum}，目标写 {total}，差 {apart}",
            "{sum} together, the target says {total}: {apart} apart",
            sum=say(scope, sum_),
            total=say(scope, total),
            apart=say(scope, distance(total, sum_)),
        )
        yield from _told(split, members, "phasing", why, cell)


def _told(split: Split, members: Members, what: str, why: Why, cell: Cell | None = None) -> Iterator[Finding]:
    entry: Objective | Cell = cell or split.objective
    scope, periods = split.scope, ("phasing", what) if what in entry.phasing else (what,)
    names = (split.objective.name, *map(scope.dimensions.member_name, members))
    args = {"name": dotted(scope.language, names), "period": what, "why": scope.word(*why)}
    span = entry.place.key_span((*entry.path, *periods))
    yield Finding("OBJ169", span, args, scope.year, split.key("target", *members).address)
