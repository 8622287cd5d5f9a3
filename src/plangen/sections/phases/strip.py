"""The strip: phases side by side, as wide as they are long, with the as-of day marked."""

from datetime import date

from plangen.compute import PlanScope
from plangen.sections.numbers import shown
from plangen.sections.phases import parts
from plangen.sections.phases.model import Phase, Phases
from plangen.sections.phases.tables import title
from plangen.sections.phases.wording import long, stretch
from plangen.views import Column, Line, Row, Stage, Strip, Table, phrase


def strip(section: Phases, scope: PlanScope) -> Strip:
    """The phases in the order written; one without dates is as wide as a day."""
    phases = list(section.items.values())
    stages = tuple(_stage(phase, index, scope) for index, phase in enumerate(phases))
    day = scope.handbook.as_of.value
    mark = _mark(phases, day) if day else None
    label = scope.word("数据截至 ", "Data as of ") + long(day, scope) if day and mark is not None else ""
    return Strip(stages, _table(phases, scope), mark, label)


def _stage(phase: Phase, index: int, scope: PlanScope) -> Stage:
    dates = stretch(phase.window, scope) if phase.window else scope.word("日期待定", "dates not set")
    return Stage(title(phase, index, scope), (dates, _tasks(phase, scope)), _width(phase))


def _width(phase: Phase) -> int:
    return phase.window.days if phase.window else 1


def _tasks(phase: Phase, scope: PlanScope) -> Line:
    text = phrase(scope.word("{n} 项任务", "{n} task(s)"), n=shown(scope, phase.address("tasks")))
    if all(task.window for task in phase.tasks.values()):
        return text
    return (*text, *phrase(scope.word("，{n} 项待定", ", {n} not set"), n=shown(scope, phase.address("undated"))))


def _mark(phases: list[Phase], day: date) -> int | None:
    """How far along the strip a day lies, in days; None before the first phase."""
    passed, mark = 0, None
    for phase in phases:
        if phase.window and phase.window.start <= day:
            mark = passed + min((day - phase.window.start).days + 1, phase.window.days)
        passed += _width(phase)
    return mark


def _table(phases: list[Phase], scope: PlanScope) -> Table:
    columns = (
        Column("phase", scope.word("阶段", "Phase")),
        Column("dates", scope.word("日期", "Dates")),
        Column("days", scope.word("天", "Days"), numeric=True),
        Column("tasks", scope.word("任务", "Tasks")),
    )
    rows = tuple(
        Row(((title(one, index, scope),), parts.dates(one, scope), parts.days(one, scope), _tasks(one, scope)))
        for index, one in enumerate(phases)
    )
    return Table("phases-strip", scope.word("阶段", "Phases"), columns, rows)
