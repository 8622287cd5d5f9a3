"""Phasing: a target over the months and quarters of its period, adding up in both directions."""

from collections.abc import Iterator

from plangen.compute import Rule
from plangen.sections.objectives import levels, rolling
from plangen.sections.objectives.phases import (
    Phases,
    has_formulas,
    in_amounts,
    in_levels,
    is_phased,
    month_weights,
    phase_weights,
    phases,
)
from plangen.sections.objectives.split import BELOW, GAP, Note, Split
from plangen.values import Formulated, Key, Period, Quantity, Span
from plangen.values.decimals import ONE

PHASED: Note = ("按节奏分，最大余数", "by phasing, largest remainder")
EVEN: Note = ("按月均摊，最大余数", "even by month, largest remainder")
BOTH_WAYS: dict[Note, Note] = {
    note: (f"{note[0]}，行列都合", f"{note[1]}, rows and columns add up") for note in (PHASED, EVEN)
}
WRITTEN: Note = ("节奏里写的数", "written in the phasing")
OPEN: Note = ("占比未定", "the share is not set")
IN_PERIODS: Note = ("各期合计", "sum of the periods")
NOTHING: Note = ("节奏里没有这个月", "the phasing leaves this month out")


def rules(split: Split) -> Iterator[Rule]:
    """Month by month and quarter by quarter: the total, each axis's parts, and the cumulative line."""
    if not is_phased(split):
        return
    if split.objective.rollup:
        yield from _rolled_up(split)
    else:
        yield from levels.months(split) if split.holds_levels else _allocated(split)
    if split.over_time != "none":
        yield from _quarters(split)
    if split.over_time == "sum":
        yield from _cumulative(split)
    if not split.objective.rollup and (in_amounts(split) or in_levels(split)):
        yield from _beside(split)


def total(split: Split) -> Iterator[Rule]:
    """The target, where only its periods are given: the sum of their amounts, or what their values roll up to."""
    span = split.objective.span("phasing")
    if in_levels(split) and split.objective.phasing:
        yield rolling.rolled_over_time(split, split.key(), levels.month_keys(split), span)
    elif in_amounts(split):
        keys = tuple(split.key(period=period) for period in phases(split))
        yield split.rule(split.key(), "sum", keys, span, IN_PERIODS)


def _beside(split: Split) -> Iterator[Rule]:
    """What the written periods make, beside a total that comes from elsewhere, and what they leave."""
    objective, span = split.objective, split.objective.span("phasing")
    if not objective.phasing or not (objective.axes or objective.target is not None or objective.growth is not None):
        return
    rollup = split.key("target", "phasing", facet="rollup")
    if in_levels(split):
        yield rolling.rolled_over_time(split, rollup, levels.month_keys(split), span)
    else:
        keys = tuple(split.key(period=period) for period in phases(split))
        yield split.rule(rollup, "sum", keys, span, IN_PERIODS)
    yield split.rule(split.key("gap", "phasing"), "difference", (split.key(), rollup), span, GAP)


def _rolled_up(split: Split) -> Iterator[Rule]:
    span = split.objective.span("rollup")
    for axis, member in _parts(split):
        for month in _months(split, axis, member):
            key = split.key("target", *filter(None, [member]), period=month)
            yield rolling.rolled(split, key, split.keys_below(axis, member, month), span, BELOW)


def _parts(split: Split) -> list[tuple[str, str]]:
    """The whole (two empty texts) and every member with its axis."""
    return [("", ""), *((axis, member) for axis, members in split.axes().items() for member in members)]


def _months(split: Split, axis: str, member: str) -> list[Period]:
    """The months that a part has: all, or those of the child plans that it sums up."""
    months = split.period.months
    if not split.objective.rollup:
        return list(months) if levels.has_months(split, member) else []
    return [month for month in months if split.keys_below(axis, member, month)]


def _allocated(split: Split) -> Iterator[Rule]:
    """The target over its phases, each phase over its months; then the parts, so that they fit."""
    found, months = phases(split), split.period.months
    if found:
        yield from _phases(split, found)
    else:
        yield from _months_of(split, split.key(), months, split.objective.span("target"))
    for axis in split.axes():
        for above in split.groups(axis):
            yield from _cells(split, axis, above)


def _months_of(split: Split, whole: Key, months: tuple[Period, ...], span: Span) -> Iterator[Rule]:
    weights = (ONE,) * len(months)
    for index, month in enumerate(months):
        settings = {"index": index, "weights": weights, "step": split.step}
        yield split.rule(split.key(period=month), "allocation", (whole,), span, EVEN, **settings)


def _phases(split: Split, found: Phases) -> Iterator[Rule]:
    span, amounts = split.objective.span("phasing"), in_amounts(split)
    given = tuple(split.key("phasing", period=period) for period in found) if has_formulas(split) else ()
    weights = () if amounts or given else phase_weights(found)
    covered: set[Period] = set()
    for index, (period, part) in enumerate(found.items()):
        key = split.key(period=period)
        if given and amounts:
            yield split.rule(key, "sum", (given[index],), span, WRITTEN)
        elif given:
            settings = {"index": index, "step": split.step}
            yield split.rule(key, "allocation", (split.key(), *given), span, PHASED, **settings)
        elif amounts or not part.is_exact:
            known = part if amounts and not part.unset else Quantity.unset_(split.unit)
            yield split.rule(key, "constant", (), span, OPEN if known.unset else WRITTEN, quantity=known)
        else:
            settings = {"index": index, "weights": weights, "step": split.step, "about": part.about}
            yield split.rule(key, "allocation", (split.key(),), span, PHASED, **settings)
        if period.length > 1:
            yield from _months_of(split, key, period.months, span)
        covered.update(period.months)
    zero = Quantity.exact(0, split.unit)
    for month in split.period.months:
        if month not in covered:
            yield split.rule(split.key(period=month), "constant", (), span, NOTHING, quantity=zero)


def _cells(split: Split, axis: str, above: str) -> Iterator[Rule]:
    """The months of the parts directly below a member, or of those that make the total."""
    rows, months, span = split.cell_keys(axis, above), split.period.months, split.axis_span(axis)
    names = tuple(filter(None, [above]))
    columns = tuple(split.key("target", *names, period=month) for month in months)
    inputs = (*rows, *columns, split.key("target", *names))
    open_ = set(_open_months(split))
    note = PHASED if split.objective.phasing else EVEN
    target = split.objective.target
    if target is None or isinstance(target, Formulated) or not target.unset:
        note = BOTH_WAYS[note]
    table = {"rows": len(rows), "weights": month_weights(split), "step": split.step}
    for row, member in enumerate(split.inside(axis, above)):
        for column, month in enumerate(months):
            key = split.key("target", member, period=month)
            if month in open_:
                yield split.rule(key, "constant", (), span, OPEN, quantity=Quantity.unset_(split.unit))
            else:
                yield split.rule(key, "allocation-table", inputs, span, note, **table, row=row, column=column)


def _open_months(split: Split) -> Iterator[Period]:
    """The months of phases that are not one share or amount; of formulas it is not known yet."""
    if has_formulas(split):
        return iter(())
    return (month for period, part in phases(split).items() if not part.is_exact for month in period.months)


def _quarters(split: Split) -> Iterator[Rule]:
    span = split.objective.span("target")
    given = set() if split.objective.rollup or split.holds_levels else set(phases(split))
    for axis, member in _parts(split):
        names, months = tuple(filter(None, [member])), _months(split, axis, member)
        for quarter in split.period.quarters:
            inside = [month for month in months if month in quarter]
            if inside and quarter.length > 1 and quarter != split.period and (member or quarter not in given):
                inputs = tuple(split.key("target", *names, period=month) for month in inside)
                yield rolling.rolled_over_time(split, split.key("target", *names, period=quarter), inputs, span)


def _cumulative(split: Split) -> Iterator[Rule]:
    """The target up to each month; a month without a figure of its own adds nothing."""
    span, having = split.objective.span("target"), set(_months(split, "", ""))
    before: tuple[Key, ...] = ()
    for month in split.period.months if split.period.length > 1 else ():
        inputs = (*before, *([split.key(period=month)] if month in having else ()))
        if inputs:
            key = split.key("cumulative", period=month)
            yield split.rule(key, "sum", inputs, span, ("累计", "cumulative"))
            before = (key,)
