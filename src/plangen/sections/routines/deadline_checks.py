"""Checks of deadlines that are told twice: other days, other words."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.routines.model import Routine, Routines
from plangen.sections.routines.telling import told
from plangen.values.due import read_due


@check(
    "ROU105",
    Level.ERROR,
    takes="routines",
    zh="“{name}”的期限有两说：{due}，另写 {other}",
    en="two deadlines for “{name}”: {due}, and {other} elsewhere",
    fix_zh="定一个期限，两处写成一样；是两件事就写不同的交付物",
    fix_en="decide on one deadline and write it in both places; where they are two things, name what each hands over",
)
def one_deadline(section: Routines, scope: PlanScope) -> Iterator[Finding]:
    """One paper has one deadline: what is `stated` elsewhere, and what the same role hands over in the same cycle.

    Why: who keeps the later one is late for the other.
    Bad:
        # routines.yml
        expenses: {name: 交报销发票, due: 月末, stated: {due: 每月5日前}}
    Good:
        # routines.yml
        expenses: {name: 交报销发票, due: 月末, stated: {due: 月末}}
    """
    for routine in section.items.values():
        stated = routine.stated
        if stated and _differ(routine.due, stated.due):
            yield told("ROU105", routine, "due", scope, due=routine.due, other=stated.due).with_(
                related=((stated.span("due"), stated.due),)
            )
    for first, then in _same_paper(section):
        if _differ(first.due, then.due):
            yield told("ROU105", then, "due", scope, due=then.due, other=first.due).with_(
                related=((first.span("due"), first.name),)
            )


def _differ(due: str, other: str) -> bool:
    """Whether two texts name different days; what cannot be read is another finding, or an event."""
    one, two = read_due(due), read_due(other)
    return one is not None and two is not None and one != two


def _same_paper(section: Routines) -> Iterator[tuple[Routine, Routine]]:
    """Two routines of one role that hand over the same in one cycle."""
    first: dict[tuple[object, ...], Routine] = {}
    for routine in section.items.values():
        if routine.deliverable and routine.recurrence:
            key = (routine.role, routine.deliverable.casefold(), routine.recurrence.cycle, routine.recurrence.every)
            if key in first:
                yield first[key], routine
            first.setdefault(key, routine)


@check(
    "ROU106",
    Level.INFO,
    takes="routines",
    zh="“{name}”的期限有两种写法：{due}，另写 {other}",
    en="the deadline of “{name}” is worded in two ways: {due}, and {other} elsewhere",
    fix_zh="写成一样，免得一处被读成当天、一处被读成前一天",
    fix_en="use the same words, so that nobody reads the day before in one of them",
)
def one_wording(section: Routines, scope: PlanScope) -> Iterator[Finding]:
    """What is stated elsewhere names the same day in the same words.

    Why: 每周六上午 and 每周六之前 may be the same day, or not.
    Bad:
        # routines.yml
        weekly: {name: 周报, kind: report, due: 每周六上午, stated: {due: 每周六之前}}
    Good:
        # routines.yml
        weekly: {name: 周报, kind: report, due: 每周六上午, stated: {due: 每周六上午}}
    """
    for routine in section.items.values():
        stated = routine.stated
        if stated and stated.due.split() != routine.due.split() and not _differ(routine.due, stated.due):
            yield told("ROU106", routine, "due", scope, due=routine.due, other=stated.due).with_(
                related=((stated.span("due"), stated.due),)
            )
