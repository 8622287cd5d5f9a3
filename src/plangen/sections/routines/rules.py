"""Rules of routines: how many days a year each has, how many hours it takes, and the same by role, month and day."""

from collections.abc import Iterator
from decimal import Decimal

from plangen.compute import PlanScope, Rule
from plangen.sections.routines.model import Routine, Routines
from plangen.sections.routines.schedule import days, number, on_calendar, roles, timed
from plangen.sections.tallies import of_role
from plangen.values import Address, Key, Period, Quantity, Span, Unit

TIMES = Unit(("次",))
ITEMS = Unit(("项",))
MINUTES = Unit(("分钟",))
HOURS = Unit(("小时",))
TENTH = Decimal("0.1")


def rules(section: Routines, scope: PlanScope) -> Iterator[Rule]:
    """Every routine, then the sums."""
    for routine in section.items.values():
        yield from _dates(routine, scope)
    yield from _sums(section, scope)
    yield from _hours(section, scope)
    yield from _calendar(section, scope)


def total(scope: PlanScope, measure: str, period: Period | None = None, *members: str) -> Address:
    """The address of a figure of all routines: `routines/total.dates/rep`, `routines/total.due@M03/day-05`."""
    return Address(scope.plan.path, "routines", ("total",), measure, period=period, members=members)


def cell(scope: PlanScope, month: int = 0, day: int = 0) -> Address:
    """The address of how much is due on a day of a month, in a month, on a day of any month, or at all."""
    period = Period(month, month) if month else None
    return total(scope, "due", period, *((f"day-{day:02}",) if day else ()))


def has_dates(routine: Routine) -> bool:
    """Whether its number of dates is a figure, set or not; what depends on an event has none."""
    return routine.recurrence is None or routine.recurrence.cycle != "event"


def _constant(key: Key, quantity: Quantity, span: Span, note: str = "") -> Rule:
    return Rule(key, "constant", (), span, {"quantity": quantity}, note)


def _dates(routine: Routine, scope: PlanScope) -> Iterator[Rule]:
    """How many dates it has in the plan's period, and how many of them lie on days that are not worked."""
    if not has_dates(routine):
        return
    known, works = routine.recurrence is not None, scope.working_days.works
    off = sum(not works(day) for day in days(routine, scope))
    notes = {"dates": scope.word("计划期内的日期", "dates in the plan's period"), "off": ""}
    for measure, times in (("dates", number(routine, scope)), ("off", off)):
        quantity = Quantity.exact(times, TIMES) if known else Quantity.unset_(TIMES)
        yield _constant(scope.key(routine.address(measure)), quantity, routine.span("due"), notes[measure])


def _sums(section: Routines, scope: PlanScope) -> Iterator[Rule]:
    """The dates of each role and of all, and how many routines there are."""
    span = section.span()
    by_role = {role: [each for each in group if has_dates(each)] for role, group in roles(section).items()}
    for role, group in by_role.items():
        keys = tuple(scope.key(routine.address("dates")) for routine in group)
        if role and keys:
            yield Rule(scope.key(total(scope, "dates", None, *of_role(role))), "sum", keys, span)
    dated = [routine for routine in section.items.values() if has_dates(routine)]
    if dated:
        yield Rule(scope.key(total(scope, "dates")), "sum", _keys(dated, "dates", scope), span)
    yield _constant(scope.key(total(scope, "routines")), Quantity.exact(len(section.items), ITEMS), span)


def _keys(routines: list[Routine], measure: str, scope: PlanScope) -> tuple[Key, ...]:
    return tuple(scope.key(routine.address(measure)) for routine in routines)


def _hours(section: Routines, scope: PlanScope) -> Iterator[Rule]:
    """Minutes = dates × length, and hours; the hours of each role that takes part, and of all routines."""
    taking = [routine for routine in timed(section) if has_dates(routine)]
    hour = scope.key(total(scope, "hour"))
    if taking:
        yield _constant(hour, Quantity.exact(60, MINUTES / HOURS), section.span())
        yield Rule(scope.key(total(scope, "hours")), "sum", _keys(taking, "hours", scope), section.span())
    for routine in taking:
        dates, length, minutes, hours = _keys_of(routine, scope)
        assert routine.hours is not None
        yield _constant(length, Quantity.exact(routine.hours.minutes, MINUTES / TIMES), routine.span("window"))
        yield Rule(minutes, "product", (dates, length), routine.span("window"))
        yield Rule(hours, "quotient", (minutes, hour), routine.span("window"), {"step": TENTH})
    for role, group in taken(section).items():
        yield Rule(
            scope.key(total(scope, "hours", None, *of_role(role))), "sum", _keys(group, "hours", scope), section.span()
        )


def _keys_of(routine: Routine, scope: PlanScope) -> tuple[Key, ...]:
    return tuple(scope.key(routine.address(name)) for name in ("dates", "duration", "minutes", "hours"))


def taken(section: Routines) -> dict[str, list[Routine]]:
    """The routines that take a role's time, by role in the order written."""
    found: dict[str, list[Routine]] = {}
    for routine in timed(section):
        for role in routine.taking if has_dates(routine) else ():
            found.setdefault(role, []).append(routine)
    return found


def _calendar(section: Routines, scope: PlanScope) -> Iterator[Rule]:
    """How much is due on each day of each month, with its sums by month, by day of the month and of all."""
    due, span = on_calendar(section, scope), section.span()
    for day, routines in due.items():
        note = scope.word("、", ", ").join(routine.name for routine in routines)
        yield _constant(scope.key(cell(scope, day.month, day.day)), Quantity.exact(len(routines), TIMES), span, note)
    for month in sorted({day.month for day in due}):
        keys = tuple(scope.key(cell(scope, month, day.day)) for day in due if day.month == month)
        yield Rule(scope.key(cell(scope, month)), "sum", keys, span)
    for place in sorted({day.day for day in due}):
        keys = tuple(scope.key(cell(scope, day.month, place)) for day in due if day.day == place)
        yield Rule(scope.key(cell(scope, day=place)), "sum", keys, span)
    if due:
        months = sorted({day.month for day in due})
        yield Rule(scope.key(cell(scope)), "sum", tuple(scope.key(cell(scope, month)) for month in months), span)
