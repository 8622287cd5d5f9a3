"""The days of phases: where they, and their tasks, begin and end; milestones."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.sections.phases.model import Dated, Phases
from plangen.views import Due


def dates(section: Phases, scope: PlanScope) -> Iterator[Due]:
    """Starts and ends, then milestones; what takes one day stands there once."""
    for dated in (*section.items.values(), *section.tasks):
        yield from _ends(dated, scope)
    for milestone in section.milestones:
        if milestone.day:
            roles = (milestone.owner,) if milestone.owner else ()
            yield Due(milestone.day, milestone.name, scope.word("里程碑", "milestone"), milestone.address(), roles)


def _ends(dated: Dated, scope: PlanScope) -> Iterator[Due]:
    start, end = dated.known("start"), dated.known("end")
    words = {"start": scope.word("开始", "start"), "end": scope.word("结束", "end")}
    if start and start == end:
        words, end = {"start": scope.word("当天", "on the day")}, None
    for name, day in (("start", start), ("end", end)):
        if day:
            yield Due(day, dated.name, words[name], dated.address(), dated.owner)
