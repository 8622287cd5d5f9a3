"""Checks of dates: in order, known, told once. The checks of order register themselves from their own modules."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.model import Day
from plangen.sections.phases import neighbour_checks, order_checks, pace_checks  # noqa: F401 (they register their checks)
from plangen.sections.phases.model import Critical, Dated, Dates, Milestone, Phase, Phases, Task, Window
from plangen.sections.phases.schedule import Conflict, conflicts
from plangen.sections.phases.wording import days, half, listed, short, stretch
from plangen.values import write_quantity


def _dated(section: Phases) -> Iterator[Phase | Task]:
    for phase in section.items.values():
        yield phase
        yield from phase.tasks.values()


@check(
    "PHA101",
    Level.ERROR,
    takes="phases",
    zh="{name}的结束 {end} 早于开始 {start}，早 {difference}",
    en="{name} ends {end}, before it starts {start}: {difference} early",
    fix_zh="改其中一个日期；两个写反了就对调",
    fix_en="change one of the dates; where they are the wrong way round, swap them",
)
def ends_after_start(section: Phases, scope: PlanScope) -> Iterator[Finding]:
    """Nothing ends before it starts.

    Why: it has no days, and everything that is counted from them is wrong.
    Bad:
        # phases.yml
        opening: {name: 开拓期, start: 2026-03-31, end: 2026-01-05}
    Good:
        # phases.yml
        opening: {name: 开拓期, start: 2026-01-05, end: 2026-03-31}
    """
    for entry in _dated(section):
        yield from _backwards(entry, scope.word("“{name}”", "“{name}”", name=entry.name), scope)
        if isinstance(entry, Phase) and entry.critical:
            name = scope.word("“{name}”的关键期", "the critical window of “{name}”", name=entry.name)
            yield from _backwards(entry.critical, name, scope)


def _backwards(entry: Dates, name: str, scope: PlanScope) -> Iterator[Finding]:
    start, end = entry.known("start"), entry.known("end")
    if start and end and entry.backwards:
        args = {"name": name, "start": short(start, scope), "end": short(end, scope)}
        args["difference"] = days((start - end).days, scope)
        about = () if isinstance(entry, Critical) else (entry.address("days"),)
        related = ((entry.span("start"), scope.word("开始写在这里", "the start stands here")),)
        yield Finding("PHA101", entry.span("end"), args, scope.year, entry.address("end"), about, related)


@check(
    "PHA103",
    Level.WARNING,
    takes="phases",
    zh="“{name}”的{field}有两说：排期 {planned}，另写 {stated}，差 {difference}",
    en="two dates for the {field} of “{name}”: scheduled {planned}, stated {stated}, {difference} apart",
    fix_zh="改排期，或把 stated 改成 {planned}；两说都有道理，就写豁免说明原因",
    fix_en="change the schedule, or state {planned}; where both are right, write a waiver with the reason",
)
def told_once(section: Phases, scope: PlanScope) -> Iterator[Finding]:
    """The dates that the paper tells elsewhere are those of the schedule.

    Why: people travel on one date and prepare for the other.
    Bad:
        # phases.yml
        opening: {name: 开拓期, start: 2026-01-05, end: 2026-03-31, stated: {start: 2026-01-12}}
    Good:
        # phases.yml
        opening: {name: 开拓期, start: 2026-01-05, end: 2026-03-31, stated: {start: 2026-01-05}}
    """
    for entry in _dated(section):
        for conflict in conflicts(entry):
            yield _told_twice(entry, conflict, scope)


def _told_twice(entry: Dated, conflict: Conflict, scope: PlanScope) -> Finding:
    assert entry.stated is not None
    field, planned, stated = conflict.field, short(conflict.planned, scope), short(conflict.stated, scope)
    if field == "lasts" and entry.window and entry.stated.lasts:
        planned = f"{days(entry.window.days, scope)}{scope.word('（', ' (')}{stretch(entry.window, scope)}"
        planned += scope.word("）", ")")
        stated = write_quantity(entry.stated.lasts, language=scope.language)
        stated += scope.word("，应到 {}", ", which ends {}").format(short(conflict.stated, scope))
    words = {"start": ("开始", "start"), "end": ("结束", "end"), "lasts": ("长短", "length")}
    args = {"name": entry.name, "field": scope.word(*words[field]), "planned": planned, "stated": stated}
    args["difference"] = days(conflict.days, scope)
    address = entry.address("days" if field == "lasts" else field)
    related = ((entry.span("end" if field == "lasts" else field), scope.word("排期写在这里", "the schedule")),)
    return Finding("PHA103", entry.stated.span(field), args, scope.year, address, (entry.address("days"),), related)


@check(
    "PHA106",
    Level.INFO,
    takes="phases",
    zh="“{name}”还没定{what}",
    en="{what} of “{name}” not set yet",
    fix_zh="负责人{owner}定下来后写进去，例如 2026-05-08",
    fix_en="written once {owner} has set it, such as 2026-05-08",
)
def dates_are_set(section: Phases, scope: PlanScope) -> Iterator[Finding]:
    """A date that is expected and not known yet.

    Why: what has no date is in no calendar and nobody starts it.
    Bad:
        # phases.yml
        opening: {name: 开拓期, start: 2026-01-05, end: 待定}
    Good:
        # phases.yml
        opening: {name: 开拓期, start: 2026-01-05, end: 2026-03-31}
    """
    words = {"start": ("开始日期", "start"), "end": ("结束日期", "end"), "date": ("日期", "date")}
    for entry in (*_dated(section), *section.milestones):
        fields = ("date",) if isinstance(entry, Milestone) else ("start", "end")
        unset = [field for field in fields if _is_unset(getattr(entry, field))]
        if unset:
            owners = (entry.owner or ()) if not isinstance(entry.owner, str) else (entry.owner,)
            owner = listed([scope.named(role) for role in owners], scope)
            args = {"name": entry.name, "what": scope.word("和", " and ").join(scope.word(*words[f]) for f in unset)}
            args["owner"] = scope.word("（{owner}）", "{owner}", owner=owner) if owner else scope.word("", "its owner")
            yield Finding("PHA106", entry.span(unset[0]), args, scope.year, entry.address(unset[0]))


def _is_unset(day: Day) -> bool:
    return day.unset


@check(
    "PHA108",
    Level.WARNING,
    takes="phases",
    zh="“{name}”写着关键期 {critical}（{length}），阶段却是 {phase}（{days}）：{apart}",
    en="“{name}” has the critical window {critical} ({length}), the phase is {phase} ({days}): {apart}",
    fix_zh="把两段日期改成一样；关键期本来就只是其中一段，就写豁免说明原因",
    fix_en="make both the same; where the window is meant to be a part of the phase, write a waiver with the reason",
)
def critical_window_is_the_phase(section: Phases, scope: PlanScope) -> Iterator[Finding]:
    """The critical window that the paper names is the phase itself.

    Why: with two windows for the same work nobody knows which one counts.
    Bad:
        # phases.yml
        opening: {name: 开拓期, start: 2026-05-08, end: 2026-06-30, critical: {start: 2026-05-15, end: 2026-06-30}}
    Good:
        # phases.yml
        opening: {name: 开拓期, start: 2026-05-08, end: 2026-06-30, critical: {start: 2026-05-08, end: 2026-06-30}}
    """
    for phase in section.items.values():
        window = phase.critical.window if phase.critical else None
        if phase.critical and window and phase.window and window != phase.window:
            args = {
                "name": phase.name,
                "critical": stretch(window, scope),
                "length": days(window.days, scope),
                "phase": stretch(phase.window, scope),
                "days": days(phase.window.days, scope),
                "apart": _apart(window, phase.window, scope),
            }
            field = "start" if window.start != phase.window.start else "end"
            related = ((phase.span(field), phase.name),)
            span, address = phase.critical.span(field), phase.address("critical")
            yield Finding("PHA108", span, args, scope.year, address, (), related)


_STARTS = (("开始晚 {days}", "starts {days} later"), ("开始早 {days}", "starts {days} earlier"))
_ENDS = (("结束晚 {days}", "ends {days} later"), ("结束早 {days}", "ends {days} earlier"))


def _apart(critical: Window, phase: Window, scope: PlanScope) -> str:
    start, end = (critical.start - phase.start).days, (critical.end - phase.end).days
    said = [
        scope.word(*(late if apart > 0 else early), days=days(abs(apart), scope))
        for apart, late, early in ((start, *_STARTS), (end, *_ENDS))
        if apart
    ]
    outside = start < 0 or end > 0
    return scope.word("，", ", ").join([*said, *([scope.word("超出阶段", "outside the phase")] if outside else [])])


@check(
    "PHA109",
    Level.WARNING,
    takes="phases",
    zh="“{name}”写的是{half}，排期却有 {days}（{dates}）",
    en="“{name}” takes a {half}, its dates are {days} ({dates})",
    fix_zh="半天的事开始和结束写同一天；不止一天就去掉 half",
    fix_en="give a half day one date; for more than a day, take half away",
)
def half_of_one_day(section: Phases, scope: PlanScope) -> Iterator[Finding]:
    """A half day belongs to a task of one day.

    Why: half of several days is not a time that anybody can keep.
    Bad:
        # phases.yml
        opening:
          name: 开拓期
          start: 2026-01-05
          end: 2026-03-31
          tasks: {training: {name: 培训, start: 2026-01-12, end: 2026-01-14, half: morning}}
    Good:
        # phases.yml
        opening:
          name: 开拓期
          start: 2026-01-05
          end: 2026-03-31
          tasks: {training: {name: 培训, start: 2026-01-12, end: 2026-01-12, half: morning}}
    """
    for task in section.tasks:
        if task.half and task.window and task.window.days > 1:
            args = {"name": task.name, "half": half(task.half, scope), "days": days(task.window.days, scope)}
            args["dates"] = stretch(task.window, scope)
            address = task.address("half")
            yield Finding("PHA109", task.span("half"), args, scope.year, address, (task.address("days"),))


@check(
    "PHA110",
    Level.WARNING,
    takes="phases",
    zh="“{name}”{dates}整段在计划的期间 {period} 之外",
    en="“{name}” ({dates}) lies outside the plan's period {period} altogether",
    fix_zh="改阶段的日期，或改 plan.yml 的 period",
    fix_en="change its dates, or period in plan.yml",
)
def phases_in_plan(section: Phases, scope: PlanScope) -> Iterator[Finding]:
    """A phase has days in the months of its plan; it may begin before them to prepare, and end after them.

    Why: a phase of other months was copied from another plan, or the plan's period is wrong.
    Bad:
        # 2026/demo/plan.yml
        name: 计划
        period: M06..M12
        # phases.yml
        opening: {name: 开拓期, start: 2026-01-05, end: 2026-01-31}
    Good:
        # 2026/demo/plan.yml
        name: 计划
        period: M06..M12
        # phases.yml
        opening: {name: 开拓期, start: 2026-05-08, end: 2026-06-30}
    """
    first = date(scope.year, scope.period.first, 1)
    last = date(scope.year, scope.period.last, monthrange(scope.year, scope.period.last)[1])
    for phase in section.items.values():
        if phase.window and (phase.window.end < first or phase.window.start > last):
            dates = scope.word(" {dates} ", "{dates}", dates=stretch(phase.window, scope))
            args = {"name": phase.name, "dates": dates, "period": scope.period.label(scope.language)}
            yield Finding("PHA110", phase.span("start"), args, scope.year, phase.address("start"))
