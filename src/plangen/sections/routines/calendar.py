"""The calendar: how much is due on each day of each month."""

from plangen.compute import PlanScope
from plangen.sections.days_off import basis
from plangen.sections.numbers import shown
from plangen.sections.routines.model import Routines
from plangen.sections.routines.rules import cell
from plangen.sections.routines.schedule import on_calendar
from plangen.sections.routines.wording import month
from plangen.views import Column, Line, Row, Table, Words


def table(section: Routines, scope: PlanScope) -> Table | None:
    """Days of the month by months, with sums; None where nothing has a date. Days on which nothing is due are left out.

    A day that the month does not have, or on which nothing is due, stays empty.
    """
    due = on_calendar(section, scope)
    if not due:
        return None
    months = sorted({day.month for day in due})
    columns = (
        Column("day", scope.word("日", "Day")),
        *(Column(f"month-{n}", month(n, scope), numeric=True, phone=False, axis=True, heat=True) for n in months),
        Column("all", scope.word("合计", "All"), numeric=True),
    )
    rows = [_row(number, months, scope) for number in sorted({day.day for day in due})]
    rows.append(Row(((scope.word("合计", "All"),), *(_number(scope, one) for one in months), _number(scope)), "total"))
    title = scope.word("日历：每天几次", "Calendar: how much is due on each day")
    return Table("routines-calendar", title, columns, tuple(rows), scope.word("次", "dates"), notes=_notes(scope))


def _row(day: int, months: list[int], scope: PlanScope) -> Row:
    cells = (_number(scope, number, day) for number in months)
    return Row(((scope.word("{day} 日", "{day}", day=day),), *cells, _number(scope, day=day)))


def _number(scope: PlanScope, month: int = 0, day: int = 0) -> Line:
    number = shown(scope, cell(scope, month, day))
    return (number,) if number.address else ()


def _notes(scope: PlanScope) -> tuple[Line, ...]:
    left_out = scope.word(
        "每天的、隔几天一次的和只写几次的（每周两次）不列在这里。",
        "What comes daily, every few days, or so often without a day (twice a week) is left out.",
    )
    return (Words(left_out, "muted"),), (Words(basis(scope), "muted"),)
