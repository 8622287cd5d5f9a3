"""The charts of the review: what was reached against what it was before, of the results that have one unit."""

from collections.abc import Iterator
from decimal import Decimal

from plangen.compute import PlanScope
from plangen.sections.numbers import shown
from plangen.sections.review.claims import growth_shown, like_for_like
from plangen.sections.review.model import Result, Review
from plangen.sections.review.money import MYRIAD, unit_of_all
from plangen.sections.review.rules import SIDES
from plangen.values import SHARE, YUAN, Quantity, Unit
from plangen.views import Chart, Column, Line, Row, Table

LEAST = 2
"""A single bar says no more than the table."""
NAMED = 3
"""How many changes the title tells."""
Sides = tuple[str, str]


def charts(section: Review, scope: PlanScope) -> Iterator[Chart]:
    """A chart for each unit that several results are counted in."""
    groups: dict[tuple[Unit, Sides], list[Result]] = {}
    for result in section.results.values():
        sides = _sides(result, scope)
        now, before = (scope.quantity(result.address(side)) for side in sides)
        if now is not None and before is not None and _is_known(now) and _is_known(before) and now.unit == before.unit:
            groups.setdefault((now.unit, sides), []).append(result)
    some = [(unit, sides, results) for (unit, sides), results in groups.items() if len(results) >= LEAST]
    for number, (unit, sides, results) in enumerate(some, 1):
        text = _unit_text(unit, _largest(results, sides, scope), unit_of_all(section, scope))
        yield _chart(f"review-{number}", text, sides, results, scope)


def _sides(result: Result, scope: PlanScope) -> Sides:
    """What is compared: averages by the month where there are some, else the numbers themselves."""
    by_month = scope.quantity(result.address("monthly")) is not None
    now, before = (averages if by_month else field for field, (averages, _) in SIDES.items())
    return now, before


def _is_known(quantity: Quantity) -> bool:
    return not quantity.unset and not quantity.missing and not quantity.is_bound


def _largest(results: list[Result], sides: Sides, scope: PlanScope) -> Decimal:
    return max(_high(scope.quantity(result.address(side))) for result in results for side in sides)


def _chart(name: str, text: str, sides: Sides, results: list[Result], scope: PlanScope) -> Chart:
    word = scope.word
    columns = (
        Column("result", word("结果", "Result")),
        Column("now", word("实际", "Actual"), text, numeric=True),
        Column("before", word("对比期", "Before"), text, numeric=True),
    )
    digits = 0 if text.startswith(YUAN.over) else 2
    rows = tuple(
        Row(((result.name,), *((shown(scope, result.address(side), text, digits),) for side in sides)))
        for result in results
    )
    monthly = word("月均", " per month") if sides[0] != "actual" else ""
    table = Table(
        f"{name}-table", word("{monthly}实际与对比期", "Actual and before{monthly}", monthly=monthly), columns, rows
    )
    subtitle = word(
        "{text}；横条是{monthly}实际，竖线是对比期",
        "{text}; bars: actual{monthly}, ticks: before",
        text=scope.in_words(text),
        monthly=monthly,
    )
    encode = {"label": "result", "value": "now", "target": "before"}
    return Chart(name, "bullet", _title(results, scope), subtitle, table, encode, text)


def _high(quantity: Quantity | None) -> Decimal:
    return (
        max((abs(end) for end in (quantity.low, quantity.high) if end is not None), default=Decimal(0))
        if quantity
        else Decimal(0)
    )


def _unit_text(unit: Unit, largest: Decimal, money: str) -> str:
    """The unit that the largest number is read in best; `money` is what the tables have it in, where that is said."""
    if unit == SHARE:
        return "%"
    if unit.over == YUAN.over and largest >= MYRIAD and not money:
        return "/".join(("万元", *unit.per))
    return str(unit)


def _title(results: list[Result], scope: PlanScope) -> Line:
    """The changes, the largest first; of many the first few."""
    changed = {result.id: scope.quantity(address) for result in results if (address := like_for_like(result, scope))}
    ranked = sorted(results, key=lambda result: -_high(changed.get(result.id)))
    line: Line = ()
    for result in ranked[:NAMED]:
        line += (scope.word("，", ", "), f"{result.name} ", growth_shown(result, scope, tone=False))
    return line[1:] + ((scope.word(" 等", " and others"),) if len(ranked) > NAMED else ())
