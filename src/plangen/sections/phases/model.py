"""Phases: stretches of days with goals, tasks and milestones."""

from datetime import date
from typing import Annotated, Any, ClassVar, Literal, NamedTuple

from pydantic import Field, field_validator

from plangen.model import (
    Chosen,
    Date,
    Day,
    Entry,
    Id,
    Item,
    Measured,
    Part,
    RoleRefs,
    Section,
    Span_,
    StatedCount,
    Text,
    reference,
    references,
)
from plangen.values import DAY, MONTH, Quantity, Refused, Unit

WEEK = Unit(("周",))
KnownDay = date | None
TaskRefs: Any = references("phases")
"""One or several items of the section by id."""
FigureRef: Any = reference("", figure=True)
"""A figure by its address."""


class Window(NamedTuple):
    """A stretch of days, both ends included."""

    start: date
    end: date

    @property
    def days(self) -> int:
        """How many days it has: end - start + 1."""
        return (self.end - self.start).days + 1


class Dates(Entry):
    """Something with a first and a last day. A day that the year's check refuses counts as not known here."""

    start: Date
    """The first day, or 待定."""
    end: Date
    """The last day, or 待定."""

    @property
    def window(self) -> Window | None:
        """The days it takes, where both ends are known and in order."""
        start, end = self.known("start"), self.known("end")
        return Window(start, end) if start and end and start <= end else None

    @property
    def backwards(self) -> bool:
        """Whether it ends before it starts."""
        start, end = self.known("start"), self.known("end")
        return bool(start and end and end < start)

    def known(self, name: str) -> date | None:
        """The day of a field, where it is set and near the plan year."""
        return known_day(getattr(self, name), self.place.year)


def known_day(day: Day | None, year: int) -> date | None:
    """A day that is set and at most three months outside a plan year; one further off is another finding."""
    if day is None or day.value is None:
        return None
    return day.value if date(year - 1, 10, 1) <= day.value <= date(year + 1, 3, 31) else None


class Critical(Dates):
    """The critical window that the paper names for a phase."""


class Stated(Entry):
    """What the paper says of the dates elsewhere; checked against the schedule."""

    facet: ClassVar[str] = "stated"
    start: Date | None = None
    """The first day as the paper also has it."""
    end: Date | None = None
    """The last day as the paper also has it."""
    lasts: StatedCount | None = None
    """How long it takes as the paper has it: 14天, 2周, 1个月, ≤3天."""

    @field_validator("lasts")
    @classmethod
    def _is_time(cls, value: Quantity | None) -> Quantity | None:
        if value is not None and not value.unset and value.unit not in (DAY, WEEK, MONTH):
            raise Refused("PG205", text=value.unit, expected=("14天, 2周, 1个月", "14 days, 2 weeks, 1 month"))
        return value


class Goal(Part):
    """What a phase or a task has to reach, as a number."""

    name: Text
    """What is measured."""
    target: Measured
    """How much of it: any quantity, ranges and bounds included."""
    quota: FigureRef | None = None
    """The figure that the goals of a month should reach together, such as objectives/personal.rate."""
    period: Span_ | None = None
    """The months in which a goal with a quota holds; those of its task or phase where it says nothing."""


class Dated(Item, Dates):
    """An item with dates, goals and what the paper states."""

    name: Text
    """What it is called."""
    owner: RoleRefs = ()
    """The roles that answer for it: one or several."""
    stated: Stated | None = None
    """Dates or a duration that the paper gives elsewhere."""
    goals: dict[Id, Goal] = Field(default_factory=dict)
    """What has to be reached, by id."""


class Task(Dated):
    """One task of a phase."""

    half: Annotated[Literal["morning", "afternoon"], Chosen] | None = None
    """For a task of one day: the half of it that it takes."""
    after: TaskRefs = ()
    """What must be finished before it starts: tasks, milestones or phases by id."""
    deliverable: Text | None = None
    """By what one sees that it is done."""

    @property
    def days(self) -> str | None:
        """How many days it takes, as a plain number; None where that is not known."""
        if self.window is None:
            return None
        return "0.5" if self.half and self.window.days == 1 else str(self.window.days)


class Milestone(Item):
    """One day on which something is done."""

    name: Text
    """What is done."""
    date: Date
    """The day, or 待定."""

    @property
    def day(self) -> KnownDay:
        """The day, where it is set and near the plan year."""
        return known_day(self.date, self.place.year)


class Phase(Dated):
    """One phase of the plan."""

    critical: Critical | None = None
    """The critical window that the paper names; it should be the phase itself."""
    tasks: dict[Id, Task] = Field(default_factory=dict)
    """The tasks by id, in order."""
    milestones: dict[Id, Milestone] = Field(default_factory=dict)
    """The milestones by id, in order."""


class Phases(Section):
    """The file `phases.yml`: every phase by id, in order. Ids of phases, tasks and milestones are one set."""

    root: ClassVar[str] = "items"
    invisible: ClassVar[frozenset[str]] = frozenset({"items"})
    items: dict[Id, Phase]

    @property
    def tasks(self) -> list[Task]:
        """Every task of every phase, in order."""
        return [task for phase in self.items.values() for task in phase.tasks.values()]

    @property
    def milestones(self) -> list[Milestone]:
        """Every milestone of every phase, in order."""
        return [milestone for phase in self.items.values() for milestone in phase.milestones.values()]
