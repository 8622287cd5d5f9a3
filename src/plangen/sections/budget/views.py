"""What the budget's page shows: cards, a waterfall and a table for each group, the caps."""

from collections.abc import Iterator
from dataclasses import replace

from plangen.compute import PlanScope
from plangen.sections.budget import tables
from plangen.sections.budget.gaps import Gap, bare, gap_of, money_unit, near, open_lines
from plangen.sections.budget.limits import Limit, limits
from plangen.sections.budget.model import Budget, Group
from plangen.sections.budget.rules import measured, total
from plangen.sections.budget.waterfall import waterfall
from plangen.sections.numbers import shown
from plangen.values import Address
from plangen.views import Block, Card, Cards, Column, Heading, Inline, Line, Num, Row, Table, phrase

OVERVIEW = 2
"""How many cards the plan's overview takes from one section."""


def blocks(section: Budget, scope: PlanScope) -> Iterator[Block]:
    """Key figures, then each group with its waterfall and lines, then the caps."""
    if not section.items:
        return
    unit = money_unit(section, scope)
    yield _key_figures(section, scope, unit)
    over = _over(section, scope)
    for group in section.items.values():
        yield Heading(group.name, group.id, aside=_aside(group, scope))
        yield from waterfall(group, scope, unit)
        yield tables.lines(group, over, scope, unit)
    caps = tables.caps(section, scope, unit)
    if caps is not None:
        yield caps


def cards(section: Budget, scope: PlanScope) -> Iterator[Card]:
    """The groups whose lines do not reach their total first, then what is measured against sales, then the others.

    The first speaks of the plan's cost.
    """
    unit = money_unit(section, scope)
    groups = sorted(section.items.values(), key=lambda group: not _open(gap_of(group, scope)))
    wrong = [group for group in groups if _open(gap_of(group, scope))]
    others = [group for group in groups if group not in wrong]
    found = [
        *(_card(group, scope, unit) for group in wrong),
        *_measured(section, scope, unit),
        *(_card(group, scope, unit) for group in others),
    ]
    yield from (replace(card, about="" if place else "cost") for place, card in enumerate(found[:OVERVIEW]))


def _measured(section: Budget, scope: PlanScope, unit: str) -> Iterator[Card]:
    """What all groups cost together that are measured against the same figure, and their share of it."""
    groups, share = measured(section, scope), shown(scope, total(scope, "sales-share"), "%", 2, with_unit=True)
    if share.address is None:
        return
    number = shown(scope, total(scope, "amount"), unit, with_unit=True)
    of = scope.named(groups[0].share_of or "", "")
    text = scope.word("{n} 类合计，占{of} {share}", "{n} group(s), {share} of {of}")
    note = phrase(text, n=shown(scope, total(scope, "measured")), of=of, share=share)
    yield Card(scope.word("费用", "Cost"), (number,), note)


def summary(section: Budget, scope: PlanScope) -> Line:
    """Number of groups and lines, and how many amounts are not set."""
    groups = len(section.items)
    text = scope.word("{groups} 类 {n} 行", "{groups} group(s), {n} line(s)")
    line = phrase(text, groups=str(groups), n=shown(scope, total(scope, "lines")))
    if not any(open_lines(group, scope) for group in section.items.values()):
        return line
    open_ = phrase(scope.word("{n} 行待定", "{n} not set"), "unset", n=shown(scope, total(scope, "open")))
    return (*line, scope.word("，", ", "), *open_)


def lede(section: Budget, scope: PlanScope) -> Line:
    """Every group's amount, the caps, and what has no line."""
    unit = money_unit(section, scope)
    parts: list[Inline] = []
    for group in section.items.values():
        parts += [scope.word("，", ", ")] if parts else []
        parts += [f"{group.name} ", _amount(group, scope, unit)]
    caps = sum(len(group.caps) for group in section.items.values())
    if caps:
        parts.append(scope.word("，另有 {caps} 条费用上限", ", and {caps} caps", caps=caps))
    parts.append(scope.word("。", "."))
    for group in section.items.values():
        gap = gap_of(group, scope)
        if gap is not None and gap.apart:
            parts += _open_words(gap, scope, unit)
    return tuple(parts)


def _open_words(gap: Gap, scope: PlanScope, unit: str) -> Line:
    """What has no line; where all lines are known, by how much the paper says something else."""
    rest = near(gap.number(scope, unit), scope)
    if gap.stands and gap.short:
        text = scope.word("{name}里{rest}没有明细。", " {rest} of {name} have no line.")
        return phrase(text, name=gap.group.name, rest=rest)
    more = scope.word("多", "more") if gap.beyond else scope.word("少", "less")
    text = scope.word("{name}的明细比文件写明的{more}{rest}。", " The lines of {name} are {rest} {more} than stated.")
    return phrase(text, name=gap.group.name, more=more, rest=rest)


def _over(section: Budget, scope: PlanScope) -> dict[Address, Limit]:
    """The figures that are above a cap."""
    return {limit.figure: limit for limit in limits(section, scope) if limit.certain}


def _aside(group: Group, scope: PlanScope) -> Line:
    texts = [phrase(scope.word("{n} 行", "{n} line(s)"), n=shown(scope, group.address("lines")))] if group.lines else []
    if open_lines(group, scope):
        texts.append(phrase(scope.word("{n} 行待定", "{n} not set"), n=shown(scope, group.address("open"))))
    if group.owner:
        texts.append((scope.word("负责人 {named}", "owner {named}", named=scope.named(group.owner)),))
    return tuple(part for text in texts for part in (scope.word("，", ", "), *text))[1:]


def _open(gap: Gap | None) -> bool:
    return gap is not None and gap.apart


def _amount(group: Group, scope: PlanScope, unit: str) -> Num:
    return shown(scope, group.address("amount"), unit, with_unit=True)


def _key_figures(section: Budget, scope: PlanScope, unit: str) -> Cards:
    found: list[Card] = []
    for group in section.items.values():
        gap = gap_of(group, scope)
        found.append(_card(group, scope, unit, plain=True))
        if gap is not None and _open(gap):
            found += _gap_cards(gap, scope, unit)
    columns = (
        Column("label", scope.word("项目", "Item")),
        Column("figure", scope.word("金额", "Amount"), numeric=True),
    )
    rows = tuple(Row(((card.label,), card.figure)) for card in found)
    return Cards(tuple(found), Table("key-figures", scope.word("要点", "Key figures"), columns, rows))


def _card(group: Group, scope: PlanScope, unit: str, *, plain: bool = False) -> Card:
    """One group's amount; below it what is wrong or open, its share, or where the number comes from."""
    number = _amount(group, scope, unit)
    gap = gap_of(group, scope)
    share = shown(scope, group.address("sales-share"), "%", 2, with_unit=True)
    note: Line = (scope.word("还没有明细", "no lines"),)
    if group.lines:
        note = phrase(scope.word("{n} 行相加", "sum of {n} line(s)"), n=shown(scope, group.address("lines")))
    if gap is not None and _open(gap) and not plain:
        note = tables.other_total(gap, scope, unit)
    elif group.has_stated and (gap is None or gap.stands or gap.equal):
        note = (scope.word("文件写明", "as stated"),)
    elif open_lines(group, scope):
        text = scope.word("{n} 行待定", "{n} line(s) not set")
        note = phrase(text, "unset", n=shown(scope, group.address("open")))
    elif share.quantity is not None and not share.quantity.unset and group.share_of is not None:
        note = (scope.word("占{named} ", "of {named}: ", named=scope.named(group.share_of, "")), share)
    figure = replace(number, quantity=bare(number.quantity)) if number.quantity else number
    return Card(group.name, (figure,), note)


def _gap_cards(gap: Gap, scope: PlanScope, unit: str) -> Iterator[Card]:
    """The total that does not count, and what lies between the two."""
    word, group = scope.word, gap.group
    if gap.stands:
        text = word("{n} 行有数", "{n} line(s) with an amount")
        count = phrase(text, n=shown(scope, group.address("known")))
        yield Card(word("明细相加", "Sum of the lines"), (gap.number(scope, unit, "known"),), count)
    else:
        yield Card(word("文件写明", "As stated"), (gap.number(scope, unit, "stated"),))
    notes: list[Line] = []
    if gap.stands and gap.share is not None and not gap.share.unset:
        notes.append((gap.number(scope, unit, "share"),))
    if gap.open:
        notes.append(phrase(word("{n} 行待定", "{n} line(s) not set"), n=shown(scope, group.address("open"))))
    note = tuple(part for text in notes for part in (word("，", ", "), *text))[1:]
    rest = replace(gap.number(scope, unit, "rest"), tone="bad")
    yield Card(_rest_label(gap, scope), (rest,), note, "bad")


def _rest_label(gap: Gap, scope: PlanScope) -> str:
    if gap.beyond:
        return scope.word("明细多出", "Lines beyond the total")
    return scope.word("无明细", "No line") if gap.stands else scope.word("明细少", "Lines below the total")
