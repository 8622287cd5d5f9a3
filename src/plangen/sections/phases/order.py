"""The order of tasks: what comes before what, who starts too early, who waits for itself."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from plangen.compute import PlanScope
from plangen.model import Entry
from plangen.sections.phases.model import Dated, Milestone, Phases, Task
from plangen.values import Address, record

Before = Mapping[Address, tuple[Address, ...]]
CIRCLES = 50
"""Most circles of one section that are worth listing."""


@record
class Early:
    """A task that starts before the end of something it comes after."""

    task: Task
    before: Dated | Milestone
    start: date
    end: date

    @property
    def ends(self) -> tuple[Address, Address]:
        """The two dates that cannot both be right: the start here, the end there."""
        name = "date" if isinstance(self.before, Milestone) else "end"
        return self.task.address("start"), self.before.address(name)


def predecessors(task: Task, scope: PlanScope) -> Iterator[tuple[Address, Entry]]:
    """What a task comes after; references that lead nowhere are another finding."""
    for text in task.after:
        address = scope.resolve(text, "phases")
        entry = scope.entry(address) if address else None
        if address and entry:
            yield address, entry


def early(section: Phases, scope: PlanScope) -> list[Early]:
    """Every task that starts before its predecessor ends, without those that wait for themselves."""
    circular = {address for cycle in cycles(section, scope) for address in cycle}
    found = []
    for task in section.tasks:
        for address, entry in predecessors(task, scope):
            if not {task.address(), address} <= circular and (pair := _early(task, entry)):
                found.append(pair)
    return found


def _early(task: Task, entry: Entry) -> Early | None:
    if task.window is None or not isinstance(entry, Dated | Milestone):
        return None
    end = entry.day if isinstance(entry, Milestone) else entry.window.end if entry.window else None
    if end is None or end < task.window.start:
        return None
    if isinstance(entry, Milestone) and end == task.window.start:
        return None
    halves = isinstance(entry, Task) and entry.half == "morning" and task.half == "afternoon"
    return None if halves and end == task.window.start else Early(task, entry, task.window.start, end)


def cycles(section: Phases, scope: PlanScope) -> Iterator[tuple[Address, ...]]:
    """Every circle of tasks that come after each other, also over several plans; each once, from its first task on."""
    before = _knotted(_graph(section, scope))
    for _ in range(CIRCLES):
        if not before:
            return
        path: dict[Address, None] = {}
        current = min(before)
        while current not in path:
            path[current] = None
            current = before[current][0]
        cycle = list(path)[list(path).index(current) :]
        start = cycle.index(min(cycle))
        if cycle[start].plan == scope.plan.path:
            yield (*cycle[start:], *cycle[:start])
        gone = set(cycle)
        before = _knotted({address: earlier for address, earlier in before.items() if address not in gone})


def _graph(section: Phases, scope: PlanScope) -> Before:
    """The tasks that each task comes after, for every task that the section's tasks lead to."""
    graph: dict[Address, tuple[Address, ...]] = {}
    waiting = [task.address() for task in section.tasks]
    while waiting:
        address = waiting.pop()
        task = scope.entry(address)
        if address in graph or not isinstance(task, Task):
            continue
        home = replace(scope, plan=scope.plan_year.plans[address.plan])
        graph[address] = tuple(earlier for earlier, entry in predecessors(task, home) if isinstance(entry, Task))
        waiting += graph[address]
    return graph


def _knotted(before: Before) -> Before:
    """What is left when tasks that wait for nothing are taken away again and again: circles and what waits for them."""
    waits = {address: sum(a in before for a in earlier) for address, earlier in before.items()}
    later: dict[Address, list[Address]] = {address: [] for address in before}
    for address, earlier in before.items():
        for one in earlier:
            if one in before:
                later[one].append(address)
    free = [address for address, count in waits.items() if not count]
    while free:
        for address in later[free.pop()]:
            waits[address] -= 1
            if not waits[address]:
                free.append(address)
    return {address: tuple(a for a in before[address] if waits.get(a)) for address, count in waits.items() if count}
