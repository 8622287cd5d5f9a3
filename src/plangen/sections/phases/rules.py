"""Rules of phases: how many days each phase and task takes, and how many days of a phase no task takes."""

from collections.abc import Iterator, Sequence

from plangen.compute import PlanScope, Rule
from plangen.sections.phases import pace
from plangen.sections.phases.model import Phase, Phases, Task, Window
from plangen.sections.phases.schedule import free, free_days
from plangen.sections.phases.wording import listed, stretch
from plangen.values import DAY, Address, Quantity, Span, Unit

ITEMS = Unit(("项",))
COUNTS = (("tasks", "all"), ("dated", "set"), ("undated", "unset"))


def rules(section: Phases, scope: PlanScope) -> Iterator[Rule]:
    """The days of everything that has dates, unset where a date is; how many tasks there are; what goals make."""
    for phase in section.items.values():
        yield _days(phase, scope, str(phase.window.days) if phase.window else None)
        yield _free(phase, scope)
        for task in phase.tasks.values():
            yield _days(task, scope, task.days)
        yield from _counts(phase.address(), list(phase.tasks.values()), phase.key_span("tasks"), scope)
    yield from _counts(total(scope, ""), section.tasks, section.span(), scope)
    yield from pace.rules(section, scope)
    window = whole(section)
    if window:
        quantity, note = Quantity.exact(window.days, DAY), stretch(window, scope)
        yield Rule(scope.key(total(scope, "days")), "constant", (), section.span(), {"quantity": quantity}, note)


def total(scope: PlanScope, measure: str) -> Address:
    """The address of a figure of all phases together: `phases/total.days`."""
    return Address(scope.plan.path, "phases", ("total",), measure)


def whole(section: Phases) -> Window | None:
    """From the first day of any phase to the last day of any."""
    taken = [phase.window for phase in section.items.values() if phase.window]
    return Window(min(one.start for one in taken), max(one.end for one in taken)) if taken else None


def _counts(at: Address, tasks: Sequence[Task], span: Span, scope: PlanScope) -> Iterator[Rule]:
    """How many tasks there are, and how many have no dates: those whose days are not set."""
    inputs = tuple(scope.key(task.address("days")) for task in tasks)
    for measure, of in COUNTS:
        yield Rule(scope.key(at.with_measure(measure)), "count", inputs, span, {"of": of, "unit": ITEMS})


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
