"""Checks that hold for a part of a range only: what agrees, and would not if another number of the range came true."""

from collections.abc import Iterator
from decimal import Decimal

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.objectives.model import Cell, Objective, Objectives
from plangen.sections.objectives.parts import Parts, all_parts
from plangen.sections.objectives.saying import apart, name_of, say
from plangen.sections.objectives.split import Split
from plangen.values import Key, Quantity


@check(
    "OBJ130",
    Level.INFO,
    takes="objectives",
    zh="{name}的{one} {left} 与{other} {right} 只在 {common} 时一致，别的数对不上",
    en="{name}: {one} {left} and {other} {right} agree at {common} only",
    fix_zh="能定就写成一个数；还没定不用改，定的时候照着这个数",
    fix_en="write one number once it is known; nothing to do before that",
)
def ranges_agree_in_part(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """Parts, rates and claims that are ranges agree with the total for every number of the range, or say where.

    A range that can reach the total passes the checks of sums, rates and claims; this one tells which of its numbers
    do not. Not judged: 约, sums of which parts are not set yet, and formulas, whose range may be wider than what can
    happen.

    Why: a plan that adds up at one end of a range does not add up at the other.
    Bad:
        # objectives.yml
        revenue:
          name: 销售额
          target: 100万元
          channel: {own-store: 30–50万元, dealer: 60万元}
    Good:
        # objectives.yml
        revenue:
          name: 销售额
          target: 90–110万元
          channel: {own-store: 30–50万元, dealer: 60万元}
    """
    for objective in section.items.values():
        split = Split(objective, scope)
        for parts in all_parts(split):
            if parts.name not in objective.gaps and parts.must_reach:
                yield from _of_parts(split, parts)
        for member, entry in split.entries():
            yield from _of_rates(split, member, entry)
        yield from _of_claim(split)


def _of_parts(split: Split, parts: Parts) -> Iterator[Finding]:
    word = split.scope.word
    names = word("目标", "the total"), word("各{title}合计", "its parts by {title}", title=parts.title)
    member = (*parts.whole.address.members, "")[0]
    for found in _found(split, parts.whole, parts.rollup, names, member):
        yield found.with_(span=parts.span)


def _of_rates(split: Split, member: str, entry: Cell | Objective) -> Iterator[Finding]:
    word, names = split.scope.word, (member,) if member else ()
    said = word("目标", "the target"), word("单价推算", "what the rates give")
    for found in _found(split, split.key("target", *names), split.key("implied", *names), said, member):
        yield found.with_(span=entry.span("rate"))


def _of_claim(split: Split) -> Iterator[Finding]:
    """The paper's total against the computed one: a computed range inside the paper's keeps its word."""
    word, objective = split.scope.word, split.objective
    said = word("文件写的", "the paper's"), word("算出来的", "the computed")
    for found in _found(split, split.key(facet="stated"), split.key(), said, ""):
        yield found.with_(span=objective.span("stated"))


def _found(split: Split, promise: Key, kept: Key, names: tuple[str, str], member: str) -> Iterator[Finding]:
    scope, objective = split.scope, split.objective
    first, second = (scope.quantity(key.address) for key in (promise, kept))
    common = None if _is_formula(scope, kept) else _partly(first, second)
    if first is None or second is None or common is None:
        return
    args = {
        "name": name_of(scope, objective, member),
        "one": names[0],
        "left": say(scope, first),
        "other": names[1],
        "right": say(scope, second),
        "common": say(scope, common),
    }
    yield Finding("OBJ130", objective.span(), args, scope.year, kept.address, (promise.address, kept.address))


def _is_formula(scope: PlanScope, key: Key) -> bool:
    figure = scope.figures.get(key)
    return figure is not None and figure.rule == "formula"


def _partly(promise: Quantity | None, kept: Quantity | None) -> Quantity | None:
    """The numbers possible for both, where some numbers of the second are not possible for the first; else None."""
    if promise is None or kept is None or promise.unit != kept.unit or apart(promise, kept):
        return None
    first, second = _ends(promise), _ends(kept)
    if first is None or second is None or (first[0] <= second[0] and second[1] <= first[1]):
        return None
    return Quantity.range_(max(first[0], second[0]), min(first[1], second[1]), kept.unit)


def _ends(quantity: Quantity) -> tuple[Decimal, Decimal] | None:
    """Both ends of what is known in full; None for a bound, 约, and what is not set or lacks parts."""
    if quantity.low is None or quantity.high is None or quantity.missing or quantity.about:
        return None
    return quantity.low, quantity.high
