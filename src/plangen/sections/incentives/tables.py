"""The tables and the chart of incentives."""

from collections.abc import Iterable

from plangen.compute import PlanScope
from plangen.sections.incentives.model import Condition, Incentive, Incentives, Rung
from plangen.sections.numbers import shown
from plangen.values import Address, Quantity
from plangen.views import Chart, Chip, Column, Inline, Line, Link, Num, Row, Table, Words, phrase

NOT_APPLICABLE: Line = (Num(None),)
KINDS = {"reward": ("奖", "reward"), "penalty": ("罚", "penalty")}
RECIPIENTS = {"staff": ("个人", "staff"), "team": ("团队", "team"), "dealers": ("经销商", "dealers")}
COUNTS = {
    "whole": ("到了哪一档，全部结果按那一档算", "the whole result at the rate of its step"),
    "part": ("每一档只算本档的部分", "each rate for the part in its step"),
}
MILLION = 1_000_000


def joined(lines: list[Line], separator: str) -> Line:
    """Lines behind one another; not applicable where there are none."""
    return tuple(one for line in lines for one in (separator, *line))[1:] or NOT_APPLICABLE


def _link(reference: str, kind: str, scope: PlanScope) -> Inline:
    address = scope.resolve(reference, kind)
    return Link(scope.name_of(address), address) if address else Words(f"✕ {reference}", "bad")


def incentives(section: Incentives, scope: PlanScope) -> Table:
    """Every incentive: for whom, under which conditions, what follows, who approves."""
    return of_some(section.items.values(), scope, scope.word("奖惩规则", "Incentives"))


def of_some(some: Iterable[Incentive], scope: PlanScope, title: str = "") -> Table:
    """The same of some incentives."""
    word = scope.word
    columns = (
        Column("name", word("规则", "Incentive")),
        Column("for", word("对象", "For")),
        Column("conditions", word("条件", "Conditions")),
        Column("pay", word("结果", "What follows")),
        Column("approver", word("批准人", "Approved by"), phone=False),
        Column("source", word("依据", "Source"), phone=False),
    )
    rows = tuple(_row(incentive, scope) for incentive in some)
    return Table("incentives", title, columns, rows)


def _row(incentive: Incentive, scope: PlanScope) -> Row:
    separator = scope.word("、", ", ")
    kind = Chip(scope.word(*KINDS[incentive.kind]), "bad" if incentive.kind == "penalty" else "good")
    name: list[Inline] = [kind, " ", incentive.name]
    if incentive.note:
        name.append(Words(scope.word("（{note}）", " ({note})", note=incentive.note), "muted"))
    roles: list[Line] = [(_link(role, "org", scope),) for role in incentive.role]
    conditions = [_condition(each, scope) for each in incentive.conditions.values()]
    cells: tuple[Line, ...] = (
        tuple(name),
        joined(roles or [(scope.word(*RECIPIENTS[incentive.recipients]),)], separator),
        joined(conditions, scope.word("；", "; ")),
        _follows(incentive, scope),
        (_link(incentive.approver, "org", scope),) if incentive.approver else NOT_APPLICABLE,
        (separator.join(incentive.source) or Num(None),),
    )
    return Row(cells, id=incentive.id)


def _condition(condition: Condition, scope: PlanScope) -> Line:
    """6–7 月累计 销售额 <80%（60 万元）."""
    line: list[Inline] = [condition.text] if condition.text else []
    if condition.measure is not None:
        line += [scope.word("，", ", ")] if line else []
        if condition.period is not None:
            line.append(f"{condition.period.label(scope.language)} ")
        line.append(_link(condition.measure, "", scope))
    if condition.threshold is not None:
        line += [" ", shown(scope, condition.address("threshold"), with_unit=True)]
    level = scope.quantity(condition.address("level"))
    if level is not None and not level.unset:
        number = shown(scope, condition.address("level"), with_unit=True)
        line += phrase(scope.word("（{n}）", " ({n})"), n=number)
    return tuple(line) or NOT_APPLICABLE


def _follows(incentive: Incentive, scope: PlanScope) -> Line:
    """The consequence, the amount, the rate and its base, or that there is a ladder."""
    parts: list[Line] = [(incentive.consequence,)] if incentive.consequence else []
    if incentive.amount is not None:
        parts.append((shown(scope, incentive.address("amount"), with_unit=True),))
    base: Line = ()
    if incentive.base is not None:
        base = (_link(incentive.base, "", scope), " ")
    if incentive.ladder:
        parts.append((*base, scope.word("按阶梯", "by the ladder")))
    elif incentive.rate is not None:
        line: Line = (*base, *_rate(incentive, scope))
        if scope.quantity(incentive.address("pay")) is not None:
            number = shown(scope, incentive.address("pay"), with_unit=True)
            line = (*line, *phrase(scope.word("（照此数 {n}）", " ({n} on this figure)"), n=number))
        parts.append(line)
    return joined(parts, scope.word("；", "; "))


def _rate(entry: Incentive | Rung, scope: PlanScope) -> Line:
    """A rate as people say it: small shares in ‰."""
    rate, address = scope.quantity(entry.address("rate")), entry.address("rate")
    small = rate is not None and rate.unit.over == ("%",) and rate.high is not None and 0 < rate.high < _CENT
    return (shown(scope, address, "‰" if small else "", with_unit=True),)


_CENT = Quantity.exact("0.01").value


def money_unit(incentive: Incentive, scope: PlanScope) -> str:
    """万元 where an amount of its tables is a million and more."""
    addresses: list[Address] = [rung.address("at") for rung in incentive.ladder.values()]
    addresses += [sample.address("pay") for sample in incentive.samples.values()]
    ends = [q.high for q in map(scope.quantity, addresses) if q is not None and q.high is not None]
    return "万元" if max(ends, default=0) >= MILLION else "元"


def _span(rung: Rung, incentive: Incentive, scope: PlanScope) -> Line:
    """从 50 万元 到 100 万元（不含）; where the step has no end of its own, to where the next begins."""
    steps = incentive.steps()
    above = steps[steps.index(rung) + 1] if rung in steps and rung is not steps[-1] else None
    start = shown(scope, rung.address("at_least"), with_unit=True)
    end = rung.address("below") if rung.below is not None else above.address("at_least") if above else None
    if end is None:
        return phrase(scope.word("{n}起", "{n} and more"), n=start)
    text = scope.word("{n}起，不到 {end}", "{n} to below {end}")
    return phrase(text, n=start, end=shown(scope, end, with_unit=True))


def _rungs(incentive: Incentive) -> list[Rung]:
    steps = incentive.steps()
    return [*steps, *(rung for rung in incentive.ladder.values() if rung not in steps)]


def ladder(incentive: Incentive, scope: PlanScope) -> Table:
    """The steps: what is paid, at the beginning and just below it, and how much more it is there."""
    word, unit = scope.word, money_unit(incentive, scope)
    columns = (
        Column("step", word("结果", "Result")),
        Column("rate", word("比例", "Rate"), numeric=True),
        Column("amount", word("另付", "Fixed"), unit, numeric=True, phone=False),
        Column("at", word("刚到这一档", "At the step"), unit, numeric=True),
        Column("before", word("差一点没到", "Just below"), unit, numeric=True, phone=False),
        Column("jump", word("多得", "More"), unit, numeric=True),
    )
    rows = []
    for rung in _rungs(incentive):
        jump = scope.quantity(rung.address("jump"))
        falls = jump is not None and jump.high is not None and jump.high < 0
        jumps = shown(scope, rung.address("jump"), unit, symbol="▼" if falls else "", tone="bad" if falls else "")
        cells: tuple[Line, ...] = (
            _span(rung, incentive, scope),
            _rate(rung, scope) if rung.rate is not None else NOT_APPLICABLE,
            (shown(scope, rung.address("amount"), unit),),
            (shown(scope, rung.address("at"), unit),),
            (shown(scope, rung.address("before"), unit),),
            (jumps,),
        )
        rows.append(Row(cells, id="-".join(rung.address_item)))
    subtitle = word(*COUNTS[incentive.counts])
    return Table(f"ladder-{incentive.id}", incentive.name, columns, tuple(rows), subtitle=subtitle)


def chart(incentive: Incentive, scope: PlanScope) -> Chart:
    """Pay at the beginning of each step, against what a result just below it gets."""
    word, unit = scope.word, money_unit(incentive, scope)
    columns = (
        Column("step", word("结果", "Result")),
        Column("at", word("刚到这一档", "at the step"), unit, numeric=True),
        Column("before", word("差一点没到", "just below"), unit, numeric=True),
    )
    rows = tuple(
        Row((
            (shown(scope, rung.address("at_least"), with_unit=True),),
            (shown(scope, rung.address("at"), unit),),
            (shown(scope, rung.address("before"), unit),),
        ))
        for rung in incentive.steps()
    )  # fmt: skip
    table = Table(f"steps-{incentive.id}-table", word("应得", "Pay"), columns, rows)
    encode = {"label": "step", "value": "at", "line": "before"}
    title = (word("{name}：每一档的应得", "{name}: pay at each step", name=incentive.name),)
    subtitle = word(
        "{unit}；虚线：差一点没到时的应得", "{unit}; dotted: pay just below the step", unit=scope.in_words(unit)
    )
    return Chart(f"steps-{incentive.id}", "step", title, subtitle, table, encode, unit)


def samples(incentive: Incentive, scope: PlanScope) -> Table:
    """What is paid for sample results."""
    word, unit = scope.word, money_unit(incentive, scope)
    columns = (
        Column("result", word("结果", "Result")),
        Column("pay", word("应得", "Pay"), unit, numeric=True),
        Column("note", word("说明", "Note"), phone=False),
    )
    rows = tuple(
        Row((
            (shown(scope, sample.address("result"), with_unit=True),),
            (shown(scope, sample.address("pay"), unit),),
            (sample.note or "",),
        ))
        for sample in incentive.samples.values()
    )  # fmt: skip
    title = word("{name}：算例", "{name}: sample results", name=incentive.name)
    return Table(f"samples-{incentive.id}", title, columns, rows)
