"""Checks of rates: what rate × heads × months gives, and whether there is anything to multiply."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.objectives.cells import nested_cells
from plangen.sections.objectives.model import Cell, Objective, Objectives
from plangen.sections.objectives.saying import apart, distance, name_of, room, say
from plangen.sections.objectives.split import Split
from plangen.values import Key, Quantity, write_quantity


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
    """Rate × heads × months must give the target, where a rate is written: for the total and for each part.

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
        wrong = {member: entry for member, entry in split.entries() if _contradicts(split, member)}
        told = _in_total(split) if "" in wrong else ()
        for member, entry in wrong.items():
            if member not in told:
                yield _rate_finding(split, entry, *filter(None, [member]))
        for members, cell in nested_cells(objective).items():
            if _contradicts(split, *members):
                yield _rate_finding(split, cell, *members)


def _contradicts(split: Split, *members: str) -> bool:
    target, implied = _pair(split, *members)
    return apart(room(split.scope, target), room(split.scope, implied))


def _pair(split: Split, *members: str) -> tuple[Key, Key]:
    names = tuple(filter(None, members))
    return split.key("target", *names), split.key("implied", *names)


def _in_total(split: Split) -> tuple[str, ...]:
    """The members whose rates make the total's: a total that is wrong is told once and not for each of them."""
    return () if split.heads_of(split.objective) else tuple(split.inside(split.axis_of_rates()))


def _rate_finding(split: Split, entry: Cell | Objective, *members: str) -> Finding:
    scope, objective = split.scope, split.objective
    at, by = _pair(split, *members)
    target, implied = scope.figures[at].quantity, scope.figures[by].quantity
    args = {
        "name": name_of(scope, objective, *members),
        "months": scope.word(" {length} 个月", "{length} months", length=split.period.length),
        "implied": say(scope, implied),
        "target": say(scope, target),
        "difference": say(scope, distance(implied, target)),
        "hint": _months_that_fit(split, implied, target),
    }
    given = [name for name in ("target", "growth", "rollup") if getattr(entry, name, None) is not None]
    span = entry.span(given[0] if given else "")
    related = ((objective.span("period"), split.period.label(scope.language)),) if objective.period else ()
    return Finding("OBJ102", span, args, scope.year, at.address, (by.address,), related)


def _months_that_fit(split: Split, implied: Quantity, target: Quantity) -> str:
    """Which whole number of months would fit, if one does."""
    if not (implied.is_exact and target.is_exact) or implied.value == 0:
        return ""
    months, rest = divmod(target.value * split.period.length, implied.value)
    if rest or not 1 <= months <= 12:
        return ""
    return split.scope.word("；按 {months} 个月算正好", "; with {months} months it fits exactly", months=months)


@check(
    "OBJ115",
    Level.INFO,
    takes="objectives",
    zh="{name}的单价 {rate} 没有相乘的数量，不参与核对",
    en="the rate {rate} of {name} has no number to multiply and is not checked",
    fix_zh="写 heads（如 4人），单位与单价里“/”后面的一样；只是说明就写进 note",
    fix_en="write heads (such as 4 people) in the unit behind the “/” of the rate; if it only explains, make it a note",
)
def rates_have_heads(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """A rate multiplies `heads`, or a `count` in the unit that the rate is per.

    Why: a rate that is compared with nothing looks as if it were checked.
    Bad:
        # objectives.yml
        revenue: {name: 销售额, target: 210万元, rate: 7.5万元/人/月, count: 3家, period: M06..M12}
    Good:
        # objectives.yml
        revenue: {name: 销售额, target: 210万元, rate: 7.5万元/人/月, heads: 4人, period: M06..M12}
    """
    for objective in section.items.values():
        split = Split(objective, scope)
        nested = [(cell.address("rate").members, cell) for cell in nested_cells(objective).values()]
        for members, entry in [*(((member,), entry) for member, entry in split.entries()), *nested]:
            rate = scope.quantity(entry.address("rate")) if entry.rate is not None else None
            if rate is not None and not rate.unset and not split.heads_of(entry):
                written = write_quantity(rate, language=scope.language)
                args = {"name": name_of(scope, objective, *members), "rate": written}
                yield Finding("OBJ115", entry.span("rate"), args, scope.year, entry.address("rate"))
