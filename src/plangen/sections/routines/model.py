"""Routines: what comes again on days that can be named."""

from dataclasses import replace
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from plangen.model import Chosen, Date, Day, Entry, Id, Item, RoleRef, RoleRefs, Section, Text, Texts, references
from plangen.sections.routines.window import Window, read_window
from plangen.values.due import read_due
from plangen.values.recurrence import Recurrence

RoutineRefs: Any = references("routines")
"""One or several routines by id."""


class Stated(Entry):
    """What the paper says of the routine elsewhere."""

    facet: ClassVar[str] = "stated"
    due: Text
    """When it is due as the paper also has it."""


class Routine(Item):
    """One meeting, report, call or deadline."""

    governs: ClassVar[dict[str, str]] = {"due": "rules", "off_day": "rules", "window": "rules"}
    answered_by: ClassVar[frozenset[str]] = frozenset({"role"})
    name: Text
    """What it is called."""
    kind: Annotated[Literal["meeting", "report", "call", "deadline"], Chosen] = "deadline"
    """What sort of routine it is."""
    role: RoleRef | None = None
    """The role that reports, calls or convenes."""
    to: RoleRefs = ()
    """The roles that get the report or the call, or that take part in the meeting."""
    due: Text
    """When: 每月5日前, 每周五, 隔周周一, 每日, 月末, 每季度末, 每年1月10日; 每周两次 and 每次… without a fixed day."""
    off_day: Annotated[Literal["before", "after", "keep"], Chosen] = "keep"
    """Where a day goes that is not worked: to the day of work before it, the one after it, or it stays."""
    window: Text | None = None
    """The time of the day: 8:30–9:00, or 16:00."""
    start: Date | None = None
    """From which day on; what comes every second week is counted from it."""
    end: Date | None = None
    """The last day of it."""
    after: RoutineRefs = ()
    """The routines that must be done first in each month, week, quarter or year: not due later than this one."""
    agenda: Texts = ()
    """What is spoken about, or what the report holds."""
    deliverable: Text | None = None
    """What is handed over."""
    stated: Stated | None = None
    """What the paper says elsewhere."""

    @property
    def recurrence(self) -> Recurrence | None:
        """The rule that its days follow; None where none can be read."""
        rule = read_due(self.due)
        return replace(rule, shift=self.off_day) if rule and self.off_day != "keep" else rule

    @property
    def has_days(self) -> bool:
        """Whether it has days of its own in a calendar."""
        return self.recurrence is not None and self.recurrence.has_days

    @property
    def hours(self) -> Window | None:
        """The time of the day, where it can be read."""
        return read_window(self.window) if self.window else None

    @property
    def taking(self) -> tuple[str, ...]:
        """The roles whose time it takes: all of a meeting or call, the writer of anything else."""
        others = self.to if self.kind in ("meeting", "call") else ()
        return tuple(dict.fromkeys((*((self.role,) if self.role else ()), *others)))

    def near(self, day: Day | None) -> date | None:
        """A day that is set and lies near the plan year; one further off is another finding."""
        known = day.value if day else None
        return known if known and abs(known.year - self.place.year) <= 1 else None


class Routines(Section):
    """The file `routines.yml`: routines by id."""

    root: ClassVar[str] = "items"
    invisible: ClassVar[frozenset[str]] = frozenset({"items"})
    items: dict[Id, Routine]
    """The routines by id."""
