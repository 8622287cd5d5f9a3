"""Approvals: who has to approve which edits, by the rules of the handbook."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from plangen.diff.changes import Changes
from plangen.diff.edit import Edit
from plangen.diff.size import Size, sizes
from plangen.model import ApprovalRule
from plangen.values import Span, record

REPORTED = "actuals"
"""The kind of what has happened: it needs no approval, unless a rule names it."""


@record
class Reason:
    """Why somebody has to approve an edit: how large it is, what it governs, and the rule that says so.

    `edit` is its place in `Changes.edits`. `size` is None for an edit without a number.
    """

    edit: int
    size: Size | None
    governs: str
    rule: Span


@record
class Approval:
    """A role that has to approve, and why: the largest edits first."""

    role: str
    because: tuple[Reason, ...]


def approvals(changes: Changes, rules: Sequence[ApprovalRule]) -> tuple[Approval, ...]:
    """Every role that has to approve, in the order of the rules. Every rule that fits an edit applies."""
    found: dict[str, list[Reason]] = {}
    told = zip(sizes(changes), changes.consequences, strict=True)
    reasons = [(place, size, each.governs) for place, (size, each) in enumerate(told)]
    for rule in rules:
        for place, size, governs in reasons:
            if _is_for(rule, changes.edits[place]) and _asks(rule, size, governs):
                found.setdefault(rule.by, []).append(Reason(place, size, governs, rule.span()))
    return tuple(Approval(role, tuple(sorted(because, key=_rank))) for role, because in found.items())


def _asks(rule: ApprovalRule, size: Size | None, governs: str) -> bool:
    """Whether the condition of a rule holds: on the size, on what is governed, or none."""
    if rule.always is not None:
        return governs in rule.always
    limit = rule.up_to if rule.above is None else rule.above
    if limit is None:
        return True
    if size is None:
        return False
    over = size.share is None or size.share > limit.value
    return over if rule.above is not None else not over


def _is_for(rule: ApprovalRule, edit: Edit) -> bool:
    """Whether the plans, kinds and measures that a rule is narrowed to have the edit."""
    keys = [entity.key for entity in (*edit.before[:1], *edit.after[:1])]
    if not rule.kinds and any(key.kind == REPORTED for key in keys):
        return False
    if rule.kinds and not any(key.kind in rule.kinds for key in keys):
        return False
    if rule.plans and not any(f"{key.plan}/".startswith(f"{plan}/") for key in keys for plan in rule.plans):
        return False
    return not rule.measures or not set(rule.measures).isdisjoint(_measures(edit))


def _measures(edit: Edit) -> Iterator[str]:
    """The fields that an edit touches: the changed one, or all of what was added or removed."""
    if edit.kind == "changed":
        yield edit.field.partition(".")[0]
    else:
        for entity in (*edit.before, *edit.after):
            yield from (name.partition(".")[0] for name in entity.fields)


def _rank(reason: Reason) -> tuple[bool, bool, Decimal, int]:
    share = reason.size.share if reason.size else None
    return reason.size is None, share is not None, -(share or Decimal(0)), reason.edit
