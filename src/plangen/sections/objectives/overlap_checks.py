"""A check of sums over child plans: what two of them have both is counted twice."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.objectives.model import Objectives
from plangen.sections.objectives.split import Split
from plangen.values import Span


@check(
    "OBJ124",
    Level.WARNING,
    takes="objectives",
    zh="{name}把按{axis}分的“{first}”和按{other}分的“{second}”加在一起：两边都有的会算两次",
    en="{name} adds up “{first}”, a part by {axis}, and “{second}”, a part by {other}: what is in both counts twice",
    fix_zh="只汇总其中一种分法；另一种写成这个目标的又一个轴，不再相加",
    fix_en="sum up one of the two; write the other as one more axis of this target, which is not added again",
)
def children_do_not_overlap(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """Child plans that a target adds up are parts of it by one axis.

    Told of two plans whose `covers` have no axis in common; each pair of axes once.

    Why: an order from the north for electronics is in the plan of the north and in the one of electronics. A sum over
    regions and product lines is larger than the company.
    Bad:
        # shared/dimensions.yml
        region: {name: 区域, members: {north: {name: 华北}}}
        line: {name: 产品线, members: {home: {name: 家居}}}
        # objectives.yml
        revenue: {name: 销售额, rollup: children}
        # 2026/demo/north/plan.yml
        name: 华北
        covers: {region: north}
        # 2026/demo/north/objectives.yml
        revenue: {name: 销售额, target: 100万元}
        # 2026/demo/home/plan.yml
        name: 家居
        covers: {line: home}
        # 2026/demo/home/objectives.yml
        revenue: {name: 销售额, target: 60万元}
    Good:
        # objectives.yml
        revenue: {name: 销售额, rollup: children}
        # 2026/demo/north/plan.yml
        name: 华北
        # 2026/demo/north/objectives.yml
        revenue: {name: 销售额, target: 100万元}
    """
    for objective in section.items.values():
        split = Split(objective, scope)
        for first, second in _overlapping(split.parts_below()) if objective.rollup and split.adds_up else ():
            args = {"name": objective.name, **_says(first, second, scope)}
            at, related = split.key().address, tuple(map(_place, (first, second)))
            yield Finding("OBJ124", objective.span("rollup"), args, scope.year, at, (at,), related)


def _place(part: Split) -> tuple[Span, str]:
    """Where a part stands, and what its plan is called."""
    return part.objective.key_span(), part.scope.plan.head.name


def _overlapping(parts: list[Split]) -> Iterator[tuple[Split, Split]]:
    """Two parts that cover members of different axes alone; the first two of each two axes."""
    told: set[tuple[str, str]] = set()
    for place, first in enumerate(parts):
        for second in parts[place + 1 :]:
            one, other = first.scope.plan.head.covers, second.scope.plan.head.covers
            axes = (min(one, default=""), min(other, default=""))
            if all(axes) and not one.keys() & other.keys() and axes not in told:
                told |= {axes, axes[::-1]}
                yield first, second


def _says(first: Split, second: Split, scope: PlanScope) -> dict[str, str]:
    """The names of two plans, and of the axes that they are parts by."""
    axes = [min(part.scope.plan.head.covers) for part in (first, second)]
    names = [known.name if (known := scope.dimensions.axes.get(axis)) else axis for axis in axes]
    plans = [part.scope.plan.head.name for part in (first, second)]
    return {"first": plans[0], "second": plans[1], "axis": names[0], "other": names[1]}
