"""The time line: what stands at which time of the day, by role."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.sections.routines.model import Routine, Routines
from plangen.views import Column, Row, Table


def table(section: Routines, scope: PlanScope) -> Table | None:
    """The roles that have several times of the day, each with these in order; None where none has."""
    roles = {role: each for role, each in _by_role(section).items() if len(each) > 1}
    if not roles:
        return None
    columns = (
        Column("time", scope.word("时段", "Time")),
        Column("routine", scope.word("事项", "Routine")),
        Column("due", scope.word("哪些天", "On")),
    )
    rows: list[Row] = []
    for role, routines in roles.items():
        rows.append(Row(((scope.named(role),), (), ()), "group"))
        rows += _rows(routines)
    title = scope.word("一天的时段", "Times of the day")
    subtitle = scope.word("写了时段的，按岗位和时刻", "what has a time of the day, by role and time")
    return Table("routines-times", title, columns, tuple(rows), subtitle)


def _by_role(section: Routines) -> dict[str, list[Routine]]:
    """The routines with a time of the day by each role whose time they take."""
    found: dict[str, list[Routine]] = {}
    for routine in section.items.values():
        for role in routine.taking if routine.hours else ():
            found.setdefault(role, []).append(routine)
    return found


def _rows(routines: list[Routine]) -> Iterator[Row]:
    timed = [(each.hours, each) for each in routines if each.hours]
    for _, routine in sorted(timed, key=lambda pair: (pair[0].start, pair[0].end)):
        yield Row(((routine.window or "",), (routine.name,), (routine.due,)), level=1)
