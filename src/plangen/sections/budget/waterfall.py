"""The waterfall of a group: its lines, what they leave unexplained, the total."""

from collections.abc import Iterator
from decimal import Decimal

from plangen.compute import PlanScope
from plangen.sections.budget.gaps import Gap, bare, gap_of, names, near, open_lines, say
from plangen.sections.budget.model import Group, Line
from plangen.values import Quantity, write_quantity
from plangen.views import Chart, Column, Num, Row, Table


def waterfall(group: Group, scope: PlanScope, unit: str) -> Iterator[Chart]:
    """One step a line with an amount, the unexplained rest hatched, the total; nothing for less than two steps."""
    gap = gap_of(group, scope)
    rows = [row for line in group.lines.values() if (row := _step(line, scope, unit))]
    if gap is not None and gap.stands and gap.apart:
        rows.append(
            Row(((_rest(gap, scope),), (Num(gap.rest, unit, address=group.address("amount", "gap")),)), "residual")
        )
    if len(rows) < 2:
        return
    stands = gap is not None and gap.stands
    total = scope.word("合计（文件写明）", "Total (stated)") if stands else scope.word("合计", "Total")
    amount = scope.quantity(group.address("amount"))
    known = Num(bare(amount) if amount else None, unit, address=group.address("amount"))
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
    return Row(((_label(line, scope),), (Num(amount, unit, address=line.address("amount")),)))


def _label(line: Line, scope: PlanScope) -> str:
    """The line's name with what it counts: 房租（3 个月）."""
    counts = [say(q, scope, "") for q in (line.quantity, line.periods) if q is not None and not q.unset]
    if not counts:
        return line.name
    return scope.word(f"{line.name}（{'，'.join(counts)}）", f"{line.name} ({', '.join(counts)})")


def _rest(gap: Gap, scope: PlanScope) -> str:
    if gap.beyond:
        return scope.word("明细多出", "Lines beyond the total")
    count = len(gap.open)
    return scope.word("无明细", "No line") + (scope.word(f"：{count} 行待定", f": {count} not set") if count else "")


def _title(group: Group, gap: Gap | None, scope: PlanScope, unit: str) -> str:
    """The finding in one sentence."""
    if gap is not None and gap.short and gap.stands:
        known, rest = say(gap.known, scope, unit), say(gap.size, scope, unit)
        return scope.word(
            f"明细只能解释{near(known)}，其余{near(rest)}没有去向", f"the lines explain {known}; {rest} have no line"
        )
    if gap is not None and gap.apart:
        size, more = near(say(gap.size, scope, unit)), gap.beyond
        return scope.word(
            f"明细比写明的合计{'多出' if more else '少'}{size}",
            f"the lines are {size.strip()} {'above' if more else 'below'} the stated total",
        )
    if gap is not None and not gap.equal:
        stated = near(say(gap.stated, scope, unit))
        return scope.word(f"写明的合计{stated}在明细的范围里", f"the stated total {stated} is within the lines' range")
    if gap is not None:
        stated = near(say(gap.stated, scope, unit))
        return scope.word(f"明细相加与写明的合计{stated}一致", f"the lines reach the stated total {stated}")
    return _largest(group, scope, unit)


def _largest(group: Group, scope: PlanScope, unit: str) -> str:
    known = [(line, scope.quantity(line.address("amount"))) for line in group.lines.values()]
    ranked = [(_size(amount), line, amount) for line, amount in known if amount is not None and not amount.unset]
    _, line, amount = max(ranked, key=lambda one: one[0])
    share = scope.quantity(line.address("share"))
    text = near(say(amount, scope, unit))
    if share is None or share.unset or not share.is_exact:
        return scope.word(f"最大的一项是{line.name}，{text.strip()}", f"{line.name} is the largest: {text.strip()}")
    part = say_share(share, scope)
    return scope.word(
        f"{line.name}最多，{text.strip()}，占 {part}", f"{line.name} is the largest: {text.strip()}, {part}"
    )


def _size(amount: Quantity) -> Decimal:
    return max(end for end in (amount.low, amount.high, Decimal(0)) if end is not None)


def say_share(share: Quantity, scope: PlanScope) -> str:
    """A share with one decimal."""
    return write_quantity(bare(share), "%", 1, language=scope.language)


def _subtitle(group: Group, gap: Gap | None, scope: PlanScope, unit: str) -> str:
    if gap is not None and gap.short and gap.stands:
        where = names(gap.open, scope)
        hatched = scope.word(f"{unit}；斜纹为文件合计与明细之差", f"{unit}; hatched: stated total less the lines")
        hidden = scope.word(f"，藏在{where}{len(gap.open)} 行里", f", hidden in {where}")
        return hatched + (hidden if gap.open else "")
    still = open_lines(group, scope)
    waiting = scope.word(f"；{names(still, scope)}待定，未画", f"; not drawn because not set: {names(still, scope)}")
    return unit + (waiting if still else "")


def _source(group: Group, scope: PlanScope) -> str:
    """The first and the last of the group's sources."""
    sources = [*group.source, *(source for line in group.lines.values() for source in line.source)]
    if not sources:
        return ""
    first, last = sources[0], sources[-1]
    span = first if first == last else scope.word(f"{first} 至 {last}", f"{first} to {last}")
    return scope.word(f"来源 {span}", f"Source: {span}")
