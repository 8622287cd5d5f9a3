"""Charts of objectives: the breakdown by quarter or as bars, the cumulative line, the bar of shares."""

from collections.abc import Iterator
from dataclasses import replace

from plangen.sections import mentions
from plangen.sections.numbers import shown
from plangen.sections.objectives import actual_views, level_charts, tables
from plangen.sections.objectives.glance import glance
from plangen.sections.objectives.open_parts import has_open_parts, open_parts
from plangen.sections.objectives.phases import is_phased
from plangen.sections.objectives.seasons import season_note
from plangen.sections.objectives.split import Split
from plangen.values import DOT, Key, Quantity
from plangen.views import Chart, Column, Dot, Line, Num, Row, Share, ShareBar, Table, phrase


def of(split: Split) -> Iterator[Chart]:
    """The charts that say something about this objective."""
    axes = [axis for axis in split.axes() if split.adds_up and _all_known(split, axis)]
    phased = is_phased(split)
    if split.holds_levels:
        yield from level_charts.of(split)
    elif phased and len(split.period.months) > 1 and _in_unit(split):
        yield actual_views.cumulative(split) or cumulative(split)
        if axes and len(split.period.quarters) > 1:
            yield by_quarter(split, axes[0])
    if axes and (not phased or split.holds_levels):
        yield breakdown(split, axes[0])
    yield from (open_parts(split, axis) for axis in split.axes() if has_open_parts(split, axis))


def _in_unit(split: Split) -> bool:
    """Whether what is known of the total and its months is in the objective's unit, so that one line can show it."""
    months = split.period.months
    keys = (
        split.key(),
        *(split.key(measure, period=month) for month in months for measure in ("target", "cumulative")),
    )
    found = (split.scope.quantity(key.address) for key in keys)
    return {each.unit for each in found if each is not None and not each.unset} <= {split.unit}


def _all_known(split: Split, axis: str) -> bool:
    """Whether every part is one number, in the unit of the others and of the total."""
    whole = split.scope.quantity(split.key().address)
    parts = [split.scope.quantity(key.address) for key in split.cell_keys(axis)]
    units = {each.unit for each in (whole, *parts) if each is not None and not each.unset}
    return units == {split.unit} and all(part is not None and part.is_exact for part in parts)


def cumulative(split: Split) -> Chart:
    """The target adding up month by month."""
    scope, unit = split.scope, tables.unit_of(split)
    columns = (
        Column("month", scope.word("月份", "Month")),
        Column("target", scope.word("当月", "Month's target"), unit, numeric=True),
        Column("cumulative", scope.word("累计", "Cumulative"), unit, numeric=True),
    )
    rows = tuple(
        Row((
            (month.label(scope.language),),
            (_labelled(split, split.key(period=month)),),
            (_labelled(split, split.key("cumulative", period=month)),),
        ))
        for month in split.period.months
    )  # fmt: skip
    table = Table(f"{split.objective.id}-cumulative-data", "", columns, rows)
    title = _cumulative_title(split)
    subtitle = scope.word(
        "累计{name}，{unit}", "cumulative {name}, {unit}", name=split.objective.name, unit=scope.in_words(unit)
    )
    encode = {"label": "month", "value": "cumulative"}
    name, owner = f"{split.objective.id}-cumulative", mentions.owner(split.objective.owner, scope)
    return Chart(name, "line", title, subtitle, table, encode, unit, _method(split), owner=owner)


def _labelled(split: Split, key: Key) -> Num:
    """A number as the label of a mark: one decimal, but whole things (台, 家) as they are."""
    whole = split.step == 1 and not split.unit.is_money
    return tables.number(split, key, digits=None if whole else 1)


def _cumulative_title(split: Split) -> Line:
    scope, unit = split.scope, tables.unit_of(split)
    months = split.period.months
    half = months[(len(months) - 1) // 2]
    reached = shown(scope, split.key("cumulative", period=half).address, unit, with_unit=True)
    whole = shown(scope, split.key().address, unit, with_unit=True)
    if reached.quantity is None or whole.quantity is None:
        return (split.objective.name,)
    if reached.quantity.unset and whole.quantity.unset:
        text = scope.word("累计{name}：全期目标 {whole}", "cumulative {name}: the target is {whole}")
        return phrase(text, name=split.objective.name, whole=whole)
    text = scope.word("到 {month}应累计 {reached}，全期 {whole}", "{reached} by {month}, {whole} in all")
    return phrase(text, month=half.label(scope.language), reached=reached, whole=whole)


def _method(split: Split) -> str:
    if split.objective.rollup:
        return split.scope.word("算法：下级计划合计", "Method: sum of the child plans")
    if split.months_from_cells:
        return split.scope.word("算法：各格的月份相加", "Method: sum of the cells' months")
    if split.objective.phasing:
        return split.scope.word("算法：按节奏分到月，最大余数取整", "Method: by phasing, largest remainder")
    note = season_note(split)
    if note is not None:
        said = split.scope.word(*note)
        return split.scope.word("算法：{said}", "Method: {said}", said=said)
    return split.scope.word("算法：按月均摊，最大余数取整", "Method: even by month, largest remainder")


def by_quarter(split: Split, axis: str) -> Chart:
    """A stacked bar a quarter, a segment a member."""
    scope, unit = split.scope, tables.unit_of(split)
    members = split.inside(axis)
    columns = [Column("quarter", scope.word("季度", "Quarter"))]
    columns += [Column(member, scope.dimensions.member_name(member), unit, numeric=True) for member in members]
    columns.append(Column("total", scope.word("合计", "Total"), unit, numeric=True))
    rows = []
    for quarter in split.period.quarters:
        label = tables.quarter_label(split, quarter.name)
        months = scope.word("（{label}）", " ({label})", label=label[1])
        name = f"{label[0]}{months}" if quarter.length < 3 and label[1] else label[0]
        numbers = [_labelled(split, split.key("target", member, period=quarter)) for member in members]
        whole = _labelled(split, split.key(period=quarter))
        rows.append(Row(((name,), *((n,) for n in numbers), (whole,))))
    table = Table(f"{split.objective.id}-{axis}-quarters", "", tuple(columns), tuple(rows))
    slots = ",".join(str(scope.dimensions.slot(member)) for member in members)
    encode = {"label": "quarter", "values": ",".join(members), "slots": slots, "total": "total"}
    title = _quarter_title(split)
    subtitle = scope.word(
        "按{axis}分到季度，{unit}", "by {axis} and quarter, {unit}", axis=_axis(split, axis), unit=scope.in_words(unit)
    )
    return Chart(f"{split.objective.id}-{axis}-quarter", "stack", title, subtitle, table, encode, unit, _method(split))


def _axis(split: Split, axis: str) -> str:
    known = split.scope.dimensions.axes.get(axis)
    return known.name if known else axis


def _quarter_title(split: Split) -> Line:
    scope, unit = split.scope, tables.unit_of(split)
    totals = [(q, scope.quantity(split.key(period=q).address)) for q in split.period.quarters]
    known = [(q, t) for q, t in totals if t is not None and t.is_exact]
    if not known:
        return (split.objective.name,)
    top, _ = max(known, key=lambda pair: pair[1].value)
    label = tables.quarter_label(split, top.name)[0]
    most = shown(scope, split.key(period=top).address, unit, with_unit=True)
    short = [q for q, _ in known if q.length < 3]
    if len(totals) == len(known) > 1 and len({t.value for _, t in known}) == 1:
        return phrase(scope.word("分到季度：每季都是 {most}", "{most} in each quarter"), most=most)
    if short:
        first, months = tables.quarter_label(split, short[0].name)
        text = scope.word("分到季度：{first}只有 {months}，{label}最多 {most}", "{label} is the largest with {most}")
        return phrase(text, first=first, months=months, label=label, most=most)
    text = scope.word("分到季度：{label}最多，{most}", "{label} is the largest with {most}")
    return phrase(text, label=label, most=most)


def breakdown(split: Split, axis: str) -> Chart:
    """The parts as bars, one below the other; rectangles are for parts inside parts."""
    scope, unit = split.scope, tables.unit_of(split)
    members = split.inside(axis)
    columns = (Column("name", _axis(split, axis)), Column("target", scope.word("目标", "Target"), unit, numeric=True))
    rows = tuple(
        Row(
            (
                (Dot(scope.dimensions.slot(m)), scope.dimensions.member_name(m)),
                (tables.number(split, split.key("target", m)),),
            )
        )
        for m in members
    )
    table = Table(f"{split.objective.id}-{axis}-parts-data", "", columns, rows)
    encode = {"label": "name", "value": "target"}
    title = _biggest(split, axis)
    return Chart(f"{split.objective.id}-{axis}-parts", "bar", title, scope.in_words(unit), table, encode, unit)


def _biggest(split: Split, axis: str) -> Line:
    scope = split.scope
    shares = {m: scope.quantity(split.key("share", m).address) for m in split.inside(axis)}
    known = {m: share for m, share in shares.items() if share is not None and share.is_exact}
    if not known:
        return (split.objective.name,)
    most = max(share.value for share in known.values())
    tops = [member for member, share in known.items() if share.value == most]
    share = shown(scope, split.key("share", tops[0]).address, "%", 1, with_unit=True)
    names = scope.word("、", ", ").join(_member(split, member) for member in tops)
    if len(tops) > 1:
        return phrase(scope.word("{names}各占 {share}", "{names}: {share} each"), names=names, share=share)
    return phrase(scope.word("{names}占 {share}", "{names} holds {share}"), names=names, share=share)


def _member(split: Split, member: str) -> str:
    return split.scope.dimensions.member_name(member)


def equation(split: Split, axis: str) -> Line:
    """`1,092 万元 = 180 + 720 + 192`."""
    scope, unit = split.scope, tables.unit_of(split)
    whole = shown(scope, split.key().address, unit, with_unit=True)
    keys = split.cell_keys(axis)
    if whole.quantity is None or not split.adds_up or not _all_known(split, axis):
        return ()
    parts = [part for key in keys for part in (" + ", tables.number(split, key))][1:]
    sign = "=" if _sum([scope.quantity(key.address) for key in keys]).same_as(whole.quantity) else "≠"
    return (whole, f" {sign} ", *parts)


def _sum(parts: list[Quantity | None]) -> Quantity:
    known = [part for part in parts if part is not None]
    return sum(known[1:], known[0])


def share_bar(split: Split, axis: str) -> ShareBar | None:
    """One bar of all parts; none where a part is not known."""
    scope = split.scope
    whole = scope.quantity(split.key().address)
    if whole is None or not split.adds_up or not whole.is_exact or whole.value <= 0 or not _all_known(split, axis):
        return None
    shares = []
    for member in split.inside(axis):
        part = tables.number(split, split.key("target", member))
        assert part.quantity is not None, "every part is known"
        share = tables.number(split, split.key("share", member), "%", 1)
        value: Line = (part, scope.word(*DOT), replace(share, with_unit=True))
        size = float(part.quantity.value / whole.value)
        shares.append(Share(_member(split, member), value, size, scope.dimensions.slot(member)))
    rest = 1 - sum(share.part for share in shares)
    if rest > 0.0005:
        shares.append(Share(scope.word("未分解", "not split"), (), rest, 0))
    return ShareBar(tuple(shares), glance(split, axis))
