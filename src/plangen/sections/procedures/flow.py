"""The flow of a procedure: its steps side by side, with who does each and where it goes back to."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.sections import mentions
from plangen.sections.numbers import shown
from plangen.sections.procedures.model import Procedure, Step
from plangen.views import Stage, Strip, Table, Wording, Words

FEW, MANY = 2, 8
"""Fewer steps say nothing more side by side; more do not fit."""


def flow(procedure: Procedure, table: Table, scope: PlanScope) -> Strip | None:
    """The steps as a strip; None where there are too few or too many. `table` lies behind it."""
    steps = list(procedure.steps.values())
    if not FEW <= len(steps) <= MANY:
        return None
    stages = (Stage(str(place), tuple(_lines(step, procedure, scope)), 1) for place, step in enumerate(steps, start=1))
    return Strip(tuple(stages), table)


def _lines(step: Step, procedure: Procedure, scope: PlanScope) -> Iterator[Wording]:
    yield step.text
    yield mentions.text(step.outside) if step.outside else mentions.roles(step.actor or procedure.owner, scope)
    if step.lasts is not None:
        yield (shown(scope, step.address("lasts"), with_unit=True),)
    if step.back_to in procedure.steps:
        place = list(procedure.steps).index(step.back_to or "") + 1
        yield (Words(scope.word("↺ 回到第 {place} 步", "↺ back to step {place}", place=place), "changed"),)
