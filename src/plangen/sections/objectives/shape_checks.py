"""Checks of how an objective is put together: members, ratios, phasing, growth."""

from collections.abc import Iterator
from difflib import get_close_matches

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.objectives.model import Objective, Objectives
from plangen.sections.objectives.phasing import ratio_weights
from plangen.sections.objectives.split import Split
from plangen.values import SHARE, Period, Quantity, Refused, total, write_quantity


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
    """Shares of one allocation must add up to 100%.

    Why: a missing share silently lowers every figure below it.
    Bad:
        # objectives.yml
        revenue: {name: 销售额, target: 100万元, phasing: {Q1: 20%, Q2: 25%, Q3: 25%, Q4: 25%}}
    Good:
        # objectives.yml
        revenue: {name: 销售额, target: 100万元, phasing: {Q1: 20%, Q2: 25%, Q3: 25%, Q4: 30%}}
    """
    whole = Quantity.exact(1, SHARE)
    for objective in section.items.values():
        if not objective.phasing:
            continue
        shares = total(objective.phasing.values(), SHARE)
        if shares.unset or shares.missing or shares.same_as(whole):
            continue
        missing = whole - shares
        if missing.high is not None and missing.high < 0:
            missing = -missing
        args = {
            "name": objective.name,
            "total": write_quantity(shares, language=scope.language),
            "missing": write_quantity(missing, language=scope.language),
        }
        about = tuple(
            Split(objective, scope).key(period=month).address for month in Split(objective, scope).period.months
        )
        yield Finding("PG216", objective.span("phasing"), args, scope.year, objective.address("phasing"), about)


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
    "OBJ111",
    Level.ERROR,
    takes="objectives",
    zh="{axis}里没有成员“{member}”{near}",
    en="the axis {axis} has no member “{member}”{near}",
    fix_zh="在 shared/dimensions.yml 里登记这个成员，或改成已有的编号",
    fix_en="register the member in shared/dimensions.yml, or use one that exists",
)
def members_exist(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """Every member of a breakdown belongs to its axis.

    Why: a part of an unknown channel would be added to nothing.
    Bad:
        # objectives.yml
        revenue: {name: 销售额, target: 100万元, channel: {own-stor: 40万元, dealer: 60万元}}
    Good:
        # objectives.yml
        revenue: {name: 销售额, target: 100万元, channel: {own-store: 40万元, dealer: 60万元}}
    """
    for objective in section.items.values():
        for axis, member, path in _members(objective):
            known = scope.dimensions.axes.get(axis)
            if known is not None and member in known.members:
                continue
            near = get_close_matches(member, list(known.members) if known else [], 1, 0.5)
            hint = scope.word(f"，是不是“{near[0]}”？", f"; did you mean “{near[0]}”?") if near else ""
            args = {"axis": known.name if known else axis, "member": member, "near": hint}
            span = objective.place.key_span((*objective.path, *path))
            yield Finding("OBJ111", span, args, scope.year, objective.address())


def _members(objective: Objective) -> Iterator[tuple[str, str, tuple[str | int, ...]]]:
    for axis, cells in objective.axes.items():
        for member in cells:
            yield axis, member, (axis, member)
    for index, spread in enumerate(objective.spread):
        for position, member in enumerate(spread.members):
            yield spread.axis, member, ("spread", index, "members", position)


@check(
    "OBJ112",
    Level.ERROR,
    takes="objectives",
    zh="比例“{ratio}”与 {count} 个成员对不上",
    en="the ratio “{ratio}” does not fit {count} members",
    fix_zh="写成 2:3:1 这样、与成员一样多的整数",
    fix_en="write as many whole numbers as members, such as 2:3:1",
)
def ratios_fit(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """A ratio has one whole number for each member.

    Why: a part without a number would get nothing, silently.
    Bad:
        # objectives.yml
        revenue:
          name: 销售额
          target: 60万元
          spread: [{axis: region, rule: ratio, ratio: "2:3:1", members: [zhejiang, jiangsu]}]
    Good:
        # objectives.yml
        revenue:
          name: 销售额
          target: 60万元
          spread: [{axis: region, rule: ratio, ratio: "2:3", members: [zhejiang, jiangsu]}]
    """
    for objective in section.items.values():
        for spread in objective.spread:
            if spread.rule == "even" and spread.ratio is None:
                continue
            parts = (spread.ratio or "").replace("：", ":").replace("∶", ":").split(":")
            weights = ratio_weights(spread.ratio, len(spread.members))
            fits = len(parts) == len(spread.members) and [str(w) for w in weights] == [
                p.strip().lstrip("0") for p in parts
            ]
            if not fits:
                args = {"ratio": spread.ratio or "", "count": len(spread.members)}
                yield Finding("OBJ112", spread.span("ratio"), args, scope.year, objective.address())


@check(
    "OBJ113",
    Level.ERROR,
    takes="objectives",
    zh="{name}的 step {step} 不能作为取整单位",
    en="{name} cannot be split in steps of {step}",
    fix_zh="写一个大于零的确定数，与目标同单位，如 0.1万元、1家；或删掉 step",
    fix_en="write one number above zero in the target's unit, such as 0.1万元 or 1家; or remove step",
)
def step_is_usable(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """The smallest unit of computed parts is one number above zero, in the unit of the target.

    Why: parts cannot be multiples of zero, of a range or of something else.
    Bad:
        # objectives.yml
        revenue: {name: 销售额, target: 100万元, step: 0元}
    Good:
        # objectives.yml
        revenue: {name: 销售额, target: 100万元, step: 0.5万元}
    """
    for objective in section.items.values():
        if objective.step is not None and not Split(objective, scope).step_fits():
            args = {"name": objective.name, "step": write_quantity(objective.step, language=scope.language)}
            yield Finding("OBJ113", objective.span("step"), args, scope.year, objective.address("step"))


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
    """A typed target and a typed growth on last year's target must agree.

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
        grown, target = scope.quantity(split.key("grown").address), scope.quantity(split.key().address)
        if grown and target and not grown.unset and not target.unset and not grown.same_as(target):
            args = {"name": objective.name, "grown": write_quantity(grown), "target": write_quantity(target)}
            yield Finding("OBJ104", objective.span("growth"), args, scope.year, objective.address("growth"))


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
    """Growth needs the same target in the year before.

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
        if objective.growth is not None and not split.has_last_year():
            yield Finding(
                "OBJ110", objective.span("growth"), {"name": objective.name}, scope.year, objective.address("target")
            )


@check(
    "OBJ106",
    Level.ERROR,
    takes="objectives",
    zh="{name}没有目标值",
    en="{name} has no target",
    fix_zh="写 target（没定就写 待定），或 growth、rollup、各渠道的数",
    fix_en="write target (待定 while unknown), growth, rollup, or the parts of an axis",
)
def target_is_given(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """Every objective says where its total comes from.

    Why: an objective without a number is silently left out of every sum.
    Bad:
        # objectives.yml
        revenue: {name: 销售额}
    Good:
        # objectives.yml
        revenue: {name: 销售额, target: 待定}
    """
    for objective in section.items.values():
        if scope.figure(Split(objective, scope).key().address) is None:
            yield Finding(
                "OBJ106", objective.key_span(), {"name": objective.name}, scope.year, objective.address("target")
            )
