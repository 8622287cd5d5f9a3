"""Checks of objectives: do the parts reach the total, do the rates, does the paper say the same."""

from collections.abc import Iterator
from dataclasses import replace

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.objectives.model import Objective, Objectives
from plangen.sections.objectives.split import Split
from plangen.values import Address, Quantity, Span, write_quantity


@check(
    "OBJ101",
    Level.ERROR,
    takes="objectives",
    zh="{name}按{axis}相加 {sum}，合计写着 {total}，差 {difference}",
    en="{name} by {axis} adds up to {sum}, the total says {total}: {difference} apart",
    fix_zh="改其中一个部分，或把合计改成 {sum}；各部分：{parts}",
    fix_en="mend one of the parts, or make the total {sum}; the parts: {parts}",
)
def parts_reach_total(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """The parts of a target must add up to its total, on every axis.

    Why: a part that changed alone leaves every figure below it wrong. Parts that are not set yet (待定) may hold the
    difference; a range must be able to reach the total; 约 may be off by the handbook's tolerance.
    Bad:
        # objectives.yml
        revenue:
          name: 销售额
          target: 100万元
          channel: {own-store: 30万元, dealer: 60万元}
    Good:
        # objectives.yml
        revenue:
          name: 销售额
          target: 100万元
          channel: {own-store: 40万元, dealer: 60万元}
    """
    for objective in section.items.values():
        split = Split(objective, scope)
        for axis in split.axes():
            whole = scope.quantity(split.key().address)
            rollup_at = split.key("target", axis, facet="rollup").address
            rollup = scope.quantity(rollup_at)
            if whole is None or rollup is None or not _apart(whole, rollup, scope):
                continue
            yield _parts_finding(split, axis, whole, rollup)


def _apart(whole: Quantity, parts: Quantity, scope: PlanScope) -> bool:
    """Whether the parts cannot be the whole: no number is possible for both."""
    if whole.unset or parts.unset or whole.unit != parts.unit:
        return False
    wide = _widened(parts, scope)
    if wide.low is not None and whole.high is not None and wide.low > whole.high:
        return True
    return not parts.missing and wide.high is not None and whole.low is not None and wide.high < whole.low


def _widened(quantity: Quantity, scope: PlanScope) -> Quantity:
    tolerance = scope.handbook.tolerance()
    if not quantity.about or tolerance is None or not tolerance.is_exact:
        return quantity
    low = None if quantity.low is None else quantity.low - abs(quantity.low * tolerance.value)
    high = None if quantity.high is None else quantity.high + abs(quantity.high * tolerance.value)
    return replace(quantity, low=low, high=high)


def _parts_finding(split: Split, axis: str, whole: Quantity, rollup: Quantity) -> Finding:
    scope, objective = split.scope, split.objective
    names = {key.address: scope.dimensions.member_name(key.address.members[0]) for key in split.cell_keys(axis)}
    comma = scope.word("，", ", ")
    parts = comma.join(f"{name} {_say(scope, scope.quantity(address))}" for address, name in names.items())
    dimension = scope.dimensions.axes.get(axis)
    args = {
        "name": objective.name,
        "axis": dimension.name if dimension else axis,
        "sum": _say(scope, rollup),
        "total": _say(scope, whole),
        "difference": _say(scope, _distance(whole, rollup)),
        "parts": parts,
    }
    about = (split.key().address, *names, split.key("target", axis, facet="rollup").address)
    related = ((_total_span(objective), scope.word("合计写在这里", "the total stands here")),)
    address = split.key("target", axis, facet="rollup").address
    return Finding("OBJ101", split.axis_span(axis), args, scope.year, address, about, related)


def _total_span(objective: Objective) -> Span:
    """Where the total comes from: the field that gives it, or the objective's first line."""
    given = [name for name in ("target", "growth", "rollup") if getattr(objective, name) is not None]
    return objective.span(given[0] if given else "")


def _distance(one: Quantity, other: Quantity) -> Quantity:
    difference = one - other
    return -difference if difference.high is not None and difference.high < 0 else difference


def _say(scope: PlanScope, quantity: Quantity | None) -> str:
    if quantity is None:
        return "—"
    unit = scope.plan.head.unit if quantity.unit.is_money else ""
    return write_quantity(quantity, unit, language=scope.language)


@check(
    "OBJ102",
    Level.WARNING,
    takes="objectives",
    zh="{name}：单价 × 数量 ×{months}得 {implied}，目标写 {target}，差 {difference}{hint}",
    en="{name}: rate × heads × {months} gives {implied}, the target says {target}: {difference} apart{hint}",
    fix_zh="改单价、数量或期间，或把目标改成 {implied}",
    fix_en="change the rate, the heads or the period, or make the target {implied}",
)
def rates_reach_target(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """Rate × heads × months must give the target, where a rate is written.

    Why: the hidden assumption of a quota (how many people, how many months) must be true.
    Bad:
        # objectives.yml
        revenue: {name: 销售额, target: 180万元, rate: 7.5万元/人/月, heads: 4人, period: M06..M12}
    Good:
        # objectives.yml
        revenue: {name: 销售额, target: 210万元, rate: 7.5万元/人/月, heads: 4人, period: M06..M12}
    """
    for objective in section.items.values():
        split = Split(objective, scope)
        for address in _implied_addresses(split):
            target = scope.quantity(address.with_measure("target"))
            implied = scope.quantity(address)
            if target is not None and implied is not None and _apart(target, implied, scope):
                yield _rate_finding(split, address, target, implied)


def _implied_addresses(split: Split) -> list[Address]:
    """The total's address where every part has a rate, else those of the parts that have one."""
    whole = split.key("implied").address
    if split.scope.quantity(whole) is not None:
        return [whole]
    cells = [
        member for cells in split.objective.axes.values() for member, cell in cells.items() if split.heads_of(cell)
    ]
    return [whole.of(member) for member in cells]


def _rate_finding(split: Split, address: Address, target: Quantity, implied: Quantity) -> Finding:
    scope, objective = split.scope, split.objective
    args = {
        "name": _named(split, address),
        "months": scope.word(f" {split.period.length} 个月", f"{split.period.length} months"),
        "implied": _say(scope, implied),
        "target": _say(scope, target),
        "difference": _say(scope, _distance(implied, target)),
        "hint": _months_that_fit(split, implied, target),
    }
    member = address.members[0] if address.members else ""
    cell = next((cells[member] for cells in objective.axes.values() if member in cells), None)
    span = cell.span("target") if cell else _total_span(objective)
    related = ((objective.span("period"), split.period.label(scope.language)),) if objective.period else ()
    return Finding("OBJ102", span, args, scope.year, address.with_measure("target"), (address,), related)


def _named(split: Split, address: Address) -> str:
    members = "·".join(split.scope.dimensions.member_name(member) for member in address.members)
    return f"{split.objective.name}·{members}" if members else split.objective.name


def _months_that_fit(split: Split, implied: Quantity, target: Quantity) -> str:
    """Which whole number of months would fit, if one does."""
    if not (implied.is_exact and target.is_exact) or implied.value == 0:
        return ""
    months, rest = divmod(target.value * split.period.length, implied.value)
    if rest or not 1 <= months <= 12:
        return ""
    return split.scope.word(f"；按 {months} 个月算正好", f"; with {months} months it fits exactly")


@check(
    "OBJ103",
    Level.ERROR,
    takes="objectives",
    zh="{name}算出来是 {computed}，文件写 {stated}，差 {difference}",
    en="{name} comes to {computed}, the paper states {stated}: {difference} apart",
    fix_zh="改计划，或把 stated 改成 {computed}",
    fix_en="change the plan, or state {computed}",
)
def stated_is_computed(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """What the paper claims must be what the plan computes.

    Why: the paper and the plan would be quoted against each other.
    Bad:
        # objectives.yml
        revenue: {name: 销售额, target: 100万元, stated: {target: 120万元}}
    Good:
        # objectives.yml
        revenue: {name: 销售额, target: 100万元, stated: {target: 100万元}}
    """
    for objective in section.items.values():
        if objective.stated is None:
            continue
        for name, stated in objective.stated.quantities():
            address = objective.address(name)
            computed = scope.quantity(address)
            if computed is None or computed.unset or stated.unset or stated.same_as(computed):
                continue
            span = objective.stated.span(name)
            if stated.unit != computed.unit:
                units = {"left": str(stated.unit) or "—", "right": str(computed.unit) or "—"}
                yield Finding("PG215", span, units, scope.year, address.with_facet("stated"))
            else:
                args = {
                    "name": objective.name,
                    "computed": _say(scope, computed),
                    "stated": _say(scope, stated),
                    "difference": _say(scope, _distance(stated, computed)),
                }
                about = (address.with_facet("stated"), address)
                yield Finding("OBJ103", span, args, scope.year, address.with_facet("stated"), about)
