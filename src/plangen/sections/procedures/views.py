"""What the procedures' page shows: all procedures in one table, then the steps of each."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.sections.mentions import NONE, mentioned, roles, text, texts
from plangen.sections.numbers import shown
from plangen.sections.procedures import funnel
from plangen.sections.procedures.flow import flow
from plangen.sections.procedures.model import Procedure, Procedures, Step
from plangen.sections.procedures.rules import KIND
from plangen.sections.tallies import fits, total
from plangen.views import Block, Card, Column, Heading, Line, Num, Row, Table, Words, phrase


def blocks(section: Procedures, scope: PlanScope) -> Iterator[Block]:
    """The procedures, then the steps of each, side by side and in a table."""
    yield _procedures(section, scope)
    for procedure in section.items.values():
        if procedure.steps:
            yield from _one(procedure, scope)


def _one(procedure: Procedure, scope: PlanScope) -> Iterator[Block]:
    """The steps side by side above their table, then how many get through."""
    table = _steps(procedure, scope)
    drawn = flow(procedure, _overview(procedure, scope), scope)
    if drawn is not None:
        yield Heading(procedure.name, f"flow-{procedure.id}")
        yield drawn
    yield table
    yield from funnel.chart(procedure, scope)


def _overview(procedure: Procedure, scope: PlanScope) -> Table:
    """What the strip shows, as a table."""
    columns = (Column("number", scope.word("步", "Step")), Column("text", scope.word("做什么", "What is done")))
    steps = procedure.steps.values()
    rows = tuple(Row(((str(place),), (step.text,))) for place, step in enumerate(steps, start=1))
    return Table(f"flow-{procedure.id}-table", "", columns, rows)


def _procedures(section: Procedures, scope: PlanScope) -> Table:
    word = scope.word
    columns = (
        Column("procedure", word("流程", "Procedure")),
        Column("begins", word("何时开始", "Begins when"), phone=False),
        Column("steps", word("步数", "Steps"), numeric=True),
        Column("lasts", word("走一遍", "Once through"), numeric=True),
        Column("loop", word("回头", "Goes back"), phone=False),
        Column("owner", word("负责人", "Owner")),
    )
    rows = tuple(_procedure(procedure, scope) for procedure in section.items.values())
    return Table(KIND, word("全部流程", "All procedures"), columns, rows)


def _procedure(procedure: Procedure, scope: PlanScope) -> Row:
    cells: tuple[Line, ...] = (
        text(procedure.name, procedure.note),
        text(procedure.begins),
        (shown(scope, procedure.address("steps"), with_unit=True),),
        _duration(procedure, scope),
        texts((_loop(step, procedure) for step in procedure.loops()), scope),
        roles(procedure.owner, scope),
    )
    return Row(cells, id=procedure.id)


def _duration(procedure: Procedure, scope: PlanScope) -> Line:
    """How long it takes; beside it what the paper says, where that is something else."""
    found = (shown(scope, procedure.address("lasts"), with_unit=True),) if procedure.timed() else NONE
    stated = procedure.stated.lasts if procedure.stated else None
    computed = scope.quantity(procedure.address("lasts"))
    if procedure.stated is None or stated is None or fits(stated, computed, scope):
        return found
    told: Num = shown(scope, procedure.stated.address("lasts"), with_unit=True, symbol="≠ ", tone="bad")
    return (*found, " ", told)


def _loop(step: Step, procedure: Procedure) -> str:
    """From which step to which: 4 ↺ 1."""
    names = list(procedure.steps)
    target = str(names.index(step.back_to) + 1) if step.back_to in names else f"✕ {step.back_to}"
    return f"{names.index(step.id) + 1} ↺ {target}"


def _steps(procedure: Procedure, scope: PlanScope) -> Table:
    word = scope.word
    columns = (
        Column("number", word("步", "Step")),
        Column("text", word("做什么", "What is done")),
        Column("actor", word("谁做", "Done by")),
        Column("lasts", word("历时", "Takes"), numeric=True),
        Column("condition", word("条件", "When"), phone=False),
        Column("checklist", word("检查项", "Checklist"), phone=False),
        Column("deliverable", word("交付物与表单", "Deliverables and forms"), phone=False),
    )
    rows = tuple(_step(place, step, procedure, scope) for place, step in enumerate(procedure.steps.values(), start=1))
    subtitle = phrase("{n}", n=shown(scope, procedure.address("steps"), with_unit=True))
    return Table(f"steps-{procedure.id}", procedure.name, columns, rows, subtitle=subtitle)


def _step(place: int, step: Step, procedure: Procedure, scope: PlanScope) -> Row:
    number: Line = (str(place),)
    if step.back_to is not None:
        known = step.back_to in procedure.steps
        number = (*number, Words(f" ↺ {_loop(step, procedure).rpartition(' ')[2]}", "" if known else "bad"))
    cells: tuple[Line, ...] = (
        number,
        text(step.text, step.note),
        text(step.outside) if step.outside else roles(step.actor or procedure.owner, scope),
        (shown(scope, step.address("lasts"), with_unit=True),) if step.lasts is not None else NONE,
        text(step.condition),
        texts(step.checklist, scope),
        _handed(step, scope),
    )
    return Row(cells, id=f"{procedure.id}-{step.id}")


def _handed(step: Step, scope: PlanScope) -> Line:
    forms = mentioned(step.forms, scope, "documents") if step.forms else ()
    if step.deliverable and forms:
        return (step.deliverable, scope.word("；", "; "), *forms)
    return forms or text(step.deliverable)


def _all(section: Procedures, scope: PlanScope) -> Line:
    looping = sum(any(True for _ in procedure.loops()) for procedure in section.items.values())
    back = scope.word("，{looping} 个会回头", ", {looping} of them go back", looping=looping) if looping else ""
    number, steps = (shown(scope, total(scope, KIND, name)) for name in ("procedures", "steps"))
    line = scope.word("{n} 个流程 {steps} 步", "{n} procedures, {steps} steps")
    return (*phrase(line, n=number, steps=steps), *((back,) if back else ()))


def cards(section: Procedures, scope: PlanScope) -> Iterator[Card]:
    """Procedures have no key figure."""
    yield from ()


def summary(section: Procedures, scope: PlanScope) -> Line:
    """Procedures and steps."""
    return _all(section, scope)


def lede(section: Procedures, scope: PlanScope) -> Line:
    """The same as a sentence."""
    return (*_all(section, scope), scope.word("。", "."))
