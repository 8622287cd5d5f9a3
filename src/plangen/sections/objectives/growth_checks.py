"""Checks of growth on last year: is there a base, does it agree with the target, are the periods alike."""

from collections.abc import Iterator

from plangen.compute import PlanScope, YearScope
from plangen.findings import Finding, Level, check
from plangen.sections.objectives.cells import nested_cells
from plangen.sections.objectives.model import Objectives
from plangen.sections.objectives.saying import apart, name_of, room, say
from plangen.sections.objectives.split import Split
from plangen.values import Key


@check(
    "OBJ104",
    Level.WARNING,
    takes="objectives",
    zh="{name}按增长率算是 {grown}，目标写 {target}",
    en="{name} grown by its rate is {grown}, the target says {target}",
    fix_zh="目标与增长率只写一个，另一个由工具算",
    fix_en="write the target or the growth, and let plangen compute the other",
)
def growth_agrees(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """A typed target and a typed growth on last year's target must agree, for the total and for each part.

    Why: one of the two numbers will be quoted wrongly.
    Bad:
        # 2025/demo/plan.yml
        name: 试验计划
        # 2025/demo/objectives.yml
        revenue: {name: 销售额, target: 100万元}
        # objectives.yml
        revenue: {name: 销售额, target: 130万元, growth: 20%}
    Good:
        # 2025/demo/plan.yml
        name: 试验计划
        # 2025/demo/objectives.yml
        revenue: {name: 销售额, target: 100万元}
        # objectives.yml
        revenue: {name: 销售额, target: 120万元, growth: 20%}
    """
    for objective in section.items.values():
        split = Split(objective, scope)
        entries = [((member,) if member else (), entry) for member, entry in split.entries()]
        for names, entry in (*entries, *nested_cells(objective).items()):
            by, at = split.key("grown", *names), split.key("target", *names)
            if apart(room(scope, by), room(scope, at)):
                grown, target = scope.figures[by].quantity, scope.figures[at].quantity
                args = {"name": name_of(scope, objective, *names), "grown": say(scope, grown)}
                args["target"] = say(scope, target)
                yield Finding("OBJ104", entry.span("growth"), args, scope.year, entry.address("growth"))


@check(
    "OBJ110",
    Level.ERROR,
    takes="objectives",
    zh="{name}按上年增长，但上一年没有这个目标",
    en="{name} grows on last year's target, but last year has none",
    fix_zh="直接写 target；改过编号就写 was",
    fix_en="write the target; name the old id with was if it was renamed",
)
def growth_has_base(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """Growth needs the same target in the year before, for the total and for each part.

    Why: growth on nothing is no number.
    Bad:
        # objectives.yml
        revenue: {name: 销售额, growth: 20%}
    Good:
        # objectives.yml
        revenue: {name: 销售额, target: 100万元}
    """
    for objective in section.items.values():
        split = Split(objective, scope)
        for member, entry in split.entries():
            base = split.last_year(member) if member else split.last_year()
            if entry.growth is not None and base not in scope.figures and not _is_unread(scope, base):
                args = {"name": name_of(scope, objective, member)}
                yield Finding("OBJ110", entry.span("growth"), args, scope.year, entry.address("target"))
        for members, cell in nested_cells(objective).items():
            base = split.last_year(*members)
            if cell.growth is not None and base not in scope.figures and not _is_unread(scope, base):
                args = {"name": name_of(scope, objective, *members)}
                yield Finding("OBJ110", cell.span("growth"), args, scope.year, cell.address("target"))


def _is_unread(scope: PlanScope, base: Key) -> bool:
    """Whether last year's file was refused, so that nobody can say what is there."""
    return base.year in scope.handbook.years and YearScope(scope.handbook, base.year).is_unread(base.address)


@check(
    "OBJ120",
    Level.INFO,
    takes="objectives",
    zh="{name}按上年增长，上年是 {before}（{last} 个月），今年是 {now}（{length} 个月）：增长率不是同期相比",
    en="{name} grows on {before} ({last} months) and covers {now} ({length} months): the periods are not alike",
    fix_zh="期间写成一样长；确实这样定的，在 note 里说明",
    fix_en="make the periods of one length; where it is meant, say so in a note",
)
def growth_compares_like_periods(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """Growth compares two periods of one length.

    Why: last year's twelve months and 10% more, in seven months, is nearly twice as much a month.
    Bad:
        # 2025/demo/plan.yml
        name: 试验计划
        # 2025/demo/objectives.yml
        revenue: {name: 销售额, target: 1200万元}
        # objectives.yml
        revenue: {name: 销售额, growth: 10%, period: M06..M12}
    Good:
        # 2025/demo/plan.yml
        name: 试验计划
        # 2025/demo/objectives.yml
        revenue: {name: 销售额, target: 1200万元}
        # objectives.yml
        revenue: {name: 销售额, growth: 10%}
    """
    for objective in section.items.values():
        split = Split(objective, scope)
        growing = next((entry for _, entry in split.entries() if entry.growth is not None), None)
        if growing is None or split.before is None or split.before.period.length == split.period.length:
            continue
        args = {
            "name": objective.name,
            "before": split.before.period.label(scope.language),
            "last": split.before.period.length,
            "now": split.period.label(scope.language),
            "length": split.period.length,
        }
        yield Finding("OBJ120", growing.span("growth"), args, scope.year, objective.address("growth"))
