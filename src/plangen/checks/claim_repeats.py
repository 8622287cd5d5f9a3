"""Numbers that a narrative writes by hand although a reference would show them."""

from dataclasses import replace
from typing import NamedTuple

from plangen.checks.claim_passage import Passage
from plangen.checks.claim_truths import Truths, is_binding, reference_to
from plangen.checks.claim_words import RATE, is_generic, per_before, per_behind
from plangen.compute import YearScope
from plangen.findings import Finding, Level, declare
from plangen.model import Part
from plangen.source import Amount, periods_said
from plangen.values import SHARE, YUAN, Address, Figure, Quantity, Unit, folded

REPEATS = declare(
    "PG421",
    Level.INFO,
    zh="“{written}”重复了计划里的数（{name}），计划改了它不会跟着变；可写 {instead}",
    en="“{written}” repeats a figure of the plan ({name}) and stays when the plan changes; write {instead}",
    fix_zh="写成 {instead}；非写不可时在行尾写 <!-- plangen: PG421 原因 -->",
    fix_en="write {instead}; where it must be written, end the line with <!-- plangen: PG421 reason -->",
    manual="""A narrative writes a number by hand that a reference would show.

Told are numbers that are exactly a figure of the page's plan: amounts of money with three significant digits or more
where only one figure is that, and others where the figure's name stands near. Small counts (3 家) are never told.

Why: the plan is changed in its tables, and a number that was copied stays as it was.
Bad:
    # objectives.yml
    revenue: {name: 销售额, target: 1092万元}
    # index.md
    我们要在一年里做到 1,092 万元。
Good:
    # objectives.yml
    revenue: {name: 销售额, target: 1092万元}
    # index.md
    我们要在一年里做到 {{ objectives/revenue.target }}。
""",
)
_ENOUGH = 3
"""How many significant digits an amount of money must have to be recognised without a name."""
_TRIVIAL = 10
"""Counts below this are never told."""


def repetition(passage: Passage, amount: Amount, truths: Truths) -> Finding | None:
    """PG421 where an amount is exactly one figure of the page's plan."""
    year, home = truths.scope.year, passage.text.home
    if passage.years is None or passage.years - {year}:
        return None
    equal = truths.equal(_with_rate(passage.clause, amount), home) if _is_telling(amount) else []
    near = _Near(passage, amount, truths.scope)
    named = next((figure for figure in equal if near.names(figure)), None)
    found = named or _only(equal, amount)
    if found is None:
        return None
    instead = reference_to(found, amount, passage.text.scope)
    args = {"name": _name(found.address, truths.scope), "written": amount.text, "instead": instead}
    return Finding(REPEATS, passage.span(amount.start, amount.end), args, year, found.address)


class _Near(NamedTuple):
    """What stands around an amount."""

    passage: Passage
    amount: Amount
    scope: YearScope

    def names(self, figure: Figure) -> bool:
        """Whether a figure's item, or all its members, are named near, and its period where it is of one."""
        address = figure.address
        text, items = self.passage.around(self.amount.start, self.amount.end)
        plain = folded(text)
        if address.members:
            there = all(self.scope.dimensions.member_name(member) in plain for member in address.members)
        else:
            there = self._is_there(address.item_address, plain, items)
        period = address.period
        return there and (period is None or periods_said(self.passage.clause) == frozenset((period,)))

    def _is_there(self, item: Address, text: str, items: list[Address]) -> bool:
        if item in items:
            return True
        name = self.scope.name_of(item)
        if len(name) < 2 or is_generic(name) or name not in text:
            return False
        above = replace(item, item=item.item[:-1])
        return not isinstance(self.scope.entry(item), Part) or self._is_there(above, text, items)


def _name(address: Address, scope: YearScope) -> str:
    """What a figure is called: its item, then its members."""
    return " ".join((scope.name_of(address), *(scope.dimensions.member_name(member) for member in address.members)))


def _with_rate(clause: str, amount: Amount) -> Quantity:
    """The amount, per month or head where the words around it say so."""
    written = amount.quantity
    before = folded(clause[max(0, amount.start - RATE) : amount.start])
    per = per_before(before, len(before)) or per_behind(clause, amount.end)[0]
    return replace(written, unit=Unit(written.unit.over, per)) if per and not written.unit.per else written


def _is_telling(amount: Amount) -> bool:
    """Whether a number says enough to be recognised beside its name."""
    known = amount.quantity
    if known.unit.over == YUAN.over:
        return True
    if known.unit.over == SHARE.over:
        return amount.digits > 1
    return max(known.low or 0, known.high or 0) >= _TRIVIAL


def _only(equal: list[Figure], amount: Amount) -> Figure | None:
    """The one figure that an amount of money can only be; those of plans above and below are one and the same."""
    if amount.digits < _ENOUGH or not amount.quantity.unit.is_money:
        return None
    binding = [figure for figure in equal if is_binding(figure)]
    names = {(each.address.item_address.item, each.address.measure, each.address.members) for each in binding}
    return binding[0] if len(names) == 1 else None
