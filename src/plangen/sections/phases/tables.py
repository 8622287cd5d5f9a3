"""The tables of phases: tasks, goals, milestones."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.sections.phases import parts
from plangen.sections.phases.model import Dated, Phase, Phases
from plangen.sections.phases.wording import ordinal
from plangen.views import Column, Line, Link, Row, Table, Words


def title(phase: Phase, index: int, scope: PlanScope) -> str:
    """A phase with its number: `一　开拓期`."""
    return f"{ordinal(index, scope)}　{phase.name}"


def tasks(section: Phases, scope: PlanScope) -> Table:
    """Every task under its phase. Phases with a heading of their own carry their anchor there."""
    columns = (
        Column("task", scope.word("任务", "Task")),
        Column("owner", scope.word("负责人", "Owner")),
        Column("dates", scope.word("日期", "Dates")),
        Column("days", scope.word("天", "Days"), numeric=True),
        Column("deliverable", scope.word("完成的标志", "Done when"), phone=False),
        Column("goals", scope.word("目标", "Goals"), phone=False),
    )
    rows = tuple(row for index, phase in enumerate(section.items.values()) for row in _rows(phase, index, scope))
    return Table("phases-tasks", scope.word("任务表", "Tasks"), columns, rows, notes=_notes(section, scope))


def _rows(phase: Phase, index: int, scope: PlanScope) -> Iterator[Row]:
    anchor = "" if has_chart(phase) else phase.id
    owner = parts.owners(phase, scope) if phase.owner else ()
    goals = parts.goals(phase, scope) if phase.goals else ()
    heading = ((title(phase, index, scope),), owner, parts.dates(phase, scope), parts.days(phase, scope), (), goals)
    yield Row(heading, "group", anchor)
    for task in phase.tasks.values():
        done: Line = (task.deliverable or "—",)
        dates, days = parts.dates(task, scope), parts.days(task, scope)
        cells = ((task.name,), parts.owners(task, scope), dates, days, done, parts.goals(task, scope))
        yield Row(cells, id=task.id, level=1)


def has_chart(phase: Phase) -> bool:
    """Whether a phase has a task with dates, and so a heading and a chart of its own."""
    return any(task.window for task in phase.tasks.values())


def _notes(section: Phases, scope: PlanScope) -> tuple[Line, ...]:
    entries: list[Dated] = [*section.items.values(), *section.tasks]
    told = [(entry.name, parts.told_twice(entry, scope)) for entry in entries]
    said = [part for name, line in told if line for part in (scope.word("；", "; "), f"{name} ", *line)][1:]
    return ((Words("≠", "bad"), scope.word(" 日期有两说：", " dates told twice: "), *said),) if said else ()


def goals(section: Phases, scope: PlanScope) -> Table | None:
    """Every goal with what it belongs to; None where there is none."""
    columns = (
        Column("goal", scope.word("目标", "Goal")),
        Column("target", scope.word("目标值", "Target"), numeric=True),
        Column("task", scope.word("任务", "Task")),
        Column("phase", scope.word("阶段", "Phase"), phone=False),
    )
    rows = tuple(row for phase in section.items.values() for row in _goal_rows(phase, scope))
    return Table("phases-goals", scope.word("要达到的数", "Goals"), columns, rows) if rows else None


def _goal_rows(phase: Phase, scope: PlanScope) -> Iterator[Row]:
    for entry in (phase, *phase.tasks.values()):
        for goal in entry.goals.values():
            whole = scope.word("整段", "whole phase")
            task: Line = (whole,) if entry is phase else (Link(entry.name, entry.address()),)
            cells: tuple[Line, ...] = ((goal.name,), (parts.target(goal, scope),), task, (phase.name,))
            yield Row(cells, id="/".join(goal.address_item))


def milestones(section: Phases, scope: PlanScope) -> Table | None:
    """Every milestone; None where there is none."""
    columns = (
        Column("milestone", scope.word("里程碑", "Milestone")),
        Column("date", scope.word("日期", "Date")),
        Column("owner", scope.word("负责人", "Owner")),
        Column("phase", scope.word("阶段", "Phase"), phone=False),
    )
    rows = tuple(
        Row(((one.name,), parts.date_of(one, scope), parts.owners(one, scope), (phase.name,)), id=one.id)
        for phase in section.items.values()
        for one in phase.milestones.values()
    )
    return Table("phases-milestones", scope.word("里程碑", "Milestones"), columns, rows) if rows else None
