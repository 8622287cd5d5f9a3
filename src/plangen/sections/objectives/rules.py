"""Rules of objectives: totals, parts, shares, months, quarters, what rates imply, growth."""

from collections.abc import Iterator

from plangen.compute import PlanScope, Rule
from plangen.sections.objectives import phasing
from plangen.sections.objectives.model import Cell, Objective, Objectives
from plangen.sections.objectives.split import ROLLED_UP, Split
from plangen.values import MONTH, Key, Quantity, Span

GROWN = ("上年 × (1 + 增长)", "last year × (1 + growth)")


def rules(section: Objectives, scope: PlanScope) -> Iterator[Rule]:
    """Everything that follows from the objectives of one plan."""
    for objective in section.items.values():
        split = Split(objective, scope)
        yield from _total(split)
        for axis in split.axes():
            yield from _axis(split, axis)
        yield from _growth(split)
        yield from _implied(split)
        yield from phasing.rules(split)


def _total(split: Split) -> Iterator[Rule]:
    """The total: typed, or grown, or rolled up, or the sum of the first axis."""
    objective, key = split.objective, split.key()
    if objective.target is not None:
        return
    if objective.growth is not None:
        last = split.last_year()
        yield split.rule(key, "growth", (last, split.key("growth")), objective.span("growth"), GROWN)
    elif objective.rollup:
        parts = split.keys_below()
        if parts:
            yield split.rule(key, "sum", parts, objective.span("rollup"), ROLLED_UP)
    elif objective.axes:
        axis = next(iter(objective.axes))
        yield split.rule(key, "sum", split.cell_keys(axis), objective.span(axis), ("各部分合计", "sum of the parts"))


def _axis(split: Split, axis: str) -> Iterator[Rule]:
    """The parts along an axis, their sum, what is left over, and their shares."""
    members, span = split.axes()[axis], split.axis_span(axis)
    yield from _cells(split, axis, members)
    yield split.rule(split.key("target", axis, facet="rollup"), "sum", split.cell_keys(axis), span)
    gap = (split.key(), split.key("target", axis, facet="rollup"))
    yield split.rule(split.key("gap", axis), "difference", gap, span)
    for member in members:
        inputs = (split.key("target", member), split.key())
        yield split.rule(
            split.key("share", member), "share", inputs, span, ("四舍五入到 0.01%", "rounded half up to 0.01%")
        )


def _cells(split: Split, axis: str, members: list[str]) -> Iterator[Rule]:
    spread = next((spread for spread in split.objective.spread if spread.axis == axis), None)
    cells = split.cells(axis)
    for member in members:
        key = split.key("target", member)
        cell = cells.get(member)
        if spread is not None and member in spread.members:
            yield _spread(split, key, spread.ratio, len(spread.members), spread.members.index(member), spread.span())
        elif cell is not None and cell.target is not None:
            continue
        elif cell is not None and cell.growth is not None:
            inputs = (split.last_year(member), split.key("growth", member))
            yield split.rule(key, "growth", inputs, cell.span("growth"), GROWN)
        elif split.objective.rollup:
            below = split.keys_below(axis, member)
            yield split.rule(key, "sum", below, split.objective.span("rollup"), ROLLED_UP)
        else:
            unset = Quantity.unset_(split.unit)
            yield split.rule(
                key, "constant", (), (cell or split.objective).span(), ("未填", "not filled in"), quantity=unset
            )


def _spread(split: Split, key: Key, ratio: str | None, count: int, index: int, span: Span) -> Rule:
    weights = phasing.ratio_weights(ratio, count)
    note = (f"均分 {count} 份，最大余数", f"{count} equal parts, largest remainder")
    if ratio:
        note = (f"按 {ratio} 分解，最大余数", f"split {ratio}, largest remainder")
    return split.rule(key, "allocation", (split.key(),), span, note, index=index, weights=weights, step=split.step)


def _growth(split: Split) -> Iterator[Rule]:
    """Change from last year's target, where there is one; and what a typed growth would give."""
    if split.has_last_year():
        yield split.rule(split.key("yoy"), "change", (split.key(), split.last_year()), split.objective.span("target"))
        if split.objective.target is not None and split.objective.growth is not None:
            inputs = (split.last_year(), split.key("growth"))
            yield split.rule(split.key("grown"), "growth", inputs, split.objective.span("growth"))


def _implied(split: Split) -> Iterator[Rule]:
    """Rate × heads × months, for the objective and for each cell that has a rate."""
    months = split.key("months")
    cells = {m: c for cells in split.objective.axes.values() for m, c in cells.items() if split.heads_of(c)}
    if not cells and not split.heads_of(split.objective):
        return
    length = Quantity.exact(len(split.period.months), MONTH)
    span = split.objective.span("period") if split.objective.period else split.objective.span()
    yield split.rule(
        months, "constant", (), span, (split.period.label("zh"), split.period.label("en")), quantity=length
    )
    for member, cell in cells.items():
        yield _product(split, cell, (member,), months)
    if split.heads_of(split.objective):
        yield _product(split, split.objective, (), months)
    elif split.axis_of_rates():
        keys = tuple(split.key("implied", member) for member in cells)
        yield split.rule(split.key("implied"), "sum", keys, split.objective.span())


def _product(split: Split, entry: Cell | Objective, members: tuple[str, ...], months: Key) -> Rule:
    heads = split.key(split.heads_of(entry), *members)
    inputs = (split.key("rate", *members), heads, months)
    return split.rule(
        split.key("implied", *members),
        "product",
        inputs,
        entry.span("rate"),
        ("单价 × 数量 × 月数", "rate × heads × months"),
    )
