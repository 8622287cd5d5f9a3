"""Checks of actuals: what is late, and whether what is reported in two ways is the same."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.objectives.model import Objectives
from plangen.sections.objectives.results import Results, last_day
from plangen.sections.objectives.saying import apart, distance, room, say
from plangen.sections.objectives.split import Split
from plangen.values import Key, Period, Quantity, dotted, total


@check(
    "ACT110",
    Level.WARNING,
    takes="objectives",
    zh="{name}有 {count} 个月已过而没有实际数：{months}",
    en="{name}: {count} months are over and not reported: {months}",
    fix_zh="补报；没有发生就写 0，数还没出来就写 待定",
    fix_en="report them; write 0 where there was nothing, TBD where the number is not known yet",
)
def months_are_reported(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """Where actuals are reported, every month that is over has one; a month that has not come is not judged.

    Why: a channel that is late makes the total look worse than it is, and the year to date stops a month earlier.
    Bad:
        # handbook.yml
        format: 1
        title: 手册
        as_of: 2026-03-10
        # objectives.yml
        revenue: {name: 销售额, target: 120万元}
        # 2026/demo/actuals/sales.csv
        address,value,as_of
        objectives/revenue@M01,9万元,2026-01-31
    Good:
        # handbook.yml
        format: 1
        title: 手册
        as_of: 2026-03-10
        # objectives.yml
        revenue: {name: 销售额, target: 120万元}
        # 2026/demo/actuals/sales.csv
        address,value,as_of
        objectives/revenue@M01,9万元,2026-01-31
        objectives/revenue@M02,待定,2026-03-05
    """
    for objective in section.items.values() if not scope.plan.unread_actuals else ():
        results = Results(Split(objective, scope))
        late = list(_late(results)) if results.rows and not results.below else []
        if late:
            names = scope.word("、", ", ").join(f"{name} {_months(months, scope)}".strip() for name, months in late)
            args = {"name": objective.name, "count": sum(len(months) for _, months in late), "months": names}
            address = results.key().address
            yield Finding("ACT110", objective.span("target"), args, scope.year, address)


def _late(results: Results) -> Iterator[tuple[str, list[Period]]]:
    """The parts that are late with their months: members where the whole is made of them."""
    split = results.split
    if not (results.monthly or any(period for _, period in results.rows)):
        return
    for axis, member in results.parts():
        made_of_parts = results.axis if not member else split.inside(axis, member)
        months = results.months_late(axis, member)
        if months and not made_of_parts:
            yield split.scope.dimensions.member_name(member) if member else "", months


def _months(months: list[Period], scope: PlanScope) -> str:
    return scope.word("、", ", ").join(month.label(scope.language) for month in months)


@check(
    "ACT111",
    Level.INFO,
    takes="objectives",
    zh="计划已进行 {months} 个月，还没有实际数",
    en="the plan has been under way for {months} months, and there are no actuals",
    fix_zh="在计划文件夹里建 actuals/，放一个 CSV：address、value、as_of 三列",
    fix_en="make a folder actuals/ in the plan with a CSV file: the columns address, value and as_of",
)
def year_under_way_has_actuals(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """The current year's plan has actuals once its first month is over.

    Why: a plan that nobody compares with what happened is not steered.
    Bad:
        # handbook.yml
        format: 1
        title: 手册
        as_of: 2026-03-10
        # objectives.yml
        revenue: {name: 销售额, target: 120万元}
    Good:
        # handbook.yml
        format: 1
        title: 手册
        as_of: 2026-01-10
        # objectives.yml
        revenue: {name: 销售额, target: 120万元}
    """
    today = scope.handbook.as_of.value
    over = [month for month in scope.period.months if today and last_day(scope.year, month) < today]
    current = scope.handbook.current_year == scope.year
    below = any(Results(Split(objective, scope)).any for objective in section.items.values())
    if over and current and not (scope.plan.actuals or scope.plan.unread_actuals or below):
        yield Finding("ACT111", section.span(), {"months": len(over)}, scope.year)


@check(
    "ACT112",
    Level.ERROR,
    takes="objectives",
    zh="{name}报了 {reported}，按{parts}相加是 {sum}，差 {difference}",
    en="{name} is reported as {reported}, by {parts} it adds up to {sum}: {difference} apart",
    fix_zh="改其中一个，或只报部分、让合计自己算",
    fix_en="mend one of them, or report the parts only and let the total be computed",
)
def reports_agree(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """An actual that is reported itself is the sum of its members, and of its months, where all of them are reported.

    Why: two numbers for one thing would be quoted against each other. 约 may be off by the handbook's tolerance.
    Bad:
        # objectives.yml
        revenue: {name: 销售额, target: 120万元, channel: {own-store: 48万元, dealer: 72万元}}
        # 2026/demo/actuals/sales.csv
        address,value,as_of
        objectives/revenue@M01,9万元,2026-01-31
        objectives/revenue@M01/own-store,3万元,2026-01-31
        objectives/revenue@M01/dealer,5万元,2026-01-31
    Good:
        # objectives.yml
        revenue: {name: 销售额, target: 120万元, channel: {own-store: 48万元, dealer: 72万元}}
        # 2026/demo/actuals/sales.csv
        address,value,as_of
        objectives/revenue@M01,9万元,2026-01-31
        objectives/revenue@M01/own-store,4万元,2026-01-31
        objectives/revenue@M01/dealer,5万元,2026-01-31
    """
    for objective in section.items.values():
        results = Results(Split(objective, scope))
        for key, what, keys in _twice(results) if results.any and results.split.adds_up else ():
            figure, sum_ = scope.figures.get(key), _sum(scope, keys)
            if figure is None or figure.source is None or figure.quantity.missing or sum_ is None:
                continue
            if apart(room(scope, key), sum_):
                args = {
                    "name": _name(results, key),
                    "reported": say(scope, figure.quantity),
                    "parts": what,
                    "sum": say(scope, sum_),
                    "difference": say(scope, distance(figure.quantity, sum_)),
                }
                about = (key.address, *(each.address for each in keys))
                yield Finding("ACT112", figure.source, args, scope.year, key.address, about)


def _name(results: Results, key: Key) -> str:
    scope, period = results.split.scope, key.address.period
    parts = [results.split.objective.name, *(scope.dimensions.member_name(each) for each in key.address.members)]
    return dotted(scope.language, (*parts, period.label(scope.language) if period else ""))


def _sum(scope: PlanScope, keys: list[Key]) -> Quantity | None:
    known = [scope.figures[key].quantity for key in keys if key in scope.figures]
    full = len(known) == len(keys) > 0 and not any(each.unset or each.missing for each in known)
    return total(known, known[0].unit) if full and len({each.unit for each in known}) == 1 else None


def _twice(results: Results) -> Iterator[tuple[Key, str, list[Key]]]:
    """What is reported in two ways: a key, by what it is split, and the keys that make it together."""
    split, word = results.split, results.split.scope.word
    for member, period in results.rows:
        whole = period or split.period
        if whole.length > 1:
            yield results.key("target", member, period=period), word("月", "month"), [
                results.key("target", member, period=month) for month in whole.months
            ]  # fmt: skip
    periods: list[Period | None] = [*split.period.months, *split.period.quarters, None]
    for axis in split.axes():
        known = split.scope.dimensions.axes.get(axis)
        for above in split.groups(axis) if results.is_reported(axis) else ():
            inside = split.inside(axis, above)
            for period in dict.fromkeys(periods):
                keys = [results.key("target", name, period=period) for name in inside]
                yield results.key("target", above, period=period), known.name if known else axis, keys


@check(
    "ACT113",
    Level.WARNING,
    takes="objectives",
    zh="{name}有 {count} 个实际数报在几个维度相交的格子上（第一个是 {cell}），没有加进任何合计",
    en="{name} has {count} actuals for cells of several dimensions (the first is {cell}); no total adds them up",
    fix_zh="另按一个维度或按总数报同一期间；格子的数可以留作明细",
    fix_en="report the same period by one dimension, or as a whole, too; the cells may stay as details",
)
def cells_are_in_a_total(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """What is reported for a cell of several dimensions is also reported for one of its members, or for the whole.

    Why: plangen adds up actuals along one dimension at a time. What is reported for crossed cells alone would be
    missing from attainment and year to date.
    Bad:
        # objectives.yml
        revenue:
          name: 销售额
          target: 120万元
          channel: {own-store: 48万元, dealer: 72万元}
          region: {zhejiang: 60万元, jiangsu: 60万元}
          cross: [channel, region]
        # 2026/demo/actuals/sales.csv
        address,value,as_of
        objectives/revenue@M01/own-store/zhejiang,3万元,2026-01-31
    Good:
        # objectives.yml
        revenue:
          name: 销售额
          target: 120万元
          channel: {own-store: 48万元, dealer: 72万元}
          region: {zhejiang: 60万元, jiangsu: 60万元}
          cross: [channel, region]
        # 2026/demo/actuals/sales.csv
        address,value,as_of
        objectives/revenue@M01/own-store/zhejiang,3万元,2026-01-31
        objectives/revenue@M01/own-store,4万元,2026-01-31
        objectives/revenue@M01/dealer,6万元,2026-01-31
    """
    for objective in section.items.values():
        results = Results(Split(objective, scope))
        lost = results.cells_alone()
        if lost:
            first = lost[0]
            args = {"name": objective.name, "count": len(lost), "cell": first.planned.short(scope.plan.path)}
            yield Finding("ACT113", first.span("value"), args, scope.year, first.reached)
