"""Cells that several tables share: dates, owners, goals."""

from plangen.compute import PlanScope
from plangen.model import Day
from plangen.sections.numbers import shown
from plangen.sections.phases.model import Dated, Goal, Milestone, Task
from plangen.sections.phases.schedule import Conflict, conflicts
from plangen.sections.phases.wording import count, half, short, stretch
from plangen.values import Address, is_chinese
from plangen.views import Inline, Line, Link, Num, Words, phrase


def unset(scope: PlanScope) -> Words:
    """The word for a date that is expected and not known."""
    return Words(scope.word("待定", "not set"), "unset")


def dates(entry: Dated, scope: PlanScope) -> Line:
    """The dates of a phase or task, with the half of the day and a mark where they are told twice."""
    twice: Line = (" ", Words("≠", "bad")) if any(conflicts(entry)) else ()
    if entry.window:
        part = half(entry.half, scope) if isinstance(entry, Task) and entry.window.days == 1 else ""
        return (f"{stretch(entry.window, scope)} {part}".rstrip(), *twice)
    if entry.start.unset and entry.end.unset:
        return (unset(scope), *twice)
    return (*_day(entry.start, scope), scope.word(" 至 ", " to "), *_day(entry.end, scope), *twice)


def _day(day: Day, scope: PlanScope) -> Line:
    return (short(day.value, scope),) if day.value else (unset(scope),)


def date_of(milestone: Milestone, scope: PlanScope) -> Line:
    """The day of a milestone."""
    return _day(milestone.date, scope)


def owners(entry: Dated | Milestone, scope: PlanScope) -> Line:
    """The roles that answer for something, each a link; a dash where none is named."""
    roles = (entry.owner,) if isinstance(entry.owner, str) else entry.owner or ()
    return joined([_role(role, scope) for role in roles], scope) or ("—",)


def _role(text: str, scope: PlanScope) -> Inline:
    address = scope.resolve(text, "org")
    return Link(scope.name_of(address), address) if address else Words(text, "bad")


def joined(parts: list[Inline], scope: PlanScope) -> Line:
    """Parts with 、 between them."""
    between = [part for one in parts for part in (scope.word("、", ", "), one)]
    return tuple(between[1:])


def target(goal: Goal, scope: PlanScope) -> Num:
    """What a goal asks for."""
    return shown(scope, goal.address("target"), with_unit=True)


def goals(entry: Dated, scope: PlanScope) -> Line:
    """The goals of a phase or task, one behind the other."""
    between: list[Inline] = []
    for goal in entry.goals.values():
        between += [scope.word("；", "; "), f"{goal.name} ", target(goal, scope)]
    return tuple(between[1:]) or ("—",)


def days(entry: Dated, scope: PlanScope) -> Line:
    """How many days it takes."""
    return (shown(scope, entry.address("days"), "天"),)


def length(address: Address, scope: PlanScope) -> Line:
    """A number of days in a sentence: `3 天`, `1 day`."""
    number = shown(scope, address, "天")
    return phrase(scope.word("{n} 天", "{n} day(s)"), n=number)


def counted(address: Address, scope: PlanScope) -> Line:
    """A small number before a Chinese measure word: `七`, ` 12 `; digits where it is not known exactly."""
    number = shown(scope, address)
    known = number.quantity is not None and number.quantity.is_exact
    if not is_chinese(scope.language) or number.quantity is None:
        return (number,)
    said = count(int(number.quantity.value), scope) if known else ""
    return (said,) if said and not said.strip().isdecimal() else (" ", number, " ")


def told_twice(entry: Dated, scope: PlanScope) -> Line:
    """What the paper says elsewhere of its dates: `另写 5-11 开始`."""
    others = (_other(entry, conflict, scope) for conflict in conflicts(entry))
    return tuple(part for other in others for part in (scope.word("，", ", "), *other))[1:]


def _other(entry: Dated, conflict: Conflict, scope: PlanScope) -> Line:
    if conflict.field == "lasts" and entry.stated:
        length = shown(scope, entry.stated.address("lasts"), with_unit=True)
        return phrase(scope.word("另写 {n}", "also told as {n}"), n=length)
    day = short(conflict.stated, scope)
    starts, ends = ("另写 {day} 开始", "also told to start {day}"), ("另写 {day} 结束", "also told to end {day}")
    return (scope.word(*(starts if conflict.field == "start" else ends), day=day),)
