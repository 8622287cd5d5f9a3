"""Rules of the review: sums of parts, growth, growth by the month where the periods differ, attainment, counts."""

from collections.abc import Iterator
from decimal import Decimal

from plangen.compute import PlanScope, Rule
from plangen.sections import tallies
from plangen.sections.review.lengths import adds_up, differ
from plangen.sections.review.model import Piece, Result, Review
from plangen.sections.tallies import tally
from plangen.values import MONTH, Address, Key, Quantity, Unit

ITEMS = Unit(("项",))
STEP = Decimal("0.000001")
"""What averages by the month are rounded to: far below what growth to 0.01% can show."""
LENGTHS = {"period": "months", "compare_to": "months-before"}
SIDES = {"actual": ("monthly", "months"), "before": ("before-monthly", "months-before")}
"""For each number its average by the month, and the length of its period."""


def rules(section: Review, scope: PlanScope) -> Iterator[Rule]:
    """The lengths of the periods, then each result, then the counts."""
    written = dict(section.stretches(scope.year))
    for field, stretch in written.items():
        yield _length(scope, LENGTHS[field], stretch.months, section, field)
    if "compare_to" in written:
        shared = written["period"].shared(written["compare_to"])
        yield _length(scope, "shared", shared, section, "compare_to")
    for result in section.results.values():
        yield from _sums(result, scope)
        yield from _compared(result, scope)
        if differ(section, scope) and adds_up(result, scope):
            yield from _by_month(result, scope)
        for piece in result.parts.values():
            yield from _compared(piece, scope)
    yield from _counts(section, scope)


def total(scope: PlanScope, measure: str) -> Address:
    """The address of a figure of the whole review: `review/total.months`."""
    return tallies.total(scope, "review", measure)


def _key(entry: Result | Piece, measure: str, scope: PlanScope, facet: str = "") -> Key:
    return scope.key(entry.address(measure, facet))


def _length(scope: PlanScope, measure: str, number: int, section: Review, field: str) -> Rule:
    settings = {"quantity": Quantity.exact(number, MONTH)}
    return Rule(scope.key(total(scope, measure)), "constant", (), section.span(field), settings)


def _sums(result: Result, scope: PlanScope) -> Iterator[Rule]:
    """The sum of the parts: the number itself where none is typed, else beside it with what is left."""
    for field in SIDES:
        pieces = result.pieces(field)
        if not pieces:
            continue
        typed = getattr(result, field) is not None
        inputs = tuple(_key(piece, field, scope) for piece in pieces)
        settings = {"missing": len(result.parts) - len(pieces)}
        summed, span = _key(result, field, scope, "rollup" if typed else ""), result.span("parts")
        yield Rule(summed, "sum", inputs, span, settings, scope.word("分项合计", "sum of the parts"))
        if typed:
            rest = _key(result, field, scope, "gap")
            note = scope.word("写的合计 − 分项合计", "the total − the sum of the parts")
            yield Rule(
                rest, "difference", (_key(result, field, scope), summed), result.span(field), {"both": True}, note
            )
    if result.parts:
        yield tally(scope, result.address("listed"), len(result.parts), result.key_span("parts"), ITEMS)


def _compared(entry: Result | Piece, scope: PlanScope) -> Iterator[Rule]:
    """Change and growth on the period before, and attainment of the target, as far as both numbers are there."""
    has = entry.has if isinstance(entry, Result) else lambda field: getattr(entry, field) is not None
    if has("actual") and has("before"):
        inputs = tuple(_key(entry, field, scope) for field in SIDES)
        span = entry.span("actual")
        note = scope.word("实际 − 对比期", "actual − before")
        yield Rule(_key(entry, "change", scope), "difference", inputs, span, {"both": True}, note)
        note = scope.word("实际 ÷ 对比期 − 1", "actual ÷ before − 1")
        yield Rule(_key(entry, "growth", scope), "change", inputs, span, {}, note)
    if isinstance(entry, Result) and has("actual") and has("target"):
        reached = (_key(entry, "actual", scope), _key(entry, "target", scope))
        yield Rule(_key(entry, "attainment", scope), "share", reached, entry.span("target"), {"asked": False})


def _by_month(result: Result, scope: PlanScope) -> Iterator[Rule]:
    """The averages of a month, and their growth: periods of 5 and 6 months are compared by the month."""
    there = [field for field in SIDES if result.has(field)]
    for field in there:
        measure, length = SIDES[field]
        inputs = (_key(result, field, scope), scope.key(total(scope, length)))
        yield Rule(_key(result, measure, scope), "quotient", inputs, result.span(field), {"step": STEP})
    if len(there) == len(SIDES):
        averages = tuple(_key(result, measure, scope) for measure, _ in SIDES.values())
        note = scope.word("月均 ÷ 对比期月均 − 1", "per month ÷ per month before − 1")
        yield Rule(_key(result, "monthly-growth", scope), "change", averages, result.span("actual"), {}, note)


def _counts(section: Review, scope: PlanScope) -> Iterator[Rule]:
    """How many results there are, and how many of them have a value."""
    yield tally(scope, total(scope, "results"), len(section.results), section.key_span("results"), ITEMS)
    inputs = tuple(_key(each, "actual", scope) for each in section.results.values() if each.has("actual"))
    settings = {"of": "set", "unit": ITEMS}
    yield Rule(scope.key(total(scope, "measured")), "count", inputs, section.key_span("results"), settings)
