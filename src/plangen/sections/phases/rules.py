"""Rules of phases: how many days each phase and task takes, and how many days of a phase no task takes."""

from collections.abc import Iterator

from plangen.compute import PlanScope, Rule
from plangen.sections.phases import pace
from plangen.sections.phases.model import Phase, Phases, Task
from plangen.sections.phases.schedule import free, free_days
from plangen.sections.phases.wording import listed, stretch
from plangen.values import DAY, Quantity


def rules(section: Phases, scope: PlanScope) -> Iterator[Rule]:
    """The days of everything that has dates, unset where a date is; what the goals of a month make together."""
    for phase in section.items.values():
        yield _days(phase, scope, str(phase.window.days) if phase.window else None)
        yield _free(phase, scope)
        yield from pace.rules(phase, scope)
        for task in phase.tasks.values():
            yield _days(task, scope, task.days)


def _days(entry: Phase | Task, scope: PlanScope, days: str | None) -> Rule:
    quantity = Quantity.exact(days, DAY) if days else Quantity.unset_(DAY)
    note = (
        scope.word("{}，首尾都算", "{}, both ends included").format(stretch(entry.window, scope))
        if entry.window
        else ""
    )
    return Rule(scope.key(entry.address("days")), "constant", (), entry.span("start"), {"quantity": quantity}, note)


def _free(phase: Phase, scope: PlanScope) -> Rule:
    """The days without a task; at most so many while a task has no dates, because it may take them."""
    days = free_days(phase)
    open_ = days and any(task.window is None for task in phase.tasks.values())
    quantity = Quantity.at_most(days, DAY) if open_ else Quantity.exact(days, DAY)
    quantity = quantity if phase.window else Quantity.unset_(DAY)
    note = listed([stretch(window, scope) for window in free(phase)], scope)
    return Rule(scope.key(phase.address("free")), "constant", (), phase.key_span("tasks"), {"quantity": quantity}, note)
