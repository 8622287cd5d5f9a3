"""Checks of objectives: do the parts reach the total, does the paper say the same."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.objectives.model import Objective, Objectives
from plangen.sections.objectives.phases import in_amounts, parts_of
from plangen.sections.objectives.saying import apart, distance, name_of, room, say
from plangen.sections.objectives.split import Split
from plangen.sections.objectives.split_gaps import covered_in_part
from plangen.values import Address, Key, Quantity, Span, record, total, widened


@record
class Parts:
    """Parts that have to make a whole: their names and keys, what they are called together, where they are written."""

    title: str
    whole: Key
    named: dict[str, Quantity | None]
    sum_: Quantity
    span: Span
    address: Address
    about: tuple[Address, ...] = ()
    room: Quantity | None = None


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
    """The parts of a target must add up to its total: on every axis, inside a member, by child plans, by period.

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
        for parts in (*_children(split), *_axes(split), *_periods(split)):
            again = parts.whole == split.key() and parts.sum_ in told
            if not again and apart(room(scope, parts.whole), parts.room):
                yield _parts_finding(split, parts)
                told += [parts.sum_] if objective.rollup else []


def _axes(split: Split) -> Iterator[Parts]:
    """The parts along each axis, and those inside a member."""
    scope = split.scope
    for axis in split.axes():
        for above in split.groups(axis):
            rollup = split.key("target", above or axis, facet="rollup")
            figure = scope.figures.get(rollup)
            if figure is None or (not above and (covered_in_part(split, axis) or not split.given(axis))):
                continue
            keys = split.cell_keys(axis, above)
            names = {scope.dimensions.member_name(k.address.members[0]): scope.quantity(k.address) for k in keys}
            dimension = scope.dimensions.axes.get(axis)
            title, whole = dimension.name if dimension else axis, split.key("target", *filter(None, [above]))
            about = tuple(key.address for key in keys)
            place = split.axis_span(axis), rollup.address, about
            yield Parts(title, whole, names, figure.quantity, *place, room(scope, rollup))


def _children(split: Split) -> Iterator[Parts]:
    """The sum of the child plans beside a total that is given itself."""
    scope, rollup = split.scope, split.key(facet="rollup")
    figure = scope.figures.get(rollup)
    if figure is None:
        return
    title = scope.word("下级计划", "child plan")
    names = {part.scope.plan.head.name: scope.quantity(part.key().address) for part in split.parts_below()}
    place = split.objective.span("rollup"), rollup.address, tuple(key.address for key in split.keys_below())
    yield Parts(title, split.key(), names, figure.quantity, *place, room(scope, rollup))


def _periods(split: Split) -> Iterator[Parts]:
    """The amounts of a phasing."""
    scope, objective = split.scope, split.objective
    if not in_amounts(split) or objective.rollup:
        return
    title, tolerance = scope.word("期间", "period"), scope.handbook.tolerance()
    given = parts_of(split)
    sum_ = total(given.values(), split.unit)
    possible = total((widened(part, tolerance) for part in given.values()), split.unit)
    place = objective.span("phasing"), objective.address("phasing"), ()
    yield Parts(title, split.key(), dict(given), sum_, *place, possible)


def _parts_finding(split: Split, parts: Parts) -> Finding:
    scope, objective = split.scope, split.objective
    whole, member = scope.figures[parts.whole].quantity, (*parts.whole.address.members, "")[0]
    comma = scope.word("，", ", ")
    args = {
        "name": name_of(scope, objective, member),
        "axis": parts.title,
        "sum": say(scope, parts.sum_),
        "total": say(scope, whole),
        "difference": say(scope, distance(whole, parts.sum_)),
        "parts": comma.join(f"{name} {say(scope, part)}" for name, part in parts.named.items()),
    }
    about = (parts.whole.address, *parts.about, parts.address)
    related = ((_total_span(objective, member), scope.word("合计写在这里", "the total stands here")),)
    return Finding("OBJ101", parts.span, args, scope.year, parts.address, about, related)


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
    for objective in section.items.values():
        for name, stated in objective.stated.quantities() if objective.stated else ():
            assert objective.stated is not None, "it has quantities"
            address = objective.address(name)
            computed = scope.quantity(address)
            if computed is None or computed.unset or stated.unset:
                continue
            span, at = objective.stated.span(name), address.with_facet("stated")
            if stated.unit != computed.unit:
                units = {"left": str(stated.unit) or "—", "right": str(computed.unit) or "—"}
                yield Finding("PG215", span, units, scope.year, at)
            elif apart(widened(stated, scope.handbook.tolerance()), room(scope, scope.key(address))):
                args = {
                    "name": objective.name,
                    "computed": say(scope, computed),
                    "stated": say(scope, stated),
                    "difference": say(scope, distance(stated, computed)),
                }
                yield Finding("OBJ103", span, args, scope.year, at, (at, address))
