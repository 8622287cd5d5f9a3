"""What the incentives' page shows."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.sections.incentives import tables
from plangen.sections.incentives.model import Incentives
from plangen.sections.incentives.rules import total
from plangen.sections.numbers import shown
from plangen.views import Block, Card, Line, phrase


def blocks(section: Incentives, scope: PlanScope) -> Iterator[Block]:
    """All incentives with conditions and pay; below them each ladder with its chart, and the sample results."""
    yield tables.incentives(section, scope)
    for incentive in section.items.values():
        if incentive.ladder:
            yield tables.ladder(incentive, scope)
        if len(incentive.steps()) > 1:
            yield tables.chart(incentive, scope)
        if incentive.samples:
            yield tables.samples(incentive, scope)


def cards(section: Incentives, scope: PlanScope) -> Iterator[Card]:
    """Rules have no key figure."""
    yield from ()


def summary(section: Incentives, scope: PlanScope) -> Line:
    """How many incentives there are."""
    return phrase(scope.word("{n} 条奖惩规则", "{n} incentives"), n=shown(scope, total(scope)))


def lede(section: Incentives, scope: PlanScope) -> Line:
    """How many, how many of them punish, and how many somebody has to approve."""
    penalties = sum(each.kind == "penalty" for each in section.items.values())
    approved = sum(each.approver is not None for each in section.items.values())
    line = summary(section, scope)
    if penalties:
        line += (scope.word("，其中 {n} 条是罚", ", {n} of them penalties", n=penalties),)
    if approved:
        line += (scope.word("，{n} 条须批准", ", {n} with approval", n=approved),)
    return (*line, scope.word("。", "."))
