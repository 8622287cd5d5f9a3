"""Approvals of a request: who has to approve, by the rules that stood before it."""

from collections.abc import Iterable, Iterator, Sequence

from plangen.diff import Changes
from plangen.diff.approvals import approvals
from plangen.diff.size import Size
from plangen.model import ApprovalRule
from plangen.values import Span, record


@record
class Because:
    """One reason: the edit at a place of a year's changes; without one, the whole year came or went."""

    year: int
    edit: int | None = None
    size: Size | None = None
    governs: str = ""


@record
class Need:
    """A rule that asks for an approval, and why: the largest edits first."""

    rule: ApprovalRule
    because: tuple[Because, ...]

    @property
    def role(self) -> str:
        """The role that has to approve."""
        return self.rule.by

    @property
    def place(self) -> Span:
        """Where the rule stands."""
        return self.rule.span()


def needs(
    years: Iterable[tuple[int, Changes, frozenset[int]]], whole: Sequence[int], rules: Sequence[ApprovalRule]
) -> tuple[Need, ...]:
    """Every rule that asks for an approval, in the order in which they are written.

    `years` are the compared ones, each with the places of edits that another year has told already; `whole` are years
    that came or went: all of their content, which is above every limit.
    """
    found: dict[Span, list[Because]] = {rule.span(): [] for rule in rules}
    for year in whole:
        for rule in rules:
            if rule.up_to is None:
                found[rule.span()].append(Because(year))
    for year, changes, told in years:
        for span, because in _of_year(year, changes, told, rules):
            found[span].append(because)
    return tuple(Need(rule, tuple(found[rule.span()])) for rule in rules if found[rule.span()])


def _of_year(
    year: int, changes: Changes, told: frozenset[int], rules: Sequence[ApprovalRule]
) -> Iterator[tuple[Span, Because]]:
    for approval in approvals(changes, rules):
        for reason in approval.because:
            if reason.edit not in told:
                yield reason.rule, Because(year, reason.edit, reason.size, reason.governs)
