"""Checks of sums over child plans: who is missing, and which months."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.objectives.model import Objectives
from plangen.sections.objectives.split import Split
from plangen.sections.objectives.split_gaps import without_axis, without_objective


@check(
    "OBJ116",
    Level.ERROR,
    takes="objectives",
    zh="{name}汇总的下级计划“{child}”做 {inside}，这里只算 {whole}：合计里有，月份里没有",
    en="{name} sums up the child plan “{child}” over {inside}, but covers {whole}: the total has more than the months",
    fix_zh="把 period 改成包含 {inside}，或删掉 period，由下级计划决定",
    fix_en="let period include {inside}, or remove it: the child plans decide then",
)
def children_fit_period(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """A target that sums up child plans covers all of their months.

    Why: the total would hold months that the calendar does not show.
    Bad:
        # objectives.yml
        revenue: {name: 销售额, rollup: children, period: H1}
        # 2026/demo/east/plan.yml
        name: 东区
        # 2026/demo/east/objectives.yml
        revenue: {name: 销售额, target: 100万元, period: FY}
    Good:
        # objectives.yml
        revenue: {name: 销售额, rollup: children, period: FY}
        # 2026/demo/east/plan.yml
        name: 东区
        # 2026/demo/east/objectives.yml
        revenue: {name: 销售额, target: 100万元, period: FY}
    """
    for objective in section.items.values():
        split = Split(objective, scope)
        for part in split.parts_below() if objective.rollup else ():
            if part.period not in split.period:
                args = {
                    "name": objective.name,
                    "child": part.scope.plan.head.name,
                    "inside": part.period.name,
                    "whole": split.period.name,
                }
                related = ((part.objective.key_span(), part.period.label(scope.language)),)
                about = tuple(split.key(period=month).address for month in split.period.months)
                span, at = objective.span("period"), split.key().address
                yield Finding("OBJ116", span, args, scope.year, at, about, related)


@check(
    "OBJ121",
    Level.INFO,
    takes="objectives",
    zh="{name}按{axis}只汇总了一部分：下级计划 {plans} 没有这样分",
    en="{name} by {axis} sums up only some child plans: {plans} are not split that way",
    fix_zh="在这些下级计划里也分，或写 covers；不需要就不用管",
    fix_en="split it there too, or write covers; nothing to do if it is not needed",
)
def axes_cover_children(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """An axis that some child plans have and others lack is not the whole target.

    Why: its sum is less than the total, and readers should know which plan is not in it.
    Bad:
        # objectives.yml
        revenue: {name: 销售额, rollup: children}
        # 2026/demo/east/plan.yml
        name: 东区
        # 2026/demo/east/objectives.yml
        revenue: {name: 销售额, target: 100万元, channel: {own-store: 40万元, dealer: 60万元}}
        # 2026/demo/west/plan.yml
        name: 西区
        # 2026/demo/west/objectives.yml
        revenue: {name: 销售额, target: 50万元}
    Good:
        # objectives.yml
        revenue: {name: 销售额, rollup: children}
        # 2026/demo/east/plan.yml
        name: 东区
        # 2026/demo/east/objectives.yml
        revenue: {name: 销售额, target: 100万元, channel: {own-store: 40万元, dealer: 60万元}}
        # 2026/demo/west/plan.yml
        name: 西区
        # 2026/demo/west/objectives.yml
        revenue: {name: 销售额, target: 50万元, channel: {own-store: 20万元, dealer: 30万元}}
    """
    for objective in section.items.values():
        split = Split(objective, scope)
        for axis in split.axes():
            plans = without_axis(split, axis)
            if plans:
                known = scope.dimensions.axes.get(axis)
                comma = scope.word("、", ", ")
                args = {"name": objective.name, "axis": known.name if known else axis, "plans": comma.join(plans)}
                address = split.key("target", axis, facet="rollup").address
                yield Finding("OBJ121", objective.span("rollup"), args, scope.year, address)


@check(
    "OBJ122",
    Level.INFO,
    takes="objectives",
    zh="{name}汇总下级计划，其中 {plans} 没有这个目标",
    en="{name} sums up the child plans, and {plans} have no such objective",
    fix_zh="编号应为 {id}：在那里补上；不承担这个目标就不用管",
    fix_en="its id is {id}: add it there; nothing to do if they have no part in it",
)
def children_have_objective(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """A sum over child plans names those that it has nothing from.

    Why: a plan whose objective has another id would be left out unseen.
    Bad:
        # objectives.yml
        revenue: {name: 销售额, rollup: children}
        # 2026/demo/east/plan.yml
        name: 东区
        # 2026/demo/east/objectives.yml
        revenue: {name: 销售额, target: 100万元}
        # 2026/demo/west/plan.yml
        name: 西区
        # 2026/demo/west/objectives.yml
        revenu: {name: 销售额, target: 50万元}
    Good:
        # objectives.yml
        revenue: {name: 销售额, rollup: children}
        # 2026/demo/east/plan.yml
        name: 东区
        # 2026/demo/east/objectives.yml
        revenue: {name: 销售额, target: 100万元}
        # 2026/demo/west/plan.yml
        name: 西区
        # 2026/demo/west/objectives.yml
        revenue: {name: 销售额, target: 50万元}
    """
    for objective in section.items.values():
        split = Split(objective, scope)
        plans = without_objective(split)
        if plans:
            args = {"name": objective.name, "plans": scope.word("、", ", ").join(plans), "id": objective.id}
            yield Finding("OBJ122", objective.span("rollup"), args, scope.year, split.key().address)
