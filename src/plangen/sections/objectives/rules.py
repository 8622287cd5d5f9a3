"""Rules of objectives: totals, parts, shares, months, quarters, what rates imply, growth."""

from collections.abc import Iterator
from dataclasses import replace

from plangen.compute import PlanScope, Rule
from plangen.sections.objectives import (
    actuals,
    assumptions,
    breakdown,
    bridges,
    comparisons,
    hierarchies,
    pace,
    phasing,
    revisions,
    rolling,
)
from plangen.sections.objectives.cells import nested_cells
from plangen.sections.objectives.model import Cell, Objective, Objectives, taken
from plangen.sections.objectives.split import BELOW, GAP, Note, Split
from plangen.sections.objectives.spreading import has_share, share_rules, spread_rules
from plangen.values import MONTH, Quantity, told

PARTS: Note = ("各部分合计", "sum of the parts")
OWN: Note = ("各部分", "of the parts")
NO_SUM: Note = ("没有写明怎样汇总", "nothing says how it rolls up")
ROUNDED: Note = ("四舍五入到 0.01%", "rounded half up to 0.01%")
EMPTY: Note = ("未填", "not filled in")
GROWN: Note = ("上年 × (1 + 增长)", "last year × (1 + growth)")


def rules(section: Objectives, scope: PlanScope) -> Iterator[Rule]:
    """Everything that follows from the objectives of one plan."""
    for objective in section.items.values():
        yield from rules_of(Split(objective, scope))


def rules_of(split: Split) -> Iterator[Rule]:
    """Everything that follows from one objective."""
    yield from _total(split)
    yield from breakdown.rules(split)
    yield from _children(split)
    for axis in split.axes():
        yield from _axis(split, axis)
    yield from _growth(split)
    yield from _implied(split)
    yield from assumptions.rules(split)
    yield from comparisons.rules(split)
    yield from _count(split)
    yield from phasing.rules(split)
    yield from bridges.rules(split)
    yield from hierarchies.rules(split)
    yield from actuals.rules(split)
    yield from pace.rules(split)
    yield from revisions.rules(split)


def _total(split: Split) -> Iterator[Rule]:
    """The total: typed, or grown, or rolled up, or the sum of the first axis."""
    objective, key = split.objective, split.key()
    if objective.target is not None:
        return
    if objective.growth is not None:
        last = split.last_year()
        yield split.rule(key, "growth", (last, split.key("growth")), objective.span("growth"), GROWN)
    elif split.over_members == "ratio":
        yield rolling.ratio(split, key, objective.span("aggregate"))
    elif not split.rolls_up and (objective.rollup or objective.axes):
        span = objective.span("rollup" if objective.rollup else next(iter(objective.axes)))
        yield split.rule(key, "constant", (), span, NO_SUM, quantity=Quantity.unset_(split.unit))
    elif objective.rollup:
        parts = split.keys_below()
        if parts:
            yield rolling.rolled(split, key, parts, objective.span("rollup"), BELOW)
    elif objective.axes:
        axis = next(iter(objective.axes))
        yield rolling.rolled(split, key, split.cell_keys(axis), objective.span(axis), OWN)
    else:
        yield from phasing.total(split)


def _children(split: Split) -> Iterator[Rule]:
    """The sum of the child plans beside a total that is given itself, and what it leaves."""
    objective, below = split.objective, split.keys_below() if split.objective.rollup else ()
    if not split.rolls_up or (objective.target is None and objective.growth is None):
        return
    rollup, span = split.key(facet="rollup"), objective.span("rollup")
    if split.over_members == "ratio":
        yield replace(rolling.ratio(split, split.key(), objective.span("aggregate")), key=rollup)
    elif below:
        yield rolling.rolled(split, rollup, below, span, BELOW)
    if below or split.over_members == "ratio":
        yield split.rule(split.key("gap"), "difference", (split.key(), rollup), span, GAP)


def _axis(split: Split, axis: str) -> Iterator[Rule]:
    """The parts along an axis, their sums, what is left over, and their shares."""
    members, span = split.axes()[axis], split.axis_span(axis)
    yield from _spread(split, axis)
    for member in members:
        yield from _part(split, axis, member)
    for above in split.groups(axis) if split.rolls_up and split.over_members != "ratio" else ():
        whole, name = split.key("target", *filter(None, [above])), above or axis
        rollup = split.key("target", name, facet="rollup")
        yield rolling.rolled(split, rollup, split.cell_keys(axis, above), span, OWN)
        yield split.rule(split.key("gap", name), "difference", (whole, rollup), span, GAP)
    verb = "portion" if _is_total_of(split, axis) else "share"
    cells = split.cells(axis)
    for member in members if split.adds_up else ():
        if member in cells and cells[member].share is not None:
            continue
        inputs = (split.key("target", member), split.key())
        yield split.rule(split.key("share", member), verb, inputs, span, ROUNDED, asked=False)


def _is_total_of(split: Split, axis: str) -> bool:
    """Whether the total is no number of its own but the sum of the parts along an axis."""
    objective = split.objective
    typed = objective.target is not None or objective.growth is not None
    return not typed and (bool(objective.rollup) or axis == next(iter(objective.axes), ""))


def _part(split: Split, axis: str, member: str) -> Iterator[Rule]:
    """One member's target: spread, or typed, or grown, or summed up; else expected and not set."""
    key, cell, spread = split.key("target", member), split.cells(axis).get(member), split.spread_of(axis, member)
    span = (cell or split.objective).span()
    if split.adds_up and (spread is not None or member not in split.given(axis) or (cell and has_share(cell))):
        return  # the spread, the cells of several axes and the shares have rules of their own
    by_month = cell is not None and cell.phasing and split.months_from_cells and cell.growth is None
    if cell is not None and (cell.target is not None or by_month):
        return
    if cell is not None and cell.growth is not None:
        inputs = (split.last_year(member), split.key("growth", member))
        yield split.rule(key, "growth", inputs, cell.span("growth"), GROWN)
    elif split.over_members == "ratio":
        yield rolling.ratio(split, key, split.objective.span("aggregate"))
    elif split.objective.rollup and split.rolls_up:
        below = split.keys_below(axis, member)
        yield rolling.rolled(split, key, below, split.objective.span("rollup"), BELOW)
    elif split.inside(axis, member) and split.rolls_up:
        yield rolling.rolled(split, key, split.cell_keys(axis, member), span, OWN)
    elif split.adds_up and (parts := breakdown.first_parts(split, member)):
        yield split.rule(key, "sum", parts, span, PARTS)
    else:
        note = EMPTY if split.rolls_up else NO_SUM
        yield split.rule(key, "constant", (), span, note, quantity=Quantity.unset_(split.unit))


def _spread(split: Split, axis: str) -> Iterator[Rule]:
    """The parts along an axis that a spread computes, and those that are written as shares."""
    if not split.adds_up:
        return
    objective = split.objective
    for spread in objective.spread:
        if spread.axis == axis:
            parts = zip(taken(objective, spread), spread_rules(split, objective, spread), strict=True)
            yield from (rule for member, rule in parts if split.spread_of(axis, member) is spread)
    yield from share_rules(split, split.cells(axis))


def _growth(split: Split) -> Iterator[Rule]:
    """Change from last year's target, where there is one; and what a typed growth would give."""
    if split.has_last_year():
        inputs = (split.key(), split.last_year())
        none = split.scope.word("上年是零或单位不同，没有同比", "none: last year is zero or in another unit")
        yield split.rule(split.key("yoy"), "change", inputs, split.objective.span("target"), unset_note=none)
        for member, entry in split.entries():
            if entry.target is not None and entry.growth is not None:
                names = (member,) if member else ()
                inputs = (split.last_year(*names), split.key("growth", *names))
                yield split.rule(split.key("grown", *names), "growth", inputs, entry.span("growth"), GROWN)


def _implied(split: Split) -> Iterator[Rule]:
    """Rate × heads × months, for the objective and for each cell that has a rate; the total from one axis."""
    cells = {m: c for cells in split.objective.axes.values() for m, c in cells.items() if split.heads_of(c)}
    nested = {m: c for m, c in nested_cells(split.objective).items() if split.heads_of(c)}
    own = split.heads_of(split.objective)
    rated: list[Cell | Objective] = [*cells.values(), *nested.values(), *([split.objective] if own else ())]
    if any(_is_monthly(split, entry) for entry in rated):
        yield _months(split)
    for member, cell in cells.items():
        yield _product(split, cell, member)
    for members, cell in nested.items():
        yield _product(split, cell, *members)
    if own:
        yield _product(split, split.objective)
    elif axis := split.axis_of_rates():
        inside = [member for member in split.inside(axis) if member in split.cells(axis)]
        keys = tuple(split.key("implied", member) for member in inside)
        yield split.rule(split.key("implied"), "sum", keys, split.objective.span())


def _is_monthly(split: Split, entry: Cell | Objective) -> bool:
    unit = split.unit_of(entry, "rate")
    return unit is not None and MONTH.over[0] in unit.per


def _months(split: Split) -> Rule:
    length = Quantity.exact(len(split.period.months), MONTH)
    span = split.objective.span("period") if split.objective.period else split.objective.span()
    note = told("{period}", "{period}", period=split.period.label)
    return split.rule(split.key("months"), "constant", (), span, note, quantity=length)


def _product(split: Split, entry: Cell | Objective, *members: str) -> Rule:
    inputs = [split.key("rate", *members), split.key(split.heads_of(entry), *members)]
    note = ("单价 × 数量", "rate × heads")
    if _is_monthly(split, entry):
        inputs.append(split.key("months"))
        note = ("单价 × 数量 × 月数", "rate × heads × months")
    key, span = split.key("implied", *members), entry.span("rate")
    return split.rule(key, "product", tuple(inputs), span, note, units=(split.unit,))


def _count(split: Split) -> Iterator[Rule]:
    """The count that the paper's is compared with, where only parts have one: their sum along the first such axis."""
    stated = split.objective.stated
    if split.objective.count is not None or stated is None or stated.count is None:
        return
    for axis in split.objective.axes:
        keys = comparisons.counts(split, axis)
        if keys:
            yield split.rule(split.key("count"), "sum", keys, split.objective.span(axis), PARTS)
            return
