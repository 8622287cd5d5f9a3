"""Phasing: a target over the months and quarters of its period, adding up in both directions."""

from collections.abc import Iterator
from decimal import Decimal

from plangen.compute import Rule
from plangen.sections.objectives.split import ROLLED_UP, Note, Split
from plangen.values import EXACT, Key, Period

Weights = tuple[Decimal, ...]
MOST_DIGITS = 30
"""The longest number of a ratio."""
PHASED: Note = ("按节奏分到月，最大余数", "by phasing, largest remainder")
EVEN: Note = ("按月均摊，最大余数", "even by month, largest remainder")
BOTH_WAYS: dict[Note, Note] = {
    note: (f"{note[0]}，行列都合", f"{note[1]}, rows and columns add up") for note in (PHASED, EVEN)
}


def ratio_weights(ratio: str | None, count: int) -> Weights:
    """The weights of a ratio such as `2:3:1` (also with ： or ∶); even ones without.

    A wrong ratio gives even weights: its check reports it.
    """
    if ratio is None:
        return (Decimal(1),) * count
    parts = [part.strip() for part in ratio.replace("：", ":").replace("∶", ":").split(":")]
    numbers = [Decimal(part) for part in parts if part.isdecimal() and part.isascii() and len(part) <= MOST_DIGITS]
    return tuple(numbers) if len(parts) == len(numbers) == count and any(numbers) else (Decimal(1),) * count


def month_weights(split: Split) -> Weights:
    """The weight of each month: even, or each phase's share spread evenly over the phase's months."""
    months = split.period.months
    weights = {month: Decimal(1) for month in months}
    for phase, (_, share) in split.objective.phases().items():
        inside = [month for month in months if month in phase]
        for month in inside:
            weights[month] = _part(share.value, len(inside)) if share.is_exact else Decimal(1)
    return tuple(weights[month] for month in months)


def _part(share: Decimal, months: int) -> Decimal:
    fine = EXACT.multiply(share, Decimal(10) ** 9)
    return EXACT.divide_int(fine, Decimal(months))


def is_phased(split: Split) -> bool:
    """Whether the target is spread over months: money always, other things only where the plan gives a phasing."""
    money = split.unit.over == ("元",) and not split.unit.per
    return (money or bool(split.objective.phasing)) and len(split.period.months) > 1


def rules(split: Split) -> Iterator[Rule]:
    """Month by month and quarter by quarter: the total, each axis's parts, and the cumulative line."""
    if not is_phased(split):
        return
    yield from _rolled_up(split) if split.objective.rollup else _allocated(split)
    yield from _sums(split)


def _rolled_up(split: Split) -> Iterator[Rule]:
    span = split.objective.span("rollup")
    for axis, member in _parts(split):
        for month in _months(split, axis, member):
            key = split.key("target", *filter(None, [member]), period=month)
            yield split.rule(key, "sum", split.keys_below(axis, member, month), span, ROLLED_UP)


def _parts(split: Split) -> list[tuple[str, str]]:
    """The whole (two empty texts) and every member with its axis."""
    return [("", ""), *((axis, member) for axis, members in split.axes().items() for member in members)]


def _months(split: Split, axis: str, member: str) -> list[Period]:
    """The months that a part has: all, or those of the child plans that it sums up."""
    months = split.period.months
    if not split.objective.rollup:
        return list(months)
    return [month for month in months if split.keys_below(axis, member, month)]


def _allocated(split: Split) -> Iterator[Rule]:
    weights = month_weights(split)
    note = PHASED if split.objective.phasing else EVEN
    span = split.objective.span("phasing") if split.objective.phasing else split.objective.span("target")
    for index, month in enumerate(split.period.months):
        settings = {"index": index, "weights": weights, "step": split.step}
        yield split.rule(split.key("target", period=month), "allocation", (split.key(),), span, note, **settings)
    for axis, members in split.axes().items():
        yield from _cells(split, axis, members, note)


def _cells(split: Split, axis: str, members: list[str], note: Note) -> Iterator[Rule]:
    months, span = split.period.months, split.axis_span(axis)
    totals = tuple(split.key("target", period=month) for month in months)
    rows = split.cell_keys(axis)
    table = {"rows": len(rows), "weights": month_weights(split), "step": split.step}
    for row, member in enumerate(members):
        for column, month in enumerate(months):
            key = split.key("target", member, period=month)
            place = {"row": row, "column": column}
            yield split.rule(key, "allocation-table", (*rows, *totals), span, BOTH_WAYS[note], **table, **place)


def _sums(split: Split) -> Iterator[Rule]:
    span = split.objective.span("target")
    for axis, member in _parts(split):
        names, months = tuple(filter(None, [member])), _months(split, axis, member)
        for quarter in split.period.quarters:
            inside = [month for month in months if month in quarter]
            if inside and quarter.length > 1 and quarter != split.period:
                inputs = tuple(split.key("target", *names, period=month) for month in inside)
                yield split.rule(
                    split.key("target", *names, period=quarter), "sum", inputs, span, ("各月合计", "sum of the months")
                )
    for index, month in enumerate(split.period.months):
        yield split.rule(
            split.key("cumulative", period=month), "sum", _cumulated(split, index), span, ("累计", "cumulative")
        )


def _cumulated(split: Split, index: int) -> tuple[Key, ...]:
    months = split.period.months
    this = split.key("target", period=months[index])
    return (split.key("cumulative", period=months[index - 1]), this) if index else (this,)
