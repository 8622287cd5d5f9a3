"""The waterfall of a group: its lines, what they leave unexplained, the total."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from plangen.compute import PlanScope
from plangen.sections.budget.gaps import Gap, figure, gap_of, names, near, open_lines
from plangen.sections.budget.model import Group, Line
from plangen.sections.numbers import shown
from plangen.values import Quantity
from plangen.views import Chart, Column, Row, Table, phrase
from plangen.views import Line as TextLine


def waterfall(group: Group, scope: PlanScope, unit: str) -> Iterator[Chart]:
    """One step a line with an amount, the unexplained rest hatched, the total; nothing for less than two steps."""
    gap = gap_of(group, scope)
    rows = [row for line in group.lines.values() if (row := _step(line, scope, unit))]
    if gap is not None and gap.stands and gap.apart:
        rows.append(Row((_rest(gap, scope), (replace(gap.number(scope, unit, "rest"), with_unit=False),)), "residual"))
    if len(rows) < 2:
        return
    stands = gap is not None and gap.stands
    total = scope.word("合计（文件写明）", "Total (stated)") if stands else scope.word("合计", "Total")
    known = replace(figure(group.address("amount"), scope, unit), with_unit=False)
    rows.append(Row(((total,), (known,)), "total"))
    columns = (
        Column("line", scope.word("项目", "Item")),
        Column("amount", scope.word("金额", "Amount"), unit, numeric=True),
    )
    table = Table(f"{group.id}-steps", group.name, columns, tuple(rows))
    subtitle = _subtitle(group, gap, scope, unit)
    source = _source(group, scope)
    encode = {"label": "line", "value": "amount"}
    title = _title(group, gap, scope, unit)
    height = 60 + 34 * len(rows)
    yield Chart(f"{group.id}-chart", "waterfall", title, subtitle, table, encode, unit, source, height)


def _step(line: Line, scope: PlanScope, unit: str) -> Row | None:
    amount = scope.quantity(line.address("amount"))
    if amount is None or amount.unset:
        return None
    return Row((_label(line, scope), (shown(scope, line.address("amount"), unit),)))


def _label(line: Line, scope: PlanScope) -> TextLine:
    """The line's name with what it counts: 房租（3 个月）."""
    fields = [line.address(name) for name in ("quantity", "periods") if getattr(line, name) is not None]
    counts = [figure(address, scope, "") for address in fields]
    known = [
        part for num in counts if num.quantity and not num.quantity.unset for part in (scope.word("，", ", "), num)
    ]
    return (line.name, *phrase(scope.word("（{n}）", " ({n})"), n=tuple(known[1:]))) if known else (line.name,)


def _rest(gap: Gap, scope: PlanScope) -> TextLine:
    if gap.beyond:
        return (scope.word("明细多出", "Lines beyond the total"),)
    still = phrase(scope.word("：{n} 行待定", ": {n} not set"), n=shown(scope, gap.group.address("open")))
    return (scope.word("无明细", "No line"), *(still if gap.open else ()))


def _title(group: Group, gap: Gap | None, scope: PlanScope, unit: str) -> TextLine:
    """The finding in one sentence."""
    if gap is None:
        return _largest(group, scope, unit)
    size, stated = near(gap.number(scope, unit), scope), near(gap.number(scope, unit, "stated"), scope)
    if gap.short and gap.stands:
        sum_ = gap.number(scope, unit, "known")
        if sum_.quantity is None or sum_.quantity.unset:
            return phrase(scope.word("明细都待定，{size}没有去向", "no line is set: {size} have no line"), size=size)
        known = near(sum_, scope)
        text = scope.word("明细只能解释{known}，其余{size}没有去向", "the lines explain {known}; {size} have no line")
        return phrase(text, known=known, size=size)
    if gap.apart:
        more = scope.word(*(("多出", "above") if gap.beyond else ("少", "below")))
        text = scope.word("明细比写明的合计{more}{size}", "the lines are {size} {more} the stated total")
        return phrase(text, more=more, size=size)
    if not gap.equal:
        text = scope.word("写明的合计{stated}在明细的范围里", "the stated total {stated} is within the lines' range")
        return phrase(text, stated=stated)
    return phrase(scope.word("明细相加与写明的合计{n}一致", "the lines reach the stated total {n}"), n=stated)


def _largest(group: Group, scope: PlanScope, unit: str) -> TextLine:
    known = [(line, scope.quantity(line.address("amount"))) for line in group.lines.values()]
    _, line = max(((_size(q), line) for line, q in known if q is not None and not q.unset), key=lambda one: one[0])
    amount, share = figure(line.address("amount"), scope, unit), figure(line.address("share"), scope, "%", 1)
    if share.quantity is None or share.quantity.unset or not share.quantity.is_exact:
        text = scope.word("最大的一项是{name}，{amount}", "{name} is the largest: {amount}")
        return phrase(text, name=line.name, amount=amount)
    text = scope.word("{name}最多，{amount}，占 {share}", "{name} is the largest: {amount}, {share}")
    return phrase(text, name=line.name, amount=amount, share=share)


def _size(amount: Quantity) -> Decimal:
    return max(end for end in (amount.low, amount.high, Decimal(0)) if end is not None)


def _subtitle(group: Group, gap: Gap | None, scope: PlanScope, unit: str) -> TextLine:
    if gap is not None and gap.short and gap.stands:
        where, number = names(gap.open, scope), shown(scope, group.address("open"))
        hatched = scope.word(
            "{unit}；斜纹为文件合计与明细之差",
            "{unit}; hatched: stated total less the lines",
            unit=scope.in_words(unit),
        )
        hidden = phrase(scope.word("，藏在{where}{n} 行里", ", hidden in {where}"), where=where, n=number)
        return (hatched, *(hidden if gap.open else ()))
    still = open_lines(group, scope)
    waiting = scope.word("；{names}待定，未画", "; not drawn because not set: {names}", names=names(still, scope))
    return (scope.in_words(unit) + (waiting if still else ""),)


def _source(group: Group, scope: PlanScope) -> str:
    """The first and the last of the group's sources."""
    sources = [*group.source, *(source for line in group.lines.values() for source in line.source)]
    if not sources:
        return ""
    first, last = sources[0], sources[-1]
    span = first if first == last else scope.word("{first} 至 {last}", "{first} to {last}", first=first, last=last)
    return scope.word("来源 {span}", "Source: {span}", span=span)
