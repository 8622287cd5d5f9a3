"""Checks of what depends on days of work: whether it is known which these are."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.routines.model import Routine, Routines
from plangen.sections.routines.schedule import days
from plangen.sections.routines.telling import told


@check(
    "ROU109",
    Level.INFO,
    takes="routines",
    zh="“{name}”要看工作日，手册没有写哪些日子放假，只除去了周六和周日",
    en="“{name}” depends on days of work; the handbook does not say which holidays hold, so that weekends only are off",
    fix_zh="在 handbook.yml 里写 calendar: {{holidays: CN}}，公司自己的日子写在 off 和 working 里",
    fix_en="write calendar: {{holidays: CN}} into handbook.yml, and the company's own days under off and working",
)
def holidays_are_named(section: Routines, scope: PlanScope) -> Iterator[Finding]:
    """What depends on days of work needs a handbook that says which holidays hold.

    Told once a section, of its first routine that depends on them.

    Why: every second holiday in China is paid for with a weekend that is worked, which no weekday can tell.
    Bad:
        # routines.yml
        stand-up: {name: 晨会, kind: meeting, due: 每个工作日}
    Good:
        # handbook.yml
        format: 1
        title: 手册
        calendar: {holidays: CN}
        # routines.yml
        stand-up: {name: 晨会, kind: meeting, due: 每个工作日}
    """
    first = next(_depending(section), None)
    if first is not None and scope.handbook.settings(scope.year).calendar is None:
        yield told("ROU109", first, "due", scope)


@check(
    "ROU110",
    Level.WARNING,
    takes="routines",
    zh="“{name}”要看工作日，{years} 年的放假安排还不知道，只除去了周末和手册自己写的日子",
    en="“{name}” depends on days of work; the holidays of {years} are not known, only weekends and listed days are off",
    fix_zh="放假安排公布后更新 plangen 的节假日数据；或在 handbook.yml 的 calendar 里把 off 和 working 列全，"
    "再写 complete: {years}",
    fix_en="update the holidays once they are announced, or list them all under calendar in handbook.yml (off, working)"
    " and write complete: {years}",
)
def holidays_are_known(section: Routines, scope: PlanScope) -> Iterator[Finding]:
    """The holidays of each year in which something depends on days of work are known.

    They are announced for one year, late in the year before. Until then the days are those of plain weeks. Told once
    a section.

    Why: a plan that is written before the announcement would promise days that turn out to be holidays.
    Bad:
        # handbook.yml
        format: 1
        title: 手册
        calendar: {off: [{name: 厂休, start: 2026-08-03}]}
        # routines.yml
        stand-up: {name: 晨会, kind: meeting, due: 每个工作日}
    Good:
        # handbook.yml
        format: 1
        title: 手册
        calendar: {holidays: CN, off: [{name: 厂休, start: 2026-08-03}]}
        # routines.yml
        stand-up: {name: 晨会, kind: meeting, due: 每个工作日}
    """
    if scope.handbook.settings(scope.year).calendar is None:
        return
    knows = scope.working_days.knows
    for routine in _depending(section):
        unknown = sorted({year for year in _years(routine, scope) if not knows(year)})
        if unknown:
            yield told("ROU110", routine, "due", scope, years=", ".join(map(str, unknown)))
            return


def _depending(section: Routines) -> Iterator[Routine]:
    return (each for each in section.items.values() if each.recurrence and each.recurrence.asks_for_work)


def _years(routine: Routine, scope: PlanScope) -> set[int]:
    return {scope.year, *(day.year for day in days(routine, scope))}
