"""What incentives say to a role: what it can earn or lose, and its ladders."""

from collections.abc import Iterator

from plangen.compute import PlanScope, Share, Tie
from plangen.sections.incentives import tables
from plangen.sections.incentives.model import Incentive, Incentives
from plangen.views import Block


def tells(tie: Tie) -> bool:
    """What is for the role; what it only approves is left to the list."""
    return "role" in tie.fields


def blocks(section: Incentives, scope: PlanScope, share: Share) -> Iterator[Block]:
    """The rules that are for the role in one table, then the steps of each ladder."""
    del section
    mine = [each for each in share.entries("role") if isinstance(each, Incentive)]
    if mine:
        yield tables.of_some(mine, scope)
        yield from (tables.ladder(each, scope) for each in mine if each.ladder)
