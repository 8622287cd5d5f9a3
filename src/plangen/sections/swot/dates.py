"""The days of SWOT actions: by when each is to be done."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.sections.swot.model import Swot
from plangen.views import Due


def dates(section: Swot, scope: PlanScope) -> Iterator[Due]:
    """The last day of each action that has one, for its owner."""
    for action in section.actions.values():
        if action.due and action.due.value:
            roles = (action.owner,) if action.owner else ()
            yield Due(action.due.value, action.text, scope.word("期限", "deadline"), action.address(), roles)
