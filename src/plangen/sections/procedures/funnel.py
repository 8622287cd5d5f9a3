"""Funnels: how many get through each step, and what part of those before."""

from collections.abc import Iterator
from itertools import pairwise

from plangen.compute import PlanScope, Rule
from plangen.sections.numbers import shown
from plangen.sections.procedures.model import Procedure, Step
from plangen.values import Quantity
from plangen.views import Chart, Column, Line, Num, Row, Table, phrase

LEAST = 2


def counted(procedure: Procedure) -> list[Step]:
    """The steps that say how many get through."""
    return [step for step in procedure.steps.values() if step.reaches is not None]


def rules(procedure: Procedure, scope: PlanScope) -> Iterator[Rule]:
    """Each counted step as a share of the one before, and the last of the first."""
    steps = counted(procedure)
    note = scope.word("÷ 上一步", "÷ the step before")
    for before, step in pairwise(steps):
        inputs = (scope.key(step.address("reaches")), scope.key(before.address("reaches")))
        yield Rule(scope.key(step.address("passes")), "share", inputs, step.span("reaches"), {"asked": False}, note)
    if len(steps) >= LEAST:
        inputs = (scope.key(steps[-1].address("reaches")), scope.key(steps[0].address("reaches")))
        note = scope.word("最后一步 ÷ 第一步", "last step ÷ first step")
        key = scope.key(procedure.address("passes"))
        yield Rule(key, "share", inputs, steps[-1].span("reaches"), {"asked": False}, note)


def chart(procedure: Procedure, scope: PlanScope) -> Iterator[Chart]:
    """Bars, the first step on top; nothing where fewer than two are counted."""
    steps = counted(procedure)
    if len(steps) < LEAST:
        return
    unit = _unit(steps, scope)
    columns = (
        Column("step", scope.word("步骤", "Step")),
        Column("reaches", scope.word("到这一步", "Get here"), unit, numeric=True),
        Column("passes", scope.word("占上一步", "Of the step before"), "%", numeric=True),
    )
    rows = tuple(_row(step, unit, place, scope) for place, step in enumerate(steps))
    text = scope.word("{name}：{a} 到 {b}，留下 {s}", "{name}: {a} become {b}, {s} of them")
    first, last = (shown(scope, step.address("reaches"), with_unit=True) for step in (steps[0], steps[-1]))
    share = shown(scope, procedure.address("passes"), digits=1)
    title = phrase(text, name=procedure.name, a=first, b=last, s=share)
    subtitle = scope.word(
        "{unit}；从第一步到最后一步", "{unit}; from the first step to the last", unit=scope.in_words(unit)
    )
    table = Table(f"funnel-{procedure.id}-table", "", columns, rows)
    encode, height = {"label": "step", "value": "reaches"}, 60 + 34 * len(rows)
    yield Chart(f"funnel-{procedure.id}", "bar", title, subtitle, table, encode, unit, height=height)


def _unit(steps: list[Step], scope: PlanScope) -> str:
    quantity = scope.quantity(steps[0].address("reaches"))
    return str(quantity.unit) if isinstance(quantity, Quantity) else ""


def _row(step: Step, unit: str, place: int, scope: PlanScope) -> Row:
    passes: Line = (shown(scope, step.address("passes"), "%", 1) if place else Num(None),)
    return Row(((step.text,), (shown(scope, step.address("reaches"), unit),), passes))
