"""Phasing: a target over the months and quarters of its period, adding up in both directions."""

from collections.abc import Iterator

from plangen.compute import Rule
from plangen.sections.objectives import breakdown, levels, own_months, rolling
from plangen.sections.objectives.month_tables import EVEN, OPEN, PHASED, month_table
from plangen.sections.objectives.phases import (
    Phases,
    has_formulas,
    in_amounts,
    in_levels,
    is_phased,
    phase_weights,
    phases,
)
from plangen.sections.objectives.seasons import months_last_year, season_note, season_weights
from plangen.sections.objectives.split import BELOW, GAP, Note, Split
from plangen.values import Key, Period, Quantity, Span
from plangen.values.decimals import ONE

WRITTEN: Note = ("节奏里写的数", "written in the phasing")
IN_PERIODS: Note = ("各期合计", "sum of the periods")
NOTHING: Note = ("节奏里没有这个月", "the phasing leaves this month out")


def rules(split: Split) -> Iterator[Rule]:
    """Month by month and quarter by quarter: the total, each axis's parts, and the cumulative line."""
    if not is_phased(split):
        return
    if split.objective.rollup:
        yield from _rolled_up(split)
    elif split.months_from_cells:
        yield from own_months.rules(split)
    else:
        yield from levels.months(split) if split.holds_levels else _allocated(split)
    if split.over_time != "none":
        yield from _quarters(split)
    if split.over_time == "sum":
        yield from _cumulative(split)
    if not split.objective.rollup and not split.months_from_cells and (in_amounts(split) or in_levels(split)):
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
    """The months of the whole, or of one phase: by the season, else even."""
    before, note = months_last_year(split, months), season_note(split) or EVEN
    verb, inputs = ("allocation", (whole,)) if before is None else ("apportionment", (whole, *before))
    weights = {} if before is not None else {"weights": season_weights(split, months) or (ONE,) * len(months)}
    for index, month in enumerate(months):
        settings = {"index": index, **weights, "step": split.step}
        yield split.rule(split.key(period=month), verb, inputs, span, note, **settings)


def _phases(split: Split, found: Phases) -> Iterator[Rule]:
    span, amounts = split.objective.span("phasing"), in_amounts(split)
    given = tuple(split.key("phasing", period=period) for period in found) if has_formulas(split) else ()
    weights, whole = () if amounts or given else phase_weights(found), (split.key(), *given)
    covered: set[Period] = set()
    for index, (period, part) in enumerate(found.items()):
        key = split.key(period=period)
        if given and amounts:
            yield split.rule(key, "sum", (given[index],), span, WRITTEN)
        elif given:
            settings = {"index": index, "step": split.step}
            yield split.rule(key, "allocation", whole, span, PHASED, **settings)
        elif amounts or not part.is_exact:
            known = part if amounts and not part.unset else Quantity.unset_(split.unit)
            yield split.rule(key, "constant", (), span, OPEN if known.unset else WRITTEN, quantity=known)
        else:
            settings = {"index": index, "weights": weights, "step": split.step, "about": part.about}
            yield split.rule(key, "allocation", whole, span, PHASED, **settings)
        if period.length > 1:
            yield from _months_of(split, key, period.months, span)
        covered.update(period.months)
    zero = Quantity.exact(0, split.unit)
    for month in split.period.months:
        if month not in covered:
            yield split.rule(split.key(period=month), "constant", (), span, NOTHING, quantity=zero)


def _cells(split: Split, axis: str, above: str) -> Iterator[Rule]:
    """The months of the parts directly below a member, or of those that make the total.

    Parts whose months are sums over cells of several axes have them there.
    """
    summed = breakdown.summed_by_month(split)
    rows = [(member,) for member in split.inside(axis, above) if member not in summed]
    if rows:
        yield from month_table(split, tuple(filter(None, [above])), rows, split.axis_span(axis))


def _quarters(split: Split) -> Iterator[Rule]:
    span = split.objective.span("target")
    given = set() if split.objective.rollup or split.holds_levels or split.months_from_cells else set(phases(split))
    written = own_months.written_periods(split)
    for axis, member in _parts(split):
        names, months = tuple(filter(None, [member])), _months(split, axis, member)
        for quarter in split.period.quarters:
            inside = [month for month in months if month in quarter]
            if inside and quarter.length > 1 and quarter != split.period and (member or quarter not in given):
                if quarter in written.get(member, ()):
                    continue
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
