"""Checks of objectives: do the parts reach the total, does the paper say the same."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.objectives.model import Objective, Objectives, Stated
from plangen.sections.objectives.parts import Parts, all_parts
from plangen.sections.objectives.rolling import method
from plangen.sections.objectives.saying import apart, distance, name_of, room, say
from plangen.sections.objectives.split import Split
from plangen.values import Pair, Quantity, Span, told, widened


@check(
    "OBJ101",
    Level.ERROR,
    takes="objectives",
    zh="{name}按{axis}{how_zh} {sum}，合计写着 {total}，差 {difference}",
    en="{name} by {axis} {how_en} {sum}, the total says {total}: {difference} apart",
    fix_zh="改其中一个部分，或把合计改成 {sum}，或在 gaps 里认领差额；各部分：{parts}",
    fix_en="mend one of the parts, make the total {sum}, or say in gaps who closes it by when; the parts: {parts}",
)
def parts_reach_total(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """The parts of a target must make its total: on every axis, inside a member, by child plans, by period.

    They make it by the objective's own rule (`aggregate`), and add up where nothing else is said. A difference that
    is declared under `gaps` is a line of the gap ledger instead (OBJ150).

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
        told: list[Quantity] = []
        for parts in all_parts(split):
            again = parts.whole == split.key() and parts.sum_ in told
            if not again and parts.name not in objective.gaps and parts.apart:
                yield _parts_finding(split, parts)
                told += [parts.sum_] if objective.rollup else []


def _parts_finding(split: Split, parts: Parts) -> Finding:
    scope, objective = split.scope, split.objective
    whole, member = scope.figures[parts.whole].quantity, (*parts.whole.address.members, "")[0]
    comma = scope.word("，", ", ")
    args = {
        "name": name_of(scope, objective, member),
        "axis": parts.title,
        **dict(zip(("how_zh", "how_en"), _how(split, parts), strict=True)),
        "sum": say(scope, parts.sum_),
        "total": say(scope, whole),
        "difference": say(scope, distance(whole, parts.sum_)),
        "parts": comma.join(f"{name} {say(scope, part)}" for name, part in parts.named.items()),
    }
    about = (parts.whole.address, *parts.about, parts.rollup.address)
    related = ((_total_span(objective, member), scope.word("合计写在这里", "the total stands here")),)
    return Finding("OBJ101", parts.span, args, scope.year, parts.judged, about, related)


def _how(split: Split, parts: Parts) -> Pair:
    """`相加`, or the rule by which parts that do not add up make the total."""
    if parts.how == "sum":
        return "相加", "adds up to"
    return told("{how}得", "({how}) gives", how=method(split, parts.how))


def _total_span(objective: Objective, member: str) -> Span:
    """Where the total comes from: the field that gives it, or the first line of the objective or cell."""
    cell = next((cells[member] for cells in objective.axes.values() if member in cells), None)
    entry = cell or objective
    given = [name for name in ("target", "growth", "rollup") if getattr(entry, name, None) is not None]
    return entry.span(given[0] if given else "")


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

    Why: the paper and the plan would be quoted against each other. 约 may be off by the handbook's tolerance; a bound
    or a range must hold; parts that are not set yet may hold the difference.
    Bad:
        # objectives.yml
        revenue: {name: 销售额, target: 100万元, stated: {target: 120万元}}
    Good:
        # objectives.yml
        revenue: {name: 销售额, target: 100万元, stated: {target: 100万元}}
    """
    claims = ((o, entry) for o in section.items.values() for entry in o.walk() if isinstance(entry, Stated))
    for objective, claim in claims:
        for name, stated in claim.quantities():
            at = claim.address(name)
            address = at.with_facet("")
            computed = scope.quantity(address)
            if computed is None or computed.unset or stated.unset:
                continue
            span = claim.span(name)
            if stated.unit != computed.unit:
                units = {"left": stated.unit, "right": computed.unit}
                yield Finding("PG215", span, units, scope.year, at)
            elif apart(widened(stated, scope.handbook.tolerance()), room(scope, scope.key(address))):
                args = {
                    "name": name_of(scope, objective, *at.members),
                    "computed": say(scope, computed),
                    "stated": say(scope, stated),
                    "difference": say(scope, distance(stated, computed)),
                }
                yield Finding("OBJ103", span, args, scope.year, at, (at, address))
