"""What the routines' page shows."""

from collections.abc import Iterator
from datetime import date

from plangen.compute import PlanScope
from plangen.sections.numbers import shown
from plangen.sections.routines import calendar, time_line
from plangen.sections.routines.labels import CHOICES
from plangen.sections.routines.model import Routine, Routines
from plangen.sections.routines.rules import taken, total
from plangen.sections.routines.schedule import roles, timed, upcoming
from plangen.sections.routines.wording import long, short
from plangen.sections.tallies import of_role
from plangen.views import Block, Card, Chart, Column, Inline, Line, Link, Num, Row, Table, Words, phrase

SUMS = (
    ("dates", ("，计划期内 {n}", ", {n} in the plan's period"), (" 次", " dates")),
    ("hours", ("，占 {n}", ", {n}"), (" 小时", " hours")),
)
"""Measures of all routines together, as the lede says them: the sentence, and what stands behind the number."""


def blocks(section: Routines, scope: PlanScope) -> Iterator[Block]:
    """Every routine under its role with the next date, the hours of the roles, their times of the day, the calendar."""
    yield _table(section, scope)
    hours = taken(section)
    if len(hours) > 1:
        yield _chart(list(hours), scope)
    for found in (time_line.table(section, scope), calendar.table(section, scope)):
        if found is not None:
            yield found


def cards(section: Routines, scope: PlanScope) -> Iterator[Card]:
    """What is due next."""
    coming = _next(section, scope)
    if coming:
        day, routine = coming
        role: Line = (scope.word("，", ", "), scope.named(routine.role)) if routine.role else ()
        label = scope.word("下一个期限", "Due next")
        yield Card(label, (long(day, scope),), (Link(routine.name, routine.address()), *role))


def _next(section: Routines, scope: PlanScope) -> tuple[date, Routine] | None:
    """The first day on which something is due that is not daily, and the first such routine."""
    found = (
        (day, place, routine)
        for place, routine in enumerate(section.items.values())
        if routine.has_days and (day := upcoming(routine, scope))
    )
    first = min(found, default=None, key=lambda each: each[:2])
    return (first[0], first[2]) if first else None


def summary(section: Routines, scope: PlanScope) -> Line:
    """How many routines, and what is due next."""
    line = phrase(scope.word("{n} 项", "{n} routines"), n=shown(scope, total(scope, "routines")))
    return (*line, *_coming(section, scope))


def _coming(section: Routines, scope: PlanScope) -> Line:
    coming = _next(section, scope)
    if coming is None:
        return ()
    day, routine = coming
    daily = any(each.recurrence and each.recurrence.cycle == "day" for each in section.items.values())
    zh, en = ("不算每天的，", "apart from daily ones, ") if daily else ("", "")
    return (
        scope.word("，{more}下一次 {day} ", ", {more}next on {day}: ", more=(zh, en), day=long(day, scope)),
        routine.name,
    )


def lede(section: Routines, scope: PlanScope) -> Line:
    """How many routines with how many dates and hours."""
    line = phrase(scope.word("{n} 项例行事项", "{n} routines"), n=shown(scope, total(scope, "routines")))
    for measure, sentence, unit in SUMS:
        number = shown(scope, total(scope, measure), said=scope.word(*unit))
        if number.address:
            line += phrase(scope.word(*sentence), n=number)
    return (*line, *_coming(section, scope), scope.word("。", "."))


def _table(section: Routines, scope: PlanScope) -> Table:
    word = scope.word
    columns = (
        Column("routine", word("事项", "Routine")),
        Column("kind", word("类型", "Kind"), phone=False),
        Column("due", word("期限", "Due")),
        Column("next", word("下一次", "Next")),
        Column("to", word("交给／参加", "To")),
        Column("content", word("议程与交付物", "Agenda and deliverable"), phone=False),
        Column("dates", word("计划期内", "Dates"), "次", numeric=True, phone=False),
        Column("off", word("在休息日", "On days off"), "次", numeric=True, phone=False),
        Column("hours", word("用时", "Time"), word("小时", "hours"), numeric=True, phone=False),
    )
    # Where nothing has a window the column of hours would be empty.
    shown_ = columns if any(timed(section)) else columns[:-1]
    rows, groups = [], roles(section)
    for role, routines in groups.items():
        rows += [_group(role, scope)] if len(groups) > 1 or role else []
        rows += [_row(routine, scope) for routine in routines]
    cut = tuple(Row(row.cells[: len(shown_)], row.role, row.id, row.level) for row in rows)
    day = scope.handbook.as_of.value
    since = (
        word("下一次从 {day} 起", "next from {day}", day=day) if day else word("下一次从期初起", "next from the start")
    )
    return Table("routines-table", word("谁、什么时候、交给谁", "Who, when, to whom"), shown_, cut, since)


def _group(role: str, scope: PlanScope) -> Row:
    """A role with how many dates and hours it has together."""
    if not role:
        return Row(((scope.word("没有写岗位", "no role named"),), *([()] * 8)), "group")
    dates, hours = (shown(scope, total(scope, measure, None, *of_role(role))) for measure in ("dates", "hours"))
    known: list[Line] = [(number,) if number.address else () for number in (dates, hours)]
    return Row(((scope.named(role),), (), (), (), (), (), known[0], (), known[1]), "group")


def _row(routine: Routine, scope: PlanScope) -> Row:
    word, day = scope.word, upcoming(routine, scope)
    name: list[Inline] = [routine.name]
    if routine.note:
        name.append(Words(word("（{note}）", " ({note})", note=routine.note), "muted"))
    moved = word("（遇休息日{moved}）", " (on a day off: {moved})", moved=CHOICES[routine.off_day])
    off = (Words(moved, "muted"),) if routine.off_day != "keep" else ()
    due: Line = (routine.due, *((word("　", " "), routine.window) if routine.window else ()), *off)
    content = (*routine.agenda, *((routine.deliverable,) if routine.deliverable else ()))
    cells: tuple[Line, ...] = (
        tuple(name),
        (word(*CHOICES[routine.kind]),),
        due,
        (short(day, scope) if day else Num(None),),
        tuple(_receivers(routine, scope)) or (Num(None),),
        (word("；", "; ").join(content) or Num(None),),
        *((shown(scope, routine.address(measure)),) for measure in ("dates", "off", "hours")),
    )
    return Row(cells, id=routine.id, level=1)


def _receivers(routine: Routine, scope: PlanScope) -> Iterator[Inline]:
    for place, role in enumerate(routine.to):
        if place:
            yield scope.word("、", ", ")
        address = scope.resolve(role, "org")
        yield Link(scope.name_of(address), address) if address else Words(f"✕ {role}", "bad")


def _chart(names: list[str], scope: PlanScope) -> Chart:
    """The hours of each role that takes part in something with a window."""
    word = scope.word
    columns = (
        Column("role", word("岗位", "Role")),
        Column("hours", word("用时", "Time"), word("小时", "hours"), numeric=True),
    )
    rows = tuple(
        Row(((scope.named(role),), (shown(scope, total(scope, "hours", None, *of_role(role))),))) for role in names
    )
    table = Table("routines-hours-table", word("各岗位用时", "Time by role"), columns, rows)
    title = word("例会和电话占用各岗位的时间", "The time that meetings and calls take of each role")
    subtitle = word("小时；计划期内，只算写了时段的", "hours in the plan's period; only what has a window")
    encode = {"label": "role", "value": "hours"}
    return Chart("routines-hours", "bar", title, subtitle, table, encode, "小时", height=60 + 34 * len(rows))
