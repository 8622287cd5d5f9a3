"""The days of routines; what is daily, or comes so often without a day, has none."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.sections.routines.labels import CHOICES
from plangen.sections.routines.model import Routines
from plangen.sections.routines.schedule import days
from plangen.views import Due


def dates(section: Routines, scope: PlanScope) -> Iterator[Due]:
    """Each day of each routine, for everybody whose time it takes."""
    for routine in section.items.values():
        hours = routine.hours
        window = (hours.start, hours.end) if hours else None
        for day in days(routine, scope) if routine.has_days else ():
            sort, paper = scope.word(*CHOICES[routine.kind]), routine.deliverable or ""
            yield Due(day, routine.name, sort, routine.address(), routine.taking, window, paper)
