"""Where roles and departments meet: who hands what to whom, a mark for each pair."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.sections.duties.model import Duties
from plangen.values import Address
from plangen.views import Column, Line, Link, Row, Table

LEAST, MOST = 2, 10
"""Fewer roles on a side say no more than the duties themselves; more would not fit on a page."""


def matrix(section: Duties, scope: PlanScope) -> Iterator[Table]:
    """Givers by receivers; a receiver of another plan stands under the name of that plan."""
    pairs = {
        (giver, address)
        for giver, duties in section.items.items()
        for duty in duties.values()
        for role in duty.to
        if (address := scope.resolve(role, "org"))
    }
    givers = [giver for giver in section.items if any(giver == each for each, _ in pairs)]
    receivers = sorted({address for _, address in pairs}, key=lambda each: (each.plan != scope.plan.path, str(each)))
    if not (len(givers) >= LEAST <= len(receivers) <= MOST):
        return
    columns = [Column("giver", scope.word("谁交出", "From"))]
    columns += [
        Column(str(place), scope.name_of(each), phone=place < 3, group=_plan(each.plan, scope))
        for place, each in enumerate(receivers)
    ]
    rows = tuple(
        Row(((scope.named(giver),), *(_mark(each) if (giver, each) in pairs else () for each in receivers)))
        for giver in givers
    )
    title = scope.word("谁向谁交付", "Who hands to whom")
    note = scope.word(
        "● 有写明要交付的职责；上一行是接收方所在的计划。", "●: a duty names the receiver; above: their plan."
    )
    yield Table("interfaces", title, tuple(columns), rows, notes=((note,),))


def _mark(receiver: Address) -> Line:
    return (Link("●", receiver),)


def _plan(path: str, scope: PlanScope) -> str:
    """What the plan of a receiver is called."""
    plan = scope.plan_year.plans.get(path)
    return plan.head.name if plan else path
