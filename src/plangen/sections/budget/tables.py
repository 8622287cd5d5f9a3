"""The tables of the budget: lines of a group, caps of all groups."""

from dataclasses import replace

from plangen.compute import PlanScope
from plangen.sections.budget.gaps import Gap, figure, gap_of
from plangen.sections.budget.limits import Limit, limits
from plangen.sections.budget.model import Budget, Cap, Group, Line
from plangen.sections.budget.rules import factor_words
from plangen.sections.numbers import shown
from plangen.values import Address
from plangen.views import Column, Inline, Num, Row, Table, Words, phrase
from plangen.views import Line as TextLine

NOT_APPLICABLE: TextLine = (Num(None),)


def lines(group: Group, over: dict[Address, Limit], scope: PlanScope, unit: str) -> Table:
    """The lines with quantity, price, amount and share.

    The rest without a line stands above a total that the paper states; lines that are all known are the total.
    """
    word = scope.word
    columns = (
        Column("line", word("项目", "Item")),
        Column("quantity", word("数量", "Quantity"), numeric=True),
        Column("price", word("单价", "Price"), "元", numeric=True, phone=False),
        Column("amount", word("金额", "Amount"), _unit(group, scope, unit), numeric=True),
        Column("share", word("占合计", "Share"), "%", numeric=True),
        Column("origin", word("来由", "How"), phone=False),
    )
    rows = [_line(line, over.get(line.address("amount")), scope, unit) for line in group.lines.values()]
    gap = gap_of(group, scope)
    if gap is not None and (gap.stands or gap.equal):
        rows.append(_residual(gap, scope, unit))
    rows.append(_total(group, gap, scope, unit))
    return Table(f"{group.id}-lines", "", columns, tuple(rows), notes=_notes(group))


def _unit(group: Group, scope: PlanScope, unit: str) -> str:
    amount = scope.quantity(group.address("amount"))
    per = "".join(f"/{symbol}" for symbol in amount.unit.per) if amount else ""
    return unit + per


def _line(line: Line, over: Limit | None, scope: PlanScope, unit: str) -> Row:
    symbol = "▲" if over else "≠" if _disagrees(line, scope) else ""
    number = shown(scope, line.address("amount"), unit, symbol=symbol, tone="bad" if symbol else "")
    share = replace(figure(line.address("share"), scope, "%", 1), with_unit=False)
    part = share if share.quantity and not share.quantity.unset else Num(None)
    cells = ((line.name,), _quantity(line, scope), (_price(line, scope),), (number,), (part,))
    return Row((*cells, _origin(line, over, scope)), id=line.id)


def _disagrees(line: Line, scope: PlanScope) -> bool:
    product = scope.quantity(line.address("amount", "rollup"))
    amount = scope.quantity(line.address("amount"))
    if product is None or amount is None or product.unset or amount.unset:
        return False
    return not product.same_as(amount)


def _quantity(line: Line, scope: PlanScope) -> TextLine:
    """6 张; 4 人 × 2 个月; — where nothing is counted."""
    parts: list[Inline] = []
    for name in ("quantity", "periods"):
        if getattr(line, name) is not None:
            parts += [" × "] if parts else []
            parts.append(shown(scope, line.address(name), with_unit=True))
    return tuple(parts) or NOT_APPLICABLE


def _price(line: Line, scope: PlanScope) -> Num:
    measure = "unit-price" if line.price is None else "price"
    return shown(scope, line.address(measure), "元")


def _origin(line: Line, over: Limit | None, scope: PlanScope) -> TextLine:
    """Where the amount comes from, who fills it in, what is wrong with it."""
    word = scope.word
    parts: list[str] = []
    amount = scope.quantity(line.address("amount"))
    if amount is None or amount.unset:
        who = scope.named(line.owner) if line.owner else ""
        parts.append(word("待定；负责人 {who}", "not set; owner {who}", who=who) if who else word("待定", "not set"))
    elif line.amount is None:
        parts.append(factor_words(line, scope) if len(line.factors()) > 1 else "")
    elif line.quantity is not None and line.price is None:
        parts.append(word("单价由金额反算", "price from the amount"))
    parts += [line.note] if line.note else []
    text = word("；", "; ").join(part for part in parts if part)
    if over is None or over.over is None:
        return (text,) if text else ()
    number = figure(over.excess, scope)
    excess = phrase(word("超上限 {n}", "{n} above the cap"), "bad", n=number)
    return ((text + word("；", "; ")) if text else "", *excess)


def _residual(gap: Gap, scope: PlanScope, unit: str) -> Row:
    """What no line explains; shown at 0 too, because it proves the sum."""
    share = replace(gap.number(scope, unit, "share"), with_unit=False) if gap.share else Num(None)
    note: TextLine = ()
    if gap.open and gap.short:
        text = scope.word("{n} 行待定合计应为此数", "what the {n} line(s) not set should come to")
        note = phrase(text, n=shown(scope, gap.group.address("open")))
    number = replace(gap.number(scope, unit, "rest"), with_unit=False)
    return Row(((scope.word("无明细", "No line"),), (), (), (number,), (share,), note), "residual")


def _total(group: Group, gap: Gap | None, scope: PlanScope, unit: str) -> Row:
    number = shown(scope, group.address("amount"), unit)
    share = shown(scope, group.address("sales-share"), "%", 2, with_unit=True)
    notes: list[Inline] = _against_paper(group, gap, scope, unit)
    if share.quantity is not None and group.share_of is not None:
        notes += [scope.word("；占", "; ") if notes else scope.word("占", ""), scope.named(group.share_of, ""), " "]
        notes.append(share)
    whole = shown(scope, group.address("share"), "%", 1)
    known: TextLine = (whole,) if whole.quantity and not whole.quantity.unset else ()
    return Row(((scope.word("合计", "Total"),), (), (), (number,), known, tuple(notes)), "total")


def _against_paper(group: Group, gap: Gap | None, scope: PlanScope, unit: str) -> list[Inline]:
    """Whether the total is the one that the paper states, and what the other one is."""
    if not group.has_stated:
        return []
    if gap is None or gap.stands or gap.equal:
        stated = [scope.word("文件写明", "stated")]
        return [*stated, scope.word("；", "; "), *other_total(gap, scope, unit)] if gap and gap.apart else [*stated]
    return [*other_total(gap, scope, unit)]


def other_total(gap: Gap, scope: PlanScope, unit: str) -> TextLine:
    """The total that does not count: of the lines where the stated one stands, else the stated one; ≠ where apart."""
    sign = "≠ " if gap.apart else ""
    words = ("明细 {n}", "lines {n}") if gap.stands else ("文件写明 {n}", "stated {n}")
    number = gap.number(scope, unit, "known" if gap.stands else "stated")
    return phrase(sign + scope.word(*words), "bad" if gap.apart else "muted", n=number)


def _notes(group: Group) -> tuple[TextLine, ...]:
    return ((group.note,),) if group.note else ()


def caps(section: Budget, scope: PlanScope, unit: str) -> Table | None:
    """Every cap with what the plan spends against it; caps of lines stand below those of groups."""
    checked = {limit.address: limit for limit in limits(section, scope)}
    rows = [_cap(cap, checked, scope, unit) for group in section.items.values() for cap in group.caps.values()]
    rows += [_line_cap(line, checked, scope, unit) for line in section.lines() if line.cap is not None]
    word = scope.word
    columns = (
        Column("cap", word("费用", "Cost")),
        Column("limit", word("上限", "Cap"), numeric=True),
        Column("basis", word("口径", "Counts for")),
        Column("planned", word("计划", "Planned"), numeric=True),
        Column("approver", word("批准人", "Approver"), phone=False),
        Column("source", word("依据", "Source"), phone=False),
    )
    subtitle = word("超过须批准", "more needs approval")
    return Table("caps", word("费用上限", "Caps"), columns, tuple(rows), subtitle=subtitle) if rows else None


def _cap(cap: Cap, checked: dict[Address, Limit], scope: PlanScope, unit: str) -> Row:
    limit: TextLine = (shown(scope, cap.address("limit"), unit, with_unit=True),)
    approver: TextLine = (scope.named(cap.approver),) if cap.approver else NOT_APPLICABLE
    source: TextLine = (scope.word("、", ", ").join(cap.source),) if cap.source else NOT_APPLICABLE
    planned = _planned(checked.get(cap.address()), scope, unit)
    return Row(((cap.name,), limit, (cap.basis or Num(None),), planned, approver, source), id=cap.id)


def _line_cap(line: Line, checked: dict[Address, Limit], scope: PlanScope, unit: str) -> Row:
    limit: TextLine = (shown(scope, line.address("cap"), unit, with_unit=True),)
    planned = _planned(checked.get(line.address()), scope, unit)
    basis = scope.word("本行", "this line")
    return Row(((line.name,), limit, (basis,), planned, NOT_APPLICABLE, NOT_APPLICABLE))


def _planned(limit: Limit | None, scope: PlanScope, unit: str) -> TextLine:
    """What the plan spends, with ▲ and the excess where it is above the cap."""
    if limit is None:
        return NOT_APPLICABLE
    number = shown(scope, limit.figure, unit, with_unit=True)
    if limit.over is not None:
        over = phrase(scope.word("▲ 超 {n}", "▲ {n} over"), "bad", n=figure(limit.excess, scope, unit))
        return (number, " ", *over)
    if limit.possible:
        return (number, " ", Words(scope.word("! 可能超", "! may be over"), "unset"))
    return (number,)
