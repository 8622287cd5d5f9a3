"""The pace of the phases: what the goals of each month make together, against the quota that they should reach."""

from collections.abc import Iterator
from datetime import date

from plangen.compute import PlanScope, Rule
from plangen.sections.numbers import shown
from plangen.sections.phases.model import Dated, Goal, Phase, Phases
from plangen.values import Address, Period, Quantity
from plangen.views import Chart, Column, Line, Num, Row, Table, phrase

MEASURE = "run-rate"


def rules(phase: Phase, scope: PlanScope) -> Iterator[Rule]:
    """For each month of a phase the sum of its goals that have a quota."""
    for month, goals in by_month(phase, scope).items():
        key = scope.key(phase.address(MEASURE).at(month))
        names = scope.word("、", ", ").join(goal.name for goal in goals)
        inputs = tuple(scope.key(goal.address("target")) for goal in goals)
        yield Rule(key, "sum", inputs, goals[0].span("target"), {}, names)


def by_month(phase: Phase, scope: PlanScope) -> dict[Period, list[Goal]]:
    """The goals with a quota that hold in each month of the plan, in order of months."""
    found: dict[Period, list[Goal]] = {}
    for month in scope.period.months:
        goals = [goal for entry in (phase, *phase.tasks.values()) for goal in _holding(entry, month, scope)]
        if goals:
            found[month] = goals
    return found


def _holding(entry: Dated, month: Period, scope: PlanScope) -> Iterator[Goal]:
    for goal in entry.goals.values():
        if goal.quota and (month in goal.period if goal.period else _touches(entry, month, scope.year)):
            yield goal


def _touches(entry: Dated, month: Period, year: int) -> bool:
    """Whether something has days in a month."""
    after = date(year + month.first // 12, month.first % 12 + 1, 1)
    return entry.window is not None and entry.window.start < after and entry.window.end >= date(year, month.first, 1)


def charts(section: Phases, scope: PlanScope) -> Iterator[Chart]:
    """A step chart of the months against each quota; nothing where no goal has one."""
    goals = [goal for phase in section.items.values() for each in by_month(phase, scope).values() for goal in each]
    for quota in dict.fromkeys(goal.quota for goal in goals):
        address = scope.resolve(str(quota))
        due = scope.quantity(address) if address else None
        if address is not None and due is not None:
            yield _chart(section, scope, address, due)


def _chart(section: Phases, scope: PlanScope, address: Address, due: Quantity) -> Chart:
    unit = _unit(due, scope)
    columns = (
        Column("month", scope.word("月份", "Month")),
        Column("pace", scope.word("目标合计", "Goals"), unit, numeric=True),
        Column("quota", scope.word("定额", "Quota"), unit, numeric=True),
    )
    figures = _figures(section, scope, address)
    rows = tuple(
        Row((
            (month.label(scope.language),),
            (shown(scope, at, unit) if at else Num(None),),
            (shown(scope, address, unit),),
        ))
        for month, at in figures.items()
    )  # fmt: skip
    title = _title(scope, [at for at in figures.values() if at], address, unit)
    name = scope.name_of(address)
    subtitle = scope.word(f"各月目标合计与{name}的定额，{unit}", f"goals of each month and the quota of {name}, {unit}")
    encode = {"label": "month", "value": "pace", "line": "quota"}
    id_ = f"pace-{address.item[-1]}"
    return Chart(id_, "step", title, subtitle, Table(f"{id_}-data", "", columns, rows), encode, unit, height=260)


def _figures(section: Phases, scope: PlanScope, address: Address) -> dict[Period, Address | None]:
    """For each month from the first to the last with such goals its figure; None where there are none."""
    found: dict[Period, Address] = {}
    for phase in section.items.values():
        for month, goals in by_month(phase, scope).items():
            if any(scope.resolve(str(goal.quota)) == address for goal in goals):
                found.setdefault(month, phase.address(MEASURE).at(month))
    months = sorted(found)
    stretch = Period(months[0].first, months[-1].last).months
    return {month: found.get(month) for month in stretch}


def _unit(due: Quantity, scope: PlanScope) -> str:
    """The quota's unit, money in that of the plan: `万元/人/月`."""
    money = due.unit.is_money or due.unit.is_money_rate
    return "/".join((scope.plan.head.unit, *due.unit.per)) if money else str(due.unit)


def _title(scope: PlanScope, addresses: list[Address], quota: Address, unit: str) -> Line:
    due, known = scope.quantity(quota), [scope.quantity(address) for address in addresses]
    below = [each for each in known if each and due and each.unit == due.unit and due.certainly_above(each)]
    number = shown(scope, quota, unit, with_unit=True)
    if not below:
        return phrase(
            scope.word("各月目标合计都够定额 {n}", "the goals of every month reach the quota of {n}"), n=number
        )
    text = scope.word("{months}的目标合计低于定额 {n}", "in {months} the goals stay below the quota of {n}")
    at = [address for address, each in zip(addresses, known, strict=True) if each in below]
    months = [address.period.label(scope.language) for address in at if address.period]
    return phrase(text, months=scope.word("、", ", ").join(months), n=number)
