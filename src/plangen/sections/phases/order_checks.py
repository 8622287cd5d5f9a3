"""Checks of order: tasks lie inside their phase and after what they wait for."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.phases.culprits import culprits
from plangen.sections.phases.model import Milestone, Phase, Phases
from plangen.sections.phases.order import Early, cycles, early
from plangen.sections.phases.outside import Outside, outside
from plangen.sections.phases.wording import days, listed, quoted, short, stretch
from plangen.values import Address, Span


@check(
    "PHA102",
    Level.WARNING,
    takes="phases",
    zh="{items}排在“{phase}”（{dates}）之外，最多差 {difference}",
    en="{items} lies outside “{phase}” ({dates}), by {difference} at most",
    fix_zh="改这里的日期，或改“{phase}”的起止日期，或把它移到别的阶段",
    fix_en="change the date, or the dates of “{phase}”, or move it to another phase",
)
def inside_their_phase(section: Phases, scope: PlanScope) -> Iterator[Finding]:
    """A task or milestone lies inside its phase.

    Why: a phase whose work runs past its end is not finished when the plan says so. Several that stick out at the same
    end are one finding, because then the phase's own date is probably wrong.
    Bad:
        # phases.yml
        opening:
          name: 开拓期
          start: 2026-01-05
          end: 2026-03-31
          tasks: {visit: {name: 走访, start: 2026-03-20, end: 2026-04-10}}
    Good:
        # phases.yml
        opening:
          name: 开拓期
          start: 2026-01-05
          end: 2026-04-10
          tasks: {visit: {name: 走访, start: 2026-03-20, end: 2026-04-10}}
    """
    for (phase, side), found in outside(section, scope).items():
        yield _outside_finding(section.items[phase], side, found, scope)


def _outside_finding(phase: Phase, side: str, found: list[Outside], scope: PlanScope) -> Finding:
    said = [f"{quoted(one.entry.name, scope)}{_dates(one, scope)}" for one in found]
    args = {
        "items": listed(said, scope),
        "phase": phase.name,
        "dates": stretch(phase.window, scope) if phase.window else "",
        "difference": days(max(one.days for one in found), scope),
    }
    first = found[0]
    span, address = (first.span, first.address) if len(found) == 1 else (phase.span(side), phase.address(side))
    places = [(one.span, one.entry.name) for one in found] + [(phase.span(side), phase.name)]
    related = tuple((place, text) for place, text in places if place != span)
    return Finding("PHA102", span, args, scope.year, address, _doubtful(phase, found), related)


def _dates(one: Outside, scope: PlanScope) -> str:
    if isinstance(one.entry, Milestone):
        day = one.entry.day
        text = short(day, scope) if day else ""
    else:
        text = stretch(one.entry.window, scope) if one.entry.window else ""
    return scope.word("（{text}）", " ({text})", text=text)


def _doubtful(phase: Phase, found: list[Outside]) -> tuple[Address, ...]:
    """The days of the one task that sticks out, or those of the phase where several do."""
    if len(found) > 1:
        return phase.address("days"), phase.address("free")
    return () if isinstance(found[0].entry, Milestone) else (found[0].entry.address("days"),)


@check(
    "PHA104",
    Level.ERROR,
    takes="phases",
    zh="前面的还没完，后面的就开始：{pairs}",
    en="started before what comes first is finished: {pairs}",
    fix_zh="改开始日期，或改前一项的结束日期；两项本来可以同时做，就从 after 里去掉",
    fix_en="change the start, or the end of what comes first; where both may run at once, take it out of after",
)
def after_what_comes_first(section: Phases, scope: PlanScope) -> Iterator[Finding]:
    """A task starts after everything it waits for has ended.

    Why: two people would work on something that is not there yet. One wrong date gives one finding, even where it
    touches several tasks; tasks that wait for themselves are another finding (PHA107).
    Bad:
        # phases.yml
        opening:
          name: 开拓期
          start: 2026-01-05
          end: 2026-03-31
          tasks:
            list: {name: 名录, start: 2026-01-05, end: 2026-01-20}
            visit: {name: 走访, start: 2026-01-18, end: 2026-02-10, after: [list]}
    Good:
        # phases.yml
        opening:
          name: 开拓期
          start: 2026-01-05
          end: 2026-03-31
          tasks:
            list: {name: 名录, start: 2026-01-05, end: 2026-01-20}
            visit: {name: 走访, start: 2026-01-21, end: 2026-02-10, after: [list]}
    """
    for worst, pairs in culprits(early(section, scope), lambda pair: pair.ends):
        args = {"pairs": scope.word("；", "; ").join(_pair(pair, scope) for pair in pairs)}
        places = dict(place for pair in pairs for place in _places(pair))
        related = tuple((span, str(address.item[-1])) for address, span in places.items() if address != worst)
        about = tuple(address.with_measure("days") for address in places)
        yield Finding("PHA104", places[worst], args, scope.year, worst, about, related)


def _pair(pair: Early, scope: PlanScope) -> str:
    late, first = quoted(pair.task.name, scope), quoted(pair.before.name, scope)
    begins, ends = short(pair.start, scope), short(pair.end, scope)
    apart = days((pair.end - pair.start).days + 1, scope)
    said = (
        "{late}{begins} 开始，{first}{ends} 才结束，早 {apart}",
        "{late} starts {begins}, {first} ends {ends}: {apart} early",
    )
    return scope.word(*said, late=late, begins=begins, first=first, ends=ends, apart=apart)


def _places(pair: Early) -> tuple[tuple[Address, Span], tuple[Address, Span]]:
    start, end = pair.ends
    return (start, pair.task.span("start")), (end, pair.before.span(end.measure))


@check(
    "PHA107",
    Level.ERROR,
    takes="phases",
    zh="任务绕成了圈：{path}",
    en="tasks wait for each other in a circle: {path}",
    fix_zh="从其中一项的 after 里去掉前一项",
    fix_en="take the one before out of the after of one of them",
)
def no_circle(section: Phases, scope: PlanScope) -> Iterator[Finding]:
    """No task waits for itself, directly or through others.

    Why: none of them could ever start.
    Bad:
        # phases.yml
        opening:
          name: 开拓期
          start: 2026-01-05
          end: 2026-03-31
          tasks:
            list: {name: 名录, start: 2026-01-05, end: 2026-01-20, after: [visit]}
            visit: {name: 走访, start: 2026-01-21, end: 2026-02-10, after: [list]}
    Good:
        # phases.yml
        opening:
          name: 开拓期
          start: 2026-01-05
          end: 2026-03-31
          tasks:
            list: {name: 名录, start: 2026-01-05, end: 2026-01-20}
            visit: {name: 走访, start: 2026-01-21, end: 2026-02-10, after: [list]}
    """
    for cycle in cycles(section, scope):
        named = [quoted(scope.name_of(address), scope) for address in (*cycle, cycle[0])]
        entries = [entry for address in cycle if (entry := scope.entry(address))]
        related = tuple((entry.span("after"), entry.id) for entry in entries[1:])
        path = scope.word(" 等 ", " waits for ").join(named)
        yield Finding("PHA107", entries[0].span("after"), {"path": path}, scope.year, cycle[0], (), related)
