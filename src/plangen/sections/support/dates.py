"""The days of support: from when and until when something is needed."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.sections.support.model import Support
from plangen.views import Due

WORDS = {"start": ("要到位", "needed from"), "end": ("用到", "needed until")}


def dates(section: Support, scope: PlanScope) -> Iterator[Due]:
    """Each day that is known, for who is asked; what was refused is not waited for."""
    for request in section.items.values():
        roles = (request.asked_of,) if request.asked_of else ()
        for name, words in WORDS.items():
            day = getattr(request, name)
            if day and day.value and request.status != "refused":
                yield Due(day.value, request.name, scope.word(*words), request.address(), roles)
