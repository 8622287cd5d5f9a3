"""Hidden assumptions: how much work a target takes at its rate, and for how long everybody has to reach it."""

from collections.abc import Iterator
from decimal import Decimal

from plangen.compute import Rule
from plangen.sections.numbers import shown
from plangen.sections.objectives.model import Cell, Objective
from plangen.sections.objectives.split import Note, Split
from plangen.values import MONTH, Formulated, Quantity
from plangen.views import Line, Num, Words, phrase

STEP = Decimal("0.01")
WORK: Note = ("目标 ÷ 单价，取到 0.01", "target ÷ rate, to 0.01")
EACH: Note = ("再 ÷ 数量：每个要满额的月数", "÷ heads: the months that each must reach the rate")
EACH_FACET = "each"


def rules(split: Split) -> Iterator[Rule]:
    """Target ÷ rate in unit-months, and that ÷ heads in months: for the objective and each cell with a monthly rate."""
    for member, entry in split.entries():
        if not _has(split, entry):
            continue
        names, span = tuple(filter(None, [member])), entry.span("rate")
        work, each = split.key("work", *names), split.key("work", *names, facet=EACH_FACET)
        yield split.rule(
            work,
            "quotient",
            (split.key("target", *names), split.key("rate", *names)),
            span,
            WORK,
            step=STEP,
            asked=False,
        )
        heads = split.key(split.heads_of(entry), *names)
        yield split.rule(each, "quotient", (work, heads), span, EACH, step=STEP, asked=False)


def _has(split: Split, entry: Cell | Objective) -> bool:
    """Whether rate, heads and target fit: 元/人/月, 人 and 元."""
    heads = split.heads_of(entry)
    counted = getattr(entry, heads) if heads else None
    if entry.rate is None or counted is None or not split.unit.is_money:
        return False
    rate, unit = split.unit_of(entry, "rate"), split.unit_of(entry, heads)
    if rate is None or unit is None:
        return False
    fits = rate.over == split.unit.over and sorted(rate.per) == sorted([*unit.over, *MONTH.over])
    return fits and all(map(_may_divide, (entry.rate, counted)))


def _may_divide(quantity: Quantity) -> bool:
    """Whether a quantity is certainly above zero; of a formula nobody knows yet."""
    return isinstance(quantity, Formulated) or (quantity.low is not None and quantity.low > 0)


def sentences(split: Split, axis: str) -> Iterator[Line]:
    """`720 万元 ÷ 30 万元/人/月 = 24 人·月：4 人各 6 个月`, one a member; what the period has not is marked."""
    for member, cell in split.cells(axis).items():
        work = split.scope.quantity(split.key("work", member, facet=EACH_FACET).address)
        told = work is not None and not (work.unset and isinstance(cell.rate, Formulated))
        if _has(split, cell) and told:
            yield _sentence(split, cell, member)


def _sentence(split: Split, cell: Cell, member: str) -> Line:
    scope, word = split.scope, split.scope.word

    def said(measure: str, unit: str = "", facet: str = "") -> Num:
        return shown(scope, split.key(measure, member, facet=facet).address, unit, with_unit=True)

    each, months = said("work", facet=EACH_FACET), shown(scope, split.key("months").address, with_unit=True)
    low = each.quantity.low if each.quantity is not None else None
    if low is not None and low > split.period.length:
        end = phrase(word("，期间只有 {n}", ", the period has {n} only"), "bad", n=months)
    else:
        end = phrase(word("（期间 {n}）", " (of {n})"), n=months)
    return (
        Words(scope.dimensions.member_name(member) + word("：", ": ")),
        said("target", scope.plan.head.unit), " ÷ ", said("rate"), " = ", said("work"),
        word("，", ", "), said(split.heads_of(cell)), word(" 各要满额 ", " each at the rate for "), each, *end,
    )  # fmt: skip
