"""What duties say to a role: what it does, how often, for whom."""

from collections.abc import Iterator

from plangen.compute import PlanScope, Share, Tie
from plangen.sections import mentions
from plangen.sections.duties.model import Duties, Duty
from plangen.views import Block, Column, Link, Row, Table


def tells(tie: Tie) -> bool:
    """The duties under the role."""
    return "role" in tie.fields


def blocks(section: Duties, scope: PlanScope, share: Share) -> Iterator[Block]:
    """One row a duty."""
    del section
    mine = [each for each in share.entries("role") if isinstance(each, Duty)]
    if mine:
        word = scope.word
        columns = (
            Column("duty", word("职责", "Duty")),
            Column("frequency", word("多久一次", "How often")),
            Column("to", word("交给谁", "Handed to"), phone=False),
            Column("deliverable", word("交付物", "Deliverable"), phone=False),
        )
        yield Table("role-duties", "", columns, tuple(_row(duty, scope) for duty in mine))


def _row(duty: Duty, scope: PlanScope) -> Row:
    return Row((
        (Link(duty.text, duty.address()), *(mentions.text(None, duty.note) if duty.note else ())),
        mentions.text(duty.frequency),
        mentions.roles(duty.to, scope),
        mentions.text(duty.deliverable),
    ))  # fmt: skip
