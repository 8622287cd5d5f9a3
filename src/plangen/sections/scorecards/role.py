"""What scorecards say to a role: the cards by which it is scored, criterion by criterion."""

from collections.abc import Iterator

from plangen.compute import PlanScope, Share, Tie
from plangen.sections.scorecards import tables
from plangen.sections.scorecards.model import Card, Scorecards
from plangen.views import Block


def tells(tie: Tie) -> bool:
    """The cards that score the role; those by which it scores others are left to the list."""
    return "role" in tie.fields


def blocks(section: Scorecards, scope: PlanScope, share: Share) -> Iterator[Block]:
    """The table of each card."""
    del section
    for card in share.entries("role"):
        if isinstance(card, Card):
            yield tables.criteria(card, scope)
