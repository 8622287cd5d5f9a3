"""Rules that make unequal periods comparable: targets and actuals per month, against last year's per month."""

from collections.abc import Iterator
from decimal import Decimal

from plangen.compute import Rule
from plangen.sections.objectives.results import Results
from plangen.sections.objectives.split import Note, Split
from plangen.values import MONTH, Key, Period, Quantity, told

PER_MONTH: Note = ("÷ 月数，取到 0.01", "÷ months, to 0.01")
ALIKE: Note = ("月均对月均：两年的期间长短不同", "average month against average month: the periods differ in length")
CENT = Decimal("0.01")


def rules(split: Split) -> Iterator[Rule]:
    """Target per month and its change on last year's, where the two periods are not equally long.

    Actuals per month against last year's, where both years have months that are in.
    """
    before = split.before
    if before is None or not split.adds_over_time or not before.adds_over_time:
        return
    span = split.objective.span("target")
    if split.period.length != before.period.length:
        yield from _per_month(split, "", split.key(), split.period)
        yield from _per_month(split, "-before", split.last_year(), before.period)
        inputs = (split.key("monthly"), split.key("monthly-before"))
        yield split.rule(split.key("monthly-yoy"), "change", inputs, span, ALIKE)
    if Results(split).pieces_in() and Results(before).pieces_in():
        pair = (split.key("monthly", facet="actual"), before.key("monthly", facet="actual"))
        yield split.rule(split.key("monthly-yoy", facet="actual"), "change", pair, span, ALIKE)


def _per_month(split: Split, which: str, whole: Key, period: Period) -> Iterator[Rule]:
    """A target over the months of its own period."""
    span, length = split.objective.span("target"), split.key(f"length{which}")
    label = told("{period}", "{period}", period=period.label)
    yield split.rule(length, "constant", (), span, label, quantity=Quantity.exact(period.length, MONTH))
    yield split.rule(split.key(f"monthly{which}"), "quotient", (whole, length), span, PER_MONTH, step=CENT)
