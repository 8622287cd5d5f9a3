"""Declared differences against computed ones: what is open, late, other than written, or closed."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from plangen.compute import PlanScope
from plangen.sections.objectives.declared import DeclaredGap
from plangen.sections.objectives.model import Objectives
from plangen.sections.objectives.parts import Parts, all_parts
from plangen.sections.objectives.split import Split
from plangen.values import Quantity, agrees, widened
from plangen.values.record import record

GapState = Literal["open", "overdue", "differs", "closed", "undeclared", "unset"]


@record
class GapLine:
    """One difference: its parts and whole, the computed difference, what is declared of it, and how it stands.

    `undeclared` is a difference that nobody has declared; `unset` one that parts which are not set may still hold.
    """

    split: Split
    parts: Parts
    computed: Quantity
    declared: DeclaredGap | None
    state: GapState


def gap_lines(section: Objectives, scope: PlanScope) -> Iterator[GapLine]:
    """Every difference of a section that is open or declared, in the order written."""
    for objective in section.items.values():
        yield from lines_of(Split(objective, scope))


def lines_of(split: Split) -> Iterator[GapLine]:
    """Every difference of an objective that is open or declared."""
    for parts in all_parts(split):
        line = _line(split, parts)
        if line is not None:
            yield line


def gap_line(split: Split, name: str) -> GapLine | None:
    """The difference that is, or could be, declared under a name; None where there is none."""
    found = (_line(split, parts) for parts in all_parts(split) if parts.name == name)
    return next(found, None)


def _line(split: Split, parts: Parts) -> GapLine | None:
    declared = split.objective.gaps.get(parts.name)
    figure = split.scope.figures.get(parts.gap)
    whole = split.scope.figures.get(parts.whole)
    fits = whole is not None and (parts.sum_.unset or parts.sum_.unit == whole.quantity.unit)
    if figure is None or whole is None or whole.quantity.unset or not fits:
        return None  # one that has no whole, or does not fit, has its own finding
    computed, open_ = figure.quantity, bool(parts.sum_.missing)
    if declared is not None:
        return GapLine(split, parts, computed, declared, _state(declared, computed, split.scope, open_=open_))
    if parts.apart:
        return GapLine(split, parts, computed, None, "undeclared")
    waits = open_ and parts.must_reach and not _is_zero(computed)
    return GapLine(split, parts, computed, None, "unset") if waits else None


def _state(declared: DeclaredGap, computed: Quantity, scope: PlanScope, *, open_: bool) -> GapState:
    if _is_zero(computed) and not open_:
        return "closed"
    if not _same(declared.amount, computed, scope):
        return "differs"
    due, today = declared.due.value, scope.handbook.as_of.value
    return "overdue" if due is not None and today is not None and due < today else "open"


def _is_zero(quantity: Quantity) -> bool:
    return quantity.is_exact and quantity.value == 0


def _same(declared: Quantity, computed: Quantity, scope: PlanScope) -> bool:
    """Whether a declared amount is the computed difference; 约 leaves the handbook's tolerance, 待定 leaves all."""
    if declared.unset or computed.unset:
        return True
    plain = replace(computed, missing=0)
    if declared.same_as(plain):
        return True
    return declared.about and agrees(widened(declared, scope.handbook.tolerance()), plain)


def gap_names(split: Split) -> list[str]:
    """What a difference of an objective can be declared under."""
    return [parts.name for parts in all_parts(split)]
