"""Rules of procedures: how many steps each has, and how long they take together."""

from collections.abc import Iterator

from plangen.compute import PlanScope, Rule
from plangen.sections.procedures import funnel
from plangen.sections.procedures.model import Procedure, Procedures
from plangen.sections.tallies import tally, total
from plangen.values import Formulated, Unit

KIND = "procedures"
STEPS = Unit(("步",))
PROCEDURES = Unit(("个",))


def rules(section: Procedures, scope: PlanScope) -> Iterator[Rule]:
    """Steps, duration and funnel of each procedure, steps of all, and how many procedures there are."""
    for procedure in section.items.values():
        yield tally(scope, procedure.address("steps"), len(procedure.steps), procedure.key_span("steps"), STEPS)
        if procedure.timed() and len(units(procedure)) < 2:
            yield _duration(procedure, scope)
        yield from funnel.rules(procedure, scope)
    keys = tuple(scope.key(procedure.address("steps")) for procedure in section.items.values())
    yield Rule(scope.key(total(scope, KIND, "steps")), "sum", keys, section.span())
    yield tally(scope, total(scope, KIND, "procedures"), len(section.items), section.span(), PROCEDURES)


def units(procedure: Procedure) -> dict[Unit, str]:
    """The units that durations are written in, each with the id of the first step that has it; formulas are left out.

    Hours and days are not added: how many hours a day has is the reader's guess.
    """
    found: dict[Unit, str] = {}
    for step in procedure.timed():
        if step.lasts is not None and not isinstance(step.lasts, Formulated) and not step.lasts.unset:
            found.setdefault(step.lasts.unit, step.id)
    return found


def _duration(procedure: Procedure, scope: PlanScope) -> Rule:
    timed = procedure.timed()
    missing = len(procedure.steps) - len(timed)
    inputs = tuple(scope.key(step.address("lasts")) for step in timed)
    note = scope.word("每一步走一遍", "each step once")
    if missing:
        note += scope.word("；{missing} 步没写历时", "; {missing} steps say no duration", missing=missing)
    return Rule(
        scope.key(procedure.address("lasts")), "sum", inputs, procedure.key_span("steps"), {"missing": missing}, note
    )
