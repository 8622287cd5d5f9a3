"""What the page of support shows: every request, with amount, window and status, and the sum."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.sections.mentions import NONE, roles, window
from plangen.sections.numbers import shown
from plangen.sections.support.labels import CHOICES
from plangen.sections.support.model import Request, Support
from plangen.sections.support.rules import KIND
from plangen.sections.tallies import total
from plangen.views import Block, Card, Chip, Column, Line, Num, Row, Table, Tone, Words, phrase

TONES: dict[str, Tone] = {"asked": "", "granted": "good", "refused": "bad"}
FACTORS = ("price", "quantity", "periods")


def blocks(section: Support, scope: PlanScope) -> Iterator[Block]:
    """The requests, and what they cost together."""
    word = scope.word
    columns = (
        Column("request", word("支持", "Support")),
        Column("asked_of", word("向谁要", "Asked of")),
        Column("terms", word("怎么算", "Terms"), phone=False),
        Column("amount", word("金额", "Amount"), "元", numeric=True),
        Column("window", word("什么时候", "When")),
        Column("within", word("时限", "Within"), numeric=True, phone=False),
        Column("status", word("进展", "Status")),
    )
    rows = [_row(request, scope) for request in section.items.values()]
    if _costing(section):
        name: Line = (word("合计", "All"),)
        rows.append(Row((name, (), (), (_sum(scope),), (), (), ()), "total"))
    yield Table(KIND, word("全部支持", "All requests"), columns, tuple(rows))


def _costing(section: Support) -> bool:
    return any(request.costs for request in section.items.values())


def _sum(scope: PlanScope, *, with_unit: bool = False) -> Num:
    return shown(scope, total(scope, KIND, "amount"), "元", with_unit=with_unit)


def _row(request: Request, scope: PlanScope) -> Row:
    name: Line = (request.name, Words(f" {request.text}", "muted")) if request.text else (request.name,)
    note: Line = (Words(f" {request.note}", "muted"),) if request.note else ()
    cells: tuple[Line, ...] = (
        (*name, *note),
        roles(request.asked_of, scope),
        _terms(request, scope),
        (shown(scope, request.address("amount"), "元"),) if request.costs else NONE,
        window(request.start, request.end, scope),
        (shown(scope, request.address("within"), with_unit=True),) if request.within is not None else NONE,
        (Chip(scope.word(*CHOICES[request.status]), TONES[request.status]),),
    )
    return Row(cells, id=request.id)


def _terms(request: Request, scope: PlanScope) -> Line:
    """What is multiplied: ≤5,000 元/人/月 × 4 人 × 2 月."""
    line: Line = ()
    for name in request.factors():
        line += (*((" × ",) if line else ()), shown(scope, request.address(name), with_unit=True))
    return line or NONE


def _all(section: Support, scope: PlanScope) -> Line:
    number = shown(scope, total(scope, KIND, "requests"))
    line = phrase(scope.word("{n} 项支持", "{n} requests"), n=number)
    if _costing(section):
        line += phrase(scope.word("，合计 {sum}", ", {sum} together"), sum=_sum(scope, with_unit=True))
    return line


def cards(section: Support, scope: PlanScope) -> Iterator[Card]:
    """What the plan asks for, where that is money."""
    if _costing(section):
        number = phrase(scope.word("{n} 项", "{n} requests"), n=shown(scope, total(scope, KIND, "requests")))
        yield Card(scope.word("所需支持", "Support"), (_sum(scope, with_unit=True),), number)


def summary(section: Support, scope: PlanScope) -> Line:
    """How many requests, for how much."""
    return _all(section, scope)


def lede(section: Support, scope: PlanScope) -> Line:
    """The same as a sentence."""
    return (*_all(section, scope), scope.word("。", "."))
