"""What phases say to a role: its tasks and milestones by day."""

from collections.abc import Iterator
from datetime import date

from plangen.compute import PlanScope, Share, Tie
from plangen.sections.phases import parts
from plangen.sections.phases.model import Milestone, Phase, Phases, Task
from plangen.views import Block, Column, Line, Link, Row, Table


def tells(tie: Tie) -> bool:
    """Phases, tasks and milestones that the role answers for."""
    return tie.answers and isinstance(tie.entry, Phase | Task | Milestone)


def blocks(section: Phases, scope: PlanScope, share: Share) -> Iterator[Block]:
    """Tasks and milestones in the order of their days; those without a day last; a phase where it names the role."""
    mine = [tie.entry for tie in share.ties if tells(tie) and (tie.is_named or not isinstance(tie.entry, Phase))]
    told = [each for each in mine if isinstance(each, Phase | Task | Milestone)]
    if told:
        homes = {id(one): phase for phase in section.items.values() for one in _all(phase)}
        rows = (_row(each, homes[id(each)], scope) for each in sorted(told, key=_first))
        yield Table("role-tasks", "", _columns(scope), tuple(rows))


def _all(phase: Phase) -> Iterator[Phase | Task | Milestone]:
    yield phase
    yield from phase.tasks.values()
    yield from phase.milestones.values()


def _columns(scope: PlanScope) -> tuple[Column, ...]:
    word = scope.word
    return (
        Column("task", word("任务", "Task")),
        Column("dates", word("日期", "Dates")),
        Column("days", word("天", "Days"), numeric=True, phone=False),
        Column("deliverable", word("完成的标志", "Done when")),
        Column("goals", word("目标", "Goals"), phone=False),
        Column("phase", word("阶段", "Phase"), phone=False),
    )


def _first(entry: Phase | Task | Milestone) -> date:
    """Its day; tasks without one come last."""
    day = entry.day if isinstance(entry, Milestone) else entry.known("start") or entry.known("end")
    return day or date.max


def _row(entry: Phase | Task | Milestone, phase: Phase, scope: PlanScope) -> Row:
    name: Line = (Link(entry.name, entry.address()),)
    home: Line = () if entry is phase else (phase.name,)
    if isinstance(entry, Milestone):
        return Row((name, parts.date_of(entry, scope), (), (scope.word("里程碑", "milestone"),), (), home))
    done: Line = (entry.deliverable or "—",) if isinstance(entry, Task) else (scope.word("整段", "whole phase"),)
    days = parts.days(entry, scope)
    return Row((name, parts.dates(entry, scope), days, done, parts.goals(entry, scope), home))
