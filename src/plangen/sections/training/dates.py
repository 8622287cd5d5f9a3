"""The days of training: the first session of each course that has a day."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.sections.training.model import Training
from plangen.views import Due


def dates(section: Training, scope: PlanScope) -> Iterator[Due]:
    """Each course for who teaches and who takes part."""
    for course in section.items.values():
        if course.date and course.date.value:
            roles = (*((course.trainer,) if course.trainer else ()), *course.audience)
            yield Due(course.date.value, course.name, scope.word("培训", "training"), course.address(), roles)
