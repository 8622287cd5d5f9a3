"""Tasks and milestones that stick out of their phase."""

from collections.abc import Iterator
from datetime import date

from plangen.compute import PlanScope
from plangen.sections.phases.model import Milestone, Phase, Phases, Task
from plangen.sections.phases.order import early
from plangen.values import Address, Span, record


@record
class Outside:
    """A date that lies `days` days before or after the phase it belongs to. `field` is the date's field."""

    entry: Task | Milestone
    field: str
    days: int

    @property
    def span(self) -> Span:
        """Where the date stands."""
        return self.entry.span(self.field)

    @property
    def address(self) -> Address:
        """The address of the date."""
        return self.entry.address(self.field)


def outside(section: Phases, scope: PlanScope) -> dict[tuple[str, str], list[Outside]]:
    """What sticks out of each phase, by (phase id, `start` or `end`).

    A date that already breaks the order of tasks is left out: one wrong date gives one finding.
    """
    told = {address for pair in early(section, scope) for address in pair.ends}
    found: dict[tuple[str, str], list[Outside]] = {}
    for phase in section.items.values():
        for side, one in _of(phase):
            if one.address not in told:
                found.setdefault((phase.id, side), []).append(one)
    return found


def _of(phase: Phase) -> Iterator[tuple[str, Outside]]:
    for task in phase.tasks.values():
        if task.window:
            yield from _sides(phase, task, {"start": task.window.start, "end": task.window.end})
    for milestone in phase.milestones.values():
        if milestone.day:
            yield from _sides(phase, milestone, {"date": milestone.day})


def _sides(phase: Phase, entry: Task | Milestone, dates: dict[str, date]) -> Iterator[tuple[str, Outside]]:
    """The farther date of an entry on the side it sticks out at: one for each side at most."""
    if phase.window is None:
        return
    early_by = {field: (phase.window.start - day).days for field, day in dates.items()}
    late_by = {field: (day - phase.window.end).days for field, day in dates.items()}
    for side, apart in (("start", early_by), ("end", late_by)):
        field = max(apart, key=apart.__getitem__)
        if apart[field] > 0:
            yield side, Outside(entry, field, apart[field])
