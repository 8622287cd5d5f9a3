"""What the page of phases and the plan's overview show."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.sections.numbers import shown
from plangen.sections.phases import pace, parts
from plangen.sections.phases.gantt import chart
from plangen.sections.phases.labels import TITLE
from plangen.sections.phases.model import Milestone, Phases
from plangen.sections.phases.rules import total, whole
from plangen.sections.phases.strip import strip
from plangen.sections.phases.tables import goals, has_chart, milestones, tasks
from plangen.sections.phases.wording import count, long
from plangen.views import Block, Card, Heading, Line, Link, phrase


def blocks(section: Phases, scope: PlanScope) -> Iterator[Block]:
    """Strip; heading and Gantt chart of each phase; tasks, the pace of the goals, goals, milestones."""
    yield strip(section, scope)
    for phase in section.items.values():
        if has_chart(phase):
            aside: Line = ()
            if phase.window:
                start, end = long(phase.window.start, scope), long(phase.window.end, scope)
                text = scope.word("{start}至 {end}，{days}", "{start} to {end}, {days}")
                aside = phrase(text, start=start, end=end, days=parts.length(phase.address("days"), scope))
            yield Heading(phase.name, phase.id, aside=aside)
            yield chart(phase, scope)
    yield tasks(section, scope)
    yield from pace.charts(section, scope)
    for table in (goals(section, scope), milestones(section, scope)):
        if table is not None:
            yield table


def cards(section: Phases, scope: PlanScope) -> tuple[Card, ...]:
    """The next milestone after the as-of day; the last one once all are past."""
    dated = sorted((m for m in section.milestones if m.day), key=lambda m: (m.day is None, m.day))
    if not dated:
        return tuple(_card(scope.word("里程碑", "Milestone"), m, scope) for m in section.milestones[:1])
    as_of = scope.handbook.as_of.value
    coming = [m for m in dated if m.day and (as_of is None or m.day > as_of)]
    if coming:
        label = scope.word("下一里程碑", "Next milestone") if as_of else scope.word("第一个里程碑", "First milestone")
        return (_card(label, coming[0], scope),)
    return (_card(scope.word("最后一个里程碑", "Last milestone"), dated[-1], scope),)


def _card(label: str, milestone: Milestone, scope: PlanScope) -> Card:
    figure: Line = (long(milestone.day, scope),) if milestone.day else (parts.unset(scope),)
    owner: Line = (scope.word("，", ", "), *parts.owners(milestone, scope)) if milestone.owner else ()
    return Card(label, figure, (Link(milestone.name, milestone.address()), *owner), about="date")


def summary(section: Phases, scope: PlanScope) -> Line:
    """Phases, tasks, and what starts next: `三段 18 项，下一项 9 月 1 日`."""
    as_of, window = scope.handbook.as_of.value, whole(section)
    starts = sorted(task.window.start for task in section.tasks if task.window)
    coming = [day for day in starts if as_of is None or day > as_of]
    text = scope.word("{phases} {tasks} 项", "{phases}, {tasks} task(s)")
    line = phrase(text, phases=_phases(section, scope), tasks=shown(scope, total(scope, "tasks")))
    if coming:
        return (*line, scope.word("，下一项 ", ", next on ") + long(coming[0], scope))
    return (*line, scope.word("，到 ", ", until ") + long(window.end, scope)) if window else line


def _phases(section: Phases, scope: PlanScope) -> str:
    return scope.word("{count}段", "{n} phases", count=count(len(section.items), scope).strip(), n=len(section.items))


def lede(section: Phases, scope: PlanScope) -> Line:
    """How many tasks, from when to when, and how many have no dates yet."""
    window, number = whole(section), shown(scope, total(scope, "tasks"))
    text = scope.word("{phases}共 {n} 项任务", "{n} task(s) in {phases}")
    line = phrase(text, phases=_phases(section, scope), n=number)
    if window:
        start, end = long(window.start, scope), long(window.end, scope)
        text = scope.word("，{start}至 {end}，{days}", ", {start} to {end}, {days}")
        line += phrase(text, start=start, end=end, days=parts.length(total(scope, "days"), scope))
    if section.tasks:
        open_ = parts.counted(total(scope, "undated"), scope)
        left = phrase(scope.word("；{n}项还没有日期", "; {n} without dates"), n=open_)
        undated = any(task.window is None for task in section.tasks)
        line += left if undated else (scope.word("，项项有日期", ", all with dates"),)
    return (*line, scope.word("。", "."))


def overview(section: Phases, scope: PlanScope) -> tuple[Block, ...]:
    """The strip under a heading that leads to the page."""
    length = parts.length(total(scope, "days"), scope) if whole(section) else ()
    comma = scope.word("，", ", ") if length else ""
    link = Link(scope.word(TITLE["zh"], TITLE["en"]), page=f"{scope.plan.path}/phases/")
    heading = scope.word("阶段", "Phases")
    aside: Line = (*length, comma + _phases(section, scope))
    return Heading(heading, "phases", aside=aside, link=(link,)), strip(section, scope)
