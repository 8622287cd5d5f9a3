"""Bridges: from the parts to the total they do not make, and from last year's total to this year's."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from plangen.compute import Rule
from plangen.sections.numbers import shown
from plangen.sections.objectives import tables
from plangen.sections.objectives.gap_lines import gap_line
from plangen.sections.objectives.split import Note, Split
from plangen.values import Key, Quantity
from plangen.views import Chart, Column, Dot, Line, Row, Table, Wording, phrase

Role = Literal["body", "residual", "total"]
SINCE: Note = ("今年 − 上年", "this year − last year")
LAST: Note = ("上年的目标", "last year's target")
NEW: Note = ("上年没有这一项", "not there last year")


def rules(split: Split) -> Iterator[Rule]:
    """How much the total and each part are above last year's, where both years have an axis."""
    for axis in _common(split):
        span = split.axis_span(axis)
        for member in split.inside(axis):
            now, last = split.key("target", member), split.last_year(member)
            if member in _before(split, axis):
                yield split.rule(split.key("increase", member), "difference", (now, last), span, SINCE)
            else:
                yield split.rule(split.key("increase", member), "sum", (now,), span, NEW)
    if any(_common(split)):
        span, base = split.objective.span(), split.key("base")
        yield split.rule(base, "sum", (split.last_year(),), span, LAST)
        yield split.rule(split.key("increase"), "difference", (split.key(), base), span, SINCE)


def _common(split: Split) -> list[str]:
    """The axes that this year and last year have, in one unit, nothing of last year's left out."""
    before = split.before
    if before is None or not split.adds_up or before.unit != split.unit:
        return []
    return [axis for axis in split.axes() if axis in before.axes() and {*_before(split, axis)} <= {*split.inside(axis)}]


def _before(split: Split, axis: str) -> list[str]:
    return split.before.inside(axis) if split.before is not None else []


def of(split: Split) -> Iterator[Chart]:
    """A bridge for each axis with an open gap, and one from last year's total for the first axis that allows it.

    Steps stand on one another, so that each has to be one number: a range would move all that follow.
    """
    for axis in split.axes() if split.adds_up else ():
        line = gap_line(split, axis)
        if line is not None and line.state != "closed" and _is_drawn(split, axis):
            yield _to_total(split, axis)
    yield from (_since_last_year(split, axis) for axis in _common(split)[:1] if _is_told(split, axis))


def _known_members(split: Split, axis: str) -> list[str]:
    parts = {member: _quantity(split, split.key("target", member)) for member in split.inside(axis)}
    return [member for member, part in parts.items() if part is not None and not part.unset]


def _is_drawn(split: Split, axis: str) -> bool:
    """Whether there are parts, and every known part, the gap and the total are one number."""
    members = _known_members(split, axis)
    keys = [*(split.key("target", member) for member in members), split.key("gap", axis), split.key()]
    found = [_quantity(split, key) for key in keys]
    return bool(members) and all(each is not None and each.is_exact for each in found)


def _quantity(split: Split, key: Key) -> Quantity | None:
    figure = split.scope.figures.get(key)
    return figure.quantity if figure else None


def _to_total(split: Split, axis: str) -> Chart:
    """One step a known part, the gap hatched, the total."""
    scope, name = split.scope, _axis(split, axis)
    gap, rows = split.key("gap", axis), [_step(split, member) for member in _known_members(split, axis)]
    rows.append(_row(split, (scope.word("差额", "Gap"),), gap, "residual"))
    rows.append(_row(split, (scope.word("合计", "Total"),), split.key(), "total"))
    number = shown(scope, gap.address, tables.unit_of(split), with_unit=True)
    title = phrase(
        scope.word("按{name}还差 {difference}", "by {name}, {difference} are open"), name=name, difference=number
    )
    return _chart(split, f"{axis}-gap", title, scope.word("各{name}与合计", "{name} and total", name=name), rows)


def _since_last_year(split: Split, axis: str) -> Chart:
    """Last year's total, one step a part's change, this year's total."""
    scope, name = split.scope, _axis(split, axis)
    years = split.scope.year - 1, split.scope.year
    rows = [_row(split, (scope.word("{years} 年", "{years}", years=years[0]),), split.key("base"), "total")]
    rows += [_step(split, member, "increase") for member in split.inside(axis)]
    rows.append(_row(split, (scope.word("{years} 年", "{years}", years=years[1]),), split.key(), "total"))
    said = shown(scope, split.key("increase").address, tables.unit_of(split), with_unit=True, signed=True)
    title = phrase(scope.word("比上年 {said}", "{said} on last year"), said=said) + _most(split, axis)
    periods = [part.period.label(scope.language) for part in (split.before, split) if part is not None]
    (first, then), (before, now) = years, periods
    subtitle = scope.word(
        "按{name}看从哪里来；{first} 年{before}到 {then} 年{now}",
        "by {name}; {first} ({before}) to {then} ({now})",
        name=name,
        first=first,
        before=before,
        then=then,
        now=now,
    )
    return _chart(split, f"{axis}-bridge", title, subtitle, rows)


def _most(split: Split, axis: str) -> Line:
    """Which part moved it most, where one alone did: `，其中终端客户 +864 最多`."""
    scope, unit = split.scope, tables.unit_of(split)
    whole = _quantity(split, split.key("increase"))
    keys = [split.key("increase", member) for member in split.inside(axis)]
    steps = [quantity.value for key in keys if (quantity := _quantity(split, key)) is not None]
    if whole is None or len(steps) < max(len(keys), 2) or not whole.value:
        return ()
    top = max(steps, key=lambda step: step if whole.value > 0 else -step)
    if steps.count(top) > 1 or top * whole.value <= 0:
        return ()
    member = split.inside(axis)[steps.index(top)]
    number = shown(scope, split.key("increase", member).address, unit, signed=True)
    text = scope.word("，{name} {n} 最多", ", {name} {n} most of all")
    return phrase(text, name=scope.dimensions.member_name(member), n=number)


def _is_told(split: Split, axis: str) -> bool:
    """Whether every step is one number and the steps lead from the one total to the other."""
    keys = [split.key("increase", member) for member in split.inside(axis)]
    steps = [_quantity(split, key) for key in keys]
    whole = _quantity(split, split.key("increase"))
    if whole is None or not whole.is_exact or any(step is None or not step.is_exact for step in steps):
        return False
    return sum((step.value for step in steps if step is not None), start=type(whole.value)(0)) == whole.value


def _step(split: Split, member: str, measure: str = "target") -> Row:
    dimensions = split.scope.dimensions
    name: Line = (Dot(dimensions.slot(member)), dimensions.member_name(member))
    return _row(split, name, split.key(measure, member), "body")


def _row(split: Split, name: Line, key: Key, role: Role) -> Row:
    number = replace(tables.number(split, key), signed=key.address.measure == "increase")
    return Row((name, (number,)), role)


def _chart(split: Split, name: str, title: Wording, subtitle: str, rows: list[Row]) -> Chart:
    scope, unit = split.scope, tables.unit_of(split)
    columns = (
        Column("step", scope.word("项目", "Step")),
        Column("amount", split.objective.name, unit, numeric=True),
    )
    table = Table(f"{split.objective.id}-{name}-steps", "", columns, tuple(rows))
    encode, height = {"label": "step", "value": "amount"}, 60 + 34 * len(rows)
    subtitle = scope.word("{subtitle}，{unit}", "{subtitle}, {unit}", subtitle=subtitle, unit=scope.in_words(unit))
    return Chart(
        f"{split.objective.id}-{name}", "waterfall", title, subtitle, table, encode, unit, height=height
    )  # fmt: skip


def _axis(split: Split, axis: str) -> str:
    known = split.scope.dimensions.axes.get(axis)
    return known.name if known else axis
