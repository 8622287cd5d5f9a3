"""The Gantt chart of a phase, under a sentence that says how its tasks follow one another."""

from plangen.compute import PlanScope
from plangen.sections import mentions
from plangen.sections.phases import parts
from plangen.sections.phases.model import Phase, Task
from plangen.sections.phases.schedule import at_once, disputed, free, free_days, windows
from plangen.sections.phases.wording import count, half, listed, stretch
from plangen.values import is_chinese
from plangen.views import Chart, Column, Line, Num, Row, Table, Words, phrase

SHOWN = 6
"""How many stretches of free days are named one by one."""


LOOSE = 10
"""Tasks follow closely where at most one day in so many is free."""


def chart(phase: Phase, scope: PlanScope) -> Chart:
    """The tasks of a phase as bars; those without dates keep their row."""
    tasks = list(phase.tasks.values())
    apart = any(parts.told_twice(task, scope) for task in tasks)
    encode = {"label": "task", "start": "start", "end": "end", "days": "days", "note": "note"}
    encode |= {"disputed": "disputed"} if apart else {}
    name = f"phases-gantt-{phase.id}"
    rows = tuple(_row(task, scope, apart=apart) for task in tasks)
    table = Table(f"{name}-data", phase.name, _columns(scope, apart=apart), rows)
    said, below, source = sentence(phase, scope), _subtitle(phase, scope), _source(phase, scope)
    owner = mentions.owner(phase.owner, scope)
    return Chart(name, "gantt", said, below, table, encode, source=source, owner=owner)


def _columns(scope: PlanScope, *, apart: bool) -> tuple[Column, ...]:
    columns = (
        Column("task", scope.word("任务", "Task")),
        Column("start", scope.word("开始", "Start")),
        Column("end", scope.word("结束", "End")),
        Column("days", scope.word("天", "Days"), numeric=True),
        Column("note", scope.word("备注", "Note")),
        Column("disputed", scope.word("有两说的日子", "Days in dispute"), phone=False),
    )
    return columns if apart else columns[:-1]


def _row(task: Task, scope: PlanScope, *, apart: bool) -> Row:
    ends = (task.known("start"), task.known("end")) if not task.backwards else (None, None)
    start, end = ((day.isoformat(),) if day else (parts.unset(scope),) for day in ends)
    told = parts.told_twice(task, scope)
    cells = ((task.name,), start, end, parts.days(task, scope), _note(task, told, scope), _disputed(task, scope))
    return Row(cells if apart else cells[:-1])


def _disputed(task: Task, scope: PlanScope) -> Line:
    """The stretches of days in dispute, each its first day or first and last: `2025-05-11`."""
    to = scope.word(" 至 ", " to ")
    days = [to.join(day.isoformat() for day in sorted({*window})) for window in disputed(task)]
    return (scope.word("、", ", ").join(days),)


def _note(task: Task, told: Line, scope: PlanScope) -> Line:
    part = half(task.half, scope)
    sign = phrase(f"{'　' if part else ''}≠ {{told}}", "bad", told=_toned(told)) if told else ()
    return (*((part,) if part else ()), *sign)


def _toned(line: Line) -> Line:
    return tuple(Words(part, "bad") if isinstance(part, str) else part for part in line)


def sentence(phase: Phase, scope: PlanScope) -> Line:
    """How the tasks follow one another: `七项任务首尾相接，空档三天`."""
    taken = windows(phase)
    number, most, spare = len(taken), at_once(taken), free_days(phase)
    free_ = parts.counted(phase.address("free"), scope)
    open_ = parts.counted(phase.address("undated"), scope) if len(phase.tasks) > number else ()
    if not is_chinese(scope.language):
        return _in_english(number, most, free_ if spare else (), open_)
    loose = phase.window is None or spare * LOOSE > phase.window.days
    word = scope.word
    how = "" if number < 2 else word("依次进行", "one after another") if loose else word("首尾相接", "end to end")
    if most > 1:
        how = word("最多{n}项同时进行", "up to {n} at once", n=count(most, scope))
    dated = parts.counted(phase.address("dated"), scope)
    text: Line = (*phrase(word("{n}项任务", "{n} task(s)"), n=_trimmed(dated)), how)
    if phase.window:
        free_days_ = phrase(word("，空档{n}天", "; {n} free days"), n=free_)
        text += free_days_ if spare else (word("，没有空档", "; no free day"),)
    return text + (phrase(word("，另有{n}项没有日期", "; {n} without dates"), n=open_) if open_ else ())


def _trimmed(line: Line) -> Line:
    """A number at the start of a sentence: without the space before it."""
    return line[1:] if line[:1] == (" ",) else line


def _in_english(number: int, most: int, free_: Line, open_: Line) -> Line:
    how = f"up to {most} at once" if most > 1 else "one after another"
    text = f"{number} tasks, {how}" if number > 1 else "1 task"
    one = [part.quantity.value for part in free_ if isinstance(part, Num) and part.quantity and part.quantity.is_exact]
    spare = phrase(f"; {{n}} free day{'' if one == [1] else 's'}", n=free_) if free_ else ("; no free day",)
    return (text, *spare, *(phrase("; {n} without dates", n=open_) if open_ else ()))


def _subtitle(phase: Phase, scope: PlanScope) -> str:
    stretches = [stretch(window, scope) for window in free(phase)]
    named = listed(stretches[:SHOWN], scope)
    if len(stretches) > SHOWN:
        named += scope.word(" 等 {n} 处", " and {more} more", n=len(stretches), more=len(stretches) - SHOWN)
    said = [scope.word("没有安排的日子：", "days without a task: ") + named] if stretches else []
    if any(parts.told_twice(task, scope) for task in phase.tasks.values()):
        said.append(scope.word("红框里的日子有两说", "a red frame: days in dispute"))
    return scope.word("；", "; ").join(said)


def _source(phase: Phase, scope: PlanScope) -> str:
    entries = (phase, *phase.tasks.values())
    sources = list(dict.fromkeys(source for entry in entries for source in entry.source))
    if not sources:
        return ""
    rest = (
        scope.word(" 等 {n} 处", " and {more} more", n=len(sources), more=len(sources) - 1) if len(sources) > 1 else ""
    )
    return scope.word("来源 ", "Source ") + sources[0] + rest
