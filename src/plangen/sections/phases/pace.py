"""The pace of the phases: what the goals of each month make together, against the quota that they should reach."""

from collections.abc import Iterator
from datetime import date

from plangen.compute import PlanScope, Rule
from plangen.sections.numbers import shown
from plangen.sections.phases.model import Dated, Goal, Phase, Phases
from plangen.values import Address, Period, Quantity
from plangen.views import Chart, Column, Line, Num, Row, Table, phrase

MEASURE = "run-rate"
Months = dict[Period, list[tuple[Phase, list[Goal]]]]
"""For each month of the plan, in order, the phases with goals that hold in it."""


def rules(section: Phases, scope: PlanScope) -> Iterator[Rule]:
    """For each quota and month the sum of the goals of each phase; of all phases where several have some."""
    every = paces(section, scope)
    for quota, months in every.items():
        for month, phases in months.items():
            keys = []
            for phase, goals in phases:
                keys.append(scope.key(_pace(phase.address(), month, quota, alone=len(_quotas(phase, scope)) == 1)))
                names = scope.word("、", ", ").join(goal.name for goal in goals)
                inputs = tuple(scope.key(goal.address("target")) for goal in goals)
                yield Rule(keys[-1], "sum", inputs, goals[0].span("target"), {}, names)
            if len(keys) > 1:
                names = scope.word("、", ", ").join(phase.name for phase, _ in phases)
                at = _pace(_all(scope), month, quota, alone=len(every) == 1)
                yield Rule(scope.key(at), "sum", tuple(keys), section.span(), {}, names)


def paces(section: Phases, scope: PlanScope) -> dict[Address, Months]:
    """The goals that have a quota, by what it is, month and phase."""
    found: dict[Address, Months] = {}
    for phase in section.items.values():
        for quota in _quotas(phase, scope):
            for month in scope.period.months:
                entries = (phase, *phase.tasks.values())
                goals = [goal for entry in entries for goal in _holding(entry, month, quota, scope)]
                if goals:
                    found.setdefault(quota, {}).setdefault(month, []).append((phase, goals))
    return {quota: dict(sorted(months.items())) for quota, months in found.items()}


def _quotas(phase: Phase, scope: PlanScope) -> list[Address]:
    """The quotas that the goals of a phase name, each once."""
    named = [_quota(goal, scope) for entry in (phase, *phase.tasks.values()) for goal in entry.goals.values()]
    return [quota for quota in dict.fromkeys(named) if quota]


def _quota(goal: Goal, scope: PlanScope) -> Address | None:
    return scope.resolve(goal.quota) if goal.quota else None


def _all(scope: PlanScope) -> Address:
    return Address(scope.plan.path, "phases", ("total",))


def _pace(at: Address, month: Period, quota: Address, *, alone: bool) -> Address:
    """`phases/growth.run-rate@M07`; beside other quotas `phases/growth.run-rate@M07/personal-rate`."""
    address = at.with_measure(MEASURE).at(month)
    return address if alone else address.of(_short(quota))


def _short(quota: Address) -> str:
    return f"{quota.item[-1]}-{quota.measure}"


def _holding(entry: Dated, month: Period, quota: Address, scope: PlanScope) -> Iterator[Goal]:
    for goal in entry.goals.values():
        holds = month in goal.period if goal.period else _touches(entry, month, scope.year)
        if holds and _quota(goal, scope) == quota:
            yield goal


def _touches(entry: Dated, month: Period, year: int) -> bool:
    """Whether something has days in a month."""
    after = date(year + month.first // 12, month.first % 12 + 1, 1)
    return entry.window is not None and entry.window.start < after and entry.window.end >= date(year, month.first, 1)


def charts(section: Phases, scope: PlanScope) -> Iterator[Chart]:
    """A step chart of the months against each quota; nothing where no goal has one."""
    every = paces(section, scope)
    for quota, months in every.items():
        due, alone = scope.quantity(quota), len(every) == 1
        if due is not None:
            name = f"pace-{quota.item[-1] if alone else _short(quota)}"
            yield _chart(name, _figures(months, quota, scope, alone=alone), quota, _unit(due, scope), scope)


def _chart(id_: str, figures: dict[Period, Address | None], quota: Address, unit: str, scope: PlanScope) -> Chart:
    columns = (
        Column("month", scope.word("月份", "Month")),
        Column("pace", scope.word("目标合计", "Goals"), unit, numeric=True),
        Column("quota", scope.word("定额", "Quota"), unit, numeric=True),
    )
    rows = tuple(
        Row((
            (month.label(scope.language),),
            (shown(scope, at, unit) if at else Num(None),),
            (shown(scope, quota, unit),),
        ))
        for month, at in figures.items()
    )  # fmt: skip
    title = _title(scope, [at for at in figures.values() if at], quota, unit)
    name = scope.name_of(quota)
    subtitle = scope.word(
        "各月目标合计与{name}的定额，{unit}",
        "goals of each month and the quota of {name}, {unit}",
        name=name,
        unit=scope.in_words(unit),
    )
    encode = {"label": "month", "value": "pace", "line": "quota"}
    return Chart(id_, "step", title, subtitle, Table(f"{id_}-data", "", columns, rows), encode, unit, height=260)


def _figures(months: Months, quota: Address, scope: PlanScope, *, alone: bool) -> dict[Period, Address | None]:
    """For each month from the first to the last with such goals its figure; None where there are none."""
    found: dict[Period, Address] = {}
    for month, phases in months.items():
        phase, _ = phases[0]
        one = _pace(phase.address(), month, quota, alone=len(_quotas(phase, scope)) == 1)
        found[month] = one if len(phases) == 1 else _pace(_all(scope), month, quota, alone=alone)
    return {month: found.get(month) for month in Period(min(found).first, max(found).last).months}


def _unit(due: Quantity, scope: PlanScope) -> str:
    """The quota's unit, money in that of the plan: `万元/人/月`."""
    money = due.unit.is_money or due.unit.is_money_rate
    return "/".join((scope.plan.head.unit, *due.unit.per)) if money else str(due.unit)


def _title(scope: PlanScope, addresses: list[Address], quota: Address, unit: str) -> Line:
    """What is certain: months below the quota; that all reach it; else that it cannot be told yet."""
    due, known = scope.quantity(quota), [(address, scope.quantity(address)) for address in addresses]
    number = shown(scope, quota, unit, with_unit=True)
    below = [at.period.label(scope.language) for at, each in known if at.period and due and _is_below(each, due)]
    if below:
        text = scope.word("{months}的目标合计低于定额 {n}", "in {months} the goals stay below the quota of {n}")
        return phrase(text, months=scope.word("、", ", ").join(below), n=number)
    if due and all(_reaches(each, due) for _, each in known):
        text = scope.word("各月目标合计都够定额 {n}", "the goals of every month reach the quota of {n}")
        return phrase(text, n=number)
    text = scope.word("还不能断定各月目标合计都够定额 {n}", "not every month certainly reaches the quota of {n}")
    return phrase(text, n=number)


def _is_below(pace: Quantity | None, due: Quantity) -> bool:
    """Whether a pace is certainly below; a goal that is not set may make up for it."""
    return pace is not None and pace.unit == due.unit and not pace.missing and due.certainly_above(pace)


def _reaches(pace: Quantity | None, due: Quantity) -> bool:
    if pace is None or pace.unit != due.unit or pace.low is None or due.high is None:
        return False
    return pace.low >= due.high
