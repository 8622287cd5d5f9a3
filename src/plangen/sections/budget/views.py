"""What the budget's page shows: cards, a waterfall and a table for each group, the caps."""

from collections.abc import Iterator
from dataclasses import replace

from plangen.compute import PlanScope
from plangen.sections.budget import tables
from plangen.sections.budget.gaps import Gap, bare, gap_of, money_unit, near, open_lines, say
from plangen.sections.budget.limits import Limit, limits
from plangen.sections.budget.model import Budget, Group
from plangen.sections.budget.waterfall import say_share, waterfall
from plangen.values import Address
from plangen.views import Block, Card, Cards, Column, Heading, Inline, Line, Num, Row, Table, Words

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
    """The groups whose lines do not reach their total first, then the others, two at most."""
    groups = sorted(section.items.values(), key=lambda group: not _open(gap_of(group, scope)))
    for group in groups[:OVERVIEW]:
        yield _card(group, scope, money_unit(section, scope))


def summary(section: Budget, scope: PlanScope) -> Line:
    """Number of groups and lines, and how many amounts are not set."""
    count = sum(1 for _ in section.lines())
    waiting = sum(len(open_lines(group, scope)) for group in section.items.values())
    groups = len(section.items)
    parts: list[Inline] = [scope.word(f"{groups} 类 {count} 行", f"{groups} groups, {count} lines")]
    if waiting:
        text = scope.word(f"{waiting} 行待定", f"{waiting} not set")
        parts += [scope.word("，", ", "), Words(text, "unset")]
    return tuple(parts)


def lede(section: Budget, scope: PlanScope) -> Line:
    """Every group's amount, the caps, and what has no line."""
    unit = money_unit(section, scope)
    parts: list[Inline] = []
    for group in section.items.values():
        parts += [scope.word("，", ", ")] if parts else []
        parts += [f"{group.name} ", _amount(group, scope, unit)]
    caps = sum(len(group.caps) for group in section.items.values())
    if caps:
        parts.append(scope.word(f"，另有 {caps} 条费用上限", f", and {caps} caps"))
    parts.append(scope.word("。", "."))
    for group in section.items.values():
        gap = gap_of(group, scope)
        if gap is not None and gap.apart:
            parts.append(_open_words(gap, scope, unit))
    return tuple(parts)


def _open_words(gap: Gap, scope: PlanScope, unit: str) -> str:
    """What has no line; where all lines are known, by how much the paper says something else."""
    name, rest = gap.group.name, say(gap.size, scope, unit)
    if gap.stands and gap.short:
        return scope.word(f"{name}里{near(rest)}没有明细。", f" {rest} of {name} have no line.")
    more = scope.word("多", "more") if gap.beyond else scope.word("少", "less")
    zh, en = f"{name}的明细比文件写明的{more}{near(rest)}。", f" The lines of {name} are {rest} {more} than stated."
    return scope.word(zh, en)


def _over(section: Budget, scope: PlanScope) -> dict[Address, Limit]:
    """The figures that are above a cap."""
    return {limit.figure: limit for limit in limits(section, scope) if limit.certain}


def _aside(group: Group, scope: PlanScope) -> str:
    owner = scope.word(f"负责人 {scope.named(group.owner)}", f"owner {scope.named(group.owner)}") if group.owner else ""
    waiting = len(open_lines(group, scope))
    count = scope.word(f"{len(group.lines)} 行", f"{len(group.lines)} lines")
    count += scope.word(f"，{waiting} 行待定", f", {waiting} not set") if waiting else ""
    return scope.word("，", ", ").join(part for part in (count, owner) if part)


def _open(gap: Gap | None) -> bool:
    return gap is not None and gap.apart


def _amount(group: Group, scope: PlanScope, unit: str) -> Num:
    address = group.address("amount")
    return Num(scope.quantity(address), unit, with_unit=True, address=address)


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
    waiting = len(open_lines(group, scope))
    share = scope.quantity(group.address("sales-share"))
    count = len(group.lines)
    note: Line = (
        scope.word(f"{count} 行相加" if count else "还没有明细", f"sum of {count} lines" if count else "no lines"),
    )
    if gap is not None and _open(gap) and not plain:
        note = (tables.other_total(gap, scope, unit),)
    elif group.has_stated and (gap is None or gap.stands or gap.equal):
        note = (scope.word("文件写明", "as stated"),)
    elif waiting:
        note = (Words(scope.word(f"{waiting} 行待定", f"{waiting} lines not set"), "unset"),)
    elif share is not None and not share.unset and group.share_of is not None:
        part = Num(share, "%", 2, with_unit=True, address=group.address("sales-share"))
        note = (scope.word(f"占{scope.named(group.share_of, '')} ", f"of {scope.named(group.share_of, '')}: "), part)
    figure = replace(number, quantity=bare(number.quantity)) if number.quantity else number
    return Card(group.name, (figure,), note)


def _gap_cards(gap: Gap, scope: PlanScope, unit: str) -> Iterator[Card]:
    """The total that does not count, and what lies between the two."""
    word, group, waiting = scope.word, gap.group, len(gap.open)
    if gap.stands:
        known = Num(gap.known, unit, with_unit=True, address=group.address("amount", "rollup"))
        set_ = len(group.lines) - waiting
        count = word(f"{set_} 行有数", f"{set_} lines with an amount")
        yield Card(word("明细相加", "Sum of the lines"), (known,), (count,))
    else:
        stated = Num(gap.stated, unit, with_unit=True, address=group.address("amount", "stated"))
        yield Card(word("文件写明", "As stated"), (stated,))
    rest = Num(gap.rest, unit, with_unit=True, tone="bad", address=group.address("amount", "gap"))
    share = say_share(gap.share, scope) if gap.stands and gap.share is not None and not gap.share.unset else ""
    open_ = word(f"{waiting} 行待定", f"{waiting} lines not set") if waiting else ""
    note = word("，", ", ").join(part for part in (share, open_) if part)
    yield Card(_rest_label(gap, scope), (rest,), (note,) if note else (), "bad")


def _rest_label(gap: Gap, scope: PlanScope) -> str:
    if gap.beyond:
        return scope.word("明细多出", "Lines beyond the total")
    return scope.word("无明细", "No line") if gap.stands else scope.word("明细少", "Lines below the total")
