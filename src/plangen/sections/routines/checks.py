"""Checks of the routines: what can be read, days that exist, the order of steps, overlaps, dates at all."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.routines.model import Routine, Routines
from plangen.sections.routines.schedule import days, number, stretch
from plangen.sections.routines.telling import told
from plangen.sections.routines.wording import listed, long, months
from plangen.values import is_unset
from plangen.values.recurrence import early, lacking


@check(
    "ROU101",
    Level.WARNING,
    takes="routines",
    zh="“{name}”的期限“{due}”读不出是哪天",
    en="“{name}” is due “{due}”, which names no day",
    fix_zh="写成 每月5日前、每周五、隔周周一、月末、每季度末、每年1月10日；没有固定日期的写 每次…；时刻写在 window 里",
    fix_en="write it like every Friday, by the 5th of each month, month end, 10 January, or after … where there is no"
    " fixed day; the time of the day goes to window",
)
def due_is_read(section: Routines, scope: PlanScope) -> Iterator[Finding]:
    """A due text names days.

    For example 每月5日前, 次月8日前, 每周五, 隔周周一, 每个工作日, 月末, 每月最后一个工作日, 每季度末, 每年1月10日; in
    English by the 5th of each month, every Friday, every two weeks on Monday, month end, 10 January.

    Without a day the last one counts: 每周 is by Sunday, 每月 by the last day. What comes several times without a day
    (每周两次, twice a week) is counted and has no dates. What depends on an event begins with 每次 (after, before,
    when). 待定 is expected and not set.

    Why: nobody can put 定期 into a calendar, or be late for it.
    Bad:
        # routines.yml
        meeting: {name: 部门会, kind: meeting, due: 定期}
    Good:
        # routines.yml
        meeting: {name: 部门会, kind: meeting, due: 每周一}
    """
    for routine in section.items.values():
        if routine.recurrence is None and not is_unset(routine.due):
            yield told("ROU101", routine, "due", scope, due=routine.due)


@check(
    "ROU102",
    Level.ERROR,
    takes="routines",
    zh="“{name}”的期限“{due}”在 {months} 没有这一天",
    en="“{name}” is due “{due}”: {months} does not have that day",
    fix_zh="要的是月底就写 月末；否则改成每个月都有的日期",
    fix_en="write month end if that is what is meant, else a day that every month has",
)
def day_exists(section: Routines, scope: PlanScope) -> Iterator[Finding]:
    """The day of a month exists in every month that it is due in.

    A month without the day gets no date, and is not counted.

    Why: 每月30日 leaves open what happens in February, and each reader fills it in otherwise.
    Bad:
        # routines.yml
        form: {name: 考核表, due: 每月30日前}
    Good:
        # routines.yml
        form: {name: 考核表, due: 月末}
    """
    for routine in section.items.values():
        rule = routine.recurrence
        missing = lacking(rule, stretch(routine, scope)) if rule else []
        if missing:
            yield told("ROU102", routine, "due", scope, due=routine.due, months=months(missing, scope))


@check(
    "ROU103",
    Level.ERROR,
    takes="routines",
    zh="“{name}”（{due}）早于它的前一步“{first}”（{first_due}）：{day} 在 {first_day} 之前",
    en="“{name}” ({due}) comes before “{first}” ({first_due}), which it follows: {day} is before {first_day}",
    fix_zh="改其中一个日期；排在下一个月或下一周的写 次月8日前、下周一",
    fix_en="change one of the two; write of the following month or week where it comes a month or week later",
)
def order_of_steps(section: Routines, scope: PlanScope) -> Iterator[Finding]:
    """What a routine follows (`after`) is due not later than itself in each month, week, quarter or year.

    Steps of one day keep the order of their windows. Routines of different cycles are not compared.

    Why: nobody can review what is handed in later.
    Bad:
        # routines.yml
        submit: {name: 交考核表, due: 月末}
        review: {name: 报人力, due: 每月8日前, after: submit}
    Good:
        # routines.yml
        submit: {name: 交考核表, due: 月末}
        review: {name: 报人力, due: 次月8日前, after: submit}
    """
    for routine in section.items.values():
        for name in routine.after:
            first = section.items.get(name)
            pair = _early(first, routine, scope) if first else None
            if first and pair:
                words = {"first": first.name, "first_due": _when(first), "due": _when(routine)}
                related = ((first.span("due"), first.name),)
                found = told("ROU103", routine, "due", scope, first_day=pair[0], day=pair[1], **words)
                yield found.with_(related=related)


def _when(routine: Routine) -> str:
    return f"{routine.due} {routine.window or ''}".strip()


def _early(first: Routine, then: Routine, scope: PlanScope) -> tuple[str, str] | None:
    """The days, or the times of the day, of two steps that are in the wrong order."""
    one, other = first.recurrence, then.recurrence
    if one is None or other is None:
        return None
    pair = early(one, other, stretch(then, scope))
    if pair:
        return long(pair[0], scope), long(pair[1], scope)
    if one == other and first.hours and then.hours and then.hours.start < first.hours.end:
        return str(first.window), str(then.window)
    return None


@check(
    "ROU104",
    Level.WARNING,
    takes="routines",
    zh="{role}在 {day} 要同时参加“{first}”（{first_window}）和“{name}”（{window}）",
    en="on {day} {role} has “{first}” ({first_window}) and “{name}” ({window}) at the same time",
    fix_zh="错开时段，或换一天",
    fix_en="move one of them to another time or day",
)
def one_at_a_time(section: Routines, scope: PlanScope) -> Iterator[Finding]:
    """The windows of a role do not overlap on any day.

    A meeting and a call take the time of everybody in `role` and `to`, a report that of its writer.

    Why: somebody will be missing, each time.
    Bad:
        # routines.yml
        stand-up: {name: 晨会, kind: meeting, role: rep, due: 每日, window: 8:30–9:00}
        weekly: {name: 周会, kind: meeting, role: rep, due: 每周一, window: 8:45–10:00}
        # org.yml
        roles: {rep: {name: 业务员}}
    Good:
        # routines.yml
        stand-up: {name: 晨会, kind: meeting, role: rep, due: 每日, window: 8:30–9:00}
        weekly: {name: 周会, kind: meeting, role: rep, due: 每周一, window: 9:00–10:00}
        # org.yml
        roles: {rep: {name: 业务员}}
    """
    for first, then in _at_once(section):
        both = sorted(set(days(first, scope)).intersection(days(then, scope)))
        if both:
            names = [scope.named(role) for role in then.taking if role in first.taking]
            words = {"first": first.name, "first_window": first.window, "window": then.window}
            found = told("ROU104", then, "window", scope, role=listed(names, scope), day=long(both[0], scope), **words)
            yield found.with_(related=((first.span("window"), first.name),))


def _at_once(section: Routines) -> Iterator[tuple[Routine, Routine]]:
    """The pairs of routines that share a role and a minute of the day."""
    timed = [(each.hours, each) for each in section.items.values() if each.hours and each.hours.minutes]
    timed.sort(key=lambda pair: (pair[0].start, pair[0].end))
    for place, (window, first) in enumerate(timed):
        for other, then in timed[place + 1 :]:
            if other.start >= window.end:
                break
            if set(first.taking).intersection(then.taking):
                yield first, then


@check(
    "ROU107",
    Level.ERROR,
    takes="routines",
    zh="“{name}”的时段“{window}”读不出来",
    en="the time “{window}” of “{name}” cannot be read",
    fix_zh="写成 8:30–9:00，先开始后结束；只有一个时刻就写 16:00",
    fix_en="write it like 8:30–9:00, the earlier time first, or 16:00 for a single time",
)
def window_is_read(section: Routines, scope: PlanScope) -> Iterator[Finding]:
    """A window is a time of the day, or two with the earlier one first.

    Why: hours and overlaps are computed from it.
    Bad:
        # routines.yml
        stand-up: {name: 晨会, kind: meeting, due: 每日, window: 9:00–8:30}
    Good:
        # routines.yml
        stand-up: {name: 晨会, kind: meeting, due: 每日, window: 8:30–9:00}
    """
    for routine in section.items.values():
        if routine.window and not is_unset(routine.window) and routine.hours is None:
            yield told("ROU107", routine, "window", scope, window=routine.window)


@check(
    "ROU108",
    Level.WARNING,
    takes="routines",
    zh="“{name}”（{due}）在计划期内一次也没有",
    en="“{name}” ({due}) has no date within the plan's period",
    fix_zh="改 due、start 或 end；不属于这个计划就删去",
    fix_en="change due, start or end, or remove it where it does not belong to this plan",
)
def has_a_date(section: Routines, scope: PlanScope) -> Iterator[Finding]:
    """A routine has a date in the months of the plan.

    Why: a deadline that never comes was written for another plan, or its end stands before its start.
    Bad:
        # routines.yml
        review: {name: 复盘会, kind: meeting, due: 每月5日, start: 2026-06-01, end: 2026-03-31}
    Good:
        # routines.yml
        review: {name: 复盘会, kind: meeting, due: 每月5日, start: 2026-03-01, end: 2026-06-30}
    """
    for routine in section.items.values():
        rule = routine.recurrence
        if rule is None or rule.cycle == "event" or lacking(rule, stretch(routine, scope)):
            continue
        if not number(routine, scope):
            yield told("ROU108", routine, "due", scope, due=routine.due)
