"""The objectives' lines of the gap ledger."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.sections.objectives import tables
from plangen.sections.objectives.gap_lines import GapLine, gap_lines
from plangen.sections.objectives.model import Objectives
from plangen.values import DOT, Address
from plangen.views import LedgerLine, Line, Link, Num


def ledger(section: Objectives, scope: PlanScope) -> Iterator[LedgerLine]:
    """Every difference that is open: declared, late, not as declared, held by nobody, or left to what is not set."""
    for line in gap_lines(section, scope):
        if line.state != "closed":
            yield _line(line, scope)


def _line(line: GapLine, scope: PlanScope) -> LedgerLine:
    parts, declared, objective = line.parts, line.declared, line.split.objective
    assert line.state != "closed", "what is closed is no line"
    member = (*parts.whole.address.members, "")[0]
    what: Line = (Link(objective.name, objective.address()),)
    if member and member not in scope.dimensions.axes:
        what = (*what, scope.word(*DOT), scope.dimensions.member_name(member))
    return LedgerLine(
        what,
        parts.title,
        _num(line, parts.whole.address),
        _num(line, parts.rollup.address),
        _num(line, parts.gap.address),
        line.state,
        declared.owner or "" if declared else "",
        declared.due.value if declared else None,
        declared.reason if declared else "",
        declared.address("amount") if declared else parts.judged,
    )


def _num(line: GapLine, address: Address) -> Num:
    return Num(line.split.scope.quantity(address), tables.unit_of(line.split), with_unit=True, address=address)
